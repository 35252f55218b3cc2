import { CLOSERS, SINGLES } from './glyphs.ts'
import type { Mark } from './marks.ts'

const DOUBLE = new Set(['"', '”', '“'])

/**
 * For each mark the index of the one that closes it, or -1. Computed from right to
 * left, so that what stands inside is known and jumped over: nesting switches level.
 */
export function partners(marks: readonly Mark[]): readonly number[] {
  const partner = marks.map(() => -1)
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    const mark = marks[at]
    if (mark?.opens === true) partner[at] = seek(marks, partner, at, mark)
  }
  return partner
}

function seek(marks: readonly Mark[], partner: readonly number[], from: number, opening: Mark): number {
  const closers = CLOSERS.get(opening.glyph) ?? ''
  const single = SINGLES.has(opening.glyph)
  let last = -1
  let at = from + 1
  while (at < marks.length) {
    const mark = marks[at]
    if (mark === undefined) break
    if (mark.closes && closers.includes(mark.glyph) && !isPrime(marks, at, mark)) {
      if (!single || mark.clear) return at
      last = at
    } else if (single && isWall(mark, partner[at] ?? -1)) break
    const inner = mark.opens ? (partner[at] ?? -1) : -1
    at = inner > at ? inner + 1 : at + 1
  }
  return opening.doubtful ? -1 : last
}

/** No single quotation reaches beyond the end of the double one around it. */
const isWall = (mark: Mark, partner: number): boolean =>
  partner < 0 && mark.closes && !mark.opens && !mark.measure && '”"»」』'.includes(mark.glyph)

/** 5' 10" is a prime when the next mark of its kind would otherwise close nothing. */
function isPrime(marks: readonly Mark[], at: number, mark: Mark): boolean {
  if (!mark.measure || mark.opens) return false
  const kin = DOUBLE.has(mark.glyph) ? DOUBLE : SINGLES
  const next = marks.slice(at + 1).find((other) => kin.has(other.glyph))
  if (next === undefined || next.opens || !next.closes || next.glyph !== mark.glyph) return false
  return !mark.ended || next.start - mark.end <= 1
}
