import { $getSelection, COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical'
import { useEffect, useEffectEvent, useId, useState, type ReactNode } from 'react'
import { useSession } from '../session-context.tsx'
import type { TypedMark } from './typed-mark.ts'
import './picker.css'

interface Props<T> {
  /** What was typed that the list is for; null where there is nothing. */
  readonly mark: TypedMark | null
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly label: string
  readonly hint: string
  /** `other` where Alt is held. */
  readonly take: (item: T, mark: TypedMark, other: boolean) => void
  /** Shift with the arrows; absent where they do nothing. */
  readonly adjust?: (index: number, by: 'more' | 'fewer') => void
  readonly children: (item: T) => ReactNode
}

/**
 * A list under the caret for what is being typed. The focus stays in the draft: the arrows choose, Enter takes, Esc leaves
 * it until something else is begun.
 */
export function Picker<T>(props: Props<T>) {
  const { mark, items, keyOf, label, hint, take, adjust } = props
  const { editor, root } = useSession()
  const [left, setLeft] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const id = useId()
  const markId = mark === null ? null : `${mark.key} ${String(mark.start)}`
  const isOpen = mark !== null && items.length > 0 && left !== markId
  const chosen = Math.min(at, items.length - 1)
  const choose = (item: T, other: boolean): void => {
    if (mark === null) return
    setLeft(markId)
    take(item, mark, other)
  }
  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    const item = items[chosen]
    if (!isOpen || item === undefined || event.isComposing || event.ctrlKey || event.metaKey) return false
    const act = actOf(event)
    if (act === null || ((act === 'more' || act === 'fewer') && adjust === undefined)) return false
    event.preventDefault()
    event.stopPropagation()
    if (act === 'leave') setLeft(markId)
    else if (act === 'down') setAt((chosen + 1) % items.length)
    else if (act === 'up') setAt((chosen + items.length - 1) % items.length)
    else if (act === 'more' || act === 'fewer') adjust?.(chosen, act)
    else choose(item, act === 'other')
    return true
  })
  useEffect(
    () => editor.registerCommand(KEY_DOWN_COMMAND, (event) => onKey(event), COMMAND_PRIORITY_CRITICAL),
    [editor],
  )
  useEffect(() => {
    if (!isOpen) return
    describe(root, { id, option: `${id}-${String(chosen)}` })
    return () => describe(root, null)
  }, [root, isOpen, id, chosen])
  if (!isOpen) return null
  return (
    <div className="pop draft-picker" style={placeOf(editor)}>
      <ul id={id} role="listbox" aria-label={label}>
        {items.map((item, index) => (
          <li
            key={keyOf(item)}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === chosen}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(item, event.altKey)
            }}
          >
            {props.children(item)}
          </li>
        ))}
      </ul>
      <p className="dim hint">{hint}</p>
    </div>
  )
}

type Act = 'leave' | 'down' | 'up' | 'more' | 'fewer' | 'take' | 'other'

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
      return altKey ? 'other' : 'take'
    default:
      return null
  }
}

/** What is being typed, followed with the caret. */
export function useTypedMark(editor: LexicalEditor, $read: () => TypedMark | null): TypedMark | null {
  const [mark, setMark] = useState<TypedMark | null>(null)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($read)
        setMark((now) => (same(now, next) ? now : next))
      }),
    [editor, $read],
  )
  return mark
}

const same = (one: TypedMark | null, other: TypedMark | null): boolean =>
  one?.key === other?.key && one?.start === other?.start && one?.typed === other?.typed

/** The draft keeps the focus, and tells a screen reader what is chosen in the list. */
function describe(root: HTMLElement, open: { readonly id: string; readonly option: string } | null): void {
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
