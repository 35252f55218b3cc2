import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findQuotations } from './find.ts'
import { textDraft } from './text-draft.ts'

interface Labelled {
  readonly id: string
  readonly draft: string
  /** Who speaks by the words of the draft; null where it names nobody. */
  readonly speaker: string | null
}

const CASES = JSON.parse(
  readFileSync(new URL('labelled-speakers.json', import.meta.url), 'utf8'),
) as readonly Labelled[]

const namesIn = (draft: string): readonly string[] =>
  findQuotations(textDraft(draft)).flatMap(({ speakers }) => speakers)

/** A wrong speaker is worse than none: it warns of true words. */
test.each(CASES)('$id: $draft', ({ draft, speaker }) => {
  const names = namesIn(draft)
  expect(names[0] ?? null).toBe(speaker)
})
