import {
  $addUpdateTag,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { quotationMarks } from '../../../shared/brief/quotation-marks.ts'
import { APOSTROPHE, typedMark, unitsToMend } from '../../../shared/brief/typed-mark.ts'
import { CodeBlockNode } from '../editor/nodes/code-block.ts'

/**
 * Puts the marks of a brief’s language in place of straight ones as they are typed, as a step of its own: one undo
 * gives the straight mark back. Code keeps what is typed.
 */
export function typeMarks(
  editor: LexicalEditor,
  root: HTMLElement,
  language: () => string | null,
): () => void {
  const onBeforeInput = (event: InputEvent): void => {
    const { data, inputType, isComposing } = event
    if (inputType !== 'insertText' || data === null || data.length !== 1 || isComposing) return
    const marks = quotationMarks(language())
    const around = editor.read($around)
    if (around === null) return
    if (data === '"' || data === "'") {
      const mark = typedMark(data, around, marks)
      if (mark === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      editor.update(() => $insert(data), { discrete: true })
      editor.update(() => $instead(1, mark), { discrete: true })
      return
    }
    const units = unitsToMend(around.before, data, marks)
    if (units > 0) editor.update(() => $instead(units, APOSTROPHE), { discrete: true })
  }
  // Before the editor's own listener.
  root.addEventListener('beforeinput', onBeforeInput, { capture: true })
  return () => root.removeEventListener('beforeinput', onBeforeInput, { capture: true })
}

function $insert(text: string): void {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) selection.insertText(text)
}

/** Puts a text in place of so many UTF-16 units before the caret, where they are of one text. */
function $instead(units: number, text: string): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return
  const { anchor } = selection
  const node = anchor.getNode()
  if (!$isTextNode(node) || anchor.offset < units) return
  $addUpdateTag(HISTORY_PUSH_TAG)
  node.spliceText(anchor.offset - units, units, text, true)
}

/** The paragraph around the caret; null where straight marks are to stay. */
function $around(): { readonly before: string; readonly after: string } | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.hasFormat('code')) return null
  const [anchor, focus] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const block = blockOf(anchor.getNode())
  if (block === null || block instanceof CodeBlockNode) return null
  return { before: $textTo(anchor, block, 'before'), after: $textTo(focus, block, 'after') }
}

/** The nearest element that is no part of a line. */
function blockOf(node: LexicalNode): LexicalNode | null {
  let at: LexicalNode | null = node
  while (at !== null && (!$isElementNode(at) || at.isInline())) at = at.getParent()
  return at
}

/** The text of a block on one side of a point. */
function $textTo(point: RangeSelection['anchor'], block: LexicalNode, side: 'before' | 'after'): string {
  const node = point.getNode()
  let text = ''
  if ($isTextNode(node)) {
    const own = node.getTextContent()
    text = side === 'before' ? own.slice(0, point.offset) : own.slice(point.offset)
  } else if ($isElementNode(node)) {
    const children = node.getChildren()
    text = textOf(side === 'before' ? children.slice(0, point.offset) : children.slice(point.offset))
  }
  for (let at: LexicalNode | null = node; at !== null && !at.is(block); at = at.getParent()) {
    if (side === 'before') text = textOf(at.getPreviousSiblings()) + text
    else text += textOf(at.getNextSiblings())
  }
  return text
}

const textOf = (nodes: readonly LexicalNode[]): string => nodes.map((node) => node.getTextContent()).join('')
