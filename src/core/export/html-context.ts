import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import type { QuoteContext, QuoteEvidence } from './evidence.ts'
import type { HtmlSetting } from './html-setting.ts'
import { differing } from './html-setting.ts'
import type { Manner } from './manner.ts'
import { mannerOfWords } from './manner.ts'
import { leadsOut } from './html-spans.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { element } from './html-tree.ts'
import { shortened } from './shortened.ts'
import { speakerOf } from './source-note.ts'

const ENGLISH: Manner = { lang: 'en', dir: 'ltr' }

/** A linked quote's source, unfolded: the passage with what stands around it, who said it, where, and the verdict. */
export function quoteContext(quote: LinkedQuote, setting: HtmlSetting): HtmlElement {
  const evidence = setting.evidence.quote(quote)
  const context = setting.evidence.context(quote)
  const inner = { ...setting, manner: ENGLISH }
  return element(
    'details',
    { class: 'context', ...differing(ENGLISH, setting.manner) },
    summaryOf(evidence, context),
    ...passageOf(evidence, context, inner),
    factsOf(evidence, context),
  )
}

const SUMMARY_WORDS = 60

/** Names the words too: several quotes of one paragraph unfold side by side. */
function summaryOf({ words, language }: QuoteEvidence, { verdict }: QuoteContext): HtmlElement {
  const short = shortened(words.replaceAll(/\s+/g, ' '), SUMMARY_WORDS)
  const manner = mannerOfWords(short, language, ENGLISH)
  return element(
    'summary',
    {},
    'In its source: ',
    element('span', differing(manner, ENGLISH), short),
    ...(verdict === null ? [] : [' ', verdictBadge(verdict)]),
  )
}

const verdictBadge = (verdict: string): HtmlElement =>
  element('span', { class: 'verdict', 'data-verdict': verdict }, verdict)

/** No block quotation: it is the source's own text, with whatever it quotes. `check` knows it by the source's name. */
function passageOf(
  { original, language, source }: QuoteEvidence,
  { passage }: QuoteContext,
  { manner }: HtmlSetting,
): readonly HtmlElement[] {
  if (passage === null) return [element('p', {}, 'The passage is not in the library any more.')]
  const { pieces, cut } = passage
  const quoted = pieces.flatMap(({ held, text }) => (held ? [text] : [])).join(' ')
  const own = mannerOfWords(quoted, original?.language ?? language, manner)
  const words = element(
    'span',
    { 'data-source': source?.citekey ?? null },
    cut.before ? '… ' : '',
    ...pieces.map(({ held, text }) => (held ? element('mark', {}, text) : text)),
    cut.after ? ' …' : '',
  )
  return [element('p', { class: 'passage', ...differing(own, manner) }, words)]
}

function factsOf(evidence: QuoteEvidence, { verdict, warnings }: QuoteContext): HtmlElement {
  const { source, locator } = evidence
  return element(
    'dl',
    {},
    ...fact('Source', source === null ? 'The source is not in the library.' : sourceOf(source)),
    ...fact('Said by', speakerOf(evidence)),
    ...fact('Where', locator ?? ''),
    ...(verdict === null ? [] : fact('Verdict', verdictBadge(verdict))),
    ...warnings.flatMap((warning) => fact('Note', warning)),
  )
}

const fact = (name: string, value: HtmlNode): readonly HtmlElement[] =>
  value === '' ? [] : [element('dt', {}, name), element('dd', {}, value)]

function sourceOf({
  title,
  publication,
  published,
  url,
  language,
}: NonNullable<QuoteEvidence['source']>): HtmlNode {
  const manner = mannerOfWords(title, language, ENGLISH)
  const named = element('span', differing(manner, ENGLISH), title)
  const linked = url !== null && leadsOut(url) ? element('a', { href: url, rel: 'noreferrer' }, named) : named
  const rest = [publication, published].filter((part) => part !== null && part !== '').join(', ')
  return element('span', {}, linked, rest === '' ? '' : `, ${rest}`)
}
