import { expect, test } from 'vitest'
import { createAnnotation } from '../annotations/create.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import { checkDraft } from './check-draft.ts'

const TEXT = `“We will mend the northern gate before the flood,” said the reeve, Ada Marrow. “The toll stays.”
“Nobody told us of the gate,” said the miller, Ben Oakes.`

/** The warnings of a draft's only quotation, where both speakers are marked in the source. */
function warningsOf(draft: string): readonly string[] {
  using place = scratch()
  const library = place.open()
  const { source } = importText(library, TEXT)
  const mark = (quote: string, speaker: string) =>
    createAnnotation(library, { source, place: { quote }, tags: [], colour: 'yellow', speaker })
  mark('We will mend the northern gate before the flood', 'Ada Marrow')
  mark('Nobody told us of the gate', 'Ben Oakes')
  const [row] = checkDraft(library, { text: draft, format: 'text' })
  return row?.warnings.map(({ code }) => code) ?? []
}

test.each([
  ['the passage itself', '“We will mend the northern gate before the flood”, said Ben Oakes.', true],
  [
    'with the comma behind the passage',
    '“We will mend the northern gate before the flood,” said Ben Oakes.',
    true,
  ],
  ['a part of the passage', '“mend the northern gate before”, said Ben Oakes.', true],
  ['more than the passage', 'Ben Oakes said: “Nobody told us of the gate,” said the miller', false],
  ['changed words', '“We will mend the southern gate before the flood,” said Ben Oakes.', true],
  ['the right speaker', '“We will mend the northern gate before the flood,” said Ada Marrow.', false],
  ['words that nobody marked', 'Ben Oakes said: “said the reeve, Ada Marrow.”', false],
])('a speaker is held against the annotation of %s', (_, draft, warned) => {
  expect(warningsOf(draft).includes('speaker-mismatch')).toBe(warned)
})
