import type { RefObject } from 'react'
import { OMISSION, type QuoteChange, type ShownRange } from '../../../shared/brief/alter-quote.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { AlteringActs } from './useAltering.ts'

interface Tools {
  readonly acts: AlteringActs
  readonly range: ShownRange
  readonly run: (change: QuoteChange) => void
}

/** What can be done to the words that are selected. */
export function AlterTools({ acts, range, run, language }: Tools & { readonly language: string | null }) {
  const at = range.start
  const tools: readonly { readonly change: QuoteChange; readonly label: string; readonly keys?: string }[] = [
    { change: { kind: 'omit', range }, label: `${t.alter.omit} ${OMISSION}`, keys: 'Delete' },
    { change: { kind: 'capital', at }, label: t.alter.capital },
    { change: { kind: 'sic', at: range.end }, label: t.alter.sic },
    { change: { kind: 'emphasise', range, language }, label: t.alter.emphasis, keys: 'Control+I' },
    { change: { kind: 'keep', range }, label: t.alter.keep },
    { change: { kind: 'undo', at }, label: t.alter.undo },
    { change: { kind: 'restore' }, label: t.alter.restore },
  ]
  return (
    <div className="alter-tools" role="toolbar" aria-label={t.alter.tools}>
      {tools.map(({ change, label, keys }) => (
        <button
          key={label}
          type="button"
          className="btn"
          disabled={!acts.can(change)}
          aria-keyshortcuts={keys}
          onClick={() => run(change)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

/** Words in brackets in place of those that are selected, or at the caret; and more or fewer words at the ends. */
export function Putting({
  acts,
  range,
  run,
  typed,
  setTyped,
  field,
}: Tools & {
  readonly typed: string
  readonly setTyped: (typed: string) => void
  readonly field: RefObject<HTMLInputElement | null>
}) {
  const putting: QuoteChange = { kind: 'put', range, words: typed }
  return (
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
          ref={field}
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
