import { expect, test } from 'vitest'
import { parseBrief } from '../../shared/brief/parse.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { editSource } from '../db/source-facts.ts'
import { createBrief } from '../db/briefs.ts'
import type { Reader } from '../db/reader.ts'
import { briefOf, importText, scratch } from '../library/fixtures/scratch.ts'
import { checkState } from './check-brief.ts'
import { Recheck } from './recheck.ts'

const TEXT = 'The weir at Calder will close in March, the council said. Nobody was told of the cost.'
const state = (markdown: string): BriefState => parseBrief(markdown, { name: 'Weir', passageOf: () => null })

/** Counts the texts that are read. */
function counting(reader: Reader): { readonly reader: Reader; readonly reads: () => number } {
  let reads = 0
  return {
    reads: () => reads,
    reader: {
      ...reader,
      sql: (text) => {
        if (text.includes('SELECT content FROM text')) reads += 1
        return reader.sql(text)
      },
    },
  }
}

test('only quotations that are new are judged again, and each has its place', () => {
  using place = scratch()
  const library = place.open()
  importText(library, TEXT)
  const { reader, reads } = counting(library.reader)
  const recheck = new Recheck(reader)
  const before = state('It said “will close in March” [@marrow2024port].')
  expect(recheck.check(before)).toEqual(checkState(library.reader, before))
  const once = reads()
  const moved = state('Before it: a word.\n\nIt said “will close in March” [@marrow2024port].')
  expect(recheck.check(moved)).toEqual(checkState(library.reader, moved))
  expect(reads()).toBe(once)
  const more = state('It said “will close in March” [@marrow2024port], “nobody was told of the price”.')
  expect(recheck.check(more).map(({ verdict }) => verdict)).toEqual(['verbatim', 'altered'])
  expect(reads()).toBeGreaterThan(once)
})

test('another citation or speaker is another quotation', () => {
  using place = scratch()
  const library = place.open()
  importText(library, TEXT)
  const recheck = new Recheck(library.reader)
  const verdicts = (markdown: string) => recheck.check(state(markdown)).map(({ verdict }) => verdict)
  expect(verdicts('It said “will close in March” [@marrow2024port].')).toEqual(['verbatim'])
  expect(verdicts('It said “will close in March” [@nobody].')).toEqual(['misattributed'])
})

test('a change in the library is seen, one of a brief costs nothing', () => {
  using place = scratch()
  const library = place.open()
  const { source } = importText(library, TEXT)
  const { reader, reads } = counting(library.reader)
  const recheck = new Recheck(reader)
  const draft = state('It said “will close in March” [@other].')
  expect(recheck.check(draft).map(({ verdict }) => verdict)).toEqual(['misattributed'])
  const once = reads()
  library.write('Start a brief', (writer) => createBrief(writer, briefOf('Weir')))
  recheck.check(draft)
  expect(reads()).toBe(once)
  library.write('Edit', (writer) => editSource(writer, source, { citekey: 'other' }, { by: 'person' }))
  expect(recheck.check(draft).map(({ verdict }) => verdict)).toEqual(['verbatim'])
})
