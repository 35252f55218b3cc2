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
test('the labelled attributions', () => {
  const given = CASES.map((one) => ({ ...one, names: namesIn(one.draft) }))
  const wrong = given.filter(
    ({ speaker, names }) => names.length > 0 && (speaker === null || !names.includes(speaker)),
  )
  const missed = given.filter(({ speaker, names }) => speaker !== null && names.length === 0)
  expect({ wrong: wrong.length, missed: missed.length }).toEqual({ wrong: 16, missed: 26 })
})
