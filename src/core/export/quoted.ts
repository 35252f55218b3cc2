import type { BlockContent, Paragraph, PhrasingContent } from 'mdast'
import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import type { MarkPair } from '../../shared/brief/quotation-marks.ts'
import type { QuoteEvidence } from './evidence.ts'
import { nestFormats } from './formats.ts'

/** An inline quote between the brief's quotation marks; its citation and note follow the closing one. */
export function quoteSpan(
  evidence: QuoteEvidence,
  quote: LinkedQuote,
  marks: MarkPair,
  after: readonly PhrasingContent[],
): PhrasingContent[] {
  const children = emphasised(evidence.words, 0, evidence.words.length, quote.emphasis)
  return [
    text(marks.open),
    { type: 'quotedWords', language: evidence.language, quote, children },
    text(marks.close),
    ...after,
  ]
}

/** A block quote, a paragraph for each line of its words; its citation and note stand at the end. */
export function quoteBlock(
  evidence: QuoteEvidence,
  quote: LinkedQuote,
  after: readonly PhrasingContent[],
): BlockContent {
  const lines: PhrasingContent[][] = []
  let start = 0
  for (const line of evidence.words.split('\n')) {
    lines.push(emphasised(evidence.words, start, start + line.length, quote.emphasis))
    start += line.length + 1
  }
  const paragraphs = lines.map((words, index): Paragraph => ({
    type: 'paragraph',
    data: { quoted: words.length },
    children: index === lines.length - 1 ? [...words, ...after] : words,
  }))
  return {
    type: 'blockquote',
    data: { language: evidence.language, quote },
    children: paragraphs.filter(({ children }) => children.length > 0),
  }
}

/** Words from `start` to `end` (UTF-16 offsets) with the emphasis laid on them. */
function emphasised(
  words: string,
  start: number,
  end: number,
  emphasis: LinkedQuote['emphasis'],
): PhrasingContent[] {
  const inside = emphasis
    .map((range) => ({ ...range, start: Math.max(range.start, start), end: Math.min(range.end, end) }))
    .filter((range) => range.start < range.end)
  const cuts = [start, ...inside.flatMap((range) => [range.start, range.end]), end]
  return nestFormats(
    cuts.slice(1).map((to, index) => {
      const from = cuts[index] ?? start
      const format = inside.find((range) => range.start === from && range.end === to)?.format ?? 0
      return { format, node: { type: 'text', value: words.slice(from, to) } }
    }),
  )
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })
