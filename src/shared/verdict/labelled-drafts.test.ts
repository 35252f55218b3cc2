import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findQuotations } from '../quotations/find.ts'
import { markdownDraft } from '../quotations/markdown-draft.ts'
import { textDraft } from '../quotations/text-draft.ts'
import { labelledDrafts, labelledWitnesses, type LabelledDraft } from './fixtures/labelled.ts'
import { shelfOf } from './fixtures/shelf.ts'
import { judge } from './judge.ts'

const folder = new URL('labelled/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const shelf = shelfOf(...labelledWitnesses(read))
const drafts = labelledDrafts(read)

/** The finder and the judge together, on drafts as they are written in seven languages. */
describe('labelled drafts', () => {
  it.each(drafts)('$id has its quotations and verdicts', (labelled) => {
    const found = foundIn(labelled)
    expect(
      found.map(({ quotation, row }) => [
        quotation.text,
        row.verdict,
        row.verdict === 'unclosed' ? undefined : row.cited,
      ]),
    ).toEqual(
      labelled.quotations.map(({ text, verdict, cited }) => [
        text ?? expect.any(String),
        verdict,
        verdict === 'unclosed' ? undefined : cited,
      ]),
    )
  })
  it.each(drafts)('$id has its speakers', (labelled) => {
    const found = foundIn(labelled)
    labelled.quotations.forEach(({ speaker }, i) => {
      if (speaker !== undefined) expect(found[i]?.quotation.speakers).toEqual([speaker])
    })
  })
})

function foundIn({ format, draft }: LabelledDraft) {
  const quotations = findQuotations(format === 'markdown' ? markdownDraft(draft) : textDraft(draft))
  return quotations.map((quotation) => ({ quotation, row: judge(quotation, shelf) }))
}
