import type { Place, PlaceNode } from './draft.ts'
import { isDigit, before } from './glyphs.ts'
import type { Mark } from './marks.ts'
import { marksOf } from './marks.ts'
import { partners } from './pairs.ts'
import type { Part } from './part.ts'
import { isEmpty, trimmed } from './part.ts'

/** A quotation in marks, or a mark without its partner. */
export interface Found {
  readonly parts: readonly Part[]
  /** From the opening mark (in the first part's place) to behind the closing one (in the last's). */
  readonly start: number
  readonly end: number
  readonly state: 'closed' | 'unclosed' | 'set-aside'
  /** 0: not inside another one. */
  readonly depth: number
  /** Of an inner one: where the words of the outer one end; else 0. */
  readonly within: number
}

interface Scanned {
  readonly place: Place
  readonly marks: readonly Mark[]
  readonly partner: readonly number[]
}

/** What stands in marks in places that stand side by side. */
export function typedQuotations(run: readonly Place[]): readonly Found[] {
  const scanned = run.map((place) => {
    const marks = marksOf(place)
    return { place, marks, partner: partners(marks) }
  })
  const found: Found[] = []
  let resume = { place: 0, mark: 0 }
  for (let index = 0; index < scanned.length; index += 1) {
    if (index < resume.place) continue
    const from = index === resume.place ? resume.mark : 0
    const next = scan(scanned, index, from, found)
    if (next !== null) {
      resume = next
      index = next.place - 1
    }
  }
  return found
}

interface Resume {
  readonly place: number
  readonly mark: number
}

/** Scans one place from a mark on; says where to go on after a quotation that ran into later places. */
function scan(all: readonly Scanned[], index: number, from: number, found: Found[]): Resume | null {
  const here = all[index]
  if (here === undefined) return null
  for (let at = from; at < here.marks.length;) {
    const mark = here.marks[at]
    if (mark === undefined) break
    const closing = here.partner[at] ?? -1
    if (closing >= 0) {
      for (const one of pairs(here, at, closing)) found.push(one)
      at = closing + 1
      continue
    }
    const end = mark.opens ? carriedTo(all, index, at) : null
    if (end !== null) {
      found.push(carried(all, index, at, end))
      return { place: end.place, mark: end.mark + 1 }
    }
    found.push(...unclosed(here.place, mark))
    at += 1
  }
  return null
}

/** The pair and those inside it, each one level deeper than what is around it. */
function pairs(here: Scanned, open: number, close: number): readonly Found[] {
  const { marks, partner } = here
  const found: Found[] = []
  const around: { readonly close: number; readonly end: number }[] = []
  for (let at = open; at <= close; at += 1) {
    const outer = around.at(-1)
    if (outer?.close === at) {
      around.pop()
      continue
    }
    const end = partner[at] ?? -1
    const opening = marks[at]
    const closing = marks[end]
    if (opening === undefined || closing === undefined || end >= (outer?.close ?? Infinity)) continue
    const one = pair(here.place, opening, closing, around.length, outer?.end ?? 0)
    if (one !== null) found.push(one)
    around.push({ close: end, end: closing.start })
  }
  return found
}

/** Null when nothing stands inside, or what is found elsewhere: a linked quote, or words set aside. */
function pair(place: Place, opening: Mark, closing: Mark, depth: number, within: number): Found | null {
  const part = trimmed({ place, start: opening.end, end: closing.start })
  if (isEmpty(part) || place.nodes.some((node) => isLinkedAlready(part, node) || isSetAside(part, node)))
    return null
  return { parts: [part], start: opening.start, end: closing.end, state: 'closed', depth, within }
}

/**
 * The mark that closes a quotation which later paragraphs carry on: each begins
 * with the opening mark again, and none but the last closes it.
 */
