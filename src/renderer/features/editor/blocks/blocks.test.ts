// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { WrittenSheet } from './fixtures/written-sheet.ts'
import { setStyle, type BlockStyle } from './styles.ts'
import { changeTable, insertTable, type TableAct } from './tables.ts'

const styled = (sheet: WrittenSheet, style: BlockStyle): WrittenSheet => {
  setStyle(sheet.editor, style)
  return sheet.settle()
}

test.each([
  ['h1', '# One'],
  ['h4', '#### One'],
  ['h6', '###### One'],
  ['bullet', '- One'],
  ['number', '1. One'],
  ['check', '- [ ] One'],
  ['quote', '> One'],
  ['code', '```\nOne\n```'],
] as const)('a paragraph becomes %s, stays it, and is a paragraph again', (style, markdown) => {
  const sheet = styled(new WrittenSheet('One'), style)
  expect(sheet.markdown).toBe(markdown)
  expect(sheet.again).toBe(markdown)
  expect(styled(sheet, style === 'quote' ? 'quote' : 'paragraph').markdown).toBe('One')
  expect(sheet.undo().markdown).toBe(markdown)
})

test('several blocks become one quotation, one list, one block of code', () => {
  const text = 'One\n\nTwo **b**\n\nThree'
  expect(styled(new WrittenSheet(text).select('One', 'b'), 'quote').markdown).toBe(
    '> One\n>\n> Two **b**\n\nThree',
  )
  expect(styled(new WrittenSheet(text).select('One', 'b'), 'check').markdown).toBe(
    '- [ ] One\n- [ ] Two **b**\n\nThree',
  )
  expect(styled(new WrittenSheet(text).select('One', 'b'), 'code').markdown).toBe(
    '```\nOne\nTwo b\n```\n\nThree',
  )
  expect(styled(new WrittenSheet('```\na\n\nb\n```').select('b'), 'paragraph').again).toBe('a\n\nb')
})

test('a task list gives each new item a box, and a bullet list none', () => {
  const sheet = styled(new WrittenSheet('One'), 'check').type('\nTwo')
  expect(sheet.press('Enter', { ctrlKey: true }).type('\nThree').again).toBe(
    '- [ ] One\n- [x] Two\n- [ ] Three',
  )
  expect(styled(sheet.select('One', 'Three'), 'bullet').again).toBe('- One\n- Two\n- Three')
})

test('a numbered task keeps its tick while it is written in', () => {
  expect(new WrittenSheet('1. [x] One\n2. [ ] Two').select('One').type('!').again).toBe(
    '1. [x] One!\n2. [ ] Two',
  )
})

test('Tab nests an item under the one before it, Shift+Tab brings it back', () => {
  const sheet = new WrittenSheet('- One\n- Two\n- Three').select('Two').press('Tab')
  expect(sheet.again).toBe('- One\n  - Two\n- Three')
  expect(sheet.press('Tab').markdown).toBe('- One\n  - Two\n- Three')
  expect(sheet.press('Tab', { shiftKey: true }).again).toBe('- One\n- Two\n- Three')
  expect(sheet.select('One').press('Tab').markdown).toBe('- One\n- Two\n- Three')
})

test('Enter on an empty line leaves a quotation, and Backspace at its start opens it', () => {
  const sheet = new WrittenSheet('> One').type('\nTwo\n\nThree')
  expect(sheet.again).toBe('> One\n>\n> Two\n\nThree')
  const opened = new WrittenSheet('> One\n>\n> Two').before('One').press('Backspace')
  expect(opened.again).toBe('One\n\n> Two')
})

test('code takes Enter and Tab as its own, and is left by an empty last line', () => {
  const sheet = styled(new WrittenSheet(), 'code').type('a {\n').press('Tab').type('b\n}\n\nOut')
  expect(sheet.again).toBe('```\na {\n  b\n}\n```\n\nOut')
  sheet.select('a {', '}').press('Tab')
  expect(sheet.markdown).toBe('```\n  a {\n    b\n  }\n```\n\nOut')
  expect(sheet.press('Tab', { shiftKey: true }).markdown).toBe('```\na {\n  b\n}\n```\n\nOut')
})

test('a table is put in, filled by Tab, and grows a row at its end', () => {
  const sheet = new WrittenSheet('Before')
  insertTable(sheet.editor, 2, 2)
  sheet
    .settle()
    .type('a')
    .do(() => undefined)
  expect(sheet.again).toContain('| a |')
  expect(sheet.root.children.map(({ type }) => type)).toEqual(['paragraph', 'table', 'paragraph'])
})

const changed = (act: TableAct): string => {
  const sheet = new WrittenSheet('| a | b |\n| - | - |\n| c | d |\n| e | f |').select('c')
  changeTable(sheet.editor, act)
  const { again } = sheet.settle()
  expect(sheet.undo().markdown).toContain('| c | d |')
  return again.replaceAll(/ +/gu, ' ').replaceAll(/-+/gu, '-')
}

test.each([
  ['rowAbove', '| a | b |\n| - | - |\n| | |\n| c | d |\n| e | f |'],
  ['rowBelow', '| a | b |\n| - | - |\n| c | d |\n| | |\n| e | f |'],
  ['columnBefore', '| | a | b |\n| - | - | - |\n| | c | d |\n| | e | f |'],
  ['columnAfter', '| a | | b |\n| - | - | - |\n| c | | d |\n| e | | f |'],
  ['header', '| | |\n| - | - |\n| a | b |\n| c | d |\n| e | f |'],
  ['removeRow', '| a | b |\n| - | - |\n| e | f |'],
  ['removeColumn', '| b |\n| - |\n| d |\n| f |'],
  ['removeTable', ''],
] as const)('a table changes: %s', (act, markdown) => {
  expect(changed(act)).toBe(markdown)
})

test('a table’s cells hold paragraphs only', () => {
  const sheet = new WrittenSheet('| a | b |\n| - | - |\n| c | d |').select('c')
  expect(styled(sheet, 'h1').markdown).toContain('| c | d |')
})
