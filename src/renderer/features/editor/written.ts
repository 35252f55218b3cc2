import { HorizontalRuleNode } from '@lexical/extension'
import { $isLinkNode } from '@lexical/link'
import { $isListItemNode, $isListNode, type ListItemNode as LexicalListItem } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import {
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  type TableRowNode as LexicalRow,
} from '@lexical/table'
import {
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import { element, joined, LINE_BREAK, makeParagraph, makeText } from '../../../shared/brief/make.ts'
import { isBlock } from '../../../shared/brief/node-kinds.ts'
import {
  TEXT_FORMATS,
  type Alignment,
  type Block,
  type FootnoteNode as StoredFootnote,
  type Inline,
  type LineBreakNode,
  type ListItemNode,
  type ParagraphNode,
  type TableCellNode,
  type TableRowNode,
  type TextNode,
} from '../../../shared/brief/nodes.ts'
import { CitationNode } from './nodes/citation.tsx'
import { CodeBlockNode } from './nodes/code-block.ts'
import { FootnoteNode, FootnoteReferenceNode } from './nodes/footnote.tsx'
import { ImageNode } from './nodes/image.tsx'
import { LinkedQuoteBlockNode, LinkedQuoteNode } from './nodes/linked-quote.tsx'
import { $quoteOf } from './nodes/quote-state.ts'
import { SetAsideNode } from './nodes/set-aside.ts'

/** Notes which node of the editor a node of the stored form was written from. */
export type Noted = (written: Block | Inline, from: LexicalNode) => void

/**
 * A block of the sheet in the brief's stored form. Whatever a paste may have
 * brought that briefs do not have (colours, alignment, an unknown node's dress)
 * is left out; its words are kept. Call it inside a read or an update.
 */
export const $writtenBlock = (node: LexicalNode, note: Noted): readonly (Block | StoredFootnote)[] =>
  node instanceof FootnoteNode
    ? [{ ...element, type: 'footnote', label: node.getLabel(), children: blocks(node, note) }]
    : block(node, note)

const blocks = (parent: ElementNode, note: Noted): readonly Block[] =>
  parent.getChildren().flatMap((node) => block(node, note))

/** Blocks become one block each; words that stand where blocks should become a paragraph. */
function block(node: LexicalNode, note: Noted): readonly Block[] {
  const written = blockOf(node, note)
  if (written !== null) {
    note(written, node)
    return [written]
  }
  const words = inline(node, note)
  return words.length === 0 ? [] : [makeParagraph(words)]
}

function blockOf(node: LexicalNode, note: Noted): Block | null {
  if ($isParagraphNode(node)) {
    const format = $isTableCellNode(node.getParent()) ? alignment(node.getFormatType()) : ''
    return { ...element, type: 'paragraph', format, children: inlines(node, note) }
  }
  if ($isHeadingNode(node)) {
    return { ...element, type: 'heading', tag: node.getTag(), children: inlines(node, note) }
  }
  if (node instanceof LinkedQuoteBlockNode) return { type: 'linked-quote-block', ...$quoteOf(node) }
  if ($isListNode(node)) {
    const listType = node.getListType()
    const tag = listType === 'number' ? 'ol' : 'ul'
    const items = node.getChildren().filter($isListItemNode)
    return {
      ...element,
      type: 'list',
      listType,
      start: Math.max(0, node.getStart()),
      tag,
      children: items.map((item) => listItem(item, note)),
    }
  }
  if ($isQuoteNode(node)) {
    const inside = node.isShadowRoot() ? blocks(node, note) : [makeParagraph(inlines(node, note))]
    return { ...element, type: 'quote', shadowRoot: true, children: inside }
  }
  if ($isTableNode(node)) {
    const rows = node.getChildren().filter($isTableRowNode)
    return { ...element, type: 'table', children: rows.map((row) => tableRow(row, note)) }
  }
  if (node instanceof CodeBlockNode) {
    const language = node.getLanguage()
    return { ...element, type: 'code', language, meta: node.getMeta(), children: lines(node, note) }
  }
  return node instanceof HorizontalRuleNode ? { type: 'horizontalrule', version: 1 } : null
}

function listItem(item: LexicalListItem, note: Noted): ListItemNode {
  // Its getter says false for an item without a box among others with one.
  const { __checked: checked } = item.getLatest()
  const children = item.getChildren().flatMap((child): readonly (Inline | Block)[] => {
    const written = blockOf(child, note)
    if (written === null) return inline(child, note)
    note(written, child)
    return [written]
  })
  return {
    ...element,
    type: 'listitem',
    value: item.getValue(),
    ...(checked === undefined ? {} : { checked }),
    children,
  }
}

const tableRow = (row: LexicalRow, note: Noted): TableRowNode => ({
  ...element,
  type: 'tablerow',
  children: row
    .getChildren()
    .filter($isTableCellNode)
    .map((cell): TableCellNode => ({
      ...element,
      type: 'tablecell',
      format: alignment(cell.getFormatType()),
      headerState: cell.getHeaderStyles() as TableCellNode['headerState'],
      colSpan: 1,
      rowSpan: 1,
      children: blocks(cell, note).flatMap(paragraphs),
    })),
})

/** A cell holds paragraphs only: other blocks give their paragraphs. */
function paragraphs(written: Block): readonly ParagraphNode[] {
  switch (written.type) {
    case 'paragraph':
      return [written]
    case 'heading':
      return [makeParagraph(written.children)]
    case 'code':
      return [makeParagraph(written.children)]
    case 'quote':
      return written.children.flatMap(paragraphs)
    case 'linked-quote-block':
      return [makeParagraph([{ ...written, type: 'linked-quote' }])]
    case 'list':
      return written.children.flatMap(itemParagraphs)
    case 'table':
      return written.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
    case 'horizontalrule':
      return []
  }
}

function itemParagraphs({ children }: ListItemNode): readonly ParagraphNode[] {
  const inner = children.filter(isBlock)
  const words = children.filter((child): child is Inline => !isBlock(child))
  return [...(words.length === 0 ? [] : [makeParagraph(words)]), ...inner.flatMap(paragraphs)]
}

const alignment = (format: string): Alignment =>
  format === 'left' || format === 'center' || format === 'right' ? format : ''

const lines = (code: CodeBlockNode, note: Noted): readonly (TextNode | LineBreakNode)[] =>
  code
    .getChildren()
    .flatMap((child) => inline(child, note))
    .filter((child) => child.type === 'text' || child.type === 'linebreak')

const inlines = (parent: ElementNode, note: Noted): readonly Inline[] =>
  parent.getChildren().flatMap((child) => inline(child, note))

function inline(node: LexicalNode, note: Noted): readonly Inline[] {
  const written = inlineOf(node, note)
  if (written !== null) {
    note(written, node)
    return [written]
  }
  return $isElementNode(node) ? joined(inlines(node, note)) : []
}

function inlineOf(node: LexicalNode, note: Noted): Inline | null {
  if ($isTextNode(node)) {
    return makeText(node.getTextContent().replaceAll('\n', ' '), node.getFormat() & TEXT_FORMATS)
  }
  if ($isLineBreakNode(node)) return LINE_BREAK
  if ($isLinkNode(node)) {
    return {
      ...element,
      type: 'link',
      url: node.getURL(),
      title: node.getTitle(),
      rel: node.getRel(),
      target: null,
      children: inlines(node, note),
    }
  }
  if (node instanceof LinkedQuoteNode) return { type: 'linked-quote', ...$quoteOf(node) }
  if (node instanceof CitationNode) return { type: 'citation', version: 1, items: node.getItems() }
  if (node instanceof SetAsideNode) return { ...element, type: 'set-aside', children: inlines(node, note) }
  if (node instanceof FootnoteReferenceNode) {
    return { type: 'footnote-reference', version: 1, label: node.getLabel() }
  }
  return node instanceof ImageNode ? node.getStored() : null
}
