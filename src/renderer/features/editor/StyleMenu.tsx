import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list'
import { FORMAT_TEXT_COMMAND, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { useRef, useState } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useSession } from './session-context.tsx'
import { setBlocks, type BlockStyle } from './useDraftKeys.ts'

const STYLES: readonly BlockStyle[] = ['paragraph', 'h1', 'h2', 'h3', 'quote']

/** Style of the paragraph and of the words, behind one button. The selection in the draft stays. */
export function StyleMenu() {
  const { editor } = useSession()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const acts: readonly [string, () => void][] = [
    ...STYLES.map((style): [string, () => void] => [t.editor.styles[style], () => setBlocks(editor, style)]),
    [t.editor.styles.bullet, () => editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)],
    [t.editor.styles.number, () => editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)],
    [t.editor.bold, () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')],
    [t.editor.italic, () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')],
    [t.editor.undo, () => editor.dispatchCommand(UNDO_COMMAND, undefined)],
    [t.editor.redo, () => editor.dispatchCommand(REDO_COMMAND, undefined)],
  ]
  return (
    <div
      className="style-menu"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.preventDefault()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        className="btn icon"
        aria-label={t.editor.style}
        title={t.editor.style}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="type" />
      </button>
      {open && (
        <div className="pop" role="group" aria-label={t.editor.style}>
          {acts.map(([label, act]) => (
            <button
              key={label}
              type="button"
              className="btn ghost"
              onClick={() => {
                act()
                setOpen(false)
                editor.focus()
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
