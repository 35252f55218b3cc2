import {
  $addUpdateTag,
  $createPoint,
  $createRangeSelection,
  $getNodeByKey,
  $isTextNode,
  $setSelection,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
} from 'lexical'
import type { DraftHit } from './draft-hits.ts'

/** Puts what is to stand there in place of each hit, as one step of undo; quotes and what spans paragraphs is left. */
export function replaceHits(editor: LexicalEditor, hits: readonly DraftHit[]): number {
  const typed = hits.filter(({ where }) => where === 'typed')
  editor.update(
    () => {
      $addUpdateTag(HISTORY_PUSH_TAG)
      // The focus stays in the field.
      $addUpdateTag(SKIP_DOM_SELECTION_TAG)
      // From the end, so that what is before keeps its offsets.
      for (const hit of typed.toReversed()) $replace(hit)
    },
    { discrete: true },
  )
  return typed.length
}

/** The words take the look of the first letter they stand for. */
function $replace({ pieces, put }: DraftHit): void {
  for (const [index, { key, from, to }] of [...pieces.entries()].toReversed()) {
    const text = $getNodeByKey(key)
    if ($isTextNode(text)) text.spliceText(from, to - from, index === 0 ? put : '')
  }
}

/** Selects what was found, where it stands in typed words. */
export function selectHit(editor: LexicalEditor, { pieces }: DraftHit): void {
  const from = pieces.find(({ quote }) => !quote)
  const to = pieces.findLast(({ quote }) => !quote)
  if (from === undefined || to === undefined) return
  editor.update(() => {
    const selection = $createRangeSelection()
    selection.anchor = $createPoint(from.key, from.from, 'text')
    selection.focus = $createPoint(to.key, to.to, 'text')
    $setSelection(selection)
  })
}
