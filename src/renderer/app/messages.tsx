import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { Icon } from '../ui/Icon.tsx'
import { sentenceOf } from './fault.ts'
import { useLeaving } from './leaving.ts'
import { t } from './strings/catalogue.ts'
import { useCore } from './surroundings.tsx'
import './messages.css'

/** How long a message stays, in milliseconds; ui.md gives ten seconds to change one's mind. */
const STAYS = 10_000

interface Message {
  readonly id: number
  readonly text: string
  readonly fault: boolean
  readonly actions: readonly Action[]
}

/** What a message offers to do. */
export interface Action {
  readonly label: string
  readonly run: () => void
}

export interface Messages {
  /** Says something that needs no answer. */
  readonly say: (text: string, ...actions: readonly Action[]) => void
  /** Says what was done, with the way to take it back. */
  readonly did: (text: string) => void
  /** Says why something could not be done. */
  readonly fault: (thrown: unknown) => void
  readonly undo: () => void
  readonly redo: () => void
}

const MessagesContext = createContext<Messages | null>(null)

export function useMessages(): Messages {
  const messages = useContext(MessagesContext)
  if (messages === null) throw new Error('Nothing can be said here.')
  return messages
}

/** One message at a time, at the foot of the window; undo and redo of every act pass through here. */
export function WithMessages({ children }: { readonly children: ReactNode }) {
  const core = useCore()
  const leaving = useLeaving()
  const [message, setMessage] = useState<Message | null>(null)
  const last = useRef(0)
  const show = useCallback((text: string, fault: boolean, ...actions: readonly Action[]) => {
    last.current += 1
    setMessage({ id: last.current, text, fault, actions })
  }, [])
  const messages = useMemo((): Messages => {
    const fault = (thrown: unknown): void => show(sentenceOf(thrown), true)
    const labelOf = (label: string): string => t.acts.labels[label] ?? label
    const undo = (): void => {
      leaving
        .keepForUndo()
        .then(() => core.library.undo({}))
        .then(
          ({ undone }) =>
            show(undone === null ? t.acts.nothingToUndo : t.acts.undone(labelOf(undone)), false),
          fault,
        )
    }
    const redo = (): void => {
      leaving
        .keepForUndo()
        .then(() => core.library.redo({}))
        .then(
          ({ redone }) =>
            show(redone === null ? t.acts.nothingToRedo : t.acts.redone(labelOf(redone)), false),
          fault,
        )
    }
    return {
      say: (text, ...actions) => show(text, false, ...actions),
      did: (text) => show(text, false, { label: t.common.undo, run: undo }),
      fault,
      undo,
      redo,
    }
  }, [core, leaving, show])
  const close = useCallback(() => setMessage(null), [])
  return (
    <MessagesContext value={messages}>
      {children}
      <Shown message={message} close={close} />
    </MessagesContext>
  )
}

function Shown({ message, close }: { readonly message: Message | null; readonly close: () => void }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (message === null || held) return undefined
    const timer = setTimeout(close, STAYS)
    return () => clearTimeout(timer)
  }, [message, held, close])
  return (
    <section className="messages" aria-label={t.common.messages}>
      <div role="status" aria-live="polite" className="vh">
        {message !== null && !message.fault ? message.text : ''}
      </div>
      {message !== null && (
        <div
          key={message.id}
          className="message"
          role={message.fault ? 'alert' : undefined}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
        >
          <span>{message.text}</span>
          {message.actions.map(({ label, run }) => (
            <button
              key={label}
              type="button"
              className="act"
              onClick={() => {
                close()
                run()
              }}
            >
              {label}
            </button>
          ))}
          <button type="button" className="btn icon" aria-label={t.common.dismiss} onClick={close}>
            <Icon name="x" size="s" />
          </button>
        </div>
      )}
    </section>
  )
}
