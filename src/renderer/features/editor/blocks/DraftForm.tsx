import { createDOMRange } from '@lexical/selection'
import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { t } from '../../../app/strings/catalogue.ts'
import { useSession } from '../session-context.tsx'
import { ASK_COMMAND, type Asked } from './asking.ts'
import { paintRanges } from '../../../ui/painter.ts'
import { $codeAt } from './code.ts'
import { DescriptionForm } from './DescriptionForm.tsx'
import { $imageAt } from './images.ts'
import { LinkForm } from './LinkForm.tsx'
import { insertTable, MOST_COLUMNS, MOST_ROWS } from './tables.ts'

const PAINT = 'draft-asked'
const GAP = 6

/** The form that is asked for, under what is selected. Escape, and going elsewhere, close it; the caret stays where it was. */
export function DraftForm() {
  const { editor } = useSession()
  const [asked, setAsked] = useState<Asked | null>(null)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const ask = (what: Asked): boolean => {
      setAsked(what)
      return true
    }
    return editor.registerCommand(ASK_COMMAND, ask, COMMAND_PRIORITY_LOW)
  }, [editor])
  useLayoutEffect(() => {
    const element = place.current
    if (asked === null || element === null) return undefined
    const clear = put(element, editor)
    element.querySelector<HTMLInputElement>('input')?.select()
    return clear
  }, [asked, editor])
  if (asked === null) return null
  const close = (): void => {
    setAsked(null)
    editor.focus()
  }
  return (
    <div
      ref={place}
      className="pop draft-form"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setAsked(null)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      {formOf(asked, close)}
    </div>
  )
}

function formOf(asked: Asked, close: () => void): ReactNode {
  switch (asked) {
    case 'link':
      return <LinkForm close={close} />
    case 'table':
      return <TableForm close={close} />
    case 'language':
      return <LanguageForm close={close} />
    case 'description':
      return <DescriptionForm close={close} />
  }
}

/** Under the selection, which is painted: the page shows none while the focus is elsewhere. */
function put(element: HTMLElement, editor: LexicalEditor): () => void {
  const range = editor.read(() => $rangeHere(editor))
  const box = range === null ? null : boxOf(range)
  const around = element.offsetParent?.getBoundingClientRect()
  if (range === null || box === null || around === undefined) return () => undefined
  const most = around.width - element.offsetWidth
  element.style.insetBlockStart = `${String(box.bottom - around.top + GAP)}px`
  element.style.left = `${String(Math.max(0, Math.min(box.left - around.left, most)))}px`
  element.scrollIntoView({ block: 'nearest' })
  return paintRanges(PAINT, [range])
}

function $rangeHere(editor: LexicalEditor): Range | null {
  const selection = $getSelection()
  const image = $imageAt()
  const element = image === null ? null : editor.getElementByKey(image.getKey())
  if (element !== null) {
    const range = document.createRange()
    range.selectNode(element)
    return range
  }
  if (!$isRangeSelection(selection)) return null
  const { anchor, focus } = selection
  return createDOMRange(editor, anchor.getNode(), anchor.offset, focus.getNode(), focus.offset)
}

/** An empty line has no box of its own: that of its block stands in. */
function boxOf(range: Range): DOMRect | null {
  const box = range.getBoundingClientRect()
  if (box.width > 0 || box.height > 0) return box
  const { startContainer } = range
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement
  return element?.getBoundingClientRect() ?? null
}

function TableForm({ close }: { readonly close: () => void }) {
  const { editor } = useSession()
  const [rows, setRows] = useState('3')
  const [columns, setColumns] = useState('3')
  return (
    <form
      aria-label={t.blocks.make}
      onSubmit={(event) => {
        event.preventDefault()
        insertTable(editor, Number(rows), Number(columns))
        close()
      }}
    >
      <Count label={t.blocks.rows} most={MOST_ROWS} value={rows} change={setRows} />
      <Count label={t.blocks.columns} most={MOST_COLUMNS} value={columns} change={setColumns} />
      <button type="submit" className="btn primary">
        {t.blocks.make}
      </button>
    </form>
  )
}

function Count({
  label,
  most,
  value,
  change,
}: {
  readonly label: string
  readonly most: number
  readonly value: string
  readonly change: (value: string) => void
}) {
  return (
    <label>
      {label}
      <input
        className="input count"
        type="number"
        min={1}
        max={most}
        required
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  )
}

function LanguageForm({ close }: { readonly close: () => void }) {
  const { editor } = useSession()
  const [words, setWords] = useState(() => editor.read(() => $codeAt()?.getLanguage() ?? ''))
  return (
    <form
      aria-label={t.blocks.setLanguage}
      onSubmit={(event) => {
        event.preventDefault()
        editor.update(() => $codeAt()?.setLanguage(words))
        close()
      }}
    >
      <label>
        {t.blocks.languageName}
        <input className="input" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <button type="submit" className="btn primary">
        {t.blocks.setLanguage}
      </button>
    </form>
  )
}
