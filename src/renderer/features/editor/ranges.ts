import {
  $createNodeSelection,
  $getNodeByKey,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { groupsOf } from './long-draft.ts'
import type { QuotationPlace, TextPoint } from './places.ts'

/** Where a point of the draft stands in the window; null when it is no longer there. */
function pointOf(editor: LexicalEditor, { key, offset }: TextPoint): readonly [Node, number] | null {
  const element = editor.getElementByKey(key)
  if (element === null) return null
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
  return text === null ? null : [text, Math.min(offset, text.textContent?.length ?? 0)]
}

/** The words of a quotation as the window shows them. */
export function rangeOf(editor: LexicalEditor, place: QuotationPlace): Range | null {
  const range = document.createRange()
  if (place.kind === 'quote') {
    const element = editor.getElementByKey(place.key)
    if (element === null) return null
    range.selectNodeContents(element)
    return range
  }
  const from = pointOf(editor, place.from)
  const to = pointOf(editor, place.to)
  if (from === null || to === null) return null
  range.setStart(...from)
  range.setEnd(...to)
  return range
}

/** Selects a quote as one: Delete removes it, arrows leave it, and what is typed goes after it. */
export function selectQuote(editor: LexicalEditor, key: NodeKey): void {
  editor.update(() => {
    const selection = $createNodeSelection()
    selection.add(key)
    $setSelection(selection)
  })
}

/** Before the caret is put there. */
export function bringIntoSight(
  editor: LexicalEditor,
  element: Element | null | undefined,
  block: ScrollLogicalPosition = 'center',
): void {
  const root = editor.getRootElement()
  if (element == null || root === null) return
  groupsOf(root)?.layOut(element)
  element.scrollIntoView({ block })
}

/** Puts the caret after a node, and brings it into sight. */
export function showNode(editor: LexicalEditor, key: NodeKey): void {
  bringIntoSight(editor, editor.getElementByKey(key))
  editor.update(() => $getNodeByKey(key)?.selectNext())
  editor.focus()
}

/** Puts the caret before a quotation, and brings it into sight. */
export function goTo(editor: LexicalEditor, place: QuotationPlace): void {
  const range = rangeOf(editor, place)
  const element =
    range?.startContainer instanceof Element ? range.startContainer : range?.startContainer.parentElement
  bringIntoSight(editor, element)
  editor.update(() => {
    if (place.kind === 'quote') $getNodeByKey(place.key)?.selectNext()
    else {
      const text = $getNodeByKey(place.from.key)
      const at = place.from.offset
      if ($isTextNode(text) && at <= text.getTextContentSize()) text.select(at, at)
    }
  })
}
