// @vitest-environment happy-dom
import { $getSelection, $isRangeSelection } from 'lexical'
import { describe, expect, test } from 'vitest'
import { WrittenSheet } from './blocks/fixtures/written-sheet.ts'

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
