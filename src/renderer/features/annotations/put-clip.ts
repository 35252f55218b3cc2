import type { DOMAttributes } from 'react'
import { clipOf, type Clipping } from '../../../shared/clipping/clipping.ts'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'

/** A passage leaves the library with its citation, and with the link by which a brief makes a quote of it. */
export function putClip(data: DataTransfer, clipping: Clipping): void {
  const { text, html } = clipOf(clipping)
  data.setData('text/plain', text)
  data.setData('text/html', html)
}

export type Dragged = Pick<DOMAttributes<HTMLElement>, 'onDragStart'> & { readonly draggable?: true }

/** Lets the card of a highlight be dragged into a brief. One without a place is nowhere to quote from. */
export function dragHighlight(source: Source | undefined, annotation: Annotation): Dragged {
  const { id, segments, version, exact, status } = annotation
  if (source === undefined || status === 'orphaned') return {}
  return {
    draggable: true,
    onDragStart: ({ dataTransfer }) => {
      putClip(dataTransfer, { source, version, segments, words: [exact], annotation: id })
      dataTransfer.effectAllowed = 'copy'
    },
  }
}
