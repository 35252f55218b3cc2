import { wordsIn, type ChangeKind } from './change-kind.ts'
import { cutsWord, type Change } from './changes.ts'

/** Changes that take the place of words: they end where words do. */
const IN_PLACE: ReadonlySet<ChangeKind> = new Set(['omission', 'insertion', 'replacement'])
/** UTF-16 units from the first to the last kept word, where words are left out. */
const LONGEST = 3000

/**
 * Whether marks cut no word, and leave out and put in no more than a quotation bears: at most five omissions, kept
 * pieces of two words or eight letters, and no more words left out than kept, unless each piece has four; at least
 * three words of the source, and as many as are in brackets.
 */
export function keepsLimits(passage: string, changes: readonly Change[]): boolean {
  const pieces = ['']
  let [at, left, inside] = [0, 0, 0]
  const keep = (to: number): void => {
    pieces.push((pieces.pop() ?? '') + passage.slice(at, to))
    at = to
  }
  for (const { kind, start, end, text } of changes) {
    if (IN_PLACE.has(kind) && cutsWord(passage, start, end)) return false
    keep(IN_PLACE.has(kind) ? start : end)
    if (!IN_PLACE.has(kind)) continue
    inside += wordsIn(text)
    if (kind === 'omission') left += wordsIn(passage.slice(start, end))
    if (kind === 'omission') pieces.push('')
    at = end
  }
  keep(passage.length)
  return bearsMarks(passage, pieces, left, inside)
}

function bearsMarks(passage: string, pieces: readonly string[], left: number, inside: number): boolean {
  const counts = pieces.map(wordsIn)
  const kept = counts.reduce((sum, count) => sum + count, 0)
  if (inside > 0 && (kept < 3 || kept < inside)) return false
  if (pieces.length === 1) return true
  const isLong = (piece: string, index: number): boolean => {
    const count = counts[index] ?? 0
    return count === 0 || count >= 2 || piece.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '').length >= 8
  }
  const enough = kept >= left || counts.every((count) => count === 0 || count >= 4)
  return pieces.length <= 6 && passage.length <= LONGEST && pieces.every(isLong) && enough
}
