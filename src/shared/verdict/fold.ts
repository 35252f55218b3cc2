import {
  hasCompatibilityForm,
  isApostrophe,
  isArabicMark,
  isCombining,
  isHanOrKana,
  isHyphen,
  isInvisible,
  isConjoining,
  isLineBreak,
  isLongDash,
  isQuotationMark,
  isSpace,
} from './characters.ts'
import { FoldBuffer, KIND } from './fold-buffer.ts'

/**
 * A text under the typographic fold of quotations.md § 3, with the way back.
 * Letter case, diacritics, digits and punctuation are kept. `from[i]`–`to[i]`
 * is the raw UTF-16 range that folded code unit `i` stands for.
 */
export interface FoldedText {
  readonly raw: string
  readonly text: string
  readonly from: Int32Array
  readonly to: Int32Array
  /** See `KIND`: apostrophes and quotation marks fold to one character, dashes to another. */
  readonly kinds: Uint8Array
  /** Hyphens or breaks at line ends are not in `text`. */
  readonly joinsLines?: true
}

const QUOTE = '\u2019'
const DASH = '\u2010'
const ELLIPSIS = 0x2026
/** What the fold drops, or may: `dropUnseen` decides. */
const DROPPED =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff\u0640]|[\ufe00-\ufe0f]|[\u064b-\u06ed]|[\ufc5e-\ufcf4]|[\ufe70-\ufe7f]/
const SPACED_DOTS = /\.[ \u00a0\u2009\u202f]?\.[ \u00a0\u2009\u202f]?\./y

/**
 * Folds a text. Spaces beside a dash are not in `text` but in the dash's kind,
 * because only around en and em dashes is spacing free: `sameDashes` decides.
 */
export function fold(raw: string): FoldedText {
  const visible = dropUnseen(raw)
  const buffer = foldVisible(visible.text)
  const { text, from, to, kinds } = buffer.finish()
  const { map } = visible
  if (map === null) return { raw, text, from, to, kinds }
  return {
    raw,
    text,
    from: from.map((at) => map[at] ?? raw.length),
    to: to.map((at) => (at === 0 ? 0 : (map[at - 1] ?? raw.length - 1) + 1)),
    kinds,
  }
}

/** The text without soft hyphens, zero-width characters and Arabic vowel marks; `map` leads from its offsets to raw ones. */
function dropUnseen(raw: string): { text: string; map: Int32Array | null } {
  if (!DROPPED.test(raw)) return { text: raw, map: null }
  const map = new Int32Array(raw.length)
  const kept: string[] = []
  let length = 0
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at)
    if (isInvisible(code) || isArabicMark(code)) continue
    kept.push(raw[at] ?? '')
    map[length++] = at
  }
  return { text: kept.join(''), map: map.slice(0, length) }
}

function foldVisible(raw: string): FoldBuffer {
  const buffer = new FoldBuffer(raw.length)
  let at = 0
  let space = -1
  let breaks = false
  while (at < raw.length) {
    const code = raw.codePointAt(at) ?? 0
    if (space < 0 && isPlain(code) && !(raw.charCodeAt(at + 1) >= 0x300)) {
      buffer.push(code, at, at + 1, KIND.plain)
      at += 1
    } else if (isSpace(code)) {
      if (space < 0) space = at
      breaks ||= isLineBreak(code)
      at += 1
    } else {
      if (space >= 0) putSpace(buffer, space, at, breaks, code)
      at = putCluster(buffer, raw, at, code, space >= 0)
      space = -1
      breaks = false
    }
  }
  if (space >= 0) putSpace(buffer, space, raw.length, false, 0)
  return buffer
}

/** ASCII that folds to itself whatever stands beside it, unless a combining mark follows. */
function isPlain(code: number): boolean {
  return (code > 0x60 && code < 0x7f) || (code > 0x2f && code < 0x60) || code === 0x2c
}

function width(code: number): number {
  return code > 0xffff ? 2 : 1
}

function putSpace(buffer: FoldBuffer, from: number, to: number, breaks: boolean, next: number): void {
  if ((buffer.lastKind() & KIND.dash) !== 0) buffer.addToLast(KIND.spaceAfter)
  else if (isLongDash(next) || isHyphen(next)) return
  else if (breaks && isHanOrKana(next) && isHanOrKana(buffer.lastUnit())) return
  else buffer.push(0x20, from, to, KIND.plain)
}

