import { expect, test } from 'vitest'
import { report } from '../../shared/story/fixtures/reports.ts'
import { sayStory } from '../db/stories.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import { checkDraft } from './check-draft.ts'

const WIRE = report(1)
const SENTENCE = WIRE.split('\n')[4] ?? ''

/** Where a draft's quotation is found, which cites a source that lacks it. */
function found(parted: boolean) {
  using place = scratch()
  const library = place.open()
  const one = importText(library, `Dam row\n${WIRE}`, { citekey: 'courier' }).source
  importText(library, `${report(2)}\n${SENTENCE}\n${report(3)}`, { citekey: 'annual' })
  const two = importText(library, `Talks fail\n${WIRE}`, { citekey: 'observer' }).source
  importText(library, report(4), { citekey: 'cited' })
  if (parted) library.write('say', (writer) => sayStory(writer, one, two, false))
  const [row] = checkDraft(library, { text: `“${SENTENCE}” [@cited]`, format: 'markdown' })
  return { verdict: row?.verdict, places: row?.found.map(({ source }) => source) ?? [] }
}

test('a misattributed quotation names the copies of a story together', () => {
  const { verdict, places } = found(false)
  expect(verdict).toBe('misattributed')
  expect(places.toSorted()).toEqual(['annual', 'courier', 'observer'])
  expect(Math.abs(places.indexOf('courier') - places.indexOf('observer'))).toBe(1)
})

test('where a person parted them, the verdict is the same', () => {
  const { verdict, places } = found(true)
  expect([verdict, places.toSorted()]).toEqual(['misattributed', ['annual', 'courier', 'observer']])
})
