// @vitest-environment happy-dom
import {
  $getClipboardDataFromSelection,
  $insertDataTransferForRichText,
  type LexicalClipboardData,
} from '@lexical/clipboard'
import { $getSelection, $isRangeSelection } from 'lexical'
import { expect, test } from 'vitest'
import { WrittenSheet } from '../blocks/fixtures/written-sheet.ts'

const LEXICAL = 'application/x-lexical-editor'

const copy = (sheet: WrittenSheet): LexicalClipboardData =>
  sheet.editor.read(() => $getClipboardDataFromSelection())

function cut(sheet: WrittenSheet): LexicalClipboardData {
  const data = copy(sheet)
  sheet.do(() => {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) selection.removeText()
  })
  return data
}

/** Pastes at the caret, of these kinds of data only. */
function paste(sheet: WrittenSheet, data: LexicalClipboardData, ...kinds: readonly string[]): WrittenSheet {
  const transfer = { getData: (kind: string) => (kinds.includes(kind) ? (data[kind] ?? '') : ''), files: [] }
  const types = { ...transfer, types: kinds } as unknown as DataTransfer
  return sheet.do(() => {
    const selection = $getSelection()
    if (selection !== null) $insertDataTransferForRichText(types, selection, sheet.editor)
  })
}

const FROM = 'One[^1] two[^b]\n\nThree\n\n[^1]: Note **bold**\n\n[^b]: Other'

test('a note goes along with its reference into another brief', () => {
  const data = copy(new WrittenSheet(FROM).select('One', ' two'))
  expect(paste(new WrittenSheet('Here').select('Here'), data, LEXICAL, 'text/html').again).toBe(
    'HereOne[^1] two\n\n[^1]: Note **bold**',
  )
})

test('a note whose label is taken there gets a free one', () => {
  const data = copy(new WrittenSheet(FROM).select('One', 'Three'))
  const to = new WrittenSheet('Here[^1]. End[^2].\n\n[^1]: Mine\n\n[^2]: Mine too').select('. End')
  expect(paste(to, data, 'text/html').again).toBe(
    'Here[^1]. EndOne[^3] two[^b]\n\nThree[^2].\n\n[^1]: Mine\n\n[^2]: Mine too\n\n[^3]: Note **bold**\n\n[^b]: Other',
  )
})

test('a whole brief that is copied brings each note once, and puts it at the end', () => {
  const from = new WrittenSheet(FROM).select('One', 'Other')
  expect(paste(new WrittenSheet('Here\n\nAfter').select('Here'), copy(from), 'text/html').again).toBe(
    'HereOne[^1] two[^b]\n\nThree\n\nAfter\n\n[^1]: Note **bold**\n\n[^b]: Other',
  )
})

test.each([LEXICAL, 'text/html'])('what is cut and pasted in one brief keeps its note, by %s', (kind) => {
  const sheet = new WrittenSheet(FROM).select('One', ' two')
  const data = cut(sheet)
  expect(paste(sheet.select('Three'), data, kind).again).toBe(
    '[^b]\n\nThreeOne[^1] two\n\n[^1]: Note **bold**\n\n[^b]: Other',
  )
})

test.each([LEXICAL, 'text/html'])('what is copied in one brief has a note of its own, by %s', (kind) => {
  const sheet = new WrittenSheet(FROM).select('One', ' two')
  const data = copy(sheet)
  expect(paste(sheet.select('Three'), data, kind).again).toBe(
    'One[^1] two[^b]\n\nThreeOne[^2] two\n\n[^1]: Note **bold**\n\n[^b]: Other\n\n[^2]: Note **bold**',
  )
})

test('a note that refers to another one brings it along', () => {
  const data = copy(
    new WrittenSheet('One[^1]\n\nTwo[^2]\n\n[^1]: See[^2]\n\n[^2]: Deep').select('One', 'Two'),
  )
  const to = new WrittenSheet('Here[^2]\n\n[^2]: Mine').before('Here')
  expect(paste(to, data, 'text/html').again).toContain('[^1]: See[^3]\n\n[^3]: Deep')
})

test('notes that are copied without what refers to them are their words', () => {
  const data = copy(new WrittenSheet(FROM).select('Note', 'Other'))
  expect(paste(new WrittenSheet('Here').select('Here'), data, 'text/html').again).toBe(
    'HereNote **bold**\n\nOther',
  )
})

test('other programs get the note’s words under its number', () => {
  const data = copy(new WrittenSheet(FROM).select('One', ' two'))
  expect(data['text/plain']).toBe('One[^1] two\n\n[^1]: Note bold')
  expect(new DOMParser().parseFromString(data['text/html'] ?? '', 'text/html').body.textContent).toBe(
    'One1 two1 Note bold',
  )
})

test('a selection without references is copied as it is', () => {
  const data = copy(new WrittenSheet(FROM).select('Three', 'Three'))
  expect(data['text/plain']).toBe('Three')
  expect(data['text/html']).not.toContain('Note')
  expect(data[LEXICAL]).not.toContain('Note')
})

test('mark-up that only claims to hold notes leaves their words', () => {
  const html =
    '<p>One<sup data-verbatim-note="">1</sup></p><ul><li>x<div data-verbatim-footnote="7">deep <b>words</b></div></li></ul><div data-verbatim-footnote="">bare</div>'
  const pasted = paste(
    new WrittenSheet('Here').select('Here'),
    { 'text/html': html, 'text/plain': '' },
    'text/html',
  )
  expect(pasted.again).toContain('One1')
  expect(pasted.again).toContain('deep **words**')
  expect(pasted.again).toContain('bare')
})
