import { useEffect, useMemo, useRef, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Use } from '../../../shared/contract/briefs.ts'
import { useMessages } from '../../app/messages.tsx'
import { useQuoting } from '../../app/quoting.tsx'
import { t } from '../../app/strings/catalogue.ts'
import type { Colour } from '../annotations/annotating.ts'
import type { Field, OpenField } from '../annotations/AnnotationFields.tsx'
import type { Work } from '../annotations/useWork.ts'
import { readSelection, writeSelection, type Selected } from './caret.ts'
import { neighbour, selectedSpan, spanOf } from './passage.ts'
import type { PopoverActs, Subject } from './Popover.tsx'
import { speakerSuggested, type Span } from './quotation-at.ts'
import type { ReaderActs } from './reader-keys.ts'
import { showPassage } from './useJump.ts'
import type { TextDom } from './text-dom.ts'

interface Passage {
  /** What the popover is about; null when there is nothing to act on. */
  readonly subject: Subject | null
  readonly acts: PopoverActs & ReaderActs
  readonly goTo: (annotation: Annotation) => void
}

interface Given {
  readonly text: string
  readonly selected: Selected | null
  readonly dom: TextDom | null
  readonly annotations: readonly Annotation[]
  readonly current: Annotation | null
  readonly work: Work
}

/** What can be done with the words selected, or with the highlight that is worked on. */
export function usePassageActs(given: Given): Passage {
  const { text, selected, dom, annotations, current, work } = given
  const { annotating, focus, field, setField } = work
  const { say, fault } = useMessages()
  const quoting = useQuoting()
  const target = targetOf(text, selected, current)
  const ensure = useEnsure(given)
  const subject = useSubject(text, target, field, work.uses)
  const backToText = (): void => dom?.root.focus({ preventScroll: true })
  const goTo = (annotation: Annotation): void => {
    if (dom !== null) showHighlight(dom, annotation)
    focus(annotation.id)
  }
  const recolour = async (colour: Colour): Promise<void> => {
    const annotation = await ensure(colour)
    if (annotation !== null && annotation.colour !== colour) await annotating.update(annotation, { colour })
  }
  const edit = async (name: Field): Promise<void> => {
    const annotation = await ensure()
    if (annotation !== null) setField({ annotation: annotation.id, name })
  }
  const quote = async (): Promise<void> => {
    const annotation = await ensure()
    if (annotation !== null) await quoting?.quote(annotation)
  }
  const closeField = (): void => {
    setField(null)
    backToText()
  }
  return {
    subject,
    goTo,
    acts: {
      colour: (colour) => void recolour(colour).catch(fault),
      edit: (name) => void edit(name).catch(fault),
      save: (annotation, change) => {
        closeField()
        void annotating.update(annotation, change)
      },
      closeField,
      noQuotation: () => say(t.highlight.noQuotation),
      quote: quoting === null ? null : () => void quote().catch(fault),
      remove: () => {
        if (current !== null) work.remove(current)
      },
      next: (step) => {
        const to = neighbour(annotations, current, selected?.focus ?? 0, step)
        if (to !== null) goTo(to)
      },
      close: () => {
        focus(null)
        if (dom !== null && selected !== null)
          writeSelection(dom, { anchor: selected.focus, focus: selected.focus })
      },
    },
  }
}

function showHighlight(dom: TextDom, annotation: Annotation): void {
  const there = spanOf(annotation)
  if (there === null) return
  showPassage(dom, there)
  dom.root.focus({ preventScroll: true })
}

/** What an act is about: words selected, else the highlight that is worked on. */
interface Target {
  readonly span: Span | null
  readonly annotation: Annotation | null
}

function targetOf(text: string, selected: Selected | null, current: Annotation | null): Target {
  const span = selectedSpan(selected, text)
  if (span !== null) return { span, annotation: null }
  return { span: current === null ? null : spanOf(current), annotation: current }
}

/** At this moment: the page tells of a new selection only after the key that follows it may have come. */
const targetNow = ({ text, dom, selected, current }: Given): Target =>
  targetOf(text, dom === null ? selected : readSelection(dom), current)

type Ensure = (colour?: Colour) => Promise<Annotation | null>

/** A highlight that is being made. */
interface Making {
  readonly span: Span
  readonly made: Promise<Annotation | null>
}

/** Whether the selection is still where a highlight was made: on its words, or at their end. */
function isAt(span: Span, selected: Selected | null): boolean {
  if (selected === null) return false
  const start = Math.min(selected.anchor, selected.focus)
  const end = Math.max(selected.anchor, selected.focus)
  return end === span.end && (start === span.start || start === end)
}

/**
 * The highlight that is worked on, or one made of what is selected, in the colour used last where none is named. A
 * key that follows fast belongs to the highlight that is still being made.
 */
function useEnsure(given: Given): Ensure {
  const { dom, current } = given
  const { annotating, focus } = given.work
  const { say } = useMessages()
  const [lastColour, setLastColour] = useState<Colour>('yellow')
  const making = useRef<Making | null>(null)
  useEffect(() => {
    if (current !== null) making.current = null
  }, [current])
  const make = async (span: Span, colour: Colour): Promise<Annotation | null> => {
    const made = await annotating.create(span, colour, null)
    if (made === null) return null
    if (dom !== null && isAt(span, readSelection(dom)))
      writeSelection(dom, { anchor: span.end, focus: span.end })
    focus(made.id)
    return made
  }
  return async (colour = lastColour) => {
    const { span, annotation } = targetNow(given)
    if (annotation !== null) return annotation
    const begun = making.current
    if (begun !== null && dom !== null && isAt(begun.span, readSelection(dom))) return begun.made
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

function useSubject(
  text: string,
  { span, annotation }: Target,
  field: OpenField | null,
  uses: readonly Use[],
): Subject | null {
  const start = span?.start ?? null
  const end = span?.end ?? null
  const suggestion = useMemo(
    () => (start === null || end === null ? null : speakerSuggested(text, { start, end })),
    [text, start, end],
  )
  if (start === null || end === null) return null
  const open = field?.annotation === annotation?.id ? (field?.name ?? null) : null
  const inBriefs = annotation === null ? [] : uses.filter((use) => use.annotation === annotation.id)
  return { span: { start, end }, annotation, field: open, suggestion, uses: inBriefs }
}
