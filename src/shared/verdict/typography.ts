import type { FoldClass } from '../contract/check.ts'
import {
  isApostrophe,
  isArabicMark,
  isArabicPresentation,
  isHyphen,
  isInvisible,
  isLongDash,
  isQuotationMark,
  isSpace,
} from './characters.ts'
import type { FoldedText } from './fold.ts'

/**
 * Which parts of the fold were needed to make `needle` and the `text` at folded
 * offset `at` the same. Both fold to the same code units; empty: the same raw words.
 */
export function foldClasses(text: FoldedText, at: number, needle: FoldedText): ReadonlySet<FoldClass> {
  const classes = new Set<FoldClass>()
  const length = needle.text.length
  const edges = wholeRange(text, at, needle)
  let from = 0
  while (from < length) {
    let to = from + 1
    while (to < length && (!startsCluster(needle, to) || !startsCluster(text, at + to))) to += 1
    const last = to >= length
    const mine = needle.raw.slice(from === 0 ? 0 : needle.from[from], last ? undefined : needle.from[to])
    const theirs = text.raw.slice(
      from === 0 ? edges.start : text.from[at + from],
      last ? edges.end : text.from[at + to],
    )
    const joined = text.joinsLines ? joinLine(mine, theirs) : theirs
    if (joined !== theirs) classes.add('line-hyphen')
    if (mine !== joined) addClasses(classes, mine, joined)
    from = to
  }
  return classes
}

/** The source's glyphs without the line end inside a word, which the draft does not have. */
function joinLine(mine: string, theirs: string): string {
  return theirs.replace(/[-‐\u00ad][\s\u00ad]+$/u, (end) => (/[-‐‑]$/u.test(mine) ? (end[0] ?? '') : ''))
}

function startsCluster(folded: FoldedText, at: number): boolean {
  return at === 0 || folded.from[at] !== folded.from[at - 1]
}

/**
 * The raw range of `text` in which `needle` stands at folded offset `at`, with the
 * characters at its ends that the fold drops: vowel marks always, for they are
 * part of their letter, invisible ones where the needle has them too.
 */
export function wholeRange(text: FoldedText, at: number, needle: FoldedText): { start: number; end: number } {
  const length = needle.text.length
  let start = text.from[at] ?? text.raw.length
  let end = length === 0 ? start : (text.to[at + length - 1] ?? text.raw.length)
  const lead = needle.raw.slice(0, needle.from[0] ?? 0)
  const tail = needle.raw.slice(needle.to[length - 1] ?? 0)
  if (text.raw.endsWith(lead, start)) start -= lead.length
  if (text.raw.startsWith(tail, end)) end += tail.length
  while (isArabicMark(text.raw.charCodeAt(end))) end += 1
  return { start, end }
}

function addClasses(classes: Set<FoldClass>, mine: string, theirs: string): void {
  if (pick(mine, isInvisible) !== pick(theirs, isInvisible)) classes.add('invisible')
  const one = drop(mine, isInvisible)
  const two = drop(theirs, isInvisible)
  if (one === two) return
  if (isEllipsis(one) && isEllipsis(two)) {
    classes.add('ellipsis')
    return
  }
  if (pick(one, isSpace) !== pick(two, isSpace)) classes.add('space')
  const glyph = drop(one, isSpace)
  const other = drop(two, isSpace)
  if (glyph !== other) classes.add(glyphClass(glyph + other, glyph, other))
}

function glyphClass(both: string, one: string, two: string): FoldClass {
  if (has(both, (c) => isApostrophe(c) || isQuotationMark(c))) return 'quotes'
  if (has(both, (c) => isHyphen(c) || isLongDash(c))) return 'hyphen'
  if (has(both, (c) => isArabicMark(c) || isArabicPresentation(c))) return 'script'
  return one.normalize('NFC') === two.normalize('NFC') ? 'canonical' : 'compatibility'
}

function isEllipsis(text: string): boolean {
  return /^\s*(?:…|\.\s?\.\s?\.)\s*$/u.test(text)
}

function pick(text: string, wanted: (code: number) => boolean): string {
  return [...text].filter((c) => wanted(c.codePointAt(0) ?? 0)).join('')
}

function drop(text: string, unwanted: (code: number) => boolean): string {
  return [...text].filter((c) => !unwanted(c.codePointAt(0) ?? 0)).join('')
}

function has(text: string, wanted: (code: number) => boolean): boolean {
  return [...text].some((c) => wanted(c.codePointAt(0) ?? 0))
}
