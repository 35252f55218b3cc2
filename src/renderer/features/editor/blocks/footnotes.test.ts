// @vitest-environment happy-dom
import { DELETE_CHARACTER_COMMAND } from 'lexical'
import { expect, test } from 'vitest'
import { WrittenSheet } from './fixtures/written-sheet.ts'
import { footnote } from './footnotes.ts'
import { addressOf, removeLink, setLink } from './links.ts'

const noted = (sheet: WrittenSheet): WrittenSheet => {
  footnote(sheet.editor)
  return sheet.settle()
}
const deleteBack = (sheet: WrittenSheet): WrittenSheet => {
  sheet.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
  return sheet.settle()
}

test('a footnote is put at the caret, written at the end, and left for its place', () => {
  const sheet = noted(new WrittenSheet('One two').select('One')).type('Note')
  expect(sheet.again).toBe('One[^1] two\n\n[^1]: Note')
  noted(sheet).type('!')
  expect(sheet.again).toBe('One[^1]! two\n\n[^1]: Note')
  noted(sheet.select(' two')).type('More')
  expect(sheet.again).toBe('One[^1]! two[^2]\n\n[^1]: Note\n\n[^2]: More')
})

test('a reference that is deleted takes its note along, and both come back by undo', () => {
  const text = 'One[^1]! two[^2]\n\n[^1]: Note\n\n[^2]: More'
  const sheet = deleteBack(new WrittenSheet(text).before('!'))
  expect(sheet.again).toBe('One! two[^2]\n\n[^2]: More')
  expect(sheet.undo().again).toBe(text)
})

test('a note that is referred to twice stays with the other reference', () => {
  const sheet = deleteBack(new WrittenSheet('One[^a]! two[^a]\n\n[^a]: Note').before('!'))
  expect(sheet.again).toBe('One! two[^a]\n\n[^a]: Note')
})

test('Backspace in an empty note takes it away with its reference', () => {
  const sheet = noted(new WrittenSheet('One two').select('One')).press('Backspace').type('!')
  expect(sheet.markdown).toBe('One! two')
})

test('selected words are linked, the address changed, and the link removed', () => {
  const sheet = new WrittenSheet('One two three').select('two', 'two')
  setLink(sheet.editor, 'https://example.org/', '')
  expect(sheet.settle().again).toBe('One [two](https://example.org/) three')
  setLink(sheet.select('two').editor, 'https://example.com/', '')
  expect(sheet.settle().again).toBe('One [two](https://example.com/) three')
  removeLink(sheet.editor)
  expect(sheet.settle().again).toBe('One two three')
  setLink(sheet.select('One').editor, 'https://example.org/', 'here')
  expect(sheet.settle().again).toBe('One[here](https://example.org/) two three')
})

test.each([
  ['example.org', 'https://example.org/'],
  ['example.org:8080/a', 'https://example.org:8080/a'],
  ['https://example.org/a b', null],
  ['http://example.org/ü', 'http://example.org/%C3%BC'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['a@example.org', 'mailto:a@example.org'],
  ['javascript:alert(1)', null],
  ['JavaScript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['verbatim:quote?x', null],
  ['words', null],
  ['', null],
])('the address %s is %s', (written, address) => {
  expect(addressOf(written)).toBe(address)
})
