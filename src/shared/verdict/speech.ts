import { isElision } from '../quotations/apostrophes.ts'
import { REPORTING_VERBS } from '../quotations/reporting-verbs.ts'
import { firstSentence, paragraphAround, sentenceEnds, type Span } from './sentences.ts'
import { byPronoun, isRole, isSameSpeaker, newcomerIn, speakerNamed, type SpeakerWords } from './speaker.ts'

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
  let last: Last = { end: -1, paragraph: -1, speaker: new Set() }
  let around: Span = { start: 0, end: -1 }
  for (const span of spans) {
    if (span.start > around.end) around = paragraphAround(text, span.start)
    const speaker = speakerOf(text, span, around, last)
    last = { end: span.end, paragraph: around.start, speaker }
    speeches.push({ ...span, speaker })
  }
  return speeches
}

/** The speech before: where it and its paragraph stand, and who spoke. */
interface Last {
  readonly end: number
  readonly paragraph: number
  readonly speaker: SpeakerWords
}

function speakerOf(text: string, span: MarkedSpan, around: Span, last: Last): SpeakerWords {
  const { lead, after } = clauseAround(text, span, around)
  const named = speakerNamed(lead, after)
  if (named.size > 0) return isRole(named) && isSameSpeaker(named, last.speaker) ? last.speaker : named
  const unknown = new Set([`@${span.start}`])
  const since = newcomerIn(between(text, last, span), last.speaker, unknown) ?? last.speaker
  if (around.start === last.paragraph) return byPronoun(`${lead} ${after}`, since, unknown)
  const ahead = namesAhead(text, span, around.end)
  if (ahead !== null) return ahead
  // "He said" goes on with the last speaker; without it a new paragraph's speaker is unknown.
  const paragraph = withoutSpeech(text.slice(around.start, around.end))
  return PRONOUN.test(paragraph) ? byPronoun(paragraph, since, unknown) : unknown
}

/** What stands between two speeches, without the sentence that names the speaker of the first one. */
function between(text: string, last: Last, span: MarkedSpan): string {
  const from = span.marks[0] ?? span.start
  if (last.end < 0) return ''
  const all = withoutSpeech(text.slice(Math.max(last.end + 1, from - MOST_AHEAD), from))
  const closed = /[.!?]/u.test(text.charAt(last.end - 1)) && !GOES_ON.test(all)
  return closed ? all : all.slice(firstSentence(all).length)
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
/** How long the sentence that leads to a speech may be. */
const MOST_BEFORE = 400

/** The rest of the sentence on both sides of a speech, outside quotation marks. */
function clauseAround(text: string, span: MarkedSpan, around: Span): { lead: string; after: string } {
  const from = span.marks[0] ?? span.start
  const before = text.slice(Math.max(around.start, from - MOST_BEFORE), Math.max(around.start, from))
  const lead = withoutSpeech(before.slice(sentenceEnds(before).at(-2) ?? 0))
  const end = span.end <= around.end ? around : paragraphAround(text, span.end)
  const tail = text.slice(span.end + 1, Math.min(end.end, span.end + MOST_AHEAD))
  const after = withoutSpeech(firstSentence(tail))
  const closed = /[.!?]["”»“]*$/.exec(text.slice(span.end - 1, span.end + 1))?.[0] ?? ''
  const goesOn = closed === '' || (/^[!?]/.test(closed) && GOES_ON.test(after))
  return { lead, after: goesOn ? after : '' }
}

/** "“Why?” she asked", "“Stop!” Hill said": the sentence goes on behind the speech. */
const GOES_ON = new RegExp(
  String.raw`^\s*(?:\p{Ll}|(?:\p{Lu}[\p{L}\p{M}’'-]*\s+){1,3}(?:${REPORTING_VERBS})(?![\p{L}\p{M}]))`,
  'u',
)

function withoutSpeech(text: string): string {
  return text.replace(
    /“[^”]*”?|«[^»]*»?|"[^"]*"?|(?<![\p{L}\p{N}])‘.*?(?:’(?![\p{L}\p{N}])|$)|(?<![\p{L}\p{N}])'[^'\n]*[.,!?…]'(?!\p{L})|^[^“”]*”/gu,
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

/** Whether two speeches are surely by the same speaker. */
export const sameSpeaker = (one: Speech, other: Speech): boolean => isSameSpeaker(one.speaker, other.speaker)