function carriedTo(all: readonly Scanned[], index: number, open: number): Resume | null {
  const glyph = all[index]?.marks[open]?.glyph
  if (glyph === undefined || index + 1 >= all.length || hasPairAfter(all[index], open, glyph)) return null
  for (let place = index + 1; place < all.length; place += 1) {
    const next = all[place]
    const first = next?.marks[0]
    if (next === undefined || first?.glyph !== glyph || !first.opens) return null
    if (/\S/u.test(next.place.text.slice(0, first.start))) return null
    const close = next.partner[0] ?? -1
    if (close >= 0) return { place, mark: close }
    if (hasPairAfter(next, 0, glyph)) return null
  }
  return null
}

/** A quotation of the same mark stands whole after this one: then this one was left open by mistake. */
const hasPairAfter = (here: Scanned | undefined, open: number, glyph: string): boolean =>
  here?.marks.some((mark, at) => at > open && mark.glyph === glyph && (here.partner[at] ?? -1) >= 0) === true

function carried(all: readonly Scanned[], index: number, open: number, end: Resume): Found {
  const parts: Part[] = []
  let start = 0
  let behind = 0
  for (let at = index; at <= end.place; at += 1) {
    const here = all[at]
    const opening = here?.marks[at === index ? open : 0]
    if (here === undefined || opening === undefined) continue
    const closing = at === end.place ? here.marks[end.mark] : undefined
    if (at === index) start = opening.start
    behind = closing?.end ?? here.place.text.length
    parts.push(
      trimmed({ place: here.place, start: opening.end, end: closing?.start ?? here.place.text.length }),
    )
  }
  return {
    parts: parts.filter((part) => !isEmpty(part)),
    start,
    end: behind,
    state: 'closed',
    depth: 0,
    within: 0,
  }
}

const APOSTROPHES = new Set(['’', '‘', "'"])

/** A mark without its partner, with what follows it; primes and apostrophes are none. */
function unclosed(place: Place, mark: Mark): readonly Found[] {
  if (mark.glyph === '’' || mark.glyph === "''") return []
  if (APOSTROPHES.has(mark.glyph) && (!mark.opens || mark.doubtful)) return []
  if (/["”]/u.test(mark.glyph) && isDigit(before(place.text, mark.start))) return []
  if (
    place.nodes.some((node) => node.kind === 'set-aside' && mark.start >= node.start && mark.end <= node.end)
  )
    return []
  const part = trimmed({ place, start: mark.end, end: upTo80(place.text, mark.end) })
  return [{ parts: [part], start: mark.start, end: mark.end, state: 'unclosed', depth: 0, within: 0 }]
}

/** At most 80 UTF-16 units on, never inside a surrogate pair. */
function upTo80(text: string, from: number): number {
  const end = Math.min(text.length, from + 80)
  return /[\uD800-\uDBFF]/u.test(text.charAt(end - 1)) ? end - 1 : end
}

/** The words are a linked quote's and perhaps a comma: its marks are the draft's, it is no second quotation. */
export const isLinkedAlready = ({ place, start, end }: Part, node: PlaceNode): boolean =>
  node.kind === 'linked' &&
  node.start >= start &&
  node.end <= end &&
  !/[^\s\p{P}]/u.test(place.text.slice(start, node.start) + place.text.slice(node.end, end))

/** The words are what the author set aside, or stand inside it. */
export const isSetAside = ({ start, end }: Part, node: PlaceNode): boolean =>
  node.kind === 'set-aside' &&
  ((start >= node.start && end <= node.end) || (start === node.start && end === node.end))

/** What was set aside, without its own marks. */
export function setAsidePart(
  place: Place,
  { start, end }: { readonly start: number; readonly end: number },
): Part {
  const whole = trimmed({ place, start, end })
  const marks = marksOf(place)
  const at = marks.findIndex((mark) => mark.start === whole.start)
  const closing = marks[partners(marks)[at] ?? -1]
  const opening = marks[at]
  if (opening === undefined || closing?.end !== whole.end) return whole
  return trimmed({ place, start: opening.end, end: closing.start })
}
