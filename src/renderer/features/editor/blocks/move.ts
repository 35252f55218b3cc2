import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list'
import {
  $findMatchingParent,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import { FootnoteNode } from '../nodes/footnote.tsx'

/** Alt+Shift with an arrow moves the item or the blocks at the caret past what stands beside them. */
export const registerMoves = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown'
      if (!isArrow || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return false
      event.preventDefault()
      move(editor, event.key === 'ArrowUp')
      return true
    },
    COMMAND_PRIORITY_HIGH,
  )

/** Moves what is selected up or down by one place, as one step of undo. At the ends it stays where it is. */
export function move(editor: LexicalEditor, up: boolean): void {
  editor.update(
    () => {
      const moved = $movable()
      const [first] = moved
      const last = moved.at(-1)
      if (first === undefined || last === undefined) return
      const beside = up ? $before(first) : $after(last)
      if (beside === null || beside instanceof FootnoteNode) return
      if (up) for (const node of moved) beside.insertBefore(node)
      else for (const node of moved.toReversed()) beside.insertAfter(node)
    },
    { tag: HISTORY_PUSH_TAG },
  )
}

/** Puts a block of the sheet before another, or, for null, at the end of the text. */
export function moveBefore(editor: LexicalEditor, key: NodeKey, before: NodeKey | null): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key)
      const target = before === null ? $firstNote() : $getNodeByKey(before)
      if (node === null || node.is(target) || node.getNextSibling()?.is(target) === true) return
      if (target === null) $getRoot().append(node)
      else target.insertBefore(node)
    },
    { tag: HISTORY_PUSH_TAG },
  )
}

const $firstNote = (): LexicalNode | null =>
  $getRoot()
    .getChildren()
    .find((node) => node instanceof FootnoteNode) ?? null

/** An item with what is nested under it, or the blocks of the sheet that the selection reaches over. Footnotes stay. */
function $movable(): readonly LexicalNode[] {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) && !$isNodeSelection(selection)) return []
  const ends = $isRangeSelection(selection)
    ? [selection.anchor.getNode(), selection.focus.getNode()]
    : selection.getNodes()
  const items = ends.map((node) => $findMatchingParent(node, $isListItemNode))
  const [item] = items
  if (item != null && items.every((each) => item.is(each))) return $withNested(item)
  const blocks = ends.map((node) => $findMatchingParent(node, (each) => $getRoot().is(each.getParent())))
  const places = blocks.flatMap((block) => (block === null ? [] : [block.getIndexWithinParent()]))
  if (places.length === 0) return []
  return $getRoot()
    .getChildren()
    .slice(Math.min(...places), Math.max(...places) + 1)
    .filter((node) => !(node instanceof FootnoteNode))
}

function $withNested(item: ListItemNode): readonly LexicalNode[] {
  const next = item.getNextSibling()
  return isNested(next) ? [item, next] : [item]
}

const isNested = (node: LexicalNode | null): node is ListItemNode =>
  $isListItemNode(node) && $isListNode(node.getFirstChild()) && node.getChildrenSize() === 1

/** What stands before, an item with what is nested under it being one. */
function $before(node: LexicalNode): LexicalNode | null {
  const previous = node.getPreviousSibling()
  return isNested(previous) ? (previous.getPreviousSibling() ?? previous) : previous
}

function $after(node: LexicalNode): LexicalNode | null {
  const next = node.getNextSibling()
  const nested = next === null || !$isListItemNode(next) ? null : next.getNextSibling()
  return isNested(nested) ? nested : next
}
