import type { LexicalNode, NodeKey } from 'lexical'
import { briefDraft, type TextSpan } from '../../../shared/brief/draft.ts'
import type { Block, Inline } from '../../../shared/brief/nodes.ts'
import { quotationMarks } from '../../../shared/brief/quotation-marks.ts'
import type { PatternHit } from '../../../shared/search/find-pattern.ts'
import type { Sheet } from '../editor/sheet.ts'

/** Characters of one of the editor's nodes, UTF-16 units, `to` exclusive: of a text, or of the words of a quote. */
export interface Piece {
  readonly key: NodeKey
  readonly quote: boolean
  readonly from: number
  readonly to: number
}

/** What was found in a brief. Only what stands whole in typed words can be replaced: a quote's words are its source's. */
export interface DraftHit extends PatternHit {
  readonly where: 'typed' | 'quote' | 'across'
  readonly pieces: readonly Piece[]
}

/** The places on the sheet of what was found in its text; `hits` in order. */
export function placedHits({ state, nodes }: Sheet, hits: readonly PatternHit[]): readonly DraftHit[] {
  const { spans } = briefDraft(state)
  const { open, close } = quotationMarks(state.language)
  let first = 0
  return hits.map((hit) => {
    // A quote's closing mark may be what was found.
    while ((spans[first]?.end ?? Infinity) + close.length <= hit.start) first += 1
    const pieces: Piece[] = []
    let touches = false
    for (let at = first; (spans[at]?.start ?? Infinity) - open.length < hit.end; at += 1) {
      const span = spans[at]
      if (span === undefined) break
      touches ||= span.node.type !== 'text'
      const piece = pieceOf(span, hit, nodes)
      if (piece !== null) pieces.push(piece)
    }
    const length = pieces.reduce((sum, { quote, from, to }) => (quote ? sum : sum + to - from), 0)
    const typed = length === hit.end - hit.start
    return { ...hit, pieces, where: typed ? 'typed' : touches ? 'quote' : 'across' }
  })
}

function pieceOf(
  { node, start, end }: TextSpan,
  hit: PatternHit,
  nodes: ReadonlyMap<Block | Inline, LexicalNode>,
): Piece | null {
  const from = Math.max(start, hit.start)
  const to = Math.min(end, hit.end)
  const key = nodes.get(node)?.getKey()
  return key === undefined || from >= to
    ? null
    : { key, quote: node.type !== 'text', from: from - start, to: to - start }
}
