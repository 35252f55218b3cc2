import { briefDraft } from '../../shared/brief/draft.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { CheckedQuotation } from '../../shared/contract/check.ts'
import {
  lintBrief,
  type LintFacts,
  type LintFinding,
  type LintRule,
  type LintSource,
} from '../../shared/lint/lint.ts'
import { findAnnotation } from '../db/annotations.ts'
import type { Reader } from '../db/reader.ts'
import { findCitedRow } from '../db/sources.ts'

export interface LintInput {
  readonly state: BriefState
  readonly rules: readonly LintRule[]
  readonly today: string
  readonly days: number
}

/** What a brief lacks besides true quotations; `rows` are its quotations as they were checked. */
export function lint(
  reader: Reader,
  { state, rules, today, days }: LintInput,
  rows: readonly CheckedQuotation[],
): LintFinding[] {
  return [...lintBrief(briefDraft(state), rows, factsFrom(reader), { rules: new Set(rules), today, days })]
}

/** Each source and annotation is looked up once. */
function factsFrom(reader: Reader): LintFacts {
  const source = once((key: string): LintSource | null => {
    const found = findCitedRow(reader, key)
    if (found === null) return null
    const { citekey, published, story } = found
    return { citekey, published, story }
  })
  const annotation = once((id: string) => {
    const found = findAnnotation(reader, id)
    return found && { source: source(found.source), speaker: found.attribution?.speaker ?? null }
  })
  return { source, annotation }
}

function once<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key) as T
  }
}
