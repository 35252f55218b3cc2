import { fold } from './fold.ts'
import type { Match } from './match.ts'
import { wordsOfAtom } from './match.ts'
import type { Mark } from './marks.ts'
import { hasOmission, type Atom, type Pattern } from './pattern.ts'
import { wordsOf } from './words.ts'

const MOST_OMISSIONS = 5
const MOST_BRACKETED = 12
const LEAST_UNBRACKETED = 3
const LONG_PIECE = 4

/**
 * Whether the marks of a reading keep the limits that need no source
 * (quotations.md § 4). Two omissions without kept words between them part an
 * empty piece, which is too short.
 */
export function keepsOwnLimits(pattern: Pattern): boolean {
  const omissions = pattern.joints.map(({ marks }) => marks.filter((mark) => mark.kind === 'omission').length)
  if (omissions.reduce((sum, count) => sum + count, 0) > MOST_OMISSIONS) return false
  if (omissions.some((count) => count > 1)) return false
  return bracketsKeepLimits(pattern) && (!hasOmission(pattern) || piecesOf(pattern).every(isLongEnough))
}

/** Whether a match leaves out no more than it keeps, or keeps only long pieces. */
export function keepsOmissionLimits(pattern: Pattern, match: Match): boolean {
  if (!hasOmission(pattern)) return true
  const pieces = piecesOf(pattern)
  const kept = pieces.reduce((sum, piece) => sum + countOf(piece), 0)
  const omitted = match.leftOut
  return kept >= omitted || pieces.every((piece) => countOf(piece) >= LONG_PIECE)
}

/** Brackets side by side count as one, so that no long one passes in slices. */
function bracketsKeepLimits(pattern: Pattern): boolean {
  const inside = pattern.joints.map(({ marks }) => marks.reduce((sum, mark) => sum + wordsInside(mark), 0))
  if (pattern.joints.every(({ marks }) => marks.every((mark) => mark.kind !== 'bracket'))) return true
  const bracketed = inside.reduce((sum, words) => sum + words, 0)
  const free = pattern.atoms.reduce((sum, atom) => sum + wordsOfAtom(atom), 0)
  return Math.max(...inside) <= MOST_BRACKETED && free >= LEAST_UNBRACKETED && free >= bracketed
}

function wordsInside(mark: Mark): number {
  return mark.kind === 'bracket' ? wordsOf(fold(mark.content)).length : 0
}

/** The kept pieces: runs of atoms between omissions. */
function piecesOf(pattern: Pattern): readonly (readonly Atom[])[] {
  const pieces: Atom[][] = [[]]
  pattern.atoms.forEach((atom, i) => {
    if (i > 0 && pattern.joints[i]?.marks.some((mark) => mark.kind === 'omission')) pieces.push([])
    pieces.at(-1)?.push(atom)
  })
  return pieces
}

function isLongEnough(piece: readonly Atom[]): boolean {
  return countOf(piece) >= 2 || [...piece.map(wordsIn).join('').replace(OUTER_SIGNS, '')].length >= 8
}

function countOf(piece: readonly Atom[]): number {
  return piece.reduce((sum, atom) => sum + wordsOfAtom(atom), 0)
}

/** A comma at its end makes a short piece no longer. */
const OUTER_SIGNS = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu

function wordsIn(atom: Atom): string {
  if (atom.kind === 'text') return atom.folded.text
  return atom.segments.map((segment) => (segment.hole ? '' : segment.text)).join('')
}
