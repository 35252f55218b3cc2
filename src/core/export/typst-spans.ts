import type { PhrasingContent, Text } from 'mdast'
import { breakLines, keepsNumber } from './line-breaks.ts'
import type { Place, Setting } from './setting.ts'
import type { Direction, TypstSpan, Voice } from './typst-data.ts'
import { directionOfText, voiceOf, voiceOfText } from './voice.ts'
import type { CitedWords, QuotedWords } from './printed-brief.ts'
import { plainText } from './printed-brief.ts'

export const setSpans = (
  spans: readonly PhrasingContent[],
  place: Place,
  setting: Setting,
): readonly TypstSpan[] =>
  joined(
    spans.flatMap((span, index) => [
      ...(isNote(span) && isNote(spans[index - 1]) ? [{ t: 'comma' } as const] : []),
      ...(isNote(span) && !holdsNext(spans[index - 1]) ? [{ t: 'tie' } as const] : []),
      ...(span.type === 'text' ? setText(span.value, place, setting) : [setSpan(span, place, setting)]),
    ]),
  )

/** What is set as the words around it becomes one with them: each piece costs the typesetter time. */
function joined(spans: readonly TypstSpan[]): readonly TypstSpan[] {
  const made: TypstSpan[] = []
  for (const span of spans.flatMap((each) =>
    typeof each !== 'string' && each.t === 'span' ? each.c : [each],
  )) {
    const last = made.at(-1)
    if (typeof span === 'string' && typeof last === 'string') made[made.length - 1] = last + span
    else made.push(span)
  }
  return made
}

const isNote = (span: PhrasingContent | undefined): boolean => span?.type === 'footnoteReference'

/** Whether no line can end between this span and a number after it. Two notes have a comma of their own. */
const holdsNext = (span: PhrasingContent | undefined): boolean =>
  span !== undefined && (isNote(span) || (span.type !== 'image' && keepsNumber(plainText(span))))

const setText = (text: string, place: Place, setting: Setting): readonly TypstSpan[] =>
  breakLines(setting.type.fit(text, place.voice.script), place.longest)

function setSpan(span: Exclude<PhrasingContent, Text>, place: Place, setting: Setting): TypstSpan {
  switch (span.type) {
    case 'strong':
      return { t: 'strong', c: setSpans(span.children, place, setting) }
    case 'emphasis':
      return { t: 'em', laid: place.cited !== true, c: setSpans(span.children, place, setting) }
    case 'delete':
      return { t: 'del', c: setSpans(span.children, place, setting) }
    case 'inlineCode':
      return { t: 'code', v: setting.type.fit(span.value, 'mono') }
    case 'break':
      return { t: 'br' }
    case 'link':
      return setLink(span.url, setSpans(span.children, place, setting))
    case 'image':
      return setImage(span.alt ?? '', span.data?.blob, place, setting)
    case 'footnoteReference': {
      const first = !setting.referred.has(span.identifier)
      setting.referred.add(span.identifier)
      return { t: 'note', n: Number(span.identifier) - 1, first, apart: place.mixed }
    }
    case 'quotedWords':
      return setQuoted(span, place, setting)
    case 'citedWords':
      return setCited(span, place, setting)
    case 'dressedWords':
      return { t: DRESSES[span.dress], c: setSpans(span.children, place, setting) }
    default:
      throw new Error(`A brief holds no ${span.type}.`)
  }
}

/** A citation of one source leads to its entry in the bibliography. What holds a link of its own leads there. */
function setCited({ citekeys, passage, children }: CitedWords, place: Place, setting: Setting): TypstSpan {
  if (passage === true) return { t: 'span', c: setSpans(children, place, setting) }
  const c = setSpans(children, { ...place, cited: true }, setting)
  const [citekey, ...others] = citekeys
  const entry = citekey === undefined || others.length > 0 ? undefined : setting.entries.get(citekey)
  return entry === undefined || c.some(holdsLink) ? { t: 'span', c } : { t: 'cite', n: entry, c }
}

const holdsLink = (span: TypstSpan): boolean =>
  typeof span !== 'string' &&
  (span.t === 'link' || span.t === 'note' || ('c' in span && span.c.some(holdsLink)))

const DRESSES = { superscript: 'sup', subscript: 'sub', 'small-caps': 'caps', underline: 'under' } as const

/**
 * Words in their own language. Where they run against their line, a mark of their
 * direction at each end keeps their first and last punctuation with them, and one of
 * the line's keeps a number after them out.
 */
function setQuoted(quoted: QuotedWords, place: Place, setting: Setting): TypstSpan {
  const text = plainText(quoted)
  const voice = voiceOf(quoted.language) ?? voiceOfText(text, place.voice) ?? setting.voice
  const dir = directionOfText(text) ?? place.dir
  const mark = (of: Direction): readonly TypstSpan[] =>
    dir === place.dir ? [] : [{ t: 'mark', v: MARKS[of] }]
  const words = setSpans(quoted.children, { ...place, voice }, setting)
  const c = [...mark(dir), ...words, ...mark(dir), ...mark(place.dir)]
  return isSame(voice, place.voice) ? { t: 'span', c } : { t: 'quoted', voice, c }
}

const isSame = (one: Voice, other: Voice): boolean =>
  one.script === other.script && one.lang === other.lang && one.region === other.region

const MARKS = { ltr: '\u200E', rtl: '\u200F' } as const

/** Typst refuses an empty address and a very long one; other schemes lead nowhere from paper. */
function setLink(url: string, children: readonly TypstSpan[]): TypstSpan {
  const leads = /^(?:https?|mailto):\S+$/i.test(url) && url.length <= LONGEST_ADDRESS
  return leads ? { t: 'link', u: url, c: children } : { t: 'span', c: children }
}

const LONGEST_ADDRESS = 2_000

/** Pictures need a description in accessible PDF; without the picture the description stands alone. */
export function setImage(alt: string, blob: string | undefined, place: Place, setting: Setting): TypstSpan {
  const path = setting.pictures.pathOf(blob)
  const fitted = setting.type.fit(alt, place.voice.script)
  if (path !== null) return { t: 'image', p: path, alt: fitted === '' ? 'Picture' : fitted }
  return { t: 'em', laid: false, c: breakLines(fitted, place.longest) }
}
