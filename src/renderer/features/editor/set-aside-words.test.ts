// @vitest-environment happy-dom
import { $getRoot, $getSelection, $isRangeSelection } from 'lexical'
import { describe, expect, test } from 'vitest'
import { setAsideEverywhere, takeAsQuotation } from './acts/set-aside.ts'
import { WrittenSheet } from './blocks/fixtures/written-sheet.ts'
import { sheetOf } from './draft-editor.ts'

const ASIDE = 'Talk of a :set-aside[“water war”] is cheap.'

describe('words that were set aside', () => {
  test('are judged again once one of them is changed, and set aside again by undo', () => {
    const sheet = new WrittenSheet(ASIDE).select('water').type('y')
    expect(sheet.markdown).toBe('Talk of a “watery war” is cheap.')
    expect(sheet.undo().markdown).toBe(ASIDE)
  })

  test('are judged again once some of them are deleted', () => {
    const sheet = new WrittenSheet(ASIDE).select('ar', 'ar').do(() => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.removeText()
    })
    expect(sheet.markdown).toBe('Talk of a “water w” is cheap.')
  })

  test('stay so while others are typed around them', () => {
    expect(new WrittenSheet(ASIDE).select('of a ').type('real ').markdown).toBe(
      'Talk of a real :set-aside[“water war”] is cheap.',
    )
    expect(new WrittenSheet(ASIDE).select(' is').type(' very').markdown).toBe(
      'Talk of a :set-aside[“water war”] is very cheap.',
    )
  })

  test('stay so when they get emphasis', () => {
    const sheet = new WrittenSheet('A :set-aside[“water *war*”] x.').select(' x').type('y')
    expect(sheet.markdown).toBe('A :set-aside[“water *war*”] xy.')
  })
})

const words = ({ editor }: WrittenSheet): readonly string[] => sheetOf(editor).setAside

describe('words that are set aside everywhere', () => {
  test('are a step of undo, and change nothing on the sheet', () => {
    const sheet = new WrittenSheet('Talk of a “water war”.')
    const { root } = sheet
    setAsideEverywhere(sheet.editor, 'water war')
    expect(words(sheet)).toEqual(['water war'])
    expect(sheet.root).toBe(root)
    sheet.undo()
    expect(words(sheet)).toEqual([])
  })

  test('are a quotation again when the author says so, where they were set aside too', () => {
    const sheet = new WrittenSheet(ASIDE)
    setAsideEverywhere(sheet.editor, 'water war')
    const key = sheet.editor.read(
      () =>
        $getRoot()
          .getAllTextNodes()
          .find((text) => text.getTextContent().includes('war'))
          ?.getKey() ?? '',
    )
    const point = { key, offset: 1 }
    takeAsQuotation(sheet.editor, { kind: 'words', from: point, to: point }, 'water war')
    expect([words(sheet), sheet.markdown]).toEqual([[], 'Talk of a “water war” is cheap.'])
    sheet.undo()
    expect([words(sheet), sheet.markdown]).toEqual([['water war'], ASIDE])
  })
})
