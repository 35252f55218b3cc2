import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createAnnotation } from '../annotations/create.ts'
import { checkState } from '../check/check-brief.ts'
import { Works } from '../citations/works.ts'
import type { Sha256 } from '../db/ids.ts'
import type { Library } from '../library/library.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import { mapQuotes } from '../../shared/brief/map-nodes.ts'
import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import { PIXEL } from '../import/importers/fixtures/picture.ts'
import { checkedQuotes, evidenceFrom, passageIn } from './evidence.ts'
import { digestBrief } from './digest.ts'
import { keepImage } from './images.ts'
import { importBrief } from './import.ts'
import { openWorkingCopy } from './working-copy.ts'

const BEFORE = `${'c'.repeat(40)}😀${'b'.repeat(299)} `
const AFTER = ` ${'a'.repeat(298)}😀${'c'.repeat(40)}`

/** A brief that quotes one passage twice, the second time with another word. */
function quoting(library: Library) {
  const { source } = importText(library, `${BEFORE}We will hold the wall${AFTER}`)
  const words = 'We will hold the wall'
  const { id } = createAnnotation(library, { source, place: { quote: words }, tags: [], colour: 'yellow' })
  const markdown = `He said :quote[${words}]{#${id}} and :quote[We will sell the wall]{#${id}}.`
  const brief = importBrief(library, { markdown, name: 'Walls' })
  const { state } = openWorkingCopy(library, brief.id)
  const quotes: LinkedQuote[] = []
  mapQuotes(state, (quote) => {
    quotes.push(quote)
    return quote
  })
  return { state, quotes }
}

test('tells of each linked quote its own verdict, and its passage with no half letter around it', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const { state, quotes } = quoting(library)
  const checked = checkedQuotes(state, checkState(library.reader, state))
  const evidence = evidenceFrom(library, 'en', new Works(library.reader), checked)
  const contexts = quotes.map((quote) => evidence.context(quote))
  expect(contexts.map(({ verdict }) => verdict)).toEqual(['verbatim', 'altered'])
  expect(contexts[0]?.passage).toEqual({
    pieces: [
      { text: BEFORE.slice(42), held: false },
      { text: 'We will hold the wall', held: true },
      { text: AFTER.slice(0, 301), held: false },
    ],
    cut: { before: true, after: true },
  })
})

test('what stands around a passage begins and ends with whole words', () => {
  const text = `${'word '.repeat(100)}We will hold the wall${' word'.repeat(100)}`
  const start = text.indexOf('We')
  const pieces = passageIn(text, [{ start, end: start + 21 }])?.pieces.map((piece) => piece.text) ?? []
  expect(pieces[0]).toMatch(/^word (?:word )+$/u)
  expect(pieces[2]).toMatch(/^(?: word)+$/u)
  expect(pieces.map(({ length }) => length)).toEqual([300, 21, 300])
})

test('a picture whose bytes are not what was stored is gone, and ends no export', async () => {
  using place = scratch()
  const library = place.open()
  const { blob } = await keepImage(library, new Blob([PIXEL]))
  const { image } = evidenceFrom(library, 'en', new Works(library.reader))
  expect(image(blob)).not.toBeNull()
  writeFileSync(library.blobs.pathOf(blob as Sha256), 'other bytes')
  expect(image(blob)).toBeNull()
  expect(image('f'.repeat(64))).toBeNull()
})
