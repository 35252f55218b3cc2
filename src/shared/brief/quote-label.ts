import { blockWords } from '../quotations/block-words.ts'
import { placeOf, withoutOwnMarks } from '../quotations/own-marks.ts'
import { wordsOf } from '../quotations/part.ts'
import type { LinkedQuote } from './nodes.ts'
import { quoteWords } from './quote-words.ts'

/** A stretch of a quote's words with the bits of its format. */
export interface FormattedText {
  readonly text: string
  readonly format: number
}

/** Marks that are put around words which bring a pair of their own: the reader takes one pair away. */
const PAIRS = [
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['„', '“'],
] as const

/** The words of an inline quote as its label has them, so that they are read back as they are. */
export function quoteLabel(quote: LinkedQuote): readonly FormattedText[] {
  const words = quoteWords(quote)
  const isKept = (label: string) => withoutOwnMarks(label).words === words.trim()
  const [open, close] = marksFor(words, isKept)
  return [{ text: open, format: 0 }, ...formatted(quote, 0, words.length), { text: close, format: 0 }].filter(
    ({ text }) => text !== '',
  )
}

/** What a reader makes of these paragraphs. */
const read = (lines: readonly string[]): string =>
  wordsOf(blockWords(lines.map((line) => placeOf(line))).parts).text

/** The paragraphs of a block quote; lines that a paragraph cannot hold alone stay in one, parted by line feeds. */
export function quoteParagraphs(quote: LinkedQuote): readonly (readonly FormattedText[])[] {
  const words = quoteWords(quote)
  const lines = words.split('\n')
  const layouts = [lines, [words]]
  for (const layout of layouts) {
    const isKept = (label: string) => {
      const split = layout === lines ? label.split('\n') : [label]
      return split.every((line) => line.trim() !== '') && read(split) === words.trim()
    }
    const [open, close] = marksFor(words, isKept)
    if (!isKept(open + words + close)) continue
    return paragraphs(quote, layout, open, close)
  }
  return paragraphs(quote, [words], '', '')
}

function paragraphs(
  quote: LinkedQuote,
  layout: readonly string[],
  open: string,
  close: string,
): readonly (readonly FormattedText[])[] {
  let at = 0
  return layout.map((line, index) => {
    const start = at
    at += line.length + 1
    const before = index === 0 ? open : ''
    const after = index === layout.length - 1 ? close : ''
    return [
      { text: before, format: 0 },
      ...formatted(quote, start, start + line.length),
      { text: after, format: 0 },
    ].filter(({ text }) => text !== '')
  })
}

function marksFor(words: string, isKept: (label: string) => boolean): readonly [string, string] {
  if (isKept(words)) return ['', '']
  return PAIRS.find(([open, close]) => isKept(open + words + close)) ?? ['', '']
}

/** The words from `start` to `end` (UTF-16) cut where their emphasis changes. */
function formatted(quote: LinkedQuote, start: number, end: number): readonly FormattedText[] {
  const words = quoteWords(quote)
  const pieces: FormattedText[] = []
  let at = start
  for (const range of quote.emphasis) {
    const from = Math.max(range.start, at)
    const to = Math.min(range.end, end)
    if (from >= to) continue
    if (from > at) pieces.push({ text: words.slice(at, from), format: 0 })
    pieces.push({ text: words.slice(from, to), format: range.format })
    at = to
  }
  if (at < end) pieces.push({ text: words.slice(at, end), format: 0 })
  return pieces
}

/** `#id`, `version=N` and `translation`. */
export function quoteAttributesOf({ annotation, pin, translation }: LinkedQuote): Record<string, string> {
  return {
    id: annotation,
    ...(pin === null ? {} : { version: String(pin) }),
    ...(translation === null ? {} : { translation: '' }),
  }
}
