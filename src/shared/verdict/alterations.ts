import { prepare, rawRange, type PreparedText } from './prepared.ts'
import { kindOfMark } from './held.ts'
import type { PartAtom, TextAtom } from './pattern.ts'
import { findMarked, readQuotation, type Reached } from './reading.ts'

/**
 * A marked change to a passage. Offsets are UTF-16 code units into the passage;
 * `text` is what is shown in place of that range, marks included.
 */
export interface Alteration {
  readonly kind: 'omission' | 'insertion' | 'replacement' | 'capital' | 'part' | 'sic' | 'emphasis'
  readonly start: number
  /** Exclusive; equal to `start` where nothing of the passage is replaced. */
  readonly end: number
  readonly text: string
}

/** The words shown for a passage. Alterations are in order and do not overlap. */
export function renderAlterations(passage: string, alterations: readonly Alteration[]): string {
  let shown = ''
  let at = 0
  for (const { start, end, text } of alterations) {
    shown += passage.slice(at, start) + text
    at = end
  }
  return shown + passage.slice(at)
}

/**
 * The marked alterations that make `shown` of the whole `passage`, so that
 * `renderAlterations` gives `shown` back to the code point; none when they are
 * equal, null when anything else differs (typography included).
 */
export function alterationsBetween(shown: string, passage: string): readonly Alteration[] | null {
  if (shown === passage) return []
  const text = prepare(passage)
  const whole = { start: 0, end: text.text.length }
  for (const reached of findMarked(readQuotation(shown), text, whole)) {
    const alterations = alterationsOf(shown, text, reached)
    if (alterations && renderAlterations(passage, alterations) === shown) return alterations
  }
  return null
}

/**
 * The cuts at both ends that leave `shown`, where it is an unbroken run of whole
 * words of the `passage`, its first one there; null where it is none.
 */
export function cutsBetween(shown: string, passage: string): readonly Alteration[] | null {
  if (shown === '') return null
  const text = prepare(passage)
  const words = text.words.map(({ start, end }) => rawRange(text, start, end))
  const cuts = (at: number): boolean => words.some(({ start, end }) => start < at && at < end)
  for (let at = passage.indexOf(shown); at >= 0; at = passage.indexOf(shown, at + 1)) {
    const end = at + shown.length
    if (!cuts(at) && !cuts(end)) return cutsAt(passage, at, end)
  }
  return null
}

/** What leaves the range of a passage that alone is shown. */
export const cutsAt = (passage: string, start: number, end: number): readonly Alteration[] => [
  ...(start > 0 ? [{ kind: 'omission', start: 0, end: start, text: '' } as const] : []),
  ...(end < passage.length ? [{ kind: 'omission', start: end, end: passage.length, text: '' } as const] : []),
]

function alterationsOf(
  shown: string,
  text: PreparedText,
  { pattern, match }: Reached,
): readonly Alteration[] | null {
  const alterations: Alteration[] = []
  let passageAt = 0
  let shownAt = 0
  for (let i = 0; i < pattern.atoms.length; i += 1) {
    const atom = pattern.atoms[i]
    const placed = match.placed[i]
    if (!atom || !placed) return null
    const start = atom.kind === 'text' ? placed.end - atom.folded.text.length : placed.start
    const range = rawRange(text, start, placed.end)
    const marks = pattern.joints[i]?.marks ?? []
    const mark = marks[0]
    const kind = mark ? kindOfMark(mark, match, i, pattern) : 'insertion'
    addGap(alterations, kind, text.raw, passageAt, range.start, shown.slice(shownAt, atom.start))
    if (atom.kind === 'text') addNotes(alterations, atom, range.start)
    else addHoles(alterations, shown, atom, text, placed)
    passageAt = range.end
    shownAt = atom.end
  }
  const trailing = pattern.joints.at(-1)?.marks[0]
  const tail = shown.slice(shownAt)
  const kind = trailing?.kind === 'omission' ? 'omission' : trailing ? 'insertion' : noteKind(tail)
  addGap(alterations, kind, text.raw, passageAt, text.raw.length, tail)
  return alterations
}

/** One alteration for what differs between two atoms; what is the same at its ends is left out of it. */
function addGap(
  alterations: Alteration[],
  kind: Alteration['kind'],
  passage: string,
  from: number,
  to: number,
  shown: string,
): void {
  const old = passage.slice(from, to)
  if (old === shown) return
  let head = 0
  while (head < old.length && head < shown.length && old[head] === shown[head] && /\s/.test(old[head] ?? ''))
    head += 1
  let tail = 0
  const most = Math.min(old.length, shown.length) - head
  while (tail < most && old.at(-1 - tail) === shown.at(-1 - tail) && /\s/.test(old.at(-1 - tail) ?? ''))
    tail += 1
  alterations.push({ kind, start: from + head, end: to - tail, text: shown.slice(head, shown.length - tail) })
}

function addNotes(alterations: Alteration[], atom: TextAtom, start: number): void {
  for (const note of atom.notes) {
    alterations.push({
      kind: noteKind(note.text),
      start: start + note.at,
      end: start + note.at,
      text: note.text,
    })
  }
}

function noteKind(text: string): Alteration['kind'] {
  return /^\s*\[\s*(?:sic[.!]?|!)\s*\]/i.test(text) ? 'sic' : 'emphasis'
}

function addHoles(
  alterations: Alteration[],
  shown: string,
  atom: PartAtom,
  text: PreparedText,
  placed: Reached['match']['placed'][number],
): void {
  const holes = atom.segments.filter((segment) => segment.hole)
  placed.part?.holes.forEach((hole, i) => {
    const segment = holes[i]
    if (!segment || !placed.part) return
    const range = rawRange(text, placed.start + hole.start, placed.start + hole.end)
    alterations.push({ kind: placed.part.kind, ...range, text: shown.slice(segment.start, segment.end) })
  })
}
