import type { DiffOperation } from '../../shared/contract/check.ts'
import { Differing } from './Differing.tsx'
import { shortened, type ShownPiece } from '../../shared/story/shortened.ts'

/** What a screen reader is told at words that only one of both texts has. */
export interface DiffSays {
  readonly deleted: string
  readonly inserted: string
  readonly end: string
}

/** A word diff in one run: what went is struck, what came is underlined, of the rest `around` UTF-16 units on each side. */
export function DiffWords({
  diff,
  around,
  says,
}: {
  readonly diff: readonly DiffOperation[]
  readonly around: number
  readonly says: DiffSays
}) {
  return shortened(diff, around).map((piece, index) => <Piece key={index} piece={piece} says={says} />)
}

function Piece({ piece, says }: { readonly piece: ShownPiece; readonly says: DiffSays }) {
  switch (piece.op) {
    case 'gap':
      return <span className="dim"> … </span>
    case 'equal':
      return <span>{piece.text}</span>
    case 'delete':
    case 'insert':
      return (
        <Differing op={piece.op} says={piece.op === 'delete' ? says.deleted : says.inserted} end={says.end}>
          {piece.text}
        </Differing>
      )
  }
}
