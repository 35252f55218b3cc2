import type { Hyphens } from './hyphens.ts'
import { UNSURE } from './hyphens.ts'
import type { Line } from './lines.ts'
import { isDrawnApart } from './markers.ts'
import type { PlacedLine } from './paragraphs.ts'
import { directionOf, isRightToLeft, isUnspaced } from './script.ts'
import type { Word } from './words.ts'
import { WORD_GAP } from './words.ts'

export type Style = 'plain' | 'strong' | 'emphasis' | 'superscript' | 'subscript' | 'reference'

/** Words of one page in one style, with the range of the page's items that they come from. */
export interface Span {
  value: string
  readonly style: Style
  readonly page: number
  firstItem: number
  lastItem: number
}

export interface SpanContext {
  readonly hyphens: Hyphens
  /** The id of the note with that label at the foot of that page or at the end; null for none. */
  readonly noteFor: (page: number, label: string) => string | null
}

/** The words of some lines as running text: divided words made whole, lines joined. `skipped` words stand before it. */
export function spansOf(lines: readonly PlacedLine[], skipped: number, context: SpanContext): Span[] {
  const spans: Span[] = []
  const all = lines.flatMap(({ line }) => line.words)
  const plain: Usual = {
    bold: all.every(({ face }) => face.bold),
    italic: all.every(({ face }) => face.italic),
  }
  lines.forEach(({ line, page }, index) => {
    const words = inReadingOrder(line.words.slice(index === 0 ? skipped : 0))
    words.forEach((word, at) => {
      const previous = words[at - 1]
      const style = isReference(word, previous, line, page, context)
        ? 'reference'
        : styleOf(word, line, plain)
      if (previous === undefined) joinLine(spans, word, context.hyphens)
      else if (style !== 'reference' && isSpaced(previous, word)) append(spans, ' ')
      put(spans, word, style, page)
    })
  })
  return spans
}

interface Usual {
  readonly bold: boolean
  readonly italic: boolean
}

/** Words from left to right, put in the order in which they are read. */
export function inReadingOrder(words: readonly Word[]): readonly Word[] {
  const rtl = words.filter(({ text }) => isRightToLeft(text)).length
  if (rtl === 0) return words
  const backwards = rtl * 2 >= words.filter(({ text }) => directionOf(text) !== 'none').length
  const ordered: Word[] = []
  let run: Word[] = []
  for (const word of backwards ? words.toReversed() : words) {
    const turned = backwards ? ['ltr', 'number'].includes(directionOf(word.text)) : isRightToLeft(word.text)
    if (turned) run.push(word)
    else {
      ordered.push(...run.toReversed(), word)
      run = []
    }
  }
  return [...ordered, ...run.toReversed()]
}

function isSpaced(one: Word, other: Word): boolean {
  const gap = Math.max(other.start - one.end, one.start - other.end)
  const size = Math.max(one.size, other.size)
  if (isUnspaced(one.text.slice(-1)) && isUnspaced(other.text.slice(0, 1))) return gap > size * 0.6
  return gap > size * WORD_GAP || (gap > size * 0.02 && (one.spaceAfter || other.spaceBefore))
}

/** A note's mark right behind a word, where such a note stands at the foot of the page. A power of a number is none. */
function isReference(
  word: Word,
  previous: Word | undefined,
  line: Line,
  page: number,
  context: SpanContext,
): boolean {
  const note = previous === undefined ? null : context.noteFor(page, word.text)
  if (previous === undefined || note === null || NO_NOTE_BEHIND.test(previous.text)) return false
  if (isRaised(word, line))
    return word.baseline < line.baseline && word.start - previous.end < line.size * 0.5
  return !note.startsWith('note-end') && isDrawnApart(word, previous) && !isSpaced(previous, word)
}

/** Numbers, units, single letters and short formulas: a figure behind them is a power or an index. */
const NO_NOTE_BEHIND = /(?:\p{N}|^(?:\p{Lu}{1,3}|\p{L}|[cdkmnµ]m|ft|in|yd))$/u

const isRaised = (word: Word, line: Line): boolean =>
  word.size < line.size * 0.86 && Math.abs(line.baseline - word.baseline) > line.size * 0.08

function styleOf(word: Word, line: Line, usual: Usual): Style {
  if (isRaised(word, line)) return word.baseline > line.baseline ? 'subscript' : 'superscript'
  if (word.face.bold && !usual.bold) return 'strong'
  return word.face.italic && !usual.italic ? 'emphasis' : 'plain'
}

/** Adds to the words before; behind a note's mark they begin anew. */
function append(spans: Span[], text: string): void {
  const last = spans.at(-1)
  if (last?.style === 'reference') spans.push({ ...last, style: 'plain', value: text })
  else if (last !== undefined) last.value += text
}

function put(spans: Span[], word: Word, style: Style, page: number): void {
  const last = spans.at(-1)
  if (last?.style === style && last.page === page && style !== 'reference') {
    last.value += word.text
    last.firstItem = Math.min(last.firstItem, word.firstItem)
    last.lastItem = Math.max(last.lastItem, word.lastItem)
  } else spans.push({ value: word.text, style, page, firstItem: word.firstItem, lastItem: word.lastItem })
}

/** What stands between the end of a line and the first word of the next one. */
function joinLine(spans: Span[], next: Word, hyphens: Hyphens): void {
  const last = spans.at(-1)
  if (last === undefined) return
  if (last.style === 'reference') return append(spans, ' ')
  const before = last.value.slice(last.value.lastIndexOf(' ') + 1)
  if (/[\p{L}\p{M}\p{N}][-‐]$/u.test(before) && /^[\p{L}\p{N}]/u.test(next.text)) {
    const end = hyphens.decide(before, next.text)
    if (end === 'joined') last.value = last.value.slice(0, -1)
    if (end === 'unsure') last.value += UNSURE
    return
  }
  if (/\S[—/]$/u.test(before) && !/^[—–]/u.test(next.text)) return
  if (isUnspaced(before.slice(-1)) && isUnspaced(next.text.slice(0, 1))) return
  last.value += ' '
}
