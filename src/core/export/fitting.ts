import type { Blockquote, Paragraph, TableRow } from 'mdast'
import { plainText } from './printed-brief.ts'
import type { Setting } from './setting.ts'

/** In Latin letters: some two thirds of a page, so that its notes find room below. */
const KEPT_LENGTH = 1_800

/**
 * Whether words stay on one page: a quote that ran on to the next would be copied with
 * the notes and the heading of the page between its words.
 */
export function fits(block: Paragraph | Blockquote, { depth }: Pick<Setting, 'depth'>): boolean {
  const text = plainText(block)
  const wide = text.match(/[\u1100-\u11FF\u2E80-\uFFEF\u{1F000}-\u{3FFFF}]/gu)?.length ?? 0
  if (holdsPicture(block)) return false
  const narrow = MEASURE / (MEASURE - INDENT * depth)
  return (text.length + 1.5 * wide + LINE * linesOf(block)) * narrow <= KEPT_LENGTH
}

/** A picture may be as high as a page. */
const holdsPicture = (node: { readonly type: string }): boolean =>
  node.type === 'image' ||
  ('children' in node && Array.isArray(node.children) && node.children.some(holdsPicture))

/** In Latin letters: what a line that ends early takes of a page. */
const LINE = 60

/** Of the text on a page, and what a list or a block quotation takes of it, in em. */
const MEASURE = 42
const INDENT = 3.4

/** How many lines end early, the last one not counted. */
function linesOf(node: { readonly type: string }): number {
  if (node.type === 'break') return 1
  if ('value' in node) return node.type === 'code' ? String(node.value).split('\n').length : 0
  if (!('children' in node) || !Array.isArray(node.children)) return 0
  const children = node.children as readonly { readonly type: string }[]
  const ends = children.filter(({ type }) => ENDS.has(type)).length
  return Math.max(0, ends - 1) + children.reduce((sum, child) => sum + linesOf(child), 0)
}

const ENDS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'listItem',
  'tableRow',
  'list',
  'blockquote',
])

/** In UTF-16 units; even in a table of many columns such a cell is shorter than half a page. */
const WHOLE_CELL = 300

/** Whether a row stays on one page. */
export const staysWhole = ({ children }: TableRow): boolean =>
  children.every((cell) => plainText(cell).length + LINE * linesOf(cell) <= WHOLE_CELL)

/** Letters that fill a line of the whole measure at a table's size, and lines that are less than a page. */
const LETTERS = 90
const LINES = 30

/** Whether a row, of a table of so many columns, is short enough for a page that holds more. */
export const canHead = ({ children }: TableRow, columns: number): boolean =>
  children.every((cell) => (plainText(cell).length * columns) / LETTERS + linesOf(cell) <= LINES)
