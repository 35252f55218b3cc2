import { $isHeadingNode } from '@lexical/rich-text'
import {
  $addUpdateTag,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { FootnoteNode } from '../editor/nodes/footnote.tsx'
import { bringIntoSight } from '../editor/ranges.ts'
import type { Levels, Move } from './sections.ts'

/** A heading of the brief; `block` is its place among the brief's blocks. */
export interface Heading {
  readonly key: NodeKey
  readonly block: number
  readonly level: number
  readonly words: string
}

/** The headings of a brief, and under which of them the caret is: -1 above the first. */
export interface Headings {
  readonly all: readonly Heading[]
  readonly current: number
}

/** What a section can hold; footnotes stand at the end of the whole. */
const $blocks = () =>
  $getRoot()
    .getChildren()
    .filter((node) => !(node instanceof FootnoteNode))

const levelOf = (tag: string): number => Number(tag.slice(1))

export function $headings(): Headings {
  const all = $blocks().flatMap((node, block): readonly Heading[] =>
    $isHeadingNode(node)
      ? [{ key: node.getKey(), block, level: levelOf(node.getTag()), words: node.getTextContent().trim() }]
      : [],
  )
  const here = $getSelection()?.getNodes().at(0)?.getTopLevelElement()?.getIndexWithinParent() ?? -1
  return { all, current: all.findLastIndex(({ block }) => block <= here) }
}

export const $levels = (): Levels =>
  $blocks().map((node) => ($isHeadingNode(node) ? levelOf(node.getTag()) : 0))

/** Moves a section as one step of undo. `plan` is given the brief as it stands; null moves nothing. */
export function moveBlocks(editor: LexicalEditor, plan: (levels: Levels) => Move | null): boolean {
  let moved = false
  editor.update(
    () => {
      const move = plan($levels())
      if (move === null) return
      $addUpdateTag(HISTORY_PUSH_TAG)
      // The focus stays where it was asked from.
      $addUpdateTag(SKIP_DOM_SELECTION_TAG)
      const blocks = $blocks()
      const section = blocks.slice(move.start, move.end)
      const before = blocks[move.to]
      let last = blocks.at(-1)
      for (const node of section) {
        if (before !== undefined) before.insertBefore(node, false)
        else {
          last?.insertAfter(node, false)
          last = node
        }
      }
      moved = true
    },
    { discrete: true },
  )
  return moved
}

/** Puts the caret at the end of a heading, and the heading at the top of what is seen. */
export function goToHeading(editor: LexicalEditor, key: NodeKey): void {
  bringIntoSight(editor, editor.getElementByKey(key), 'start')
  editor.update(() => {
    const node = $getNodeByKey(key)
    if ($isHeadingNode(node)) node.selectEnd()
  })
  editor.focus()
}
