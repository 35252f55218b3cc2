import type { ReactNode, RefObject } from 'react'
import { OMISSION, type QuoteChange, type ShownRange } from '../../../shared/brief/alter-quote.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { AlteringActs } from './useAltering.ts'

/** What can be done to the words that are selected, and at the quote's ends. */
export function AlterTools({
  acts,
  range,
  language,
  run,
  typed,
  setTyped,
  put,
}: {
  readonly acts: AlteringActs
  readonly range: ShownRange
  readonly language: string | null
  readonly run: (change: QuoteChange) => void
  readonly typed: string
  readonly setTyped: (typed: string) => void
  readonly put: RefObject<HTMLInputElement | null>
}) {
  const at = range.start
  const tool = (change: QuoteChange, label: ReactNode, keys?: string): ReactNode => (
    <button
      type="button"
      className="btn"
      disabled={!acts.can(change)}
      aria-keyshortcuts={keys}
      onClick={() => run(change)}
    >
      {label}
    </button>
  )
  const putting: QuoteChange = { kind: 'put', range, words: typed }
  return (
    <>
      <div className="alter-tools" role="toolbar" aria-label={t.alter.tools}>
        {tool({ kind: 'omit', range }, `${t.alter.omit} ${OMISSION}`, 'Delete')}
        {tool({ kind: 'capital', at }, t.alter.capital)}
        {tool({ kind: 'sic', at: range.end }, t.alter.sic)}
        {tool({ kind: 'emphasise', range, language }, t.alter.emphasis, 'Control+I')}
        {tool({ kind: 'keep', range }, t.alter.keep)}
        {tool({ kind: 'undo', at }, t.alter.undo)}
        {tool({ kind: 'restore' }, t.alter.restore)}
      </div>
      <form
        className="alter-tools"
        onSubmit={(event) => {
          event.preventDefault()
          if (acts.can(putting)) run(putting)
        }}
      >
        <label className="alter-put">
          <span>{range.start < range.end ? t.alter.replace : t.alter.insert}</span>
          <span aria-hidden="true">[</span>
          <input
            ref={put}
            value={typed}
            dir="auto"
            onChange={(event) => setTyped(event.target.value)}
            spellCheck={false}
          />
          <span aria-hidden="true">]</span>
        </label>
        <button type="submit" className="btn" disabled={!acts.can(putting)}>
          {t.alter.put}
        </button>
        <span className="grow" />
        <Ends acts={acts} />
      </form>
    </>
  )
}

const STEPS = [
  ['fewer', 'start'],
  ['more', 'start'],
  ['fewer', 'end'],
  ['more', 'end'],
] as const

/** Fewer or more words at the ends. */
function Ends({ acts }: { readonly acts: AlteringActs }) {
  return (
    <div className="alter-ends" role="group" aria-label={t.alter.ends}>
      {STEPS.map(([step, end]) => (
        <button
          key={step + end}
          type="button"
          className="btn icon"
          aria-label={t.alter.end[step][end]}
          title={t.alter.end[step][end]}
          disabled={!acts.canEnds(step, end)}
          onClick={() => acts.ends(step, end)}
        >
          <span aria-hidden="true">{SIGNS[step][end]}</span>
        </button>
      ))}
    </div>
  )
}

const SIGNS = {
  fewer: { start: '⇥', end: '⇤' },
  more: { start: '⇤', end: '⇥' },
} as const
