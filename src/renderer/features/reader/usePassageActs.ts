import { useMemo, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { useMessages } from '../../app/messages.tsx'
import { useQuoting } from '../../app/quoting.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useAnnotating, type Annotating, type Colour } from '../annotations/annotating.ts'
import type { Field } from '../annotations/AnnotationFields.tsx'
import { writeSelection, type Selected } from './caret.ts'
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
  readonly source: string
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
  const annotating = useAnnotating(source)
  const { say, fault } = useMessages()
  const quoting = useQuoting()
  const [field, setField] = useState<{ readonly annotation: string; readonly name: Field } | null>(null)
  const span = current === null ? selectedSpan(selected, text) : spanOf(current)
  const ensure = useEnsure(given, span, annotating)
  const subject = useSubject(text, span, current, field?.annotation === current?.id ? field?.name : undefined)
  const backToText = (): void => dom?.root.focus({ preventScroll: true })
  const goTo = (annotation: Annotation): void => {
    const there = spanOf(annotation)
    if (dom === null || there === null) return
    showPassage(dom, there)
    backToText()
    focus(annotation.id)
  }
  const edit = async (name: Field): Promise<void> => {
    const annotation = await ensure()
    if (annotation !== null) setField({ annotation: annotation.id, name })
  }
  const quote = async (): Promise<void> => {
    const annotation = await ensure()
    if (annotation !== null) await quoting?.quote(annotation)
  }
  const remove = async (): Promise<void> => {
    if (current !== null && (await annotating.remove(current))) focus(null)
  }
  const closeField = (): void => {
    setField(null)
    backToText()
  }
  return {
    subject,
    goTo,
    acts: {
      colour: (colour) => void (current === null ? ensure(colour) : annotating.update(current, { colour })),
      edit: (name) => void edit(name).catch(fault),
      save: (annotation, change) => {
        closeField()
        void annotating.update(annotation, change)
      },
      closeField,
      noQuotation: () => say(t.highlight.noQuotation),
      quote: quoting === null ? null : () => void quote().catch(fault),
      remove: () => void remove(),
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

type Ensure = (colour?: Colour) => Promise<Annotation | null>

/** The highlight that is worked on, or one made of what is selected, in the colour used last where none is named. */
function useEnsure({ dom, current, focus }: Given, span: Span | null, annotating: Annotating): Ensure {
  const { say } = useMessages()
  const [lastColour, setLastColour] = useState<Colour>('yellow')
  return async (colour = lastColour) => {
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
}

function useSubject(
  text: string,
  span: Span | null,
  annotation: Annotation | null,
  field: Field | undefined,
): Subject | null {
  const start = span?.start ?? null
  const end = span?.end ?? null
  const suggestion = useMemo(
    () => (start === null || end === null ? null : speakerSuggested(text, { start, end })),
    [text, start, end],
  )
  if (start === null || end === null) return null
  return { span: { start, end }, annotation, field: field ?? null, suggestion }
}
