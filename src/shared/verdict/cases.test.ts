import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shelfOf, typed, witnessOf } from './fixtures/shelf.ts'
import { findQuotations } from '../quotations/find.ts'
import { markdownDraft } from '../quotations/markdown-draft.ts'
import { textDraft } from '../quotations/text-draft.ts'
import type { CheckedQuotation } from '../contract/check.ts'
import { judge } from './judge.ts'

interface Case {
  readonly id: string
  readonly rule: string
  readonly cited: string | null
  readonly quotation: string
  readonly verdict: string
  readonly source?: string
  readonly also?: readonly string[]
  readonly warnings?: readonly string[]
  readonly differs?: readonly string[]
  readonly functionOnly?: boolean
}

const folder = new URL('../../../../shared/cases/', import.meta.url)
const file = new URL('verdicts.json', folder)

describe.runIf(existsSync(file))('labelled cases', () => {
  if (!existsSync(file)) return
  const data = JSON.parse(readFileSync(file, 'utf8')) as {
    sources: Record<string, string>
    cases: readonly Case[]
  }
  const witnesses = Object.entries(data.sources).map(([key, path]) =>
    witnessOf(key, readFileSync(new URL(path, folder), 'utf8')),
  )
  const shelf = shelfOf(...witnesses)
  it.each(data.cases)('$id $rule', (labelled) => {
    expectLabel(judge(typed(labelled.quotation, labelled.cited), shelf), labelled)
  })
  const drafted = data.cases.filter((labelled) => !labelled.functionOnly)
  it.each(drafted)('$id as a Markdown draft: $rule', (labelled) => {
    const [found] = findQuotations(markdownDraft(draftOf(labelled)))
    expect(found?.text.replace(/\s+/g, ' ')).toBe(labelled.quotation.replace(/\s+/g, ' '))
    if (found) expectLabel(judge(found, shelf), labelled)
  })
  const oneLine = drafted.filter((labelled) => !labelled.quotation.includes('\n'))
  it.each(oneLine)('$id as a text draft: $rule', (labelled) => {
    const [found] = findQuotations(textDraft(draftOf(labelled)))
    expect(found?.text).toBe(labelled.quotation)
    if (found) expectLabel(judge(found, shelf), labelled)
  })
})

function draftOf({ quotation, cited }: Case): string {
  return `It was said that “${quotation}”${cited === null ? '' : ` [@${cited}]`}.`
}

function expectLabel(row: CheckedQuotation, labelled: Case): void {
  expect([labelled.verdict, ...(labelled.also ?? [])]).toContain(row.verdict)
  if (labelled.source) expect(row.source).toBe(labelled.source)
  expect(row.warnings.map((w) => w.code)).toEqual(expect.arrayContaining([...(labelled.warnings ?? [])]))
  const changed = row.diff.filter((op) => op.op !== 'equal').map((op) => op.text)
  for (const word of labelled.differs ?? []) expect(changed.some((text) => text.includes(word))).toBe(true)
  if (row.verdict === 'altered') expectRebuilt(row.diff, row.quotation, row.found[0]?.text ?? '')
}

function expectRebuilt(diff: readonly { op: string; text: string }[], draft: string, source: string): void {
  const side = (without: string): string =>
    diff
      .filter((op) => op.op !== without)
      .map((op) => op.text)
      .join('')
  expect(side('delete')).toBe(draft)
  expect(side('insert')).toBe(source)
}
