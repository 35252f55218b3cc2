import { $insertNodeToNearestRoot } from '@lexical/utils'
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  HISTORY_PUSH_TAG,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { linkQuote } from '../../../../shared/brief/link-quote.ts'
import type { LinkedQuote } from '../../../../shared/brief/nodes.ts'
import type { Passage } from '../../../../shared/contract/passages.ts'
import { withoutOwnMarks } from '../../../../shared/quotations/own-marks.ts'
import { FootnoteNode } from '../nodes/footnote.tsx'
import { $makeBlockQuote, $makeQuote } from '../nodes/linked-quote.tsx'

/**
 * A quote of a whole passage, nothing altered. Marks that enclose the passage are
 * left out, as an imported draft's are: the brief puts its own around the words.
 */
export function quoteOf({ annotation, anchor, exact }: Passage): LinkedQuote {
  const { words } = withoutOwnMarks(exact)
  const directive = { annotation, version: null, translation: false, words, emphasis: [] }
  return linkQuote(directive, { anchorId: anchor, exact })
}

/** Puts a quote at the caret, or at the end of the text where there was none yet. One step of undo. */
export function insertQuote(editor: LexicalEditor, quote: LinkedQuote, block: boolean): void {
  editor.update(
    () => {
      $ensureCaret()
      if (block) $insertBlock(quote)
      else $insertInline(quote)
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  )
}

/** Leaves a caret after what is selected, never in place of it. */
export function $ensureCaret(): void {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) {
    const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus
    selection.anchor.set(key, offset, type)
    selection.focus.set(key, offset, type)
    return
  }
  const selected = $isNodeSelection(selection) ? selection.getNodes().at(-1) : undefined
  if (selected === undefined) $lastParagraph().selectEnd()
  else selected.selectNext()
}

/** The last paragraph before the footnotes; a new one where something else stands last. */
function $lastParagraph(): ElementNode {
  const blocks = $getRoot().getChildren()
  const last = blocks.findLast((node) => !(node instanceof FootnoteNode))
  if ($isParagraphNode(last)) return last
  const paragraph = $createParagraphNode()
  if (last === undefined) $getRoot().splice(0, 0, [paragraph])
  else last.insertAfter(paragraph)
  return paragraph
}

function $insertInline(quote: LinkedQuote): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const [before, after] = $around(selection.anchor.getNode(), selection.anchor.offset)
  const node = $makeQuote(quote)
  const nodes: LexicalNode[] = [node]
  if (before !== '' && !/[\s([{—–]/u.test(before)) nodes.unshift($createTextNode(' '))
  if (after !== '' && !/[\s.,;:!?…)\]}]/u.test(after)) nodes.push($createTextNode(' '))
  selection.insertNodes(nodes)
  node.selectNext()
}

/** The characters before and after a caret, empty at the ends of its block. */
function $around(node: LexicalNode, offset: number): readonly [string, string] {
  if ($isTextNode(node)) {
    const text = node.getTextContent()
    const before = offset > 0 ? text.charAt(offset - 1) : textOf(node.getPreviousSibling()).slice(-1)
    const after = offset < text.length ? text.charAt(offset) : textOf(node.getNextSibling()).slice(0, 1)
    return [before, after]
  }
  if (!$isElementNode(node)) return ['', '']
  const children = node.getChildren()
  return [textOf(children[offset - 1] ?? null).slice(-1), textOf(children[offset] ?? null).slice(0, 1)]
}

const textOf = (node: LexicalNode | null): string => node?.getTextContent() ?? ''

function $insertBlock(quote: LinkedQuote): void {
  const node = $insertNodeToNearestRoot($makeBlockQuote(quote))
  const before = node.getPreviousSibling()
  if ($isParagraphNode(before) && before.isEmpty()) before.remove()
  if (node.getNextSibling() === null) node.insertAfter($createParagraphNode())
  node.selectNext()
}
