import type { NodeKey } from 'lexical'
import { useLayoutEffect, useRef, useState } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { paintRanges } from '../../ui/painter.ts'
import { watchSight } from './in-sight.ts'
import type { DraftQuotation } from './places.ts'
import { QuotationMark } from './QuotationMark.tsx'
import { rangeOf } from './ranges.ts'
import { useSession } from './session-context.tsx'
import { useStore } from './store.ts'
import { LOOKS, needsLook } from './verdict.tsx'

interface Placed {
  readonly quotation: DraftQuotation
  /** Of the line that the quotation ends in, in pixels from the draft's top. */
  readonly top: number
}

/**
 * Typed quotations: their words are painted where they stand, without a change
 * to the text, and their marks stand in the margin beside the line they end in.
 * Of a long draft those in sight.
 */
export function TypedMarks() {
  const session = useSession()
  const { quotations } = useStore(session.checking.checked)
  const open = useStore(session.open)
  const place = useRef<HTMLDivElement>(null)
  const [marks, setMarks] = useState<readonly Placed[]>([])
  useLayoutEffect(() => {
    const typed = quotations.filter((each) => each.place?.kind === 'words')
    let seen = typed
    let clear = (): void => undefined
    const look = (): void => {
      clear()
      const looked = paint(session.editor, seen, open, place.current)
      clear = looked.clear
      setMarks(looked.placed)
    }
    const stop = watchSight(session.editor, (keys) => {
      seen = keys === null ? typed : typed.filter((each) => isIn(each, keys))
      look()
    })
    const observer = new ResizeObserver(look)
    observer.observe(session.root)
    return () => {
      stop()
      observer.disconnect()
      clear()
    }
  }, [session, quotations, open])
  const lines = byLine(marks)
  return (
    <div ref={place} className="typed-marks" role="group" aria-label={t.editor.marks}>
      {Array.from(lines, ([top, inLine]) => (
        <div key={top} className="typed-line" style={{ insetBlockStart: top }}>
          {inLine.map(({ quotation }) => (
            <QuotationMark key={quotation.id} quotation={quotation} />
          ))}
        </div>
      ))}
    </div>
  )
}

const isIn = ({ place }: DraftQuotation, keys: ReadonlySet<NodeKey>): boolean =>
  place?.kind === 'words' && (keys.has(place.from.key) || keys.has(place.to.key))

/** Marks whose lines begin at one height stand under one another there. */
function byLine(marks: readonly Placed[]): ReadonlyMap<number, readonly Placed[]> {
  const lines = new Map<number, readonly Placed[]>()
  for (const mark of marks) {
    const top = Math.round(mark.top)
    lines.set(top, [...(lines.get(top) ?? []), mark])
  }
  return lines
}

const PAINTS = ['altered', 'misattributed', 'not-found', 'orphaned', 'typed', 'open'] as const

function paint(
  editor: Parameters<typeof rangeOf>[0],
  typed: readonly DraftQuotation[],
  open: string | null,
  place: HTMLElement | null,
): { readonly placed: readonly Placed[]; readonly clear: () => void } {
  const paints = new Map(PAINTS.map((name): [string, Range[]] => [name, []]))
  const top = place?.getBoundingClientRect().top ?? 0
  const placed: Placed[] = []
  for (const quotation of typed) {
    const range = quotation.place && rangeOf(editor, quotation.place)
    const box = range && Array.from(range.getClientRects()).at(-1)
    if (range == null || box == null) continue
    const { row, id } = quotation
    paints.get(needsLook(row) ? LOOKS[row.verdict].hue : 'typed')?.push(range)
    if (id === open) paints.get('open')?.push(range)
    placed.push({ quotation, top: box.top - top })
  }
  const ends = Array.from(paints, ([name, ranges]) => paintRanges(`draft-${name}`, ranges))
  return { placed, clear: () => ends.forEach((end) => end()) }
}
