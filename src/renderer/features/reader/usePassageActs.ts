import { useMemo } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Use } from '../../../shared/contract/passages.ts'
import { useMessages } from '../../app/messages.tsx'
import { useQuoting } from '../../app/quoting.tsx'
import { t } from '../../app/strings/catalogue.ts'
import type { Change, Colour } from '../annotations/annotating.ts'
import type { Field, OpenField } from '../annotations/AnnotationFields.tsx'
import { writeSelection } from './caret.ts'
import { neighbour, spanOf } from './passage.ts'
import type { PopoverActs, Subject } from './Popover.tsx'
import { speakerSuggested } from './quotation-at.ts'
import type { ReaderActs } from './reader-keys.ts'
import { showPassage } from './useJump.ts'
import type { TextDom } from './text-dom.ts'
import { targetNow, targetOf, useNow, type Given, type Target } from './target.ts'
import { useClipping, type ClippingActs } from './useClipping.ts'
import { useEnsure, type Ensure } from './useEnsure.ts'
import { useShapeActs } from './useShapeActs.ts'
import { useTypedAhead, type TypedAhead } from './useTypedAhead.ts'

export interface PassageActs {
  /** What the popover is about; null when there is nothing to act on. */
  readonly subject: Subject | null
  readonly acts: PopoverActs & ReaderActs
  readonly goTo: (annotation: Annotation) => void
  readonly ahead: TypedAhead
  readonly onCopy: ClippingActs['onCopy']
  readonly onDragStart: ClippingActs['onDragStart']
}

/** What can be done with the words selected, or with the highlight that is worked on. */
export function usePassageActs(given: Given): PassageActs {
  const { text, selected, current, work } = given
  const { annotating, focus, field } = work
  const now = useNow(given)
  const { say, fault } = useMessages()
  const quoting = useQuoting()
  const target = targetOf(text, selected, current)
  const ensure = useEnsure(given, now)
  const { edit, save, closeField, ahead } = useField(given, now, ensure)
  const shape = useShapeActs(now)
  const { copy, onCopy, onDragStart } = useClipping(now)
  const subject = useSubject(text, target, field, work.uses, given.lost !== null)
  const goTo = (annotation: Annotation): void => {
    const { dom } = now.current
    if (dom !== null) showHighlight(dom, annotation)
    focus(annotation.id)
  }
  const recolour = async (colour: Colour): Promise<void> => {
    const annotation = await ensure(colour)
    if (annotation !== null && annotation.colour !== colour) await annotating.update(annotation, { colour })
  }
  const quote = async (): Promise<void> => {
    const annotation = await ensure()
    if (annotation !== null) await quoting?.quote(annotation)
  }
  return {
    subject,
    goTo,
    ahead,
    onCopy,
    onDragStart,
    acts: {
      ...shape,
      copy,
      colour: (colour) => void recolour(colour).catch(fault),
      edit: (name) => void edit(name).catch(fault),
      save,
      keep: annotating.update,
      closeField,
      noQuotation: () => say(t.highlight.noQuotation),
      quote: quoting === null ? null : () => void quote().catch(fault),
      typed: ahead.take,
      remove: () => {
        const { annotation } = targetNow(now.current)
        if (annotation !== null) work.remove(annotation)
      },
      next: (step) => {
        const { annotations, current: here, selected: at } = now.current
        const to = neighbour(annotations, here, at?.focus ?? 0, step)
        if (to !== null) goTo(to)
      },
      close: () => {
        focus(null)
        const { dom, selected: at } = now.current
        if (dom !== null && at !== null) writeSelection(dom, { anchor: at.focus, focus: at.focus })
      },
    },
  }
}

/** The field of a highlight: it is there some moments after its key, and what is typed meanwhile is for it. */
function useField({ work }: Given, now: { readonly current: Given }, ensure: Ensure) {
  const ahead = useTypedAhead()
  const edit = async (name: Field): Promise<void> => {
    const { field } = now.current.work
    const { annotation: known } = targetNow(now.current)
    const isOpen = field !== null && field.annotation === known?.id && field.name === name
    if (!isOpen) ahead.begin()
    const annotation = known ?? (await ensure())
    if (annotation === null) ahead.take()
    else work.setField({ annotation: annotation.id, name })
  }
  const closeField = (): void => {
    work.setField(null)
    now.current.dom?.root.focus({ preventScroll: true })
  }
  const save = (annotation: Annotation, change: Change): void => {
    closeField()
    void work.annotating.update(annotation, change)
  }
  return { edit, save, closeField, ahead }
}

function showHighlight(dom: TextDom, annotation: Annotation): void {
  const there = spanOf(annotation)
  if (there === null) return
  showPassage(dom, there)
  dom.root.focus({ preventScroll: true })
}

function useSubject(
  text: string,
  { span, annotation }: Target,
  field: OpenField | null,
  uses: readonly Use[],
  isSought: boolean,
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
  return {
    span: { start, end },
    annotation,
    field: open,
    suggestion,
    uses: inBriefs,
    attachable: isSought && annotation === null,
  }
}
