import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { entryAt, type OutlineEntry } from './outline-of.ts'
import { topOffset } from './sight.ts'
import type { TextDom } from './text-dom.ts'
import type { Tools } from './tools.ts'

/** In UTF-16 units: a heading so close below what stands at the edge is the one that is read. */
const BELOW_EDGE = 120

/** The source's headings, the one that is read marked. Enter goes there; the way back leads to where one was. */
export function Outline({
  dom,
  source,
  outline,
  tools,
}: {
  readonly dom: TextDom
  readonly source: string
  readonly outline: readonly OutlineEntry[]
  readonly tools: Tools
}) {
  const current = useCurrent(dom, outline)
  const list = useRef<HTMLOListElement>(null)
  const goTo = useGoTo(dom, source)
  const { asked, close } = tools
  useEffect(() => {
    const here =
      list.current?.querySelector<HTMLElement>('[aria-current]') ?? list.current?.querySelector('button')
    here?.scrollIntoView({ block: 'center' })
    here?.focus({ preventScroll: true })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- when it was asked for, or its entries are others
  }, [asked, outline])
  const leave = (): void => {
    close()
    dom.root.focus({ preventScroll: true })
  }
  return (
    <nav
      className="outline pop"
      aria-label={t.reader.outline}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave()
        else if (!moved(event, list.current)) return
        event.preventDefault()
      }}
    >
      <h2>{t.reader.outline}</h2>
      {outline.length === 0 && <p className="dim">{t.reader.noHeadings}</p>}
      <ol ref={list}>
        {outline.map((entry, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two may stand at the same words
          <li key={`${String(entry.start)} ${String(index)}`}>
            <button
              type="button"
              dir="auto"
              tabIndex={index === Math.max(0, current) ? 0 : -1}
              aria-current={index === current ? 'location' : undefined}
              style={{ paddingInlineStart: `${String(12 + Math.min(entry.depth, 5) * 14)}px` }}
              onClick={() => {
                goTo(entry)
                leave()
              }}
            >
              {entry.words}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Goes to a heading as a step of the journey; the place before keeps where it was. */
export function useGoTo(dom: TextDom, source: string): (entry: OutlineEntry) => void {
  const { place, go, replace } = useJourney()
  return ({ start, end }) => {
    const top = topOffset(dom)
    if (place.view === 'sources' && top !== null)
      replace({ ...place, source, at: { start: top, end: top, top: true } })
    go({ view: 'sources', source, at: { start, end, top: true } })
  }
}

function useCurrent(dom: TextDom, outline: readonly OutlineEntry[]): number {
  const [current, setCurrent] = useState(() => entryAt(outline, (topOffset(dom) ?? 0) + BELOW_EDGE))
  useEffect(() => {
    const scroller = dom.root.closest('.scroll')
    let frame = 0
    const look = (): void => {
      frame = 0
      const at = topOffset(dom)
      if (at !== null) setCurrent(entryAt(outline, at + BELOW_EDGE))
    }
    const onScroll = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    scroller?.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      scroller?.removeEventListener('scroll', onScroll)
    }
  }, [dom, outline])
  return current
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrow keys, Home and End move among the headings. */
function moved({ key }: KeyboardEvent, list: HTMLElement | null): boolean {
  const entries = [...(list?.querySelectorAll('button') ?? [])]
  const here = entries.findIndex((entry) => entry === document.activeElement)
  const ends: Readonly<Record<string, number>> = { Home: 0, End: entries.length - 1 }
  const step = STEPS[key]
  const to = ends[key] ?? (step === undefined ? null : here + step)
  if (to === null) return false
  entries[Math.min(Math.max(to, 0), entries.length - 1)]?.focus()
  return true
}
