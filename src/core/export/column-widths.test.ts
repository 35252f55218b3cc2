import { array, assert, integer, property, string } from 'fast-check'
import type { Table } from 'mdast'
import { expect, test } from 'vitest'
import { columnWidths } from './column-widths.ts'

const tableOf = (...rows: (readonly string[])[]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
  })),
})

test('columns are as wide as what stands in them, and a table that needs less is less wide', () => {
  const [country = 0, statement = 0, votes = 0] = columnWidths(
    tableOf(['Country', 'Statement', 'Votes'], ['Velmora', 'for the closing', '12']),
    9_000,
    100,
  )
  expect(statement).toBeGreaterThan(country)
  expect(country).toBeGreaterThan(votes)
  expect(country + statement + votes).toBeLessThan(4_000)
})

test('the longest line gives way, and a short column beside it keeps its line', () => {
  const [name = 0, long = 0, day = 0] = columnWidths(
    tableOf(['Velmora of the north', 'words '.repeat(60), '2024-03-14']),
    9_000,
    100,
  )
  expect(name).toBeGreaterThanOrEqual(2_000)
  expect(day).toBeGreaterThanOrEqual(1_000)
  expect(name + long + day).toBeGreaterThan(8_990)
})

test('words that have no room give way, the longest first', () => {
  const [long = 0, short = 0] = columnWidths(tableOf(['x'.repeat(200), 'short']), 3_000, 100)
  expect(short).toBe(720)
  expect(long).toBe(2_280)
})

test('letters that fill their square count twice, and a line breaks beside them', () => {
  const [han = 0, latin = 0] = columnWidths(tableOf(['委员会关闭闸门', 'abcdefg']), 9_000, 100)
  expect(han - latin).toBe(700)
  const [broken = 0] = columnWidths(tableOf(['委员会关闭闸门'.repeat(20), 'abcdefg']), 2_000, 100)
  expect(broken).toBeLessThanOrEqual(2_000)
})

test('vowel signs that take room are counted, accents that take none are not', () => {
  const [hindi = 0, bare = 0] = columnWidths(tableOf(['दैनिकी', 'दनक']), 9_000, 100)
  expect(hindi - bare).toBe(200)
  const [accented = 0, plain = 0] = columnWidths(tableOf(['e\u0301e\u0301', 'ee']), 9_000, 100)
  expect(accented).toBe(plain)
})

test('the columns of any table have room together, and none is lost', () => {
  const rows = array(array(string({ unit: 'grapheme' }), { maxLength: 8 }), { maxLength: 5 })
  assert(
    property(rows, integer({ min: 500, max: 20_000 }), (cells, whole) => {
      const widths = columnWidths(tableOf(...cells), whole, 100)
      expect(widths).toHaveLength(Math.max(1, ...cells.map(({ length }) => length)))
      expect(widths.reduce((all, each) => all + each, 0)).toBeLessThanOrEqual(whole)
      expect(widths.every((width) => width > 0 && Number.isInteger(width))).toBe(true)
    }),
  )
})
