import type { Face, Glyph, Turn } from './glyph.ts'
import { directionOf, isUnspaced, lettersOf } from './script.ts'

/** Letters without a space between them, in the order in which they are read. Lengths as in `Glyph`. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly baseline: number
  readonly size: number
  readonly face: Face
  readonly firstItem: number
  readonly lastItem: number
  readonly artifact: boolean
  /** A space was drawn after it, or before it. */
  readonly spaceAfter: boolean
  readonly spaceBefore: boolean
}

/** A gap wider than this many font sizes parts two words. */
export const WORD_GAP = 0.14
/** Between letters of scripts without spaces. */
const UNSPACED_GAP = 0.6
/** A letter further above or below than this many font sizes stands on another line, or is raised. */
const SAME_BASELINE = 0.08

/** The words of glyphs that are turned one way, in the order in which they are drawn. */
export function wordsOf(glyphs: readonly Glyph[], turn: Turn): Word[] {
  const words: Word[] = []
  let open: Glyph[] = []
  let spaced = false
  const close = (spaceAfter: boolean): void => {
    const word = open.length === 0 ? null : wordFrom(open, spaced, spaceAfter)
    if (word !== null) words.push(word)
    if (open.length > 0 || spaceAfter) spaced = spaceAfter
    open = []
  }
  for (const glyph of glyphs) {
    if (glyph.turn !== turn) continue
    if (/^[\s\u00a0]+$/u.test(glyph.text)) {
      close(true)
      continue
    }
    const last = open.at(-1)
    if (last !== undefined && !continues(last, glyph)) close(false)
    open.push(glyph)
  }
  close(false)
  return words
}

const isMark = (text: string): boolean => /^\p{M}+$/u.test(text)

const isNumber = (text: string): boolean => /^\p{N}+$/u.test(text)

function continues(last: Glyph, next: Glyph): boolean {
  const size = Math.max(last.size, next.size)
  if (last.artifact !== next.artifact) return false
  if (isMark(next.text)) return Math.abs(next.start - last.end) < size * 2
  if (Math.abs(last.size - next.size) > size * 0.05) return false
  if (Math.abs(last.baseline - next.baseline) > size * SAME_BASELINE) return false
  // A note's number may be drawn in the text's own size, by a font that has raised figures.
  if (last.item !== next.item && isNumber(last.text) !== isNumber(next.text)) return false
  if (last.face.bold !== next.face.bold || last.face.italic !== next.face.italic) return false
  const limit = size * (isUnspaced(last.text) && isUnspaced(next.text) ? UNSPACED_GAP : WORD_GAP)
  const gap = next.start >= last.start ? next.start - last.end : last.start - next.end
  return gap < limit && gap > -size * 0.6
}

function wordFrom(glyphs: readonly Glyph[], spaceBefore: boolean, spaceAfter: boolean): Word | null {
  const first = glyphs[0]
  if (first === undefined) return null
  const bases = withMarks(glyphs)
  const text = inReadingOrder(bases).join('')
  if (text === '') return null
  return {
    text,
    start: Math.min(...glyphs.map(({ start }) => start)),
    end: Math.max(...glyphs.map(({ end }) => end)),
    baseline: first.baseline,
    size: first.size,
    face: first.face,
    firstItem: Math.min(...glyphs.map(({ item }) => item)),
    lastItem: Math.max(...glyphs.map(({ item }) => item)),
    artifact: first.artifact,
    spaceAfter,
    spaceBefore,
  }
}

interface Base {
  text: string
  readonly start: number
  readonly end: number
}

/** Each letter with the marks that are drawn over it, from left to right. A letter drawn twice to look bold is one. */
function withMarks(glyphs: readonly Glyph[]): Base[] {
  const bases: Base[] = []
  for (const { text, start, end, size } of glyphs) {
    const letters = lettersOf(text)
    if (letters === '' || isMark(letters)) continue
    const twin = bases.at(-1)
    if (twin !== undefined && twin.text === letters && Math.abs(twin.start - start) < size * 0.05) continue
    bases.push({ text: letters, start, end })
  }
  for (const { text, start, end } of glyphs.filter((glyph) => isMark(lettersOf(glyph.text)))) {
    const middle = (start + end) / 2
    const base = bases.toSorted((a, b) => distance(a, middle) - distance(b, middle))[0]
    if (base === undefined) bases.push({ text: lettersOf(text), start, end })
    else base.text += lettersOf(text)
  }
  return bases.toSorted((a, b) => a.start - b.start)
}

const distance = ({ start, end }: Base, point: number): number =>
  point < start ? start - point : Math.max(0, point - end)

/** Letters as they stand from left to right, put in the order in which they are read. */
function inReadingOrder(bases: readonly Base[]): string[] {
  const texts = bases.map(({ text }) => text)
  if (!texts.some((text) => directionOf(text) === 'rtl')) return texts
  return backwards(texts)
}

/** Turns a right-to-left row round, but not the numbers and the words of other scripts inside it. */
export function backwards(texts: readonly string[]): string[] {
  const turned: string[] = []
  let run: string[] = []
  const flush = (): void => {
    turned.push(...run.toReversed())
    run = []
  }
  for (const text of texts.toReversed()) {
    const direction = directionOf(text)
    if (direction === 'ltr' || direction === 'number') run.push(text)
    else if (run.length > 0 && /^[.,:/%]$/u.test(text) && direction === 'none') run.push(text)
    else {
      flush()
      turned.push(text)
    }
  }
  flush()
  return turned
}
