import { $getSelection, COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical'
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { useSession } from '../session-context.tsx'
import type { TypedMark } from './typed-mark.ts'
import './picker.css'

/** Pixels between the caret's line and the list, and between that and the edge of what is in sight. */
const GAP = 6
/** Pixels that it has in any case. */
const LEAST = 120

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
  useDescribed(root, isOpen, id, `${id}-${String(chosen)}`)
  const list = useAtCaret(editor)
  if (!isOpen) return null
  return (
    <div ref={list} className="pop draft-picker">
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

function useDescribed(root: HTMLElement, isOpen: boolean, id: string, option: string): void {
  useEffect(() => {
    if (!isOpen) return
    describe(root, { id, option })
    return () => describe(root, null)
  }, [root, isOpen, id, option])
}

/** The draft keeps the focus, and tells a screen reader what is chosen in the list. */
function describe(root: HTMLElement, open: { readonly id: string; readonly option: string } | null): void {
  const attributes = { 'aria-controls': open?.id, 'aria-activedescendant': open?.option }
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) root.removeAttribute(name)
    else root.setAttribute(name, value)
  }
}

/** Each time it is drawn: the caret moves on, and what is offered changes. */
function useAtCaret(editor: LexicalEditor): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (list.current !== null) put(list.current, editor)
  })
  return list
}

/** Under the caret, or over it where there is more room; as tall as the room is. */
function put(list: HTMLElement, editor: LexicalEditor): void {
  const range = editor.read(() => ($getSelection() === null ? null : window.getSelection()?.getRangeAt(0)))
  const caret = range?.getBoundingClientRect()
  const around = list.offsetParent?.getBoundingClientRect()
  const seen = list.closest('.scroll')?.getBoundingClientRect()
  if (caret === undefined || caret.height === 0 || around === undefined || seen === undefined) return
  list.style.maxBlockSize = ''
  const below = seen.bottom - caret.bottom - 2 * GAP
  const above = caret.top - seen.top - 2 * GAP
  const isBelow = list.offsetHeight <= below || below >= above
  list.style.insetBlock = isBelow
    ? `${String(caret.bottom - around.top + GAP)}px auto`
    : `auto ${String(around.bottom - caret.top + GAP)}px`
  list.style.maxBlockSize = `${String(Math.max(isBelow ? below : above, LEAST))}px`
}
