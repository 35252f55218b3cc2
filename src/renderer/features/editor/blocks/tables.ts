import {
  $createTableNodeWithDimensions,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtNode,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  $setTableRowIsHeader,
  TableCellHeaderStates,
  type TableNode,
} from '@lexical/table'
import { $insertNodeToNearestRoot } from '@lexical/utils'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  HISTORY_PUSH_TAG,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { $ensureCaret } from '../acts/insert-quote.ts'

/** The most rows and columns that are made at once. */
export const MOST_ROWS = 100
export const MOST_COLUMNS = 20

export const TABLE_ACTS = [
  'rowAbove',
  'rowBelow',
  'columnBefore',
  'columnAfter',
  'header',
  'removeRow',
  'removeColumn',
  'removeTable',
] as const
export type TableAct = (typeof TABLE_ACTS)[number]

/** Puts a table after the block at the caret, with a row of headings; the caret goes into its first cell. */
export function insertTable(editor: LexicalEditor, rows: number, columns: number): void {
  editor.update(
    () => {
      $ensureCaret()
      const selection = $getSelection()
      if ($isRangeSelection(selection) && $findMatchingParent(selection.anchor.getNode(), $isTableNode))
        return
      const table = $createTableNodeWithDimensions(within(rows, MOST_ROWS), within(columns, MOST_COLUMNS), {
        rows: true,
        columns: false,
      })
      $insertNodeToNearestRoot(table)
      const before = table.getPreviousSibling()
      if ($isParagraphNode(before) && before.isEmpty()) before.remove()
      if (!$isElementNode(table.getNextSibling())) table.insertAfter($createParagraphNode())
      table.selectStart()
    },
    { tag: HISTORY_PUSH_TAG },
  )
}

const within = (count: number, most: number): number =>
  Number.isFinite(count) ? Math.min(most, Math.max(1, Math.round(count))) : 1

/** The table that the caret is in. */
export function $tableAt(): TableNode | null {
  const selection = $getSelection()
  const [node] = selection?.getNodes() ?? []
  return node === undefined ? null : $findMatchingParent(node, $isTableNode)
}

export function changeTable(editor: LexicalEditor, act: TableAct): void {
  editor.update(() => $changeTable(act), { tag: HISTORY_PUSH_TAG })
}

function $changeTable(act: TableAct): void {
  const table = $tableAt()
  if (table === null) return
  switch (act) {
    case 'rowAbove':
      $insertTableRowAtSelection(false)
      return
    case 'rowBelow':
      $insertTableRowAtSelection(true)
      return
    case 'columnBefore':
      $insertTableColumnAtSelection(false)
      return
    case 'columnAfter':
      $insertTableColumnAtSelection(true)
      return
    case 'header':
      $setTableRowIsHeader(table, 0, !$hasHeader(table))
      return
    case 'removeRow':
      if (table.getChildrenSize() === 1) $removeTable(table)
      else $deleteTableRowAtSelection()
      return
    case 'removeColumn':
      if ($columns(table) === 1) $removeTable(table)
      else $deleteTableColumnAtSelection()
      return
    case 'removeTable':
      $removeTable(table)
      return
  }
}

function $hasHeader(table: TableNode): boolean {
  const row = table.getFirstChild()
  const cell = $isTableRowNode(row) ? row.getFirstChild() : null
  return $isTableCellNode(cell) && cell.hasHeaderState(TableCellHeaderStates.ROW)
}

function $columns(table: TableNode): number {
  const row = table.getFirstChild()
  return $isTableRowNode(row) ? row.getChildrenSize() : 0
}

function $removeTable(table: TableNode): void {
  const paragraph = $createParagraphNode()
  table.replace(paragraph)
  paragraph.select()
}

/** Tab in the last cell makes a row. The table's own handler goes from cell to cell. */
export const registerTables = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      const selection = $getSelection()
      if (event.shiftKey || !$isRangeSelection(selection)) return false
      const cell = $findCellNode(selection.anchor.getNode())
      const table = cell === null ? null : $findTableNode(cell)
      if (cell === null || table === null) return false
      const row = cell.getParent()
      if (cell.getNextSibling() !== null || row?.getNextSibling() !== null) return false
      event.preventDefault()
      $insertTableRowAtNode(cell, true)?.selectStart()
      return true
    },
    COMMAND_PRIORITY_CRITICAL,
  )
