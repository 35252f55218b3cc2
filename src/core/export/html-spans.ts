import type { Image, Link, PhrasingContent } from 'mdast'
import type { HtmlSetting } from './html-setting.ts'
import { differing } from './html-setting.ts'
import { mannerOfWords } from './manner.ts'
import type { HtmlNode } from './html-tree.ts'
import { element } from './html-tree.ts'
import type { DressedWords, QuotedWords } from './printed-brief.ts'
import { plainText } from './printed-brief.ts'

export const htmlSpans = (spans: readonly PhrasingContent[], setting: HtmlSetting): readonly HtmlNode[] =>
  spans.flatMap((span, index) => [
    // Two numbers side by side would read as one.
    ...(isNote(span) && isNote(spans[index - 1]) ? [element('sup', { class: 'comma' }, ',')] : []),
    htmlSpan(span, setting),
  ])

const isNote = (span: PhrasingContent | undefined): boolean => span?.type === 'footnoteReference'

function htmlSpan(span: PhrasingContent, setting: HtmlSetting): HtmlNode {
  switch (span.type) {
    case 'text':
      return span.value
    case 'strong':
      return element('strong', {}, ...htmlSpans(span.children, setting))
    case 'emphasis':
      return element('em', {}, ...htmlSpans(span.children, setting))
    case 'delete':
      return element('del', {}, ...htmlSpans(span.children, setting))
    case 'inlineCode':
      return element('code', {}, span.value)
    case 'break':
      return element('br', {})
    case 'link':
      return htmlLink(span, setting)
    case 'image':
      return htmlImage(span, setting)
    case 'footnoteReference':
      return noteReference(span.identifier, setting)
    case 'quotedWords':
      return quotedWords(span, setting)
    case 'citedWords':
      return element(
        'span',
        {
          class: span.passage === true ? null : 'citation',
          'data-source': span.citekeys.length === 0 ? null : span.citekeys.join(' '),
        },
        ...htmlSpans(span.children, setting),
      )
    case 'dressedWords':
      return dressedWords(span, setting)
    default:
      throw new Error(`A brief holds no ${span.type}.`)
  }
}

function noteReference(note: string, setting: HtmlSetting): HtmlNode {
  const times = (setting.referred.get(note) ?? 0) + 1
  setting.referred.set(note, times)
  const attributes = { href: `#note-${note}`, id: referenceId(note, times), role: 'doc-noteref' }
  return element('sup', { class: 'ref' }, element('a', attributes, note))
}

/** The id of the place that refers to a note for the `times`th time, from 1. */
export const referenceId = (note: string, times: number): string =>
  times === 1 ? `ref-${note}` : `ref-${note}-${times}`

function quotedWords(span: QuotedWords, setting: HtmlSetting): HtmlNode {
  const { quote } = span
  const manner = mannerOfWords(plainText(span), span.language, setting.manner)
  const inner = htmlSpans(span.children, { ...setting, manner })
  const attributes = differing(manner, setting.manner)
  if (quote === undefined) return element('span', attributes, ...inner)
  setting.quotes.push(quote)
  const { verdict } = setting.evidence.context(quote)
  return element(
    'span',
    { class: 'quote', 'data-annotation': quote.annotation, 'data-verdict': verdict, ...attributes },
    ...inner,
  )
}

function dressedWords({ dress, children }: DressedWords, setting: HtmlSetting): HtmlNode {
  const inner = htmlSpans(children, setting)
  switch (dress) {
    case 'superscript':
      return element('sup', {}, ...inner)
    case 'subscript':
      return element('sub', {}, ...inner)
    case 'small-caps':
    case 'underline':
      return element('span', { class: dress }, ...inner)
    default:
      throw new Error(`There is no dress ${String(dress satisfies never)}.`)
  }
}

/** Only addresses of pages and mail lead out; inside the page a link leads to a heading. */
function htmlLink(link: Link, setting: HtmlSetting): HtmlNode {
  const inner = htmlSpans(link.children, setting)
  const heading = setting.places.find(link.url)
  const title = link.title ?? null
  if (heading !== null) return element('a', { href: `#section-${heading}`, title }, ...inner)
  if (!leadsOut(link.url)) return element('span', { title }, ...inner)
  // On paper the address stands behind the words, unless they are the address.
  const bare = plainText(link) === link.url ? 'bare' : null
  return element('a', { href: link.url, rel: 'noreferrer', class: bare, title }, ...inner)
}

export const leadsOut = (url: string): boolean => /^(?:https?|mailto):\S+$/i.test(url)

/** The picture itself, or its description; a picture elsewhere is never fetched, only named. */
export function htmlImage({ alt, title, url, data }: Image, setting: HtmlSetting): HtmlNode {
  const picture = setting.pictures.find(data?.blob)
  const described = alt === null || alt === undefined || alt === '' ? 'Picture' : alt
  if (picture === null) {
    const words = element('em', { class: 'picture', title: title ?? null }, described)
    return leadsOut(url) ? element('a', { href: url, rel: 'noreferrer' }, words) : words
  }
  const { mediaType, width, height, bytes } = picture
  return element('img', {
    src: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
    alt: alt ?? '',
    title: title ?? null,
    width: width > 0 ? String(width) : null,
    height: height > 0 ? String(height) : null,
  })
}
