import { expect, test } from 'vitest'
import { createAnnotation } from '../annotations/create.ts'
import { checkState } from '../check/check-brief.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { digestBrief } from './digest.ts'
import { importBrief } from './import.ts'
import { listPassages } from './passages.ts'
import { usesOfSource } from './uses.ts'
import { createWorkingCopy, openWorkingCopy, saveWorkingCopy } from './working-copy.ts'

const TEXT = 'The board met. “We would not improve the quay at the expense of the fleet,” Teague said.'
const WORDS = 'improve the quay at the expense of the fleet'

function withQuote(library: Library) {
  const { source } = importText(library, TEXT)
  const annotation = createAnnotation(library, {
    source,
    place: { quote: WORDS },
    tags: [],
    colour: 'yellow',
    speaker: 'Odran Teague',
  })
  const brief = importBrief(library, {
    markdown: `He said :quote[${WORDS}]{#${annotation.id}}.`,
    name: 'Quay',
  })
  return { source, annotation, brief }
}

test('a saved copy is what is opened next', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const { brief, state } = createWorkingCopy(library, { title: 'Quay', language: 'en' })
  const saved = saveWorkingCopy(library, {
    brief: brief.id,
    state: { ...state, title: 'Quays' },
    seen: brief.updatedAt,
    revision: true,
  })
  expect(openWorkingCopy(library, brief.id)).toEqual({ brief: saved, state: { ...state, title: 'Quays' } })
  library.close()
})

test('a copy that was changed elsewhere is not written over', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const { brief, state } = createWorkingCopy(library, { title: 'Quay', language: null })
  const late = {
    brief: brief.id,
    state: { ...state, title: 'Mine' },
    seen: '2001-01-01T00:00:00.000Z',
    revision: false,
  }
  expect(() => saveWorkingCopy(library, late)).toThrow('changed in another window')
  expect(openWorkingCopy(library, brief.id).state.title).toBe('Quay')
  library.close()
})

test('a passage comes with what stands around it and who says it', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const { annotation } = withQuote(library)
  const [passage] = listPassages(library.reader, [
    { annotation: annotation.id },
    { annotation: 'an_unknown' },
  ])
  expect(passage).toMatchObject({
    exact: WORDS,
    before: 'The board met. “We would not ',
    speaker: 'Odran Teague',
    paragraph: 1,
  })
  library.close()
})

test('a source knows the briefs that quote it', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const { source, annotation, brief } = withQuote(library)
  expect(usesOfSource(library, source)).toEqual([
    {
      annotation: annotation.id,
      brief: brief.id,
      title: 'Quay',
      start: 9,
      end: 9 + WORDS.length,
      before: 'He said “',
      words: WORDS,
      after: '”.',
      verdict: 'verbatim',
    },
  ])
  library.close()
})

test('an unsaved state is checked as it stands', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const { brief } = withQuote(library)
  const { state } = openWorkingCopy(library, brief.id)
  const text = JSON.stringify(state)
  expect(checkState(library.reader, state).map((row) => row.verdict)).toEqual(['verbatim'])
  const changed = JSON.parse(
    text.replace(`"shown":"${WORDS}"`, `"shown":"${WORDS}","asWritten":"improve the quay"`),
  )
  expect(checkState(library.reader, changed).map((row) => row.verdict)).toEqual(['verbatim'])
  const wrong = JSON.parse(
    text.replace(`"shown":"${WORDS}"`, `"shown":"${WORDS}","asWritten":"improve the port"`),
  )
  expect(checkState(library.reader, wrong).map((row) => row.verdict)).toEqual(['altered'])
  library.close()
})
