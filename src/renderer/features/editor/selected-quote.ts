import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  defineExtension,
  type LexicalNode,
} from 'lexical'
import { FootnoteReferenceNode } from './nodes/footnote.tsx'
import { ImageNode } from './nodes/image.tsx'
import { isQuote, type QuoteNode } from './nodes/linked-quote.tsx'

/**
 * The keys while a quote is selected as one. The page has no caret then, so what is typed, pasted or begun with Enter
 * would get lost: the caret is put after the quote first.
 */
export const SelectedQuoteExtension = defineExtension({
  name: '@verbatim/selected-quote',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(KEY_DOWN_COMMAND, $keyDown, COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_ENTER_COMMAND, $leave, COMMAND_PRIORITY_LOW),
      editor.registerCommand(PASTE_COMMAND, $leave, COMMAND_PRIORITY_LOW),
    ),
})

function $keyDown(event: KeyboardEvent): boolean {
  const quote = $selectedQuote()
  if (quote === null) return false
  const command = event.ctrlKey || event.metaKey
  if (event.key === 'Home' || event.key === 'End') {
    const start = event.key === 'Home'
    const line = quote.isInline() ? quote.getParent() : null
    const within = command || line === null ? $getRoot() : line
    if (start) within.selectStart()
    else within.selectEnd()
    event.preventDefault()
    return true
  }
  if (event.key.length === 1 && !command && !event.altKey) $caretAfter(quote)
  return false
}

/** Leaves the key to whoever handles it for a caret. */
function $leave(): false {
  const quote = $selectedQuote()
  if (quote !== null) $caretAfter(quote)
  return false
}

/** What is taken as one: quotes, images and references to footnotes alike. */
type AsOne = QuoteNode | ImageNode | FootnoteReferenceNode

const isAsOne = (node: LexicalNode): node is AsOne =>
  isQuote(node) || node instanceof ImageNode || node instanceof FootnoteReferenceNode

function $selectedQuote(): AsOne | null {
  const selection = $getSelection()
  if (!$isNodeSelection(selection)) return null
  return selection.getNodes().findLast(isAsOne) ?? null
}

function $caretAfter(quote: AsOne): void {
  if (quote.isInline()) {
    quote.selectNext(0, 0)
    return
  }
  const next = quote.getNextSibling()
  if ($isElementNode(next)) next.selectStart()
  else {
    const paragraph = $createParagraphNode()
    quote.insertAfter(paragraph)
    paragraph.select()
  }
}
