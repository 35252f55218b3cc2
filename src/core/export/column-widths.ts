import type { Table } from 'mdast'
import { plainText } from './printed-brief.ts'

/** What the margins of a cell take, counted in letters. */
const MARGINS = 2.2
/** How wide a picture would like its column, in letters: it shrinks with it. */
const PICTURE = 40

/**
 * How wide the columns of a table are by what stands in them; together at most `whole`, less where all lines have
 * room. Where they have not, the longest lines are broken first, words only where there is no other way.
 * `letter` is the width of a usual letter, in the unit of `whole`.
 */
export function columnWidths(table: Table, whole: number, letter: number): readonly number[] {
  const columns = Math.max(1, ...table.children.map(({ children }) => children.length))
  const needs = Array.from({ length: columns }, (_, column) => needsOf(table, column, letter))
  const words = needs.map(({ word }) => word)
  if (sum(words) >= whole) return within(whole, (most) => words.map((word) => Math.min(word, most)))
  return within(whole, (most) => needs.map(({ word, line }) => Math.max(word, Math.min(line, most))))
}

/** The widths under the highest limit that keeps their sum. */
function within(whole: number, limited: (most: number) => readonly number[]): readonly number[] {
  let fits = 1
  let over = Math.ceil(whole) + 1
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2)
    if (sum(limited(middle)) <= whole) fits = middle
    else over = middle
  }
  return limited(fits)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** The widths of the longest word and the longest line of a column. */
function needsOf(
  table: Table,
  column: number,
  letter: number,
): { readonly word: number; readonly line: number } {
  const cells = table.children.map(({ children }) => children[column])
  const lines = cells.map((cell) => (cell === undefined ? '' : plainText(cell)))
  const pictures = cells.some((cell) => cell?.children.some(({ type }) => type === 'image'))
  const longest = (texts: readonly string[]): number =>
    Math.ceil((texts.reduce((most, text) => Math.max(most, lettersOf(text)), 1) + MARGINS) * letter)
  const word = longest(lines.flatMap((line) => line.split(BREAKS)))
  const line = Math.max(longest(lines), pictures ? PICTURE * letter : 0)
  return { word, line }
}

/** A line may break at these, and beside any letter that fills its square. */
const BREAKS = /[\s\-/]+|(?<=[\u2E80-\uD7FF\uF900-\uFAFF\uFF00-\uFFEF])/u

/** How many usual letters take as much room. */
function lettersOf(text: string): number {
  let letters = 0
  for (const sign of text) {
    if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(sign)) continue
    letters += /[\u2E80-\uD7FF\uF900-\uFAFF\uFF00-\uFFEF\u{1F000}-\u{3FFFF}]/u.test(sign) ? 2 : 1
  }
  return letters
}
