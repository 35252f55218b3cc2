import type { TextDom } from './text-dom.ts'

/** A selection by offsets into the source's text (UTF-16): it was begun at `anchor` and its moving end is `focus`. */
export interface Selected {
  readonly anchor: number
  readonly focus: number
}

export interface Step {
  readonly unit: 'character' | 'word' | 'line' | 'line-edge' | 'text-edge'
  readonly forward: boolean
  /** Whether the selection grows with the caret. */
  readonly extend: boolean
}

type CaretKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

/** What an arrow key does, by each system's custom; null for any other key. */
export function stepOf(event: CaretKey, mac: boolean): Step | null {
  const { key, shiftKey: extend } = event
  const byWord = mac ? event.altKey : event.ctrlKey
  const byEdge = mac && event.metaKey
  if (!mac && (event.altKey || event.metaKey)) return null
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return {
        unit: byEdge ? 'line-edge' : byWord ? 'word' : 'character',
        forward: key === 'ArrowRight',
        extend,
      }
    case 'ArrowUp':
    case 'ArrowDown':
      return { unit: byEdge ? 'text-edge' : 'line', forward: key === 'ArrowDown', extend }
    case 'Home':
    case 'End':
      return { unit: event.ctrlKey ? 'text-edge' : 'line-edge', forward: key === 'End', extend }
    default:
      return null
  }
}

const LANGUAGE = 'en'
const characters = new Intl.Segmenter(LANGUAGE, { granularity: 'grapheme' })
const words = new Intl.Segmenter(LANGUAGE, { granularity: 'word' })
const REACH = 400

/** The next character's border. For showing and moving only: nothing is judged by the platform's segmenter. */
export function characterBorder(text: string, at: number, forward: boolean): number {
  if (forward) {
    const [first] = characters.segment(text.slice(at, at + REACH))
    return at + (first?.segment.length ?? 0)
  }
  const from = Math.max(0, at - REACH)
  const last = [...characters.segment(text.slice(from, at))].at(-1)
  return last === undefined ? at : from + last.index
}

/** The next word's beginning or, backward, the beginning of this word or the one before. */
export function wordBorder(text: string, at: number, forward: boolean): number {
  if (forward) {
    const next = [...words.segment(text.slice(at, at + REACH))].find(
      ({ index, isWordLike }) => index > 0 && isWordLike === true,
    )
    return next === undefined ? Math.min(text.length, at + REACH) : at + next.index
  }
  const from = Math.max(0, at - REACH)
  const before = [...words.segment(text.slice(from, at))].findLast(({ isWordLike }) => isWordLike === true)
  return before === undefined ? from : from + before.index
}

/** The selection last known in each text's element. */
const known = new WeakMap<HTMLElement, Selected>()

/** Reads the page's selection as offsets; null when it is not in the text. */
export function readSelection(text: TextDom): Selected | null {
  const selection = document.getSelection()
  if (selection?.anchorNode == null || selection.focusNode === null) return null
  const anchor = text.offsetOf({ node: selection.anchorNode, offset: selection.anchorOffset })
  const focus = text.offsetOf({ node: selection.focusNode, offset: selection.focusOffset })
  return anchor === null || focus === null ? null : { anchor, focus }
}

/** To be called when the page says that its selection changed. */
export function noteSelection(text: TextDom, selected: Selected | null): void {
  if (selected !== null) known.set(text.root, selected)
}

/** Words that are drawn anew, around a new highlight, lose the selection inside them: it is put back where it was. */
export function keepSelection(text: TextDom): void {
  const was = known.get(text.root)
  // Asking for the selection lays out the whole text: seconds, for a long one that was just opened.
  const now = was === undefined ? null : readSelection(text)
  if (was === undefined || now === null) return
  if (now.anchor !== was.anchor || now.focus !== was.focus) writeSelection(text, was)
}

export function writeSelection(text: TextDom, { anchor, focus }: Selected): void {
  known.set(text.root, { anchor, focus })
  const from = text.place(anchor, anchor > focus)
  const to = text.place(focus, anchor < focus)
  if (from === null || to === null) return
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** Where the selection is after a step. Lines are the page's own; everything else is counted in the text. */
export function stepped(text: string, dom: TextDom, { anchor, focus }: Selected, step: Step): Selected {
  const { forward, extend } = step
  if (!extend && anchor !== focus && step.unit === 'character') {
    const edge = forward ? Math.max(anchor, focus) : Math.min(anchor, focus)
    return { anchor: edge, focus: edge }
  }
  const next = target(text, dom, focus, step)
  return { anchor: extend ? anchor : next, focus: next }
}

function target(text: string, dom: TextDom, at: number, { unit, forward }: Step): number {
  switch (unit) {
    case 'character':
      return characterBorder(text, at, forward)
    case 'word':
      return wordBorder(text, at, forward)
    case 'text-edge':
      return forward ? text.length : 0
    case 'line':
    case 'line-edge':
      return lineTarget(dom, at, unit === 'line' ? 'line' : 'lineboundary', forward) ?? at
  }
}

function lineTarget(dom: TextDom, at: number, granularity: string, forward: boolean): number | null {
  const selection = document.getSelection()
  if (selection === null) return null
  writeSelection(dom, { anchor: at, focus: at })
  selection.modify('move', forward ? 'forward' : 'backward', granularity)
  return readSelection(dom)?.focus ?? null
}
