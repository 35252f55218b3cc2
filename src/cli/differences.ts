import type { DiffOperation } from '../shared/contract/check.ts'
import { shortened } from '../shared/story/shortened.ts'

/** UTF-16 units of equal words shown on each side of a difference. */
const AROUND = 60

/** The first text's words in [-…-], the other's in {+…+}. */
export function differences(diff: readonly DiffOperation[]): string {
  if (diff.every(({ op }) => op === 'equal')) return '    the same words'
  const shown = shortened(diff, AROUND).map((piece) => {
    if (piece.op === 'gap') return ' … '
    if (piece.op === 'equal') return piece.text
    return piece.op === 'delete' ? `[-${piece.text}-]` : `{+${piece.text}+}`
  })
  return shown
    .join('')
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n')
}
