import { useEffect, useMemo, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { useMessages } from '../../app/messages.tsx'
import { useQuoting } from '../../app/quoting.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useAnnotating, type Colour } from '../annotations/annotating.ts'
import type { Field } from '../annotations/AnnotationFields.tsx'
import { writeSelection, type Selected } from './caret.ts'
import type { PopoverActs, Subject } from './Popover.tsx'
import { speakerSuggested, type Span } from './quotation-at.ts'
import type { ReaderActs } from './reader-keys.ts'
import type { TextDom } from './text-dom.ts'
import { showPassage } from './useJump.ts'

interface Passage {
  readonly subject: Subject | null
  readonly acts: PopoverActs & Omit<ReaderActs, 'noQuotation'>
  readonly goTo: (annotation: Annotation) => void
}

interface Given {
  readonly source: Source
  readonly text: string
  readonly selected: Selected | null
  readonly dom: TextDom | null
  readonly annotations: readonly Annotation[]
  readonly current: Annotation | null
  readonly focus: (annotation: string | null) => void
}

/** What can be done with the words selected, or with the highlight that is worked on. */
export function usePassageActs(given: Given): Passage {
  const { source, text, selected, dom, annotations, current, focus } = given
  const annotating = useAnnotating(source.id)
  const quoting = useQuoting()
  const { say, fault } = useMessages()
  const [field, setField] = useState<Field | null>(null)
  const [lastColour, setLastColour] = useState<Colour>('yellow')
  const span = current === null ? selectedSpan(selected, text) : spanOf(current)
  const suggestion = useMemo(
    () => (span === null ? null : speakerSuggested(text, span)),
    // The span is made anew at every drawing; its ends say whether it is another.
    // oxlint-disable-next-line react/exhaustive-deps
    [text, span?.start, span?.end],
  )
  useEffect(() => setField(null), [current?.id])

  /** The highlight that is worked on, or one made of what is selected. */
  const ensure = async (colour: Colour): Promise<Annotation | null> => {
    if (current !== null) return current
    if (span === null) {
      say(t.highlight.nothingSelected)
      return null
    }
    setLastColour(colour)
    const made = await annotating.create(span, colour, null)
    if (made === null) return null
    if (dom !== null) writeSelection(dom, { anchor: span.end, focus: span.end })
    focus(made.id)
    return made
  }
  const goTo = (annotation: Annotation): void => {
    const there = spanOf(annotation)
    if (dom === null || there === null) return
    showPassage(dom, there)
    dom.root.focus({ preventScroll: true })
    focus(annotation.id)
  }
  const quote = async (): Promise<void> => {
    const annotation = await ensure(lastColour)
    if (annotation !== null) await quoting?.quote(annotation)
  }
  return {
    subject: span === null ? null : { span, annotation: current, field, suggestion },
    goTo,
    acts: {
      colour: (colour) => {
        if (current === null) void ensure(colour)
        else void annotating.update(current, { colour })
      },
      edit: (what) => {
        ensure(lastColour).then((annotation) => {
          if (annotation !== null) setTimeout(() => setField(what))
        }, fault)
      },
      save: (annotation, change) => {
        setField(null)
        dom?.root.focus({ preventScroll: true })
        void annotating.update(annotation, change)
      },
      closeField: () => {
        setField(null)
        dom?.root.focus({ preventScroll: true })
      },
      quote: quoting === null ? null : () => void quote().catch(fault),
      remove: () => {
        if (current !== null) void annotating.remove(current).then((gone) => gone && focus(null))
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

/** What is selected, less the white space at its ends. */
function selectedSpan(selected: Selected | null, text: string): Span | null {
  if (selected === null || selected.anchor === selected.focus) return null
  const from = Math.min(selected.anchor, selected.focus)
  const words = text.slice(from, Math.max(selected.anchor, selected.focus))
  const start = from + (words.length - words.trimStart().length)
  return words.trim() === '' ? null : { start, end: start + words.trim().length }
}

function spanOf({ start, end }: Annotation): Span | null {
  return start === null || end === null ? null : { start, end }
}

/** The next or previous highlight from the current one, or from the caret. */
function neighbour(
  annotations: readonly Annotation[],
  current: Annotation | null,
  caret: number,
  step: 1 | -1,
): Annotation | null {
  if (current !== null)
    return annotations[annotations.findIndex(({ id }) => id === current.id) + step] ?? null
  return (
    (step === 1
      ? annotations.find(({ start }) => start !== null && start >= caret)
      : annotations.findLast(({ start }) => start !== null && start < caret)) ?? null
  )
}
