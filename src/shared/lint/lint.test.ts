import { expect, test } from 'vitest'
import { briefDraft } from '../brief/draft.ts'
import { parseBrief } from '../brief/parse.ts'
import type { CheckedQuotation } from '../contract/check.ts'
import { findQuotations } from '../quotations/find.ts'
import { emptyRow } from '../verdict/row.ts'
import { LINT_RULES, lintBrief, type LintFacts, type LintRule, type LintSource } from './lint.ts'

const SOURCES: readonly LintSource[] = [
  { citekey: 'wire', published: '2026-11-01', story: 'story_1' },
  { citekey: 'copy', published: '2026-11-02', story: 'story_1' },
  { citekey: 'other', published: '2020', story: null },
]

const sourceOf = (citekey: string): LintSource | null =>
  SOURCES.find((each) => each.citekey === citekey) ?? null

const facts: LintFacts = {
  source: sourceOf,
  annotation: (id) =>
    ({
      an_said: { source: sourceOf('wire'), speaker: 'Ada Marrow' },
      an_silent: { source: sourceOf('wire'), speaker: null },
    })[id] ?? null,
}

/** What is found, as rule and source. */
function found(
  markdown: string,
  change: (row: CheckedQuotation) => CheckedQuotation = (row) => row,
): readonly (readonly [LintRule, string | null])[] {
  const draft = briefDraft(
    parseBrief(markdown, {
      name: 'Weir',
      passageOf: () => ({ anchorId: 'anc_1', exact: 'We will not close it.' }),
    }),
  )
  const rows = findQuotations(draft).map((quotation) => change(emptyRow(quotation, 'verbatim')))
  const options = { rules: new Set(LINT_RULES), today: '2026-11-26', days: 365 }
  return lintBrief(draft, rows, facts, options).map(({ rule, citekey }) => [rule, citekey])
}

const CLAIM = 'The council of Calder decided on 3 March to close the old weir below the mill for good'

test.each<[string, string, readonly (readonly [LintRule, string | null])[]]>([
  ['a typed quotation without a source', 'They said “we will never close the weir”.', [['no-source', null]]],
  ['one that cites', 'They said “we will never close the weir” [@wire].', []],
  ['a claim that cites nothing', `${CLAIM}.`, [['no-citation', null]]],
  ['a claim on one source', `${CLAIM} [@wire].`, [['one-source', 'wire']]],
  ['a claim on two copies of one report', `${CLAIM} [@wire; @copy].`, [['one-source', 'wire']]],
  ['a claim on two sources, one of them old', `${CLAIM} [@wire; @other].`, [['old-source', 'other']]],
  ['a claim that cites in a note', `${CLAIM}.[^1]\n\n[^1]: See [@wire; @other].`, [['old-source', 'other']]],
  ['a citation of nothing', 'As they say [@nobody].', [['dead-citekey', 'nobody']]],
  ['a quote whose speaker is known', ':quote[We will not close it.]{#an_said}', []],
  ['a quote whose speaker is not', ':quote[We will not close it.]{#an_silent}', [['no-speaker', null]]],
  ['words that claim nothing', 'What a day it was, and how long the night would be for everybody there.', []],
  ['a heading', '# The council of Calder and the 14 mills along the river in the north', []],
])('%s', (_, markdown, expected) => {
  expect(found(markdown)).toEqual(expected)
})

const second = (row: CheckedQuotation): CheckedQuotation => ({
  ...row,
  source: 'wire',
  warnings: [{ code: 'secondary', message: '' }],
})

test('words at second hand are told with their source', () => {
  expect(found('They said “we will never close the weir” [@wire].', second)).toEqual([['secondary', 'wire']])
})

test('a rule that is off finds nothing', () => {
  const draft = briefDraft(parseBrief(`${CLAIM}.`, { name: 'Weir', passageOf: () => null }))
  expect(lintBrief(draft, [], facts, { rules: new Set(), today: '2026-11-26', days: 365 })).toEqual([])
})

test('a long paragraph is told by its first words', () => {
  const draft = briefDraft(parseBrief(`${CLAIM}, and for all time.`, { name: 'Weir', passageOf: () => null }))
  const [first] = lintBrief(draft, [], facts, {
    rules: new Set(LINT_RULES),
    today: '2026-11-26',
    days: 365,
  })
  expect(first?.words).toBe('The council of Calder decided on 3 March to close the old weir below the mill …')
})
