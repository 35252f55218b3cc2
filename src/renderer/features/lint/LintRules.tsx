import { useId } from 'react'
import { LINT_RULES, type LintRule } from '../../../shared/lint/lint.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Rules } from './rules.ts'

/** A switch for each rule, with what it is for. */
export function LintRules({
  rules,
  setRules,
  close,
}: {
  readonly rules: Rules
  readonly setRules: (rules: Rules) => void
  readonly close: () => void
}) {
  const toggle = (rule: LintRule): void => {
    const off = rules.off.includes(rule) ? rules.off.filter((each) => each !== rule) : [...rules.off, rule]
    setRules({ ...rules, off })
  }
  return (
    <Dialog title={t.lint.rulesTitle} closeLabel={t.common.close} close={close} className="lint-rules">
      <div className="body">
        <p className="dim">{t.lint.hint}</p>
        <ul>
          {LINT_RULES.map((rule, index) => (
            <Rule
              key={rule}
              rule={rule}
              on={!rules.off.includes(rule)}
              toggle={() => toggle(rule)}
              first={index === 0}
            />
          ))}
        </ul>
        <label className="days">
          <span>{t.lint.days}</span>
          <input
            type="number"
            className="input"
            min={1}
            max={36_500}
            value={rules.days}
            onChange={({ target: { valueAsNumber: days } }) => {
              if (Number.isInteger(days) && days > 0 && days <= 36_500) setRules({ ...rules, days })
            }}
          />
        </label>
      </div>
    </Dialog>
  )
}

function Rule({
  rule,
  on,
  toggle,
  first,
}: {
  readonly rule: LintRule
  readonly on: boolean
  readonly toggle: () => void
  readonly first: boolean
}) {
  const why = useId()
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={on}
          onChange={toggle}
          aria-describedby={why}
          {...(first ? { 'data-first-focus': '' } : {})}
        />
        <span>{t.lint.rule[rule].name}</span>
      </label>
      <p id={why} className="dim">
        {t.lint.rule[rule].why}
      </p>
    </li>
  )
}
