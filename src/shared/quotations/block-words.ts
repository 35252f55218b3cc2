import { CLOSERS } from './glyphs.ts'
import { marksOf } from './marks.ts'
import { partners } from './pairs.ts'
import type { Part } from './part.ts'
import { isEmpty, trimmed } from './part.ts'
import type { Place } from './draft.ts'

/** What is quoted in a block quotation, and the name under it. */
export interface BlockWords {
  readonly parts: readonly Part[]
  /** Of a trailing `— name` line, or null. */
  readonly by: string | null
}

/** Without enclosing marks, a trailing citation and a trailing `— name` line. */
export function blockWords(places: readonly Place[]): BlockWords {
  let parts = places
    .map((place) => trimmed({ place, start: 0, end: place.text.length }))
    .filter((part) => !isEmpty(part))
  let by: string | null = null
  for (;;) {
    const inside = withoutMarks(parts)
    const last = inside.at(-1)
    if (last === undefined) return { parts, by }
    if (inside !== parts) return { parts: [...inside.slice(0, -1), withoutCitation(last)], by }
    const line: NameLine | null = by === null ? nameLine(last) : null
    by ??= line?.name ?? null
    const shorter = withoutCitation(line?.rest ?? last)
    if (shorter.start === last.start && shorter.end === last.end) return { parts, by }
    parts = [...parts.slice(0, -1), shorter].filter((part) => !isEmpty(part))
  }
}

const NAME = String.raw`(?:the\s+)?(?:[\p{Lu}\p{Lt}\p{Lo}]|(?:von|van|de|di|da|del|al-|el-|ibn|bin)[\s-])[^\n\0]{0,99}`
const NAME_LINE = new RegExp(String.raw`(?:^|[\n\0])[ \t]*(?:[—–―]|--+)[ \t]*(${NAME})$`, 'u')
const SAME_LINE = new RegExp(String.raw`(?<=[.!?…”"»’])[ \t]*(?:[—–―]|--)[ \t]*(${NAME})$`, 'u')

interface NameLine {
  readonly name: string
  readonly rest: Part
}

function nameLine(part: Part): NameLine | null {
  const { place, start } = part
  const text = place.text.slice(start, part.end)
  const found = NAME_LINE.exec(text) ?? SAME_LINE.exec(text)
  const name = found?.[1]
  if (found === null || name === undefined || name.split(/\s+/u).length > 14) return null
  if (/[.!?][”"»’]?\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(name)) return null
  return { name, rest: trimmed({ place, start, end: start + found.index }) }
}

/** Citations at the end, and punctuation that stands behind them. */
function withoutCitation(part: Part): Part {
  const { place, start, end } = part
  const cites = place.nodes.filter(
    (node) => node.kind === 'citation' && node.start >= start && node.start <= end,
  )
  const first = cites.find((node) => /^[\s\0.,;:]*$/u.test(place.text.slice(node.start, end)))
  return first === undefined ? part : trimmed({ place, start, end: first.start })
}

/** The same parts when no marks enclose them all. */
function withoutMarks(parts: readonly Part[]): readonly Part[] {
  const enclosed = parts.map(enclosedPart)
  if (enclosed.every((part) => part !== null)) return enclosed
  const first = parts[0]
  const last = parts.at(-1)
  if (first === undefined || last === undefined || parts.length < 2) return parts
  const opening = openingMark(first)
  const closing = closingMark(last)
  if (opening === null || closing === null || CLOSERS.get(opening.glyph)?.includes(closing.glyph) !== true)
    return parts
  return parts.map((part) => {
    const repeated = marksOf(part.place).find(
      (mark) => mark.start === part.start && mark.glyph === opening.glyph,
    )
    const goesOn = repeated !== undefined && (part === last || openingMark(part) !== null)
    const start = goesOn ? repeated.end : part.start
    return trimmed({ ...part, start, end: part === last ? closing.start : part.end })
  })
}

/** Inside its own pair of marks, when one encloses the whole part. */
function enclosedPart(part: Part): Part | null {
  const marks = marksOf(part.place)
  const index = marks.findIndex((mark) => mark.start === part.start)
  const opening = marks[index]
  const closing = marks[partners(marks)[index] ?? -1]
  if (opening === undefined || closing === undefined) return null
  if (/[^\s\0.,;:]/u.test(part.place.text.slice(closing.end, part.end))) return null
  return trimmed({ ...part, start: opening.end, end: closing.start })
}

/** A mark at the start that closes nowhere in its own paragraph. */
function openingMark(part: Part): { readonly glyph: string; readonly end: number } | null {
  const marks = marksOf(part.place)
  const index = marks.findIndex((mark) => mark.start === part.start && mark.opens)
  const mark = marks[index]
  return mark === undefined || (partners(marks)[index] ?? -1) >= 0 ? null : mark
}

/** A mark at the end that closes nothing of its own paragraph, or what its first mark opened. */
function closingMark(part: Part): { readonly glyph: string; readonly start: number } | null {
  const marks = marksOf(part.place)
  const last = marks.findLast((mark) => mark.end <= part.end)
  if (last === undefined || /[^\s\0.,;:]/u.test(part.place.text.slice(last.end, part.end))) return null
  return last
}
