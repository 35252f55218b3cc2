import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list'
import { $isQuoteNode } from '@lexical/rich-text'
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'

/** Keys inside lists and quotations: Tab nests an item, Ctrl+Enter ticks it, Enter on an empty line leaves a quotation. */
export const registerBlockKeys = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(KEY_TAB_COMMAND, $nest, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ENTER_COMMAND, $tick, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveQuotation, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $openQuotation, COMMAND_PRIORITY_HIGH),
  )

/** The items that the selection touches, each once, in order. */
export function $itemsAt(): readonly ListItemNode[] {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return []
  const nodes = [...selection.getNodes(), selection.anchor.getNode(), selection.focus.getNode()]
  const items = nodes.flatMap((node) => $findMatchingParent(node, $isListItemNode) ?? [])
  return [...new Set(items)].filter((item) => !$isListNode(item.getFirstChild()))
}

function $nest(event: KeyboardEvent | null): boolean {
  const items = $itemsAt()
  if (items.length === 0 || event === null || event.ctrlKey || event.altKey || event.metaKey) return false
  event.preventDefault()
  // An item can go under the one before it only: Markdown has no other nesting.
  for (const item of items) {
    const indent = item.getIndent()
    if (event.shiftKey) item.setIndent(Math.max(0, indent - 1))
    else if (item.getPreviousSibling() !== null) item.setIndent(indent + 1)
  }
  return true
}

function $tick(event: KeyboardEvent | null): boolean {
  if (event === null || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return false
  const items = $itemsAt().filter(isTask)
  if (items.length === 0) return false
  event.preventDefault()
  const all = items.every((item) => item.getChecked() === true)
  for (const item of items) item.setChecked(!all)
  return true
}

function isTask(item: ListItemNode): boolean {
  const list = item.getParent()
  return $isListNode(list) && list.getListType() === 'check'
}

/** The paragraph of a caret that has nothing on it, or before it. */
function $emptyAt(isEmpty: (paragraph: LexicalNode) => boolean): LexicalNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.offset !== 0) return null
  const paragraph = $findMatchingParent(selection.anchor.getNode(), (node) => $isQuoteNode(node.getParent()))
  return paragraph !== null && isEmpty(paragraph) ? paragraph : null
}

function $leaveQuotation(): boolean {
  const paragraph = $emptyAt((node) => $isParagraphNode(node) && node.isEmpty())
  const quote = paragraph?.getParent()
  if (paragraph === null || !$isQuoteNode(quote) || paragraph.getNextSibling() !== null) return false
  quote.insertAfter(paragraph)
  if (quote.isEmpty()) quote.remove()
  if ($isElementNode(paragraph)) paragraph.select()
  return true
}

/** Backspace at the start of a quotation's first paragraph takes that paragraph out of it. */
function $openQuotation(event: KeyboardEvent): boolean {
  const paragraph = $emptyAt((node) => $isElementNode(node) && node.getPreviousSibling() === null)
  const quote = paragraph?.getParent()
  const selection = $getSelection()
  if (paragraph === null || !$isQuoteNode(quote) || !$isRangeSelection(selection)) return false
  const node = selection.anchor.getNode()
  if (!node.is(paragraph) && node.getPreviousSibling() !== null) return false
  event.preventDefault()
  quote.insertBefore(paragraph)
  if (quote.isEmpty()) quote.remove()
  return true
}
