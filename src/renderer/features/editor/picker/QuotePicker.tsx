import { $getSelection, COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { useMessages } from '../../../app/messages.tsx'
import { t } from '../../../app/strings/catalogue.ts'
import { useCore } from '../../../app/surroundings.tsx'
import { useSession } from '../session-context.tsx'
import { choiceOf, fewer, more, wordsOf, type Choice } from './choice.ts'
import { quoteOfChoice, replaceTyped } from './quote-choice.ts'
import { $typedMark, type TypedMark } from './typed-mark.ts'
import './picker.css'

const LIMIT = 6
const AFTER_TYPING = 80

/**
 * Passages to quote, as soon as an opening quotation mark and two letters are typed. The focus stays in the draft; whoever
 * types on past the list has plain words, which are checked like any.
 */
export function QuotePicker() {
  const session = useSession()
  const { editor } = session
  const { say, fault } = useMessages()
  const core = useCore()
  const mark = useTypedMark(editor)
  const [left, setLeft] = useState<string | null>(null)
  const { choices, change } = useChoices(mark)
  const [at, setAt] = useState(0)
  const id = useId()
  const markId = mark === null ? null : `${mark.key} ${String(mark.start)}`
  const isOpen = mark !== null && choices.length > 0 && left !== markId
  const chosen = Math.min(at, choices.length - 1)
  const take = async (choice: Choice, block: boolean): Promise<void> => {
    if (mark === null) return
    setLeft(markId)
    try {
      const quote = await quoteOfChoice(core, choice)
      if (quote === null || !replaceTyped(editor, mark, quote, block)) say(t.alter.gone)
      session.checking.now()
    } catch (error) {
      fault(error)
    }
  }
  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    const choice = choices[chosen]
    if (!isOpen || choice === undefined || event.isComposing || event.ctrlKey || event.metaKey) return false
    const act = actOf(event)
    if (act === null) return false
    event.preventDefault()
    event.stopPropagation()
    if (act === 'leave') setLeft(markId)
    else if (act === 'down') setAt((chosen + 1) % choices.length)
    else if (act === 'up') setAt((chosen + choices.length - 1) % choices.length)
    else if (act === 'more' || act === 'fewer') change(chosen, act === 'more' ? more(choice) : fewer(choice))
    else void take(choice, act === 'block')
    return true
  })
  useEffect(
    () => editor.registerCommand(KEY_DOWN_COMMAND, (event) => onKey(event), COMMAND_PRIORITY_CRITICAL),
    [editor],
  )
  useEffect(() => described(session.root, isOpen ? { id, option: `${id}-${String(chosen)}` } : null))
  if (!isOpen) return null
  return (
    <div className="pop quote-picker" style={placeOf(editor)}>
      <Choices id={id} choices={choices} chosen={chosen} take={(choice, block) => void take(choice, block)} />
      <p className="dim hint">{t.editor.picker.hint}</p>
    </div>
  )
}

function Choices({
  id,
  choices,
  chosen,
  take,
}: {
  readonly id: string
  readonly choices: readonly Choice[]
  readonly chosen: number
  readonly take: (choice: Choice, block: boolean) => void
}) {
  return (
    <ul id={id} role="listbox" aria-label={t.editor.picker.label}>
      {choices.map((choice, index) => (
        <li
          key={`${choice.of.source} ${String(choice.of.start)}`}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            event.preventDefault()
            take(choice, event.altKey)
          }}
        >
          <span className="words" dir="auto">
            {wordsOf(choice)}
          </span>
          <span className="from dim">
            {[choice.of.speaker, choice.of.title].filter((each) => each !== null).join(' · ')}
            {choice.of.annotation === null && <> · {t.editor.picker.unmarked}</>}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Act = 'leave' | 'down' | 'up' | 'more' | 'fewer' | 'take' | 'block'

function actOf({ key, shiftKey, altKey }: KeyboardEvent): Act | null {
  switch (key) {
    case 'Escape':
      return 'leave'
    case 'ArrowDown':
      return 'down'
    case 'ArrowUp':
      return 'up'
    case 'ArrowRight':
      return shiftKey ? 'more' : null
    case 'ArrowLeft':
      return shiftKey ? 'fewer' : null
    case 'Enter':
      return altKey ? 'block' : 'take'
    default:
      return null
  }
}

/** What is being typed after a mark, followed with the caret. */
function useTypedMark(editor: LexicalEditor): TypedMark | null {
  const [mark, setMark] = useState<TypedMark | null>(null)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($typedMark)
        setMark((now) => (same(now, next) ? now : next))
      }),
    [editor],
  )
  return mark
}

const same = (one: TypedMark | null, other: TypedMark | null): boolean =>
  one?.key === other?.key && one?.start === other?.start && one?.typed === other?.typed

/** The passages that go on as was typed; the last answer stays until the next is there. */
function useChoices(mark: TypedMark | null): {
  readonly choices: readonly Choice[]
  readonly change: (at: number, to: Choice) => void
} {
  const session = useSession()
  const core = useCore()
  const { fault } = useMessages()
  const [choices, setChoices] = useState<readonly Choice[]>([])
  const typed = mark?.typed ?? null
  useEffect(() => {
    if (typed === null) return
    let gone = false
    const sources = [
      ...new Set([...session.checking.checked.get().passages.values()].map(({ source }) => source)),
    ]
    const ask = async (): Promise<void> => {
      try {
        const found = await core.briefs.suggest({ typed, sources, limit: LIMIT })
        if (!gone) setChoices(found.map(choiceOf))
      } catch (error) {
        if (!gone) fault(error)
      }
    }
    const timer = setTimeout(() => void ask(), AFTER_TYPING)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [typed, core, session, fault])
  return {
    choices: typed === null ? [] : choices,
    change: (at, to) => setChoices(choices.map((each, index) => (index === at ? to : each))),
  }
}

/** The draft keeps the focus, and tells a screen reader what is chosen in the list. */
function described(root: HTMLElement, open: { readonly id: string; readonly option: string } | null): void {
  const attributes = { 'aria-controls': open?.id, 'aria-activedescendant': open?.option }
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) root.removeAttribute(name)
    else root.setAttribute(name, value)
  }
}

/** Under the caret, within the sheet. */
function placeOf(editor: LexicalEditor): { readonly insetBlockStart: number } | undefined {
  const root = editor.getRootElement()
  const range = editor.read(() => ($getSelection() === null ? null : window.getSelection()?.getRangeAt(0)))
  const box = range?.getBoundingClientRect()
  if (root === null || box === undefined || box.height === 0) return undefined
  return { insetBlockStart: box.bottom - (root.parentElement ?? root).getBoundingClientRect().top + 6 }
}
