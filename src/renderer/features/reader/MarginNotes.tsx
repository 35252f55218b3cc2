import { useLayoutEffect, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { topOffset } from './sight.ts'
import { merged, speakerOfAll, type MarginNote } from './margin.ts'
import type { TextDom } from './text-dom.ts'

/** Beside the text, at each highlight: who speaks. Notes that would lie on each other are one. */
export function MarginNotes({
  dom,
  annotations,
  focus,
}: {
  readonly dom: TextDom
  readonly annotations: readonly Annotation[]
  readonly focus: (annotation: Annotation) => void
}) {
  const [notes, setNotes] = useState<readonly MarginNote[]>([])
  useLayoutEffect(() => {
    const place = (): void => setNotes(merged(placed(dom, near(dom, annotations))))
    place()
    const observer = new ResizeObserver(place)
    observer.observe(dom.root)
    const stop = annotations.length > MANY ? whenScrolled(dom, place) : null
    return () => {
      observer.disconnect()
      stop?.()
    }
  }, [dom, annotations])
  return (
    <div className="margin">
      {notes.map((note) => (
        <Note key={note.annotations[0]?.id} note={note} focus={focus} />
      ))}
    </div>
  )
}

/** To know where each of more stands, the whole text would be laid out. */
const MANY = 200
/** In UTF-16 units, above and below what is seen: some screens. */
const NEAR = 12_000

function near(dom: TextDom, annotations: readonly Annotation[]): readonly Annotation[] {
  if (annotations.length <= MANY) return annotations
  const at = topOffset(dom) ?? 0
  return annotations.filter(({ start }) => start !== null && Math.abs(start - at) < NEAR)
}

function whenScrolled(dom: TextDom, run: () => void): () => void {
  const scroller = dom.root.closest('.scroll')
  let frame = 0
  const onScroll = (): void => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(run)
  }
  scroller?.addEventListener('scroll', onScroll, { passive: true })
  return () => {
    cancelAnimationFrame(frame)
    scroller?.removeEventListener('scroll', onScroll)
  }
}

/** A press goes to the note's highlight; where it stands for several, a menu leads to each of them. */
function Note({
  note: { top, annotations },
  focus,
}: {
  readonly note: MarginNote
  readonly focus: (annotation: Annotation) => void
}) {
  const [first] = annotations
  if (first === undefined) return null
  const label = labelOf(first, annotations)
  const looks = {
    className: `gut ${annotations.every(({ colour }) => colour === first.colour) ? first.colour : 'mixed'}`,
    style: { insetBlockStart: top },
    // J and K lead to each highlight; so many stops more would be in the way of Tab.
    tabIndex: -1,
  }
  const content = (
    <>
      <b />
      <span>{label}</span>
      {annotations.some(({ comment }) => comment !== null) && (
        <Icon name="comment" size="s" label={t.highlight.hasComment} />
      )}
    </>
  )
  if (annotations.length === 1)
    return (
      <button type="button" {...looks} title={label} onClick={() => focus(first)}>
        {content}
      </button>
    )
  const entries = annotations.map((annotation) => ({
    label: t.highlight.oneOfMerged(labelOf(annotation, [annotation]), annotation.exact.slice(0, SHOWN)),
    run: () => focus(annotation),
  }))
  return (
    <Menu label={t.highlight.merged(annotations.length)} {...looks} groups={[{ heading: null, entries }]}>
      {content}
    </Menu>
  )
}

/** UTF-16 units of a highlight's words that a menu shows. */
const SHOWN = 60

function labelOf({ tags, colour }: Annotation, all: readonly Annotation[]): string {
  const speaker = speakerOfAll(all)
  if (speaker !== null) return speaker
  return all.length > 1 ? t.highlight.merged(all.length) : (tags[0] ?? t.highlight.colours[colour])
}

interface Placed {
  /** In pixels from the top of the text. */
  readonly top: number
  readonly annotation: Annotation
}

/**
 * Where each highlight begins. Those in one piece of type whose first and last stand on one line stand on it all, so
 * that a line costs as much as a word, however many begin on it.
 */
function placed(dom: TextDom, annotations: readonly Annotation[]): readonly Placed[] {
  const root = dom.root.getBoundingClientRect().top
  const begins = annotations
    .flatMap((annotation) => {
      const [segment] = annotation.segments
      const place = segment === undefined ? null : dom.place(segment.start)
      return segment === undefined || place === null
        ? []
        : [{ annotation, at: segment.start, node: place.node }]
    })
    .toSorted((a, b) => a.at - b.at)
  const topOf = (at: number): number | null => {
    const rect = dom.range(at, at + 1)?.getClientRects()[0]
    return rect === undefined ? null : rect.top - root
  }
  const found: Placed[] = []
  const between = (from: number, to: number): void => {
    const [first, last] = [begins[from], begins[to]]
    if (first === undefined || last === undefined) return
    const [top, end] = [topOf(first.at), to === from ? null : topOf(last.at)]
    if (top !== null && (to === from || (first.node === last.node && top === end)))
      for (const { annotation } of begins.slice(from, to + 1)) found.push({ top, annotation })
    else if (to > from) {
      const middle = (from + to) >> 1
      between(from, middle)
      between(middle + 1, to)
    }
  }
  between(0, begins.length - 1)
  return found
}
