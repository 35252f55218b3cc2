import { isAbbreviation } from '../quotations/abbreviations.ts'

/**
 * Sentences by rules of our own, because the platform's segmenter differs
 * between machines and verdicts must not. Offsets are UTF-16.
 */

const TERMINATOR = /(?<![.!?…。！？؟۔।])[.!?…。！？؟۔।]+[”’"'»“‘«›‹)\]」』]*(?=\s|$)|[。！？]+[」』”’）]*/gu

/** Offsets in `paragraph` at which a sentence ends (after its closing marks), in order; the end always. */
export const sentenceEnds = (paragraph: string): readonly number[] => [...endsOf(paragraph)]

/** The first sentence of a paragraph, or all of it. */
export function firstSentence(paragraph: string): string {
  for (const end of endsOf(paragraph)) return paragraph.slice(0, end)
  return paragraph
}

function* endsOf(paragraph: string): Iterable<number> {
  let last = 0
  for (const found of paragraph.matchAll(TERMINATOR)) {
    const end = found.index + found[0].length
    if (!endsSentence(paragraph, found.index, end, found[0])) continue
    last = end
    yield end
  }
  if (last !== paragraph.length || paragraph === '') yield paragraph.length
}

function endsSentence(paragraph: string, at: number, end: number, mark: string): boolean {
  if (/^[。！？]/u.test(mark)) return true
  const rest = paragraph.slice(end, end + 40).trimStart()
  if (rest === '') return true
  if (/^\p{Ll}/u.test(rest) || /^[,;:–—-]/u.test(rest)) return false
  if (!mark.startsWith('.') || mark.startsWith('..')) return true
  const word = /[\p{L}\p{M}\p{N}.]*$/u.exec(paragraph.slice(Math.max(0, at - 24), at))?.[0] ?? ''
  return !isAbbreviation(word, rest.replace(/^[^\p{L}\p{N}]+/u, ''))
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** The sentences of `text` that a range touches, as one span from the first one's start to the last one's end. */
export function sentencesAround(text: string, start: number, end: number): Span {
  return { start: sentenceStart(text, start), end: sentenceEnd(text, Math.max(start, end - 1)) }
}

function sentenceStart(text: string, at: number): number {
  const paragraph = runningParagraph(text, at)
  let start = paragraph.start
  for (const end of sentenceEnds(text.slice(paragraph.start, paragraph.end))) {
    if (paragraph.start + end > at) break
    start = paragraph.start + end
  }
  return start
}

function sentenceEnd(text: string, at: number): number {
  const paragraph = runningParagraph(text, at)
  for (const end of sentenceEnds(text.slice(paragraph.start, paragraph.end))) {
    if (paragraph.start + end > at) return paragraph.start + end
  }
  return paragraph.end
}

/** Lines that one sentence is taken to run over, before and after. */
const MOST_LINES = 40

/** The paragraph of an offset with the lines it runs on over: a break inside a sentence, where a small letter follows. */
function runningParagraph(text: string, at: number): Span {
  let { start, end } = paragraphAround(text, at)
  for (let lines = 0; lines < MOST_LINES && start > 0 && runsOn(text, start - 1); lines += 1)
    start = paragraphAround(text, start - 1).start
  for (let lines = 0; lines < MOST_LINES && end < text.length && runsOn(text, end); lines += 1)
    end = paragraphAround(text, end + 1).end
  return { start, end }
}

/** Whether a sentence goes on after the line feed at an offset. */
function runsOn(text: string, at: number): boolean {
  return (
    /^\n\s*\p{Ll}/u.test(text.slice(at, at + 8)) &&
    !/[.!?…。！？:][”’"'»“‘«›‹)\]]*\s*$/u.test(text.slice(Math.max(0, at - 8), at))
  )
}

/** The paragraph (line) of the text that holds an offset. */
export function paragraphAround(text: string, at: number): Span {
  const start = at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return { start, end: end < 0 ? text.length : Math.max(end, start) }
}
