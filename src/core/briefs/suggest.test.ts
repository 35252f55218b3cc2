import { expect, test } from 'vitest'
import { createAnnotation } from '../annotations/create.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import { suggestPassages } from './suggest.ts'

const WIRE = 'The mayor spoke. “We will not close the weir,” she said. We will not pay, either. It rained.'
const OTHER = 'We will not close the harbour, they said. WE WILL NOT go.'

function library(place: ReturnType<typeof scratch>) {
  const opened = place.open()
  const wire = importText(opened, WIRE, { citekey: 'wire', title: 'Wire' })
  const other = importText(opened, OTHER, { citekey: 'other', title: 'Other' })
  createAnnotation(opened, {
    source: wire.source,
    place: { quote: '“We will not close the weir,”' },
    tags: [],
    colour: 'yellow',
    speaker: 'Ada Marrow',
  })
  return { reader: opened.reader, wire: wire.source, other: other.source }
}

test('highlights come first, then words of texts up to the end of their sentence', () => {
  using place = scratch()
  const { reader } = library(place)
  const found = suggestPassages(reader, { typed: 'we will not c', sources: [], limit: 8 })
  expect(found.map(({ exact, annotation }) => [exact, annotation !== null])).toEqual([
    ['We will not close the weir,', true],
    ['We will not close the harbour, they said.', false],
  ])
  expect(found[0]).toMatchObject({ citekey: 'wire', speaker: 'Ada Marrow', before: 'The mayor spoke. “' })
})

test('the brief’s own sources come before others', () => {
  using place = scratch()
  const { reader, wire, other } = library(place)
  const citekeys = (sources: readonly string[]) =>
    suggestPassages(reader, { typed: 'will not pa', sources, limit: 8 }).map(({ citekey }) => citekey)
  expect(citekeys([other])).toEqual(['wire'])
  const both = (sources: readonly string[]) =>
    suggestPassages(reader, { typed: 'We will not', sources, limit: 8 }).flatMap(({ citekey, annotation }) =>
      annotation === null ? citekey : [],
    )
  expect(both([other])[0]).toBe('other')
  expect(both([wire])[0]).toBe('wire')
})

test('words that nothing goes on with find nothing, nor do marks', () => {
  using place = scratch()
  const { reader } = library(place)
  for (const typed of ['we would not', '—', '…'])
    expect(suggestPassages(reader, { typed, sources: [], limit: 8 })).toEqual([])
})
