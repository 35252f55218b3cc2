import type { LexicalEditor } from 'lexical'
import { useEffect, useRef, useState, type HTMLAttributes, type KeyboardEvent } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { useSession } from '../editor/session-context.tsx'
import { useStore } from '../editor/store.ts'
import { goToHeading, moveBlocks, type Heading } from './headings.ts'
import { dropSection, moveSection } from './sections.ts'
import { useHeadings } from './useHeadings.ts'
import './outline.css'

/** The brief's headings, the one that is written under marked. Enter goes there, Alt with an arrow moves the section. */
export function BriefOutline() {
  const session = useSession()
  const { all, current } = useHeadings(session)
  const asked = useStore(session.outlineAsked)
  const list = useRef<HTMLOListElement>(null)
  const kept = useRef<string | null>(null)
  const dragging = useDragging(session.editor)
  const [said, say] = useState('')
  useEffect(() => {
    if (asked.count === 0) return
    const here = list.current?.querySelector<HTMLElement>('[tabindex="0"]')
    here?.scrollIntoView({ block: 'nearest' })
    here?.focus()
  }, [asked])
  useEffect(() => {
    // An entry that goes to another place in the list loses the focus on its way.
    const entry = kept.current === null ? null : list.current?.querySelector(`[data-key="${kept.current}"]`)
    kept.current = null
    if (entry instanceof HTMLElement) entry.focus()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- when the entries are others
  }, [all])
  if (all.length === 0) return <p className="quiet-note">{t.outline.none}</p>
  const least = Math.min(...all.map(({ level }) => level))
  const move = ({ key, block, words }: Heading, by: 1 | -1): void => {
    const done = moveBlocks(session.editor, (levels) => moveSection(levels, block, by))
    say(done ? t.outline.moved(words) : t.outline.atEnd)
    if (done) kept.current = key
  }
  return (
    <>
      <ol
        ref={list}
        className="scroll brief-outline"
        aria-label={t.outline.label}
        onKeyDown={(event) => {
          if (!event.altKey && stepped(event, list.current)) event.preventDefault()
        }}
      >
        {all.map((heading, index) => (
          <li key={heading.key} {...dragging(heading)}>
            <Entry
              heading={heading}
              depth={heading.level - least}
              current={index === current}
              first={index === Math.max(0, current)}
              go={() => goToHeading(session.editor, heading.key)}
              move={(by) => move(heading, by)}
            />
          </li>
        ))}
      </ol>
      <span className="vh" role="status">
        {said}
      </span>
    </>
  )
}

/** A section that is dragged goes to where another one is. */
function useDragging(editor: LexicalEditor): (heading: Heading) => HTMLAttributes<HTMLElement> {
  const [dragged, drag] = useState<Heading | null>(null)
  return (heading) => ({
    draggable: true,
    className: dragged?.key === heading.key ? 'dragged' : '',
    onDragStart: ({ dataTransfer }) => {
      dataTransfer.effectAllowed = 'move'
      dataTransfer.setData('text/plain', heading.words)
      drag(heading)
    },
    onDragEnd: () => drag(null),
    onDragOver: (event) => {
      if (dragged !== null) event.preventDefault()
    },
    onDrop: (event) => {
      if (dragged === null) return
      event.preventDefault()
      moveBlocks(editor, (levels) => dropSection(levels, dragged.block, heading.block))
    },
  })
}

function Entry({
  heading: { key, words },
  depth,
  current,
  first,
  go,
  move,
}: {
  readonly heading: Heading
  readonly depth: number
  readonly current: boolean
  readonly first: boolean
  readonly go: () => void
  readonly move: (by: 1 | -1) => void
}) {
  return (
    <button
      type="button"
      dir="auto"
      tabIndex={first ? 0 : -1}
      aria-current={current ? 'location' : undefined}
      data-key={key}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      title={t.outline.hint}
      style={{ paddingInlineStart: `${String(16 + Math.min(depth, 5) * 14)}px` }}
      onClick={go}
      onKeyDown={(event) => {
        const by = event.altKey ? STEPS[event.key] : undefined
        if (by === undefined && event.key !== 'Enter') return
        // The draft takes the focus, and must not take the same Enter for a new line.
        event.preventDefault()
        if (by === undefined) go()
        else move(by)
      }}
    >
      {words === '' ? t.outline.empty : words}
    </button>
  )
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrow keys, Home and End move among the headings. */
function stepped({ key }: KeyboardEvent, list: HTMLElement | null): boolean {
  const entries = [...(list?.querySelectorAll('button') ?? [])]
  const here = entries.findIndex((entry) => entry === document.activeElement)
  const ends: Readonly<Record<string, number>> = { Home: 0, End: entries.length - 1 }
  const step = STEPS[key]
  const to = ends[key] ?? (step === undefined ? null : here + step)
  if (to === null) return false
  entries[Math.min(Math.max(to, 0), entries.length - 1)]?.focus()
  return true
}