/** Folds the character cluster at `at` and returns the raw offset after it. */
function putCluster(buffer: FoldBuffer, raw: string, at: number, code: number, spaced: boolean): number {
  const next = raw.charCodeAt(at + width(code))
  if (isLongDash(code) || isHyphen(code)) return putDash(buffer, raw, at, code, spaced)
  if ((code === 0x27 || code === 0x60) && next === code) return putMark(buffer, at, at + 2, KIND.quotation)
  if (isApostrophe(code)) return putMark(buffer, at, at + 1, KIND.apostrophe)
  if (isQuotationMark(code)) return putMark(buffer, at, at + 1, KIND.quotation)
  if (code === 0x2e && next <= 0x202f) {
    SPACED_DOTS.lastIndex = at
    const dots = SPACED_DOTS.exec(raw)
    if (dots) {
      buffer.push(ELLIPSIS, at, at + dots[0].length, KIND.plain)
      return at + dots[0].length
    }
  }
  if (code < 0x80 && !(next >= 0x300)) {
    buffer.push(code, at, at + 1, KIND.plain)
    return at + 1
  }
  const end = clusterEnd(raw, at, code)
  buffer.pushText(foldCluster(raw.slice(at, end)), at, end)
  return end
}

function putMark(buffer: FoldBuffer, from: number, to: number, kind: number): number {
  buffer.push(QUOTE.charCodeAt(0), from, to, kind)
  return to
}

function putDash(buffer: FoldBuffer, raw: string, at: number, code: number, spaced: boolean): number {
  let end = at + 1
  if (code === 0x2d) while (raw.charCodeAt(end) === 0x2d) end += 1
  const long = isLongDash(code) || end > at + 1
  const kind = KIND.dash | (long ? KIND.long : 0) | (spaced || at === 0 ? KIND.spaceBefore : 0)
  buffer.push(DASH.charCodeAt(0), at, end, kind)
  return end
}

function clusterEnd(raw: string, at: number, code: number): number {
  let end = at + width(code)
  let conjoining = isConjoining(code)
  while (end < raw.length) {
    const next = raw.codePointAt(end) ?? 0
    const joins =
      isCombining(next) || next === 0xff9e || next === 0xff9f || (conjoining && isConjoining(next))
    if (!joins) break
    conjoining = isConjoining(next)
    end += width(next)
  }
  return end
}

function foldCluster(cluster: string): string {
  let folded = ''
  for (const character of cluster.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0
    folded += hasCompatibilityForm(code) ? compatible(character) : character
  }
  return folded.normalize('NFC')
}

function compatible(character: string): string {
  return [...character.normalize('NFKC')]
    .filter((c) => !isArabicMark(c.codePointAt(0) ?? 0))
    .join('')
    .trim()
}

const beforeDigit = /^\p{Nd}/u

/** A dash that stands against what follows, and against nothing before it. */
function isSign(kind: number, first: boolean): boolean {
  return (kind & KIND.spaceAfter) === 0 && (first || (kind & KIND.spaceBefore) !== 0)
}

/**
 * Whether the dashes of `needle`, found in `text` at `at` by their folded
 * character, are the same: two long dashes whatever the spacing; any other two
 * only with the same spaces beside them. Outer sides of the needle do not count.
 * A dash that is a number's sign is the same as another sign only.
 */
export function sameDashes(
  text: FoldedText,
  at: number,
  needle: FoldedText,
  from = 0,
  to = needle.text.length,
): boolean {
  for (let i = from; i < to; i += 1) {
    const mine = needle.kinds[i] ?? 0
    if ((mine & KIND.dash) === 0) continue
    const theirs = text.kinds[at + i - from] ?? 0
    if (
      beforeDigit.test(needle.text[i + 1] ?? '') &&
      isSign(mine, i === 0) !== isSign(theirs, at + i === from)
    )
      return false
    if ((mine & theirs & KIND.long) !== 0) continue
    const looked = (i === from ? 0 : KIND.spaceBefore) | (i === to - 1 ? 0 : KIND.spaceAfter)
    if (((mine ^ theirs) & looked) !== 0) return false
  }
  return true
}
