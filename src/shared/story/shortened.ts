import { around } from '../anchoring/around.ts'
import type { DiffOperation } from '../contract/check.ts'

/** A stretch of a diff as it is shown; `gap` stands for equal words that are not. */
export type ShownPiece = { readonly op: 'gap' } | Pick<DiffOperation, 'op' | 'text'>

/** What differs, with at most `most` UTF-16 units of the equal words before and after each difference. */
export function shortened(diff: readonly DiffOperation[], most: number): readonly ShownPiece[] {
  return diff.flatMap(({ op, text }, at): readonly ShownPiece[] => {
    const head = at === 0 ? 0 : most
    const tail = at === diff.length - 1 ? 0 : most
    if (op !== 'equal' || text.length <= head + tail) return [{ op, text }]
    const { after } = around(text, { start: 0, end: 0 }, head)
    const { before } = around(text, { start: text.length, end: text.length }, tail)
    const shown = (part: string): readonly ShownPiece[] => (part === '' ? [] : [{ op, text: part }])
    return [...shown(after), { op: 'gap' }, ...shown(before)]
  })
}
