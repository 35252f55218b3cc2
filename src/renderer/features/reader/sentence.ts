import { sentencesAround } from '../../../shared/verdict/sentences.ts'
import { lineAround, type Span } from './quotation-at.ts'

/** The sentence that an offset stands in, by the product's own rules and inside one paragraph; without white space. */
export function sentenceAround(text: string, at: number): Span {
  const line = lineAround(text, at)
  const span = sentencesAround(text, at, at + 1)
  const words = text.slice(Math.max(span.start, line.start), Math.min(span.end, line.end))
  const start = Math.max(span.start, line.start) + (words.length - words.trimStart().length)
  return { start, end: start + words.trim().length }
}
