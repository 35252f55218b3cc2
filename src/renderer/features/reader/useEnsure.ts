import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import type { Colour } from '../annotations/annotating.ts'
import { readSelection, writeSelection } from './caret.ts'
import { selectedSpan } from './passage.ts'
import type { Span } from './quotation-at.ts'
import { targetNow, type Given } from './target.ts'

export type Ensure = (colour?: Colour) => Promise<Annotation | null>

/** A highlight that is being made. */
interface Making {
  readonly span: Span
  readonly made: Promise<Annotation | null>
}

/** Whether the words of a highlight are still selected, or the caret stands at their end. */
function isAt({ start, end }: Span, { text, dom }: Given): boolean {
  const selected = dom === null ? null : readSelection(dom)
  const words = selectedSpan(selected, text)
  return words === null ? selected?.focus === end : words.start === start && words.end === end
}

/**
 * The highlight that is worked on, or one made of what is selected, in the colour used last where none is named. A
 * key that follows fast belongs to the highlight that is still being made.
 */
export function useEnsure({ current, work }: Given, now: { readonly current: Given }): Ensure {
  const { annotating, focus } = work
  const { say } = useMessages()
  const [lastColour, setLastColour] = useState<Colour>('yellow')
  const making = useRef<Making | null>(null)
  useEffect(() => {
    if (current !== null) making.current = null
  }, [current])
  const make = async (span: Span, colour: Colour): Promise<Annotation | null> => {
    const made = await annotating.create(span, colour, null)
    if (made === null) return null
    const { dom } = now.current
    if (dom !== null && isAt(span, now.current)) writeSelection(dom, { anchor: span.end, focus: span.end })
    focus(made.id)
    return made
  }
  return async (colour = lastColour) => {
    const { span, annotation } = targetNow(now.current)
    if (annotation !== null) return annotation
    const begun = making.current
    if (begun !== null && isAt(begun.span, now.current)) return begun.made
    if (span === null) {
      say(t.highlight.nothingSelected)
      return null
    }
    setLastColour(colour)
    const made = make(span, colour)
    making.current = { span, made }
    if ((await made) === null) making.current = null
    return made
  }
}
