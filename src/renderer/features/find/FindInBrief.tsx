import { useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { pressed } from '../../app/keys.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useSheetKeys } from '../../app/sheet.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { FindButton } from '../../ui/FindButton.tsx'
import { MOST, type Sought } from './seeking.ts'
import { useFindInBrief, type FindInBrief as Finding, type Replaced } from './useFindInBrief.ts'
import '../../ui/find.css'
import './find.css'

/** What is open: the field alone, or with what is to stand in place; `asked` goes up whenever it is asked for. */
interface Asked {
  readonly replacing: boolean
  readonly asked: number
}

const EMPTY: Sought = { words: '', pattern: false, caseful: false }

/** Find and replace in the brief, with their keys, which work wherever the focus is. */
export function FindInBrief() {
  const [asked, ask] = useState<Asked | null>(null)
  const [sought, seek] = useState(EMPTY)
  const { platform } = useCapabilities()
  useSheetKeys((event) => {
    const replaceKey = platform === 'mac' ? { key: 'h', mod: true, shift: true } : { key: 'h', mod: true }
    const find = pressed(event, { key: 'f', mod: true }, platform)
    const replace = pressed(event, replaceKey, platform)
    if (!find && !replace) return
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
    event.preventDefault()
    ask((before) => ({
      replacing: replace || (before?.replacing ?? false),
      asked: (before?.asked ?? 0) + 1,
    }))
  })
  if (asked === null) return null
  return (
    <div className="tools">
      <Bar asked={asked} ask={ask} sought={sought} seek={seek} />
    </div>
  )
}

function Bar({
  asked: { asked, replacing },
  ask,
  sought,
  seek,
}: {
  readonly asked: Asked
  readonly ask: (asked: Asked | null) => void
  readonly sought: Sought
  readonly seek: (sought: Sought) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const finding = useFindInBrief(sought)
  const { step, leave } = finding
  useFocused(field, asked)
  useStepKeys(step)
  const close = (): void => {
    ask(null)
    leave()
  }
  return (
    <search
      className="find find-brief pop"
      aria-label={t.find.label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <div className="line">
        <Field field={field} sought={sought} seek={seek} step={step} />
        <Switches sought={sought} seek={seek} />
        <Steps sought={sought} finding={finding} close={close} />
      </div>
      {finding.kind !== 'found' && (
        <p className="said-of" role="alert">
          {t.find[finding.kind]}
        </p>
      )}
      {replacing ? (
        <Replacing finding={finding} />
      ) : (
        <button type="button" className="btn ghost" onClick={() => ask({ asked, replacing: true })}>
          {t.find.more}
        </button>
      )}
    </search>
  )
}

function Steps({
  sought,
  finding,
  close,
}: {
  readonly sought: Sought
  readonly finding: Finding
  readonly close: () => void
}) {
  const { hits, step } = finding
  return (
    <>
      <span className="num dim" role="status">
        {countOf(sought, finding)}
      </span>
      <FindButton icon="left" label={t.find.previous} disabled={hits.length === 0} run={() => step(-1)} />
      <FindButton icon="right" label={t.find.next} disabled={hits.length === 0} run={() => step(1)} />
      <FindButton icon="x" label={t.common.close} disabled={false} run={close} />
    </>
  )
}

const countOf = ({ words }: Sought, { kind, at, hits }: Finding): string =>
  words === '' || kind !== 'found' ? '' : t.reader.find.count(at, hits.length, MOST)

function Field({
  field,
  sought,
  seek,
  step,
}: {
  readonly field: Ref<HTMLInputElement>
  readonly sought: Sought
  readonly seek: (sought: Sought) => void
  readonly step: (by: 1 | -1) => void
}) {
  return (
    <input
      ref={field}
      className="input"
      aria-label={t.find.label}
      placeholder={t.find.label}
      spellCheck={false}
      value={sought.words}
      onChange={({ target }) => seek({ ...sought, words: target.value })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        step(event.shiftKey ? -1 : 1)
      }}
    />
  )
}

function Switches({ sought, seek }: { readonly sought: Sought; readonly seek: (sought: Sought) => void }) {
  const either = [
    { name: 'caseful', sign: 'Aa', label: t.find.caseful },
    { name: 'pattern', sign: '.*', label: t.find.pattern },
  ] as const
  return either.map(({ name, sign, label }) => (
    <button
      key={name}
      type="button"
      className={sought[name] ? 'btn icon on' : 'btn icon'}
      aria-label={label}
      title={label}
      aria-pressed={sought[name]}
      onClick={() => seek({ ...sought, [name]: !sought[name] })}
    >
      {sign}
    </button>
  ))
}

function Replacing({ finding: { hits, replace } }: { readonly finding: Finding }) {
  const [put, setPut] = useState('')
  const [told, setTold] = useState('')
  const run = (which: 'one' | 'all'): void => {
    replace(which, put).then(
      (outcome) => setTold(sentenceOf(outcome)),
      () => setTold(t.common.mistake),
    )
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    run('one')
  }
  return (
    <>
      <div className="line">
        <input
          className="input"
          aria-label={t.find.with}
          placeholder={t.find.with}
          spellCheck={false}
          value={put}
          onChange={({ target }) => setPut(target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="btn" disabled={hits.length === 0} onClick={() => run('one')}>
          {t.find.replace}
        </button>
        <button type="button" className="btn" disabled={hits.length === 0} onClick={() => run('all')}>
          {t.find.replaceAll}
        </button>
      </div>
      <p className="said-of" role="status">
        {told}
      </p>
    </>
  )
}

const sentenceOf = ({ replaced, inQuotes, across }: Replaced): string =>
  [
    t.find.replaced(replaced),
    ...(inQuotes > 0 ? [t.find.inQuotes(inQuotes)] : []),
    ...(across > 0 ? [t.find.across(across)] : []),
  ].join(' ')

function useFocused(field: { readonly current: HTMLInputElement | null }, asked: number): void {
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
    // `asked` says that the field is wanted again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [field, asked])
}

/** F3 goes on, and ⌘G on macOS, wherever the focus is. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  const { platform } = useCapabilities()
  useSheetKeys((event) => {
    const on = event.key === 'F3' || (platform === 'mac' && event.metaKey && event.key.toLowerCase() === 'g')
    if (!on) return
    event.preventDefault()
    step(event.shiftKey ? -1 : 1)
  })
}
