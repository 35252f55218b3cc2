import { useEffect, useState } from 'react'
import { briefDraft } from '../../../shared/brief/draft.ts'
import type { LintFinding } from '../../../shared/lint/lint.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { wordsAt, quoteAt } from '../editor/places.ts'
import { goTo } from '../editor/ranges.ts'
import { useSession } from '../editor/session-context.tsx'
import type { BriefSession } from '../editor/session.ts'
import { useStore } from '../editor/store.ts'
import { LintRules } from './LintRules.tsx'
import { rulesOn, useRules, type Rules } from './rules.ts'
import './lint.css'

/** What else the brief lacks, under its quotations that need a look. */
export function LintSection() {
  const session = useSession()
  const [rules, setRules] = useRules()
  const [choosing, setChoosing] = useState(false)
  const findings = useFindings(session, rules)
  return (
    <section className="lint" aria-label={t.lint.title}>
      <header>
        <h3>{t.lint.title}</h3>
        {findings !== null && findings.length > 0 && (
          <span className="num">{t.lint.count(findings.length)}</span>
        )}
        <span className="grow" />
        <button type="button" className="btn ghost" onClick={() => setChoosing(true)}>
          {t.lint.rules}
        </button>
      </header>
      {findings === 'failed' && <p className="quiet-note">{t.lint.failed}</p>}
      {findings !== 'failed' && findings?.length === 0 && <p className="quiet-note">{t.lint.none}</p>}
      <ol>
        {(findings === 'failed' ? [] : (findings ?? [])).map((finding) => (
          <li key={`${finding.rule} ${String(finding.start)} ${finding.citekey ?? ''}`}>
            <button type="button" onClick={() => show(session, finding)}>
              <Icon name="warn" size="s" />
              <span>
                <b>{t.lint.about(t.lint.rule[finding.rule].name, finding.citekey)}</b>
                <span className="dim words" dir="auto">
                  {finding.words}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {choosing && <LintRules rules={rules} setRules={setRules} close={() => setChoosing(false)} />}
    </section>
  )
}

/** Looked over anew after each check; null before the first. */
function useFindings(session: BriefSession, rules: Rules): readonly LintFinding[] | 'failed' | null {
  const core = useCore()
  const checked = useStore(session.checking.checked)
  const [findings, setFindings] = useState<readonly LintFinding[] | 'failed' | null>(null)
  useEffect(() => {
    if (checked.at === null) return
    let gone = false
    const look = async (): Promise<void> => {
      const { state } = session.sheet()
      const today = new Date().toISOString().slice(0, 10)
      // Why the core does not answer is said above, of the check.
      const found = await core.briefs
        .lint({ state, rules: rulesOn(rules), days: rules.days, today })
        .catch(() => 'failed' as const)
      if (!gone) setFindings(found)
    }
    void look()
    return () => {
      gone = true
    }
  }, [core, session, checked, rules])
  return findings
}

/** Brings what was found into sight, with the caret there. */
function show(session: BriefSession, { start, end }: LintFinding): void {
  const { state, nodes } = session.sheet()
  const { spans } = briefDraft(state)
  const there =
    wordsAt({ start, end: Math.max(end, start + 1) }, spans, nodes) ?? quoteAt(start, spans, nodes)
  if (there === null) return
  goTo(session.editor, there)
  session.root.focus()
}
