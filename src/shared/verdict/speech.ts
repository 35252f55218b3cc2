import { paragraphAround, sentenceEnds, type Span } from './sentences.ts'

/** Words between quotation marks in a source: `start`–`end` without the marks, raw UTF-16 offsets. */
export interface Speech extends Span {
  /** Offsets of its own marks; a speech over several paragraphs opens again in each. */
  readonly marks: readonly number[]
  /** Capitalised words of its attribution; those of the last attributed speech where it has none. */
  readonly speaker: ReadonlySet<string>
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
}

/** Every quoted speech of a text, in order; nested marks of the second level are not told apart. */
export function speechesOf(text: string): readonly Speech[] {
  const spans = spansOf(text)
  const speeches: Speech[] = []
  let speaker: ReadonlySet<string> = new Set()
  let paragraph = -1
  let around: Span = { start: 0, end: -1 }
  for (const span of spans) {
    if (span.start > around.end) around = paragraphAround(text, span.start)
    const named = namesAround(text, span, around)
    if (named.size > 0) speaker = named
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
const TELLING = /[\n“”„«»「」『』"‘’]/gu

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
  if (mark !== '"' && mark !== '”' && mark !== '»' && mark !== '‘') return true
  if (mark === '”' && english) return false
  return at === 0 || /[\s([{—–\-/]/.test(text[at - 1] ?? '')
}

/**
 * A ’ that closes ‘ stands against no letter after it, and follows punctuation
 * as long as one of the paragraph that does is still to come (the carters’ guild).
 */
function closes(text: string, at: number, mark: string): boolean {
  if (mark !== '‘') return true
  if (/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')) return false
  if (!/[s\p{Lu}]/u.test(text[at - 1] ?? '')) return true
  const rest = text.slice(at + 1, at + 1 + MOST_AHEAD).split(/[\n‘]/u)[0] ?? ''
  return !/[.,!?…]’(?![\p{L}\p{N}])/u.test(rest)
}

/** How far before or after a speech its attribution, or its closing mark, is looked for, in UTF-16 units. */
const MOST_AHEAD = 1000

const NAME = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}’'-]*/gu
const NO_NAMES = new Set(
  (
    'the a an it he she they we i you his her their its our my this that these those there but and or so yet in on at for from of by with ' +
    'as when while after before if asked mr mrs ms dr sir president minister chair professor'
  ).split(' '),
)
const REPORTING =
  /\b(?:sa(?:id|ys|ying)|t(?:old|ells)|add(?:ed|s)|ask(?:ed|s)|call(?:ed|s)|claim(?:ed|s)|stat(?:ed|es)|warn(?:ed|s)|argu(?:ed|es)|insist(?:ed|s)|not(?:ed|es)|explain(?:ed|s)|announc(?:ed|es)|repl(?:ied|ies)|answer(?:ed|s)|wr(?:ote|ites)|denounc(?:ed|es)|emphasi[sz](?:ed|es)|stress(?:ed|es)|declar(?:ed|es)|describ(?:ed|es)|report(?:ed|s)|according to|conclud(?:ed|es)|observ(?:ed|es)|recall(?:ed|s)|admit(?:ted|s)|sagte|sagt|erklärte|meinte|betonte|a déclaré|a dit|déclare|selon|dijo|afirmó|según|declaró|ha detto|secondo|disse|сказал[аи]?|заявил[аи]?|по словам)(?![\p{L}\p{M}])/iu

/** Whether a stretch of text attributes words to somebody ("said", "according to"). */
export function isAttribution(text: string): boolean {
  return REPORTING.test(text)
}

/** Capitalised words of the sentence around a speech, outside quotation marks, when it reports. */
function namesAround(text: string, span: MarkedSpan, around: Span): ReadonlySet<string> {
  const from = span.marks[0] ?? span.start
  const before = text.slice(Math.max(around.start, from - MOST_AHEAD), Math.max(around.start, from))
  const lead = before.slice(sentenceEnds(before).at(-2) ?? 0)
  const end = span.end <= around.end ? around : paragraphAround(text, span.end)
  const tail = /[.!?]["”»“]*$/.test(text.slice(span.end - 1, span.end + 1))
    ? ''
    : text.slice(span.end + 1, Math.min(end.end, span.end + MOST_AHEAD))
  const after = tail.slice(0, sentenceEnds(tail)[0] ?? tail.length)
  const clause = `${withoutSpeech(lead)} ${withoutSpeech(after)}`
  return isAttribution(clause) ? namesIn(clause) : new Set()
}

function withoutSpeech(text: string): string {
  return text.replace(/“[^”]*”?|«[^»]*»?|"[^"]*"?|(?<![\p{L}\p{N}])‘.*?(?:’(?![\p{L}\p{N}])|$)|[^“]*”/gu, ' ')
}

export function namesIn(text: string): ReadonlySet<string> {
  const names = [...text.matchAll(NAME)].map((found) => found[0].replace(/[’']s?$/u, '').toLowerCase())
  return new Set(names.filter((name) => name.length > 1 && !NO_NAMES.has(name)))
}

/** A speech that opens its paragraph may be attributed after the next one. */
function namesAhead(text: string, span: MarkedSpan, end: number): ReadonlySet<string> | null {
  const rest = withoutSpeech(text.slice(span.end + 1, end))
  const names = isAttribution(rest) ? namesIn(rest) : new Set<string>()
  return names.size > 0 ? names : null
}

/** "He said" goes on with the last speaker; without it a new paragraph's speaker is unknown. */
function inherited(text: string, span: MarkedSpan, last: ReadonlySet<string>): ReadonlySet<string> {
  const { start, end } = paragraphAround(text, span.start)
  const pronoun = /\b(?:he|she|they|er|sie|il|elle|él|ella|lui|lei|он|она)\b/iu.test(
    withoutSpeech(text.slice(start, end)),
  )
  return pronoun ? last : new Set([`@${span.start}`])
}

/** Whether two speeches are surely by the same speaker. */
export function sameSpeaker(one: Speech, other: Speech): boolean {
  return [...one.speaker].some((name) => other.speaker.has(name))
}
