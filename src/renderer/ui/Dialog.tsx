import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'

/**
 * A dialog over the window: the focus goes in, to what is marked as first, and when it closes back to where it came
 * from. Escape closes it.
 */
export function Dialog({
  title,
  closeLabel,
  close,
  className,
  children,
}: {
  readonly title: string
  readonly closeLabel: string
  readonly close: () => void
  readonly className?: string
  readonly children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    element?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => {
      element?.close()
      giveBack(before)
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className ?? ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <span className="grow" />
        <button type="button" className="btn icon" aria-label={closeLabel} onClick={close}>
          <Icon name="x" />
        </button>
      </header>
      {children}
    </dialog>
  )
}

/** The focus goes back to where it came from; where that is gone or off by now, to the head of the sheet. */
function giveBack(before: Element | null): void {
  if (before instanceof HTMLElement) before.focus()
  if (document.activeElement === before && before !== document.body) return
  document.querySelector<HTMLElement>('[data-pane="sheet"] [data-first-focus]')?.focus()
}
