import type { KeyboardEvent } from 'react'
import { pressed } from '../../app/keys.ts'
import type { Platform } from '../../app/transport/transport.ts'
import { annotationAct, type AnnotationActs } from '../annotations/annotation-keys.ts'
import { stepOf, stepped, writeSelection, type Selected } from './caret.ts'
import { quotationAt } from './quotation-at.ts'
import { sentenceAround } from './sentence.ts'
import type { TextDom } from './text-dom.ts'

/** What the keys of the reading text lead to. */
export interface ReaderActs extends AnnotationActs {
  readonly next: (step: 1 | -1) => void
  readonly close: () => void
  /** Puts the highlight that lost its place on what is selected. */
  readonly attach: () => void
  /** The passage with its citation, to the clipboard. */
  readonly copy: () => void
  /** The caret goes to the other end of the highlight. */
  readonly otherEnd: () => void
  /** The highlight and those it touches become one. */
  readonly merge: () => void
  /** The highlight becomes two at the caret. */
  readonly split: () => void
  /** The caret is in no quotation. */
  readonly noQuotation: () => void
}

/** The keys that work while the reading text has the focus: the caret's own, and one letter an act. */
export function readerKeys(
  event: KeyboardEvent,
  text: string,
  dom: TextDom,
  selected: Selected | null,
  platform: Platform,
  acts: ReaderActs,
): void {
  const step = stepOf(event, platform === 'mac')
  if (step !== null) {
    event.preventDefault()
    writeSelection(dom, stepped(text, dom, selected ?? { anchor: 0, focus: 0 }, step))
    reveal(dom)
    return
  }
  const isCopy = pressed(event, { key: 'c', mod: true, shift: true }, platform)
  // The system copies what is selected by itself; a highlight is none of its selections.
  const isBare = pressed(event, { key: 'c', mod: true }, platform) && selected?.anchor === selected?.focus
  const act =
    isCopy || isBare
      ? acts.copy
      : actOf(event, platform, acts, {
          quotation: () => takeQuotation(text, dom, selected, acts),
          sentence: () => takeSentence(text, dom, selected),
        })
  if (act === null) return
  event.preventDefault()
  act()
}

function actOf(
  event: KeyboardEvent,
  platform: Platform,
  acts: ReaderActs,
  take: { readonly quotation: () => void; readonly sentence: () => void },
): (() => void) | null {
  const act = annotationAct(event, platform, acts)
  if (act !== null || event.ctrlKey || event.metaKey || event.altKey) return act
  switch (event.key.toLowerCase()) {
    case 'j':
      return () => acts.next(1)
    case 'k':
      return () => acts.next(-1)
    case 'q':
      return take.quotation
    case 'w':
      return take.sentence
    case 'a':
      return acts.attach
    case 'e':
      return acts.otherEnd
    case 'm':
      return acts.merge
    case 'x':
      return acts.split
    case 'escape':
      return acts.close
    default:
      return null
  }
}

function takeQuotation(text: string, dom: TextDom, selected: Selected | null, acts: ReaderActs): void {
  const span = selected === null ? null : quotationAt(text, selected.focus)
  if (span === null) return acts.noQuotation()
  writeSelection(dom, { anchor: span.start, focus: span.end })
}

function takeSentence(text: string, dom: TextDom, selected: Selected | null): void {
  const { start, end } = sentenceAround(text, selected?.focus ?? 0)
  writeSelection(dom, { anchor: start, focus: end })
}

/** Brings the caret into sight. */
function reveal(dom: TextDom): void {
  const selection = document.getSelection()
  const element = selection?.focusNode?.parentElement
  if (element && dom.root.contains(element)) {
    const range = document.createRange()
    range.setStart(selection?.focusNode ?? element, selection?.focusOffset ?? 0)
    const rect = range.getClientRects()[0]
    const scroller = dom.root.closest('.scroll')
    if (rect === undefined || scroller === null) return
    const view = scroller.getBoundingClientRect()
    if (rect.top < view.top + MARGIN) scroller.scrollTop -= view.top + MARGIN - rect.top
    else if (rect.bottom > view.bottom - MARGIN) scroller.scrollTop += rect.bottom - view.bottom + MARGIN
  }
}

const MARGIN = 24
