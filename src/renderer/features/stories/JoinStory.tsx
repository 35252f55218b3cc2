import { useState, type FormEvent } from 'react'
import type { Source } from '../../../shared/contract/sources.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Completing } from '../../ui/Completing.tsx'

const MOST_OFFERED = 20

/** Says that a source is the same story as one that nothing linked it to: a button that unfolds a field for its citekey. */
export function JoinStory({
  source,
  join,
}: {
  readonly source: Source
  readonly join: (other: string) => Promise<boolean>
}) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <button type="button" className="btn ghost" onClick={() => setOpen(true)}>
        {t.stories.join}
      </button>
    )
  return <JoinForm source={source} join={join} close={() => setOpen(false)} />
}

function JoinForm({
  source,
  join,
  close,
}: {
  readonly source: Source
  readonly join: (other: string) => Promise<boolean>
  readonly close: () => void
}) {
  const [typed, setTyped] = useState('')
  const sources = valueOf(useLive('sources', ['source'], (core) => core.sources.list({}))) ?? []
  const known = sources.filter(({ id, citekey }) => id !== source.id && citekey.includes(typed.trim()))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (await join(typed.trim())) close()
  }
  return (
    <form className="join" onSubmit={(event) => void submit(event)}>
      <Completing
        label={t.stories.other}
        value={typed}
        known={known.slice(0, MOST_OFFERED).map(({ citekey }) => citekey)}
        change={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
        autoFocus
      />
      <button type="submit" className="btn" disabled={typed.trim() === ''}>
        {t.stories.joinIt}
      </button>
    </form>
  )
}
