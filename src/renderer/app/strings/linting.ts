import type { LintRule } from '../../../shared/lint/lint.ts'
import { counted, number } from './plural.ts'

const RULES: Readonly<Record<LintRule, { readonly name: string; readonly why: string }>> = {
  'no-source': {
    name: 'Quotation without a source',
    why: 'A quotation that is not linked and for which nothing is cited: a reader cannot look it up.',
  },
  'no-citation': {
    name: 'Claim without a citation',
    why: 'A paragraph with a number or a name that cites and quotes nothing.',
  },
  'no-speaker': {
    name: 'Quote without a speaker',
    why: 'The quote’s highlight does not say who speaks, so that nobody notices words in the wrong mouth.',
  },
  'one-source': {
    name: 'Claim on one source',
    why: 'All that a paragraph cites is one source, or copies of one report, which count once.',
  },
  'old-source': { name: 'Old source', why: 'The source was published longer ago than you set.' },
  secondary: {
    name: 'Words at second hand',
    why: 'The source took the words from somebody else: quote the first source where you can.',
  },
  'dead-citekey': {
    name: 'Citation of an unknown source',
    why: 'The library has no source with that citekey.',
  },
}

export const lint = {
  title: 'The brief',
  none: 'Nothing else to look at.',
  failed: 'The brief could not be looked over.',
  rules: 'Rules…',
  rulesTitle: 'What a brief is looked over for',
  hint: 'None of this changes a verdict or holds up an export.',
  rule: RULES,
  about: (name: string, citekey: string | null): string => (citekey === null ? name : `${name}: ${citekey}`),
  days: 'Days after which a source is old',
  daysUnit: (days: number): string => counted(days, { one: '# day', other: '# days' }),
  count: (findings: number): string => number(findings),
}
