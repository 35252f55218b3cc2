import { $dfsIterator } from '@lexical/utils'
import {
  $createNodeSelection,
  $createParagraphNode,
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $isElementNode,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  HISTORY_PUSH_TAG,
  isDOMNode,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $ensureCaret } from '../acts/insert-quote.ts'
import { $makeFootnote, $makeReference, FootnoteNode, FootnoteReferenceNode } from '../nodes/footnote.tsx'

/**
 * Footnotes: a reference in the text, the body at the end of the sheet. A reference that is deleted takes its body along,
 * in one step of undo, once nothing else refers to it; one that goes with a larger selection leaves it, since it may be
 * pasted elsewhere.
 */
export const registerFootnotes = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $deleteReference, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $deleteEmptyBody, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ENTER_COMMAND, $enter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CLICK_COMMAND, $click, COMMAND_PRIORITY_LOW),
  )

/** Ctrl+Alt+F: puts a footnote at the caret and goes into its body; in a body, goes back to where it is referred to. */
export function footnote(editor: LexicalEditor): void {
  editor.update(
    () => {
      const inside = $bodyAt()
      if (inside !== null) {
        $selectReference(inside.getLabel())
        return
      }
      $ensureCaret()
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      const label = $freeLabel()
      selection.insertNodes([$makeReference(label)])
      const body = $makeFootnote(label).append($createParagraphNode())
      $getRoot().append(body)
      body.selectStart()
    },
    { tag: HISTORY_PUSH_TAG },
  )
}

/** The lowest number that names no note yet. */
function $freeLabel(): string {
  const taken = new Set([...$bodies(), ...$references()].map((node) => node.getLabel()))
  let number = 1
  while (taken.has(String(number))) number += 1
  return String(number)
}

const $bodies = (): readonly FootnoteNode[] =>
  $getRoot()
    .getChildren()
    .filter((node) => node instanceof FootnoteNode)

const $references = (): readonly FootnoteReferenceNode[] =>
  Array.from($dfsIterator(), ({ node }) => node).filter((node) => node instanceof FootnoteReferenceNode)

const isBody = (node: LexicalNode): node is FootnoteNode => node instanceof FootnoteNode

function $bodyAt(): FootnoteNode | null {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), isBody) : null
}

function $selectReference(label: string): void {
  $references()
    .find((node) => node.getLabel() === label)
    ?.selectNext(0, 0)
}

function $goToBody(label: string): boolean {
  const body = $bodies().find((node) => node.getLabel() === label)
  body?.selectEnd()
  return body !== undefined
}

/** The reference that a deletion would take: the selected one, or the one beside the caret. */
function $besides(backwards: boolean): FootnoteReferenceNode | null {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) {
    const [node, ...more] = selection.getNodes()
    return node instanceof FootnoteReferenceNode && more.length === 0 ? node : null
  }
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const { anchor } = selection
  const node = anchor.getNode()
  if ($isElementNode(node)) {
    const child = node.getChildAtIndex(backwards ? anchor.offset - 1 : anchor.offset)
    return child instanceof FootnoteReferenceNode ? child : null
  }
  const isAtEdge = anchor.offset === (backwards ? 0 : node.getTextContentSize())
  const beside = backwards ? node.getPreviousSibling() : node.getNextSibling()
  return isAtEdge && beside instanceof FootnoteReferenceNode ? beside : null
}

function $deleteReference(backwards: boolean): boolean {
  const reference = $besides(backwards)
  if (reference === null) return false
  const label = reference.getLabel()
  $caretBefore(reference)
  reference.remove()
  if ($references().every((other) => other.getLabel() !== label))
    for (const body of $bodies()) if (body.getLabel() === label) body.remove()
  return true
}

function $caretBefore(node: LexicalNode): void {
  const at = node.getIndexWithinParent()
  node.getParent()?.select(at, at)
}

/** Backspace in a body without words takes the note away, with what refers to it. */
function $deleteEmptyBody(event: KeyboardEvent): boolean {
  const body = $bodyAt()
  if (body === null || body.getTextContent() !== '' || body.getChildrenSize() > 1) return false
  event.preventDefault()
  const references = $references().filter((node) => node.getLabel() === body.getLabel())
  const [first] = references
  if (first === undefined) $getRoot().selectEnd()
  else $caretBefore(first)
  for (const reference of references) reference.remove()
  body.remove()
  return true
}

/** Enter on a selected reference goes to its note. */
function $enter(event: KeyboardEvent | null): boolean {
  const selection = $getSelection()
  const [node] = $isNodeSelection(selection) ? selection.getNodes() : []
  if (!(node instanceof FootnoteReferenceNode) || !$goToBody(node.getLabel())) return false
  event?.preventDefault()
  return true
}

/** A click on a reference goes to its note, one on a note's number goes back. */
function $click(event: MouseEvent): boolean {
  const { target } = event
  if (!isDOMNode(target)) return false
  const node = $getNearestNodeFromDOMNode(target)
  if (node instanceof FootnoteReferenceNode) {
    if (!$goToBody(node.getLabel())) {
      const selection = $createNodeSelection()
      selection.add(node.getKey())
      $setSelection(selection)
    }
    return true
  }
  if (!(node instanceof FootnoteNode) || !(target instanceof HTMLElement)) return false
  const { left, right } = target.getBoundingClientRect()
  const before = parseFloat(getComputedStyle(target).paddingInlineStart) || 0
  const isRtl = getComputedStyle(target).direction === 'rtl'
  if (isRtl ? event.clientX < right - before : event.clientX > left + before) return false
  $selectReference(node.getLabel())
  return true
}
