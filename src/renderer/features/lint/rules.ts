import { z } from 'zod'
import { useKept } from '../../app/kept.ts'
import { LINT_RULES, type LintRule } from '../../../shared/lint/lint.ts'

/** Which rules are on, and when a source is old. */
export interface Rules {
  readonly off: readonly LintRule[]
  readonly days: number
}

const Kept = z.object({ off: z.array(z.enum(LINT_RULES)), days: z.number().int().min(1).max(36_500) })

/** Most claims rest on one source, and are no worse for it: that rule is for those who ask for it. */
const AT_FIRST: Rules = { off: ['one-source'], days: 730 }

export const useRules = (): readonly [Rules, (rules: Rules) => void] => useKept('lint', Kept, AT_FIRST)

export const rulesOn = ({ off }: Rules): LintRule[] => LINT_RULES.filter((rule) => !off.includes(rule))
