import { $insertList, $isListItemNode, $isListNode, type ListType } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $isTableCellNode } from '@lexical/table'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getNearestRootOrShadowRoot,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { FootnoteNode } from '../nodes/footnote.tsx'
import { BriefListItemNode } from '../nodes/list-item.ts'
import { $makeCode, $openCode } from './code.ts'

export const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
export const LISTS = ['bullet', 'number', 'check'] as const
export type BlockStyle = 'paragraph' | (typeof HEADINGS)[number] | (typeof LISTS)[number] | 'quote' | 'code'

/** Gives the blocks of the selection another style, as one step of undo. */
export function setStyle(editor: LexicalEditor, style: BlockStyle): void {
  editor.update(() => $setStyle(style), { tag: HISTORY_PUSH_TAG })
}

/** The same inside an update. A table's cells hold paragraphs only, so nothing happens there: false. */
export function $setStyle(style: BlockStyle): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || $isInCell(selection)) return false
  if (style !== 'code') $openCode(selection)
  switch (style) {
    case 'paragraph':
      $setBlocksType(selection, $createParagraphNode)
      return true
    case 'quote':
      $toggleQuotation(selection)
      return true
    case 'code':
      $makeCode(selection)
      return true
    case 'bullet':
    case 'number':
    case 'check':
      $makeList(selection, style)
      return true
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      $setBlocksType(selection, () => $createHeadingNode(style))
      return true
  }
}

const $isInCell = ({ anchor, focus }: RangeSelection): boolean =>
  [anchor, focus].some((point) => $findMatchingParent(point.getNode(), $isTableCellNode) !== null)

/** Items of a task list have a box each, also a new one; those of other lists have none. */
function $makeList(selection: RangeSelection, type: ListType): void {
  $insertList(type)
  const items = [...selection.getNodes(), selection.anchor.getNode()].flatMap((node) => {
    const item = $findMatchingParent(node, $isListItemNode)
    const list = item?.getParent()
    return $isListNode(list) ? list.getChildren() : []
  })
  for (const item of new Set(items)) {
    if (!(item instanceof BriefListItemNode) || $isListNode(item.getFirstChild())) continue
    if (type === 'check') item.setChecked(item.getChecked() ?? false)
    else item.withoutBox()
  }
}

/** Puts the blocks into a quotation, or, where the caret is in one, takes that one away from around its blocks. */
function $toggleQuotation(selection: RangeSelection): void {
  const around = $findMatchingParent(selection.anchor.getNode(), $isQuoteNode)
  if (around !== null) {
    around.collapseAtStart()
    return
  }
  const blocks = $blocksOf(selection).filter((node) => !(node instanceof FootnoteNode))
  const [first] = blocks
  if (first === undefined) return
  const quote = $createQuoteNode({ shadowRoot: true })
  first.insertBefore(quote)
  quote.append(...blocks)
}

/** The blocks that a selection reaches over, side by side in one place. */
function $blocksOf({ anchor, focus }: RangeSelection): readonly LexicalNode[] {
  const one = $getNearestRootOrShadowRoot(anchor.getNode())
  const shared: ElementNode = one.is($getNearestRootOrShadowRoot(focus.getNode())) ? one : $getRoot()
  const places = [anchor, focus].map((point) => $placeIn(shared, point.getNode(), point.offset))
  return shared.getChildren().slice(Math.min(...places), Math.max(...places) + 1)
}

function $placeIn(shared: ElementNode, node: LexicalNode, offset: number): number {
  if (node.is(shared)) return Math.min(offset, shared.getChildrenSize() - 1)
  const child = $findMatchingParent(node, (each) => each.getParent()?.is(shared) === true)
  return child?.getIndexWithinParent() ?? 0
}
