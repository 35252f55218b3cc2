import type { Block, Caption, TableCell, TableRow } from '../../../../shared/document/blocks.ts'
import type { Context } from './context.ts'
import { hasWords, inlinesOf } from './inlines.ts'
import type { PageElement } from './page.ts'
import { descendants } from './page.ts'

/** What a table or a figure needs of the conversion of blocks. */
export interface Blocks {
  readonly note: <Made extends Block | Caption>(block: Made, element: PageElement, context: Context) => Made
  readonly blocks: (element: PageElement) => Block[]
}

const LAYOUT = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'blockquote',
  'article',
  'section',
  'pre',
  'figure',
])
const MANY_PARAGRAPHS = 3

/** A table of data; one that only lays out the page gives its cells' blocks instead. */
export function tableOf(table: PageElement, context: Context, { note, blocks }: Blocks): Block[] {
  const rows = rowsOf(table)
  if (isLayout(table, rows))
    return [...childrenNamed(table, 'caption'), ...rows.flatMap(cellsOf)].flatMap((part) => blocks(part))
  const captions = childrenNamed(table, 'caption').flatMap((caption) => {
    const children = inlinesOf(caption.children, context)
    return hasWords(children) ? [note({ type: 'caption', children }, caption, context)] : []
  })
  const lines = rows.map((row): TableRow => rowOf(row, context))
  const children = [...captions, ...lines.filter((line) => line.children.length > 0)]
  if (children.length === 0) return []
  rows.forEach((row, index) => {
    const line = lines[index]
    if (line !== undefined && row.start >= 0) {
      context.notes.set(line, {
        kind: 'characters',
        start: row.start,
        end: Math.max(row.end, row.start),
        exact: false,
      })
    }
  })
  return [{ type: 'table', children }]
}

const rowOf = (row: PageElement, context: Context): TableRow => ({
  type: 'table-row',
  children: cellsOf(row).map((cell): TableCell => ({
    type: 'table-cell',
    header: cell.name === 'th',
    columns: span(cell.attributes.get('colspan')),
    rows: span(cell.attributes.get('rowspan')),
    children: inlinesOf(cell.children, context),
  })),
})

const childrenNamed = (element: PageElement, ...names: string[]): PageElement[] =>
  element.children.filter(
    (child): child is PageElement => child.kind === 'element' && names.includes(child.name),
  )

const rowsOf = (table: PageElement): PageElement[] =>
  table.children.flatMap((child) => {
    if (child.kind === 'text') return []
    if (child.name === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? childrenNamed(child, 'tr') : []
  })

const cellsOf = (row: PageElement): PageElement[] => childrenNamed(row, 'td', 'th')

/** Marked as presentation, of a single column, or with whole sections in its cells. */
function isLayout(table: PageElement, rows: readonly PageElement[]): boolean {
  if (/^(?:presentation|none)$/.test(table.attributes.get('role') ?? '')) return true
  const cells = rows.map((row) => cellsOf(row))
  if (cells.every((row) => row.length <= 1) && childrenNamed(table, 'caption', 'thead').length === 0)
    return true
  return cells.flat().some((cell) => {
    let paragraphs = 0
    for (const { name } of descendants(cell)) {
      if (LAYOUT.has(name)) return true
      if (name === 'p') paragraphs += 1
    }
    return paragraphs >= MANY_PARAGRAPHS
  })
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10)
  return Number.isSafeInteger(number) ? Math.min(Math.max(number, 1), 1000) : 1
}
