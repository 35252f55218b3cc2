// @vitest-environment happy-dom
import { $getRoot } from 'lexical'
import { expect, test } from 'vitest'
import { WrittenSheet } from './fixtures/written-sheet.ts'
import { move, moveBefore } from './move.ts'

const moved = (sheet: WrittenSheet, up: boolean): WrittenSheet => {
  move(sheet.editor, up)
  return sheet.settle()
}

test('a block moves past its neighbours, not past the ends, and never among the footnotes', () => {
  const sheet = new WrittenSheet('One[^1]\n\n> Two\n\nThree\n\n[^1]: Note').select('One')
  expect(moved(sheet, true).again).toBe('One[^1]\n\n> Two\n\nThree\n\n[^1]: Note')
  expect(moved(sheet, false).again).toBe('> Two\n\nOne[^1]\n\nThree\n\n[^1]: Note')
  moved(sheet, false)
  expect(moved(sheet, false).again).toBe('> Two\n\nThree\n\nOne[^1]\n\n[^1]: Note')
  expect(sheet.undo().again).toBe('> Two\n\nOne[^1]\n\nThree\n\n[^1]: Note')
  expect(moved(sheet.select('Note'), true).again).toBe('> Two\n\nOne[^1]\n\nThree\n\n[^1]: Note')
})

test('several selected blocks move together', () => {
  const sheet = new WrittenSheet('One\n\nTwo\n\nThree').select('Two', 'Three')
  expect(moved(sheet, true).again).toBe('Two\n\nThree\n\nOne')
})

test('an item moves within its list and takes what is nested under it along', () => {
  const sheet = new WrittenSheet('- One\n  - a\n- Two\n- Three\n  - b').select('One')
  expect(moved(sheet, false).again).toBe('- Two\n- One\n  - a\n- Three\n  - b')
  expect(moved(sheet, false).again).toBe('- Two\n- Three\n  - b\n- One\n  - a')
  expect(moved(sheet, true).again).toBe('- Two\n- One\n  - a\n- Three\n  - b')
  expect(moved(sheet.select('b'), true).again).toBe('- Two\n- One\n  - a\n- Three\n  - b')
})

test('a dragged block goes where it was let go, and back by undo', () => {
  const sheet = new WrittenSheet('One\n\nTwo\n\nThree\n\n[^1]: Note')
  const keys = sheet.editor.read(() => $getRoot().getChildrenKeys())
  moveBefore(sheet.editor, keys[2] ?? '', keys[0] ?? '')
  expect(sheet.settle().again).toBe('Three\n\nOne\n\nTwo\n\n[^1]: Note')
  moveBefore(sheet.editor, keys[2] ?? '', null)
  expect(sheet.settle().again).toBe('One\n\nTwo\n\nThree\n\n[^1]: Note')
  expect(sheet.undo().again).toBe('Three\n\nOne\n\nTwo\n\n[^1]: Note')
})
