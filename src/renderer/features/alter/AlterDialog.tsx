import { useRef, useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react'
import type { QuoteChange, ShownRange } from '../../../shared/brief/alter-quote.ts'
import type { LinkedQuote } from '../../../shared/brief/nodes.ts'
import type { BriefState } from '../../../shared/brief/state.ts'
import type { Passage } from '../../../shared/contract/passages.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { AlterTools, Putting } from './AlterTools.tsx'
import { Outcome } from './Outcome.tsx'
import { useAltering } from './useAltering.ts'
import type { Altering } from './words-at-ends.ts'
import './alter.css'

/**
 * Alters the words of a quote by marks alone: the words are shown in a field that takes no letters, what is selected
 * there is left out, replaced or marked, and how it would be judged is said before it is taken.
 */
export function AlterDialog({
  quote,
  passage,
  state,
  take,
  close,
}: {
  readonly quote: LinkedQuote
  readonly passage: Passage
  readonly state: BriefState
  readonly take: (altered: Altering) => void
  readonly close: () => void
}) {
  const acts = useAltering(quote, passage, state)
  const words = useRef<HTMLTextAreaElement>(null)
  const put = useRef<HTMLInputElement>(null)
  const [range, setRange] = useState<ShownRange>({ start: 0, end: 0 })
  const [typed, setTyped] = useState('')
  const { altering } = acts
  const run = (change: QuoteChange): void => {
    acts.change(change)
    setTyped('')
    words.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey
    const act = keyAct(event, command, range, state.language)
    if (act === 'take') take(altering)
    else if (act === 'back') acts.takeBack()
    else if (act === 'put') {
      setTyped(event.key)
      put.current?.focus()
    } else if (act !== null) run(act)
    if (act !== null) event.preventDefault()
  }
  return (
    <Dialog title={t.alter.title} closeLabel={t.common.close} close={close} className="alter">
      <div className="body">
        <p className="away" dir="auto">
          {tail(passage.before, altering.before)}
        </p>
        <Words
          words={words}
          shown={altering.quote.shown}
          onKeyDown={onKeyDown}
          choose={setRange}
          lang={state.language}
        />
        <p className="away" dir="auto">
          {passage.after.slice(altering.after)}
        </p>
        <AlterTools acts={acts} range={range} run={run} language={state.language} />
        <Putting acts={acts} range={range} run={run} typed={typed} setTyped={setTyped} field={put} />
        <Outcome acts={acts} passage={passage} />
      </div>
      <Foot take={() => take(altering)} close={close} />
    </Dialog>
  )
}

function Foot({ take, close }: { readonly take: () => void; readonly close: () => void }) {
  return (
    <footer>
      <p id="alter-hint" className="grow dim">
        {t.alter.hint}
      </p>
      <button type="button" className="btn" onClick={close}>
        {t.common.cancel}
      </button>
      <button type="button" className="btn primary" onClick={take}>
        <Icon name="tick" size="s" />
        {t.alter.take}
      </button>
    </footer>
  )
}

const tail = (text: string, taken: number): string => text.slice(0, text.length - taken)

/** A key in the words: what it does, `put` where letters begin to be typed, null where it is left to the field. */
function keyAct(
  event: KeyboardEvent,
  command: boolean,
  range: ShownRange,
  language: string | null,
): QuoteChange | 'take' | 'back' | 'put' | null {
  const { key } = event
  if (event.nativeEvent.isComposing) return null
  if (key === 'Enter') return 'take'
  if (key === 'Delete' || key === 'Backspace') return { kind: 'omit', range: besides(range, key) }
  if (command && key.toLowerCase() === 'i') return { kind: 'emphasise', range, language }
  if (command && key.toLowerCase() === 'z') return 'back'
  return key.length === 1 && key !== ' ' && !command && !event.altKey ? 'put' : null
}

/** Of a caret the letter before or after it, and so that letter's word. */
function besides({ start, end }: ShownRange, key: 'Delete' | 'Backspace'): ShownRange {
  if (start < end) return { start, end }
  return key === 'Delete' ? { start, end: end + 1 } : { start: Math.max(0, start - 1), end }
}

/** The words of the quote. They can be walked through and selected like any text, but nothing can be typed into them. */
function Words({
  words,
  shown,
  onKeyDown,
  choose,
  lang,
}: {
  readonly words: RefObject<HTMLTextAreaElement | null>
  readonly shown: string
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly choose: (range: ShownRange) => void
  readonly lang: string | null
}) {
  const noted = (event: FormEvent<HTMLTextAreaElement>): void => {
    const { selectionStart: start, selectionEnd: end } = event.currentTarget
    choose({ start, end })
  }
  return (
    <textarea
      ref={words}
      className="alter-words"
      aria-label={t.alter.words}
      aria-describedby="alter-hint"
      value={shown}
      rows={4}
      dir="auto"
      lang={lang ?? undefined}
      spellCheck={false}
      data-first-focus=""
      onSelect={noted}
      onKeyDown={onKeyDown}
      onBeforeInput={(event) => event.preventDefault()}
      onPaste={(event) => event.preventDefault()}
      onCut={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
      onChange={noted}
    />
  )
}
