import { isApostrophe, isElision } from './apostrophes.ts'
import type { Place } from './draft.ts'
import {
  CLOSERS,
  SINGLES,
  after,
  before,
  endsBefore,
  isCjk,
  isDigit,
  isLetter,
  isSpace,
  opensAfter,
} from './glyphs.ts'

/** A character (or the pair `` or '') of a place that may open or close a quotation. */
export interface Mark {
  readonly glyph: string
  /** UTF-16 units of the place's text. */
  readonly start: number
  readonly end: number
  readonly opens: boolean
  readonly closes: boolean
  /** A single mark before punctuation or, not after s, before a space: it closes at once. */
  readonly clear: boolean
  /** After a digit: it may be a prime. */
  readonly measure: boolean
  /** Before punctuation or the end. */
  readonly ended: boolean
  /** Opens only when its partner is clear (’tis, ’hood). */
  readonly doubtful: boolean
}

const FOUND = /``|''|["'“”„‟«»‘’‚‹›「」『』]/gu
const OPENING_ONLY = new Set(['„', '‚', '「', '『', '``'])
const CLOSING_ONLY = new Set(['」', '』', "''"])

/** All marks of a place from left to right, without those in code and the certain apostrophes. */
export function marksOf(place: Place): readonly Mark[] {
  const { text } = place
  const opaque = place.nodes.filter((node) => node.kind === 'code' || node.kind === 'linked')
  const marks: Mark[] = []
  let openBackticks = 0
  let skip = 0
  for (const found of text.matchAll(FOUND)) {
    const start = found.index
    while ((opaque[skip]?.end ?? Infinity) <= start) skip += 1
    if ((opaque[skip]?.start ?? Infinity) <= start) continue
    const [glyph] = found
    if (glyph === '``') openBackticks += 1
    if (glyph === "''" && openBackticks === 0) {
      for (const at of [start, start + 1]) push(marks, markAt(text, "'", at, marks.at(-1)))
    } else {
      if (glyph === "''") openBackticks -= 1
      push(marks, markAt(text, glyph, start, marks.at(-1)))
    }
  }
  return marks
}

/** Between Hebrew letters a straight mark is a gershayim: it marks an acronym. */
const HEBREW = /\p{Script=Hebrew}/u

function push(marks: Mark[], found: Mark | null): void {
  if (found !== null) marks.push(found)
}

function markAt(text: string, glyph: string, start: number, previous: Mark | undefined): Mark | null {
  const end = start + glyph.length
  if (SINGLES.has(glyph) && isApostrophe(text, start)) return null
  if (glyph === '"' && HEBREW.test(before(text, start)) && HEBREW.test(after(text, end))) return null
  const left = before(text, start)
  const right = after(text, end)
  const afterOpening = previous?.end === start && previous.opens
  return {
    glyph,
    start,
    end,
    ...roles(glyph, opensAfter(left) || afterOpening, {
      ...beyond(text, start, end),
      dots: /^(?:…|\.\.\.)/u.test(text.slice(end, end + 3)),
    }),
    clear: isClear(left, right),
    measure: isDigit(left) && right !== '',
    ended: right === '' || !(isSpace(right) || isLetter(right)),
    doubtful: glyph === '’' || (glyph === "'" && isElision(text, start)),
  }
}

/** What stands on both sides, straight marks beside it left out: they may open or close themselves. */
function beyond(text: string, start: number, end: number): { readonly left: string; readonly right: string } {
  let from = start
  let to = end
  while (/["']/u.test(text.charAt(from - 1))) from -= 1
  while (/["']/u.test(text.charAt(to))) to += 1
  return { left: before(text, from), right: after(text, to) }
}

type Roles = Pick<Mark, 'opens' | 'closes'>

/** `mayOpen`: what stands before lets a straight mark open; `dots`: an ellipsis stands behind, with which words may begin. */
function roles(
  glyph: string,
  mayOpen: boolean,
  { left, right, dots }: { readonly left: string; readonly right: string; readonly dots: boolean },
): Roles {
  const ending = endsBefore(right)
  if (OPENING_ONLY.has(glyph)) return { opens: true, closes: false }
  if (CLOSING_ONLY.has(glyph)) return { opens: false, closes: true }
  switch (glyph) {
    case '"':
      // `said:"we go"` lacks its space: nothing being open, the mark opens there too.
      return {
        opens: mayOpen || (/[:;,=/]/u.test(left) && !ending),
        closes: !mayOpen || ending || isCjk(left),
      }
    case "'":
      return { opens: mayOpen && !isSpace(right), closes: !mayOpen || ending || isCjk(left) }
    case '’':
      return { opens: mayOpen && /\p{L}/u.test(right), closes: !isSpace(left) || ending }
    case '”':
    case '»':
    case '›':
      return { opens: mayOpen && (!ending || dots), closes: true }
    case '‘':
      return { opens: !isSpace(right), closes: true }
    default:
      return { opens: CLOSERS.has(glyph), closes: true }
  }
}

function isClear(left: string, right: string): boolean {
  if (isSpace(right)) return right === '' || !/s/iu.test(left)
  return !isLetter(right) || /[.,!?…]/u.test(left) || isCjk(left) || isCjk(right)
}
