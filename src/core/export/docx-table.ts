import type { Table, TableCell } from 'mdast'
import { columnWidths } from './column-widths.ts'
import { paragraph } from './docx-paragraph.ts'
import type { DocxSetting } from './docx-setting.ts'
import { docxSpans } from './docx-spans.ts'
import { mannerOfBlock } from './manner.ts'
import { ownText, plainText } from './printed-brief.ts'
import { CELL_MARGIN } from './docx-styles.ts'
import { NO_XML, xml, type Xml } from './xml-tree.ts'

/** The width of a usual letter of tables, in twentieths of a point. */
const LETTER = 112

export function docxTable(table: Table, setting: DocxSetting): Xml {
  const widths = columnWidths(table, setting.paper.text - setting.indent, LETTER)
  const manner = mannerOfBlock(plainText(table), setting.manner)
  const inside = { ...setting, manner }
  const headed = table.data?.headless !== true
  const properties = xml(
    'w:tblPr',
    {},
    xml('w:tblStyle', { 'w:val': 'TableGrid' }),
    ...(manner.dir === 'rtl' ? [xml('w:bidiVisual')] : []),
    xml('w:tblW', { 'w:w': 0, 'w:type': 'auto' }),
    ...(setting.indent === 0 ? [] : [xml('w:tblInd', { 'w:w': setting.indent, 'w:type': 'dxa' })]),
    xml('w:tblLook', {
      'w:val': headed ? '0020' : '0000',
      'w:firstRow': headed ? 1 : 0,
      'w:noHBand': 1,
      'w:noVBand': 1,
    }),
  )
  const grid = xml('w:tblGrid', {}, ...widths.map((width) => xml('w:gridCol', { 'w:w': width })))
  const rows = table.children.map(({ children }, at) => {
    const head = headed && at === 0
    const cells = widths.map((width, column) =>
      cellOf(children[column], { head, width, align: table.align?.[column] ?? null }, inside),
    )
    // A row stays on one page, and the header stands on each.
    const kept = [xml('w:cantSplit'), ...(head ? [xml('w:tblHeader')] : [])]
    return xml('w:tr', {}, xml('w:trPr', {}, ...kept), ...cells)
  })
  return xml('w:tbl', {}, properties, grid, ...rows)
}

interface CellSetting {
  readonly head: boolean
  readonly width: number
  readonly align: 'left' | 'center' | 'right' | null
}

function cellOf(cell: TableCell | undefined, { head, width, align }: CellSetting, setting: DocxSetting): Xml {
  const children = cell?.children ?? []
  const manner = mannerOfBlock(ownText(children), setting.manner)
  const bold = head || cell?.data?.header === true
  // A picture has the room between the cell's margins.
  const inside = { ...setting, manner, indent: 0, paper: { ...setting.paper, text: width - 2 * CELL_MARGIN } }
  const runs = children.length === 0 ? NO_XML : docxSpans(children, inside, bold ? { bold } : {})
  return xml(
    'w:tc',
    {},
    xml('w:tcPr', {}, xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
    paragraph(runs, { style: 'TableText', manner, align }),
  )
}
