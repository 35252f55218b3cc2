import { useLayoutEffect, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { topOffset } from './sight.ts'
import { merged, type MarginNote } from './margin.ts'
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
      {notes.map(({ top, annotations: [first, ...rest] }) =>
        first === undefined ? null : (
          <button
            key={first.id}
            type="button"
            tabIndex={-1}
            className={`gut ${rest.every(({ colour }) => colour === first.colour) ? first.colour : 'mixed'}`}
            style={{ insetBlockStart: top }}
            title={labelOf(first, rest.length)}
            onClick={() => focus(first)}
          >
            <b />
            <span>{labelOf(first, rest.length)}</span>
            {first.comment !== null && <Icon name="comment" size="s" label={t.highlight.hasComment} />}
          </button>
        ),
      )}
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

function labelOf({ attribution, tags, colour }: Annotation, more: number): string {
  if (more > 0) return t.highlight.merged(more + 1)
  return attribution?.speaker ?? tags[0] ?? t.highlight.colours[colour]
}

/** In pixels from the top of the text. */
function placed(
  dom: TextDom,
  annotations: readonly Annotation[],
): { readonly top: number; readonly annotation: Annotation }[] {
  const top = dom.root.getBoundingClientRect().top
  return annotations.flatMap((annotation) => {
    const [segment] = annotation.segments
    const rect = segment && dom.range(segment.start, segment.end)?.getClientRects()[0]
    return rect === undefined ? [] : [{ top: rect.top - top, annotation }]
  })
}
