import { QuoteNode } from '@lexical/rich-text'
import { TableCellNode } from '@lexical/table'
import {
  $createParagraphNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isTextNode,
  mergeRegister,
  TextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical'
import { TEXT_FORMATS } from '../../../../shared/brief/nodes.ts'
import { CodeBlockNode } from '../nodes/code-block.ts'
import { FootnoteNode } from '../nodes/footnote.tsx'
import { $makeQuote, LinkedQuoteBlockNode } from '../nodes/linked-quote.tsx'
import { $quoteOf } from '../nodes/quote-state.ts'

/**
 * Holds the sheet to what the stored form can say, so that nothing is on screen that a save would leave out: formats that
 * briefs have, paragraphs in cells, plain lines in code, blocks in quotations.
 */
export const registerSheetRules = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerNodeTransform(TextNode, $plainFormat),
    editor.registerNodeTransform(TableCellNode, $paragraphsOnly),
    editor.registerNodeTransform(CodeBlockNode, $linesOnly),
    editor.registerNodeTransform(QuoteNode, $blocksInside),
    editor.registerNodeTransform(FootnoteNode, $neverEmpty),
  )

function $plainFormat(text: TextNode): void {
  const allowed = text.getParent() instanceof CodeBlockNode ? 0 : TEXT_FORMATS
  if ((text.getFormat() & ~allowed) !== 0) text.setFormat(text.getFormat() & allowed)
  if (text.getStyle() !== '') text.setStyle('')
}

/** What a paste brought into a cell gives its words, a paragraph for each block of them. */
function $paragraphsOnly(cell: TableCellNode): void {
  for (const child of cell.getChildren()) {
    if ($isParagraphNode(child)) continue
    const paragraphs = $paragraphsIn(child)
    for (const paragraph of paragraphs) child.insertBefore(paragraph)
    child.remove()
  }
  if (cell.isEmpty()) cell.append($createParagraphNode())
}

function $paragraphsIn(node: LexicalNode): readonly ParagraphNode[] {
  if ($isParagraphNode(node)) return [node]
  if (node.isInline() || $isTextNode(node)) return [$createParagraphNode().append(node)]
  if (node instanceof LinkedQuoteBlockNode) return [$createParagraphNode().append($makeQuote($quoteOf(node)))]
  if (!$isElementNode(node)) return []
  return $isLeaf(node)
    ? [$createParagraphNode().append(...node.getChildren())]
    : node.getChildren().flatMap($paragraphsIn)
}

const $isLeaf = (node: ElementNode): boolean =>
  node.getChildren().every((child) => child.isInline() || $isTextNode(child) || $isLineBreakNode(child))

function $linesOnly(code: CodeBlockNode): void {
  for (const child of code.getChildren()) {
    if ($isTextNode(child) || $isLineBreakNode(child)) continue
    const words = child.getTextContent()
    if (words === '') child.remove()
    else child.replace($createTextNode(words))
  }
}

function $blocksInside(quote: QuoteNode): void {
  if (!quote.isShadowRoot()) {
    const paragraph = $createParagraphNode().append(...quote.getChildren())
    quote.setIsShadowRoot(true).append(paragraph)
  }
  $neverEmpty(quote)
}

function $neverEmpty(element: ElementNode): void {
  if (element.isEmpty()) element.append($createParagraphNode())
}
