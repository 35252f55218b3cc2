import { expect, test } from 'vitest'
import type { OriginRange } from '../../../../shared/document/origin-range.ts'
import { placedContents } from './contents.ts'
import { rangesByPage } from './page-words.ts'

const TEXT = 'Contents: The river\nOf boats.\nTHE RIVER\nIt is closed.\nAppendix'

const range = (words: string, page: number): OriginRange => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length, place: { kind: 'page', page, firstItem: 0, lastItem: 0 } }
}

const RANGES = rangesByPage([
  range('Contents: The river', 1),
  range('Of boats.', 2),
  range('THE RIVER', 2),
  range('It is closed.', 2),
  range('Appendix', 5),
])

const placed = (...entries: readonly (readonly [string, number])[]) =>
  placedContents(
    entries.map(([title, page]) => ({ title, depth: 0, page })),
    TEXT,
    RANGES,
  ).map(({ words, start, end }) => `${words}: ${TEXT.slice(start, end)}@${String(start)}`)

test('an entry stands at its own words on the page that it leads to, not at the same words before', () => {
  expect(placed(['The river', 2])).toEqual([`The river: THE RIVER@${String(TEXT.indexOf('THE RIVER'))}`])
})

test('an entry whose words are not on its page stands at its first words, or at the next there are', () => {
  expect(placed(['Ships', 2], ['Tables', 4])).toEqual([
    `Ships: Of boats.@${String(TEXT.indexOf('Of boats'))}`,
    `Tables: Appendix@${String(TEXT.indexOf('Appendix'))}`,
  ])
})

test('entries come in order of the text, and what leads behind all words is left out', () => {
  expect(placed(['Appendix', 5], ['The river', 2], ['Index', 9]).map((each) => each.split(':')[0])).toEqual([
    'The river',
    'Appendix',
  ])
})
