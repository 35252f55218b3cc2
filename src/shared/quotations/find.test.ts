import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { findQuotations } from './find.ts'
import { markdownDraft } from './markdown-draft.ts'
import { textDraft } from './text-draft.ts'

const CASES = new URL('../../../../shared/cases/verdicts.json', import.meta.url)
const found = (draft: string) => findQuotations(markdownDraft(draft))
const words = (draft: string) =>
  found(draft).flatMap(({ text, state }) => (state === 'unclosed' ? [] : [text]))

interface FindingCase {
  readonly id: string
  readonly rule: string
  readonly draft: string
  readonly quotations: readonly string[]
  readonly unclosed?: number
}

describe.skipIf(!existsSync(CASES))('the labelled cases', () => {
  const cases: readonly FindingCase[] = existsSync(CASES)
    ? JSON.parse(readFileSync(CASES, 'utf8')).finding
    : []
  it.each(cases)('$id $rule', ({ draft, quotations, unclosed = 0 }) => {
    expect(words(draft)).toEqual(quotations)
    expect(found(draft).filter(({ state }) => state === 'unclosed')).toHaveLength(unclosed)
  })
})

test('placeholder', () => {
  expect(findQuotations(textDraft('He said “go on”.')).map((q) => q.text)).toEqual(['go on'])
})
