import { isElision } from '../quotations/apostrophes.ts'
import { REPORTING_VERBS } from '../quotations/reporting-verbs.ts'
import { paragraphAround, sentenceEnds, type Span } from './sentences.ts'
import { isRole, isSameSpeaker, speakerNamed, type SpeakerWords } from './speaker.ts'

/** Words between quotation marks in a source: `start`–`end` without the marks, raw UTF-16 offsets. */
export interface Speech extends Span {
  /** Offsets of its own marks; a speech over several paragraphs opens again in each. */
  readonly marks: readonly number[]
  /** Of its attribution; those of the last attributed speech where it has none. */
  readonly speaker: SpeakerWords
}

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '”': '”',
  '「': '」',
  '『': '』',
  '"': '"',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '›': '‹',
  "'": "'",
}

/** Every quoted speech of a text, in order; nested marks of the second level are not told apart. */
export function speechesOf(text: string): readonly Speech[] {
  const spans = spansOf(text)
  const speeches: Speech[] = []
  let speaker: SpeakerWords = new Set()
  let paragraph = -1
  let around: Span = { start: 0, end: -1 }
  for (const span of spans) {
    if (span.start > around.end) around = paragraphAround(text, span.start)
    const named = namesAround(text, span, around)
    if (named.size > 0) speaker = isRole(named) && isSameSpeaker(named, speaker) ? speaker : named
    else if (around.start !== paragraph)
      speaker = namesAhead(text, span, around.end) ?? inherited(text, span, speaker)
    paragraph = around.start
    speeches.push({ ...span, speaker })
  }
  return speeches
}

interface MarkedSpan extends Span {
  readonly marks: readonly number[]
}

/** The only characters that open or end a speech: looking up each letter of a long text takes a second. */
const TELLING = /[\n“”„«»「」『』"‘’‚‹›']/gu

function spansOf(text: string): readonly MarkedSpan[] {
  const spans: MarkedSpan[] = []
  let open: { from: number; mark: string; marks: number[] } | null = null
  const english = text.includes('“')
  for (const { index: at, 0: character } of text.matchAll(TELLING)) {
    if (character === '\n') {
      const next = text[at + 1] ?? ''
      if (open && next === open.mark) open.marks.push(at + 1)
      else if (open) open = close(spans, open, at, false)
    } else if (open !== null && open.marks.at(-1) === at) {
      continue
    } else if (open && (CLOSERS[open.mark] ?? '').includes(character) && closes(text, at, open.mark)) {
      open = close(spans, open, at, true)
    } else if (!open && CLOSERS[character] !== undefined && opens(text, at, character, english)) {
      open = { from: at + 1, mark: character, marks: [at] }
    }
  }
  if (open) close(spans, open, text.length, false)
  return spans
}

function close(
  spans: MarkedSpan[],
  open: { from: number; marks: number[] },
  at: number,
  marked: boolean,
): null {
  spans.push({ start: open.from, end: at, marks: marked ? [...open.marks, at] : open.marks })
  return null
}

/** Marks that also close open only after a space, a bracket, a dash or at the start. */
function opens(text: string, at: number, mark: string, english: boolean): boolean {
  if (!'"”»›‘\''.includes(mark)) return true
  if (mark === '”' && english) return false
  if (mark === "'" && !opensSingle(text, at)) return false
  return at === 0 || /[\s([{—–\-/]/.test(text[at - 1] ?? '')
}

/** A straight single mark opens before a letter, no shortened word, where its line closes it after punctuation. */
function opensSingle(text: string, at: number): boolean {
  if (!/^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3)) || isElision(text, at)) return false
  const line = text.slice(at + 1, at + 1 + MOST_AHEAD).split('\n')[0] ?? ''
  return /[.,!?…]'(?![\p{L}\p{N}])/u.test(line)
}

/**
 * A ’ that closes ‘, or a ' that closes ', stands against no letter after it, and follows punctuation
 * as long as one of the paragraph that does is still to come (the carters’ guild).
 */
function closes(text: string, at: number, mark: string): boolean {
  if (mark !== '‘' && mark !== "'") return true
  if (/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')) return false
  if (!/[s\p{Lu}]/u.test(text[at - 1] ?? '')) return true
  const rest = text.slice(at + 1, at + 1 + MOST_AHEAD).split(/[\n‘]/u)[0] ?? ''
  return !/[.,!?…][’'](?![\p{L}\p{N}])/u.test(rest)
}

/** How far before or after a speech its attribution, or its closing mark, is looked for, in UTF-16 units. */
const MOST_AHEAD = 1000

/** Who the sentence around a speech names, outside quotation marks, when it reports. */
function namesAround(text: string, span: MarkedSpan, around: Span): SpeakerWords {
  const from = span.marks[0] ?? span.start
  const before = text.slice(Math.max(around.start, from - MOST_AHEAD), Math.max(around.start, from))
  const lead = withoutSpeech(before.slice(sentenceEnds(before).at(-2) ?? 0))
  const end = span.end <= around.end ? around : paragraphAround(text, span.end)
  const tail = text.slice(span.end + 1, Math.min(end.end, span.end + MOST_AHEAD))
  const after = withoutSpeech(tail.slice(0, sentenceEnds(tail)[0] ?? tail.length))
  const closed = /[.!?]["”»“]*$/.exec(text.slice(span.end - 1, span.end + 1))?.[0] ?? ''
  if (closed === '' || (/^[!?]/.test(closed) && GOES_ON.test(after))) return speakerNamed(lead, after)
  return speakerNamed(lead, '')
}

/** "“Why?” she asked", "“Stop!” Hill said": the sentence goes on behind the speech. */
const GOES_ON = new RegExp(
  String.raw`^\s*(?:\p{Ll}|(?:\p{Lu}[\p{L}\p{M}’'-]*\s+){1,3}(?:${REPORTING_VERBS})(?![\p{L}\p{M}]))`,
  'u',
)

function withoutSpeech(text: string): string {
  return text.replace(
    /“[^”]*”?|«[^»]*»?|"[^"]*"?|(?<![\p{L}\p{N}])‘.*?(?:’(?![\p{L}\p{N}])|$)|(?<![\p{L}\p{N}])'[^'\n]*[.,!?…]'(?!\p{L})|[^“]*”/gu,
    ' ',
  )
}

/** A speech that opens its paragraph may be attributed after the next one. */
function namesAhead(text: string, span: MarkedSpan, end: number): SpeakerWords | null {
  const speaker = speakerNamed('', withoutSpeech(text.slice(span.end + 1, end)))
  return speaker.size > 0 ? speaker : null
}

const PRONOUN =
  /(?<![\p{L}\p{M}])(?:he|she|they|er|sie|il|elle|él|ella|lui|lei|он|она|αυτός|αυτή)(?![\p{L}\p{M}])/iu

/** "He said" goes on with the last speaker; without it a new paragraph's speaker is unknown. */
function inherited(text: string, span: MarkedSpan, last: SpeakerWords): SpeakerWords {
  const { start, end } = paragraphAround(text, span.start)
  return PRONOUN.test(withoutSpeech(text.slice(start, end))) ? last : new Set([`@${span.start}`])
}

/** Whether two speeches are surely by the same speaker. */
export const sameSpeaker = (one: Speech, other: Speech): boolean => isSameSpeaker(one.speaker, other.speaker)
