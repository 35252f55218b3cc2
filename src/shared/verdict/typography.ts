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
  let from = 0
  while (from < length) {
    let to = from + 1
    while (to < length && (!startsCluster(needle, to) || !startsCluster(text, at + to))) to += 1
    const mine = slice(needle, from, to, length)
    const theirs = slice(text, at + from, at + to, at + length)
    const joined = text.joinsLines ? joinLine(mine, theirs) : theirs
    if (joined !== theirs) classes.add('line-hyphen')
    if (mine !== joined) addClasses(classes, mine, joined)
    from = to
  }
  return classes
}

/** The source's glyphs without the line end inside a word, which the draft does not have. */
function joinLine(mine: string, theirs: string): string {
  return theirs.replace(/[-‐\u00ad]\s+$/u, (end) => (/[-‐‑]$/u.test(mine) ? (end[0] ?? '') : ''))
}

function startsCluster(folded: FoldedText, at: number): boolean {
  return at === 0 || folded.from[at] !== folded.from[at - 1]
}

/** The raw text of folded units, up to the next unit, so that dropped characters are in it. */
function slice(folded: FoldedText, from: number, to: number, end: number): string {
  const stop = to < end ? (folded.from[to] ?? folded.raw.length) : (folded.to[to - 1] ?? folded.raw.length)
  return folded.raw.slice(folded.from[from], stop)
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
