import type { Line } from './lines.ts'
import { linesOf } from './lines.ts'
import type { ReadPage } from './page.ts'
import { lettersOf } from './script.ts'
import type { Word } from './words.ts'

/** How many lines at each edge of a page may be running heads or feet. */
const LINES_AT_EDGE = 3
/** The share of a page's height, from each edge, in which they stand. */
const EDGE_SHARE = 0.17
/** In font sizes: lines further apart are not one running head. */
const ONE_HEAD = 4
/** Points by which the same running head may stand higher or lower on another page. */
const SAME_PLACE = 4
/** How many pages before and after are compared. */
const NEIGHBOURS = 4
/** No running head has more. */
const MOST_WORDS = 60
/** The share of words that two running heads have in common. */
const ALIKE = 0.7

/** A line near the edge of a page that may be no content. */
interface EdgeLine {
  readonly line: Line
  readonly edge: 'top' | 'bottom'
  /** Points from the edge. */
  readonly distance: number
  readonly words: readonly string[]
}

export interface WithoutFurniture {
  readonly pages: readonly ReadPage[]
  /** The number printed on each page, null where there is none. */
  readonly printed: readonly (number | null)[]
}

/**
 * Takes running heads, running feet and page numbers off the pages: what stands
 * in the same place with nearly the same words on the pages around, or is told
 * by the file to be no content.
 */
export function withoutFurniture(
  pages: readonly ReadPage[],
  labels: readonly string[] | null = null,
): WithoutFurniture {
  const edges = pages.map(edgeLines)
  const printed: (number | null)[] = []
  const turned = countOf(pages.flatMap((page) => [...new Set(page.turned.map(textOf))]))
  const kept = pages.map((page, index) => {
    const off = new Set<Word>()
    let number: number | null = null
    for (const edge of ['top', 'bottom'] as const) {
      let last: EdgeLine | null = null
      for (const each of edges[index]?.filter((one) => one.edge === edge) ?? []) {
        if (last !== null && each.distance - last.distance > last.line.size * ONE_HEAD) break
        if (!isFurniture(each, edges, index) && !isNumbered(each, labels?.[index] ?? String(index + 1))) break
        last = each
        for (const word of each.line.words) off.add(word)
        number ??= pageNumberIn(each.line, index)
      }
    }
    printed.push(number)
    for (const word of artifacts(page)) off.add(word)
    return {
      ...page,
      words: page.words.filter((word) => !off.has(word)),
      turned: page.turned.filter((line) => (turned.get(textOf(line)) ?? 0) < STAMPED_PAGES),
    }
  })
  return { pages: kept, printed }
}

/** From the edge inwards. */
function edgeLines(page: ReadPage): EdgeLine[] {
  const lines = linesOf(page.words)
  const reach = (page.bottom - page.top) * EDGE_SHARE
  const near = (edge: 'top' | 'bottom', some: readonly Line[]): EdgeLine[] =>
    some
      .slice(0, LINES_AT_EDGE)
      .map((line) => ({
        line,
        edge,
        distance: edge === 'top' ? line.baseline - page.top : page.bottom - line.baseline,
        words: signature(line),
      }))
      .filter(({ distance }) => distance <= reach)
  return [...near('top', lines), ...near('bottom', lines.toReversed())]
}

const signature = ({ words }: Line): string[] =>
  words.slice(0, MOST_WORDS).map(({ text }) => text.toLowerCase().replaceAll(/\p{N}+/gu, '#'))

function isFurniture(each: EdgeLine, edges: readonly (readonly EdgeLine[])[], index: number): boolean {
  if (each.line.words.every(({ artifact }) => artifact)) return true
  const around = edges
    .slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1)
    .filter((lines) => lines !== edges[index])
  const same = around.filter((lines) => lines.some((other) => isSame(each, other))).length
  return same >= Math.min(2, edges.length - 1) && same > 0
}

/** The page's own label, alone on its line. */
function isNumbered({ line }: EdgeLine, label: string): boolean {
  const text = textOf(line).slice(0, 60)
  return PAGE_NUMBER.test(text) && text.replaceAll(/[^\p{L}\p{N}]+|page|of \d+/giu, '') === label
}

function isSame(one: EdgeLine, other: EdgeLine): boolean {
  if (one.edge !== other.edge || Math.abs(one.distance - other.distance) > SAME_PLACE) return false
  if (Math.abs(one.line.size - other.line.size) > 1) return false
  const rest = [...other.words]
  let shared = 0
  for (const word of one.words) {
    const at = rest.indexOf(word)
    if (at < 0) continue
    rest.splice(at, 1)
    shared += 1
  }
  return (2 * shared) / (one.words.length + other.words.length) >= ALIKE
}

const textOf = ({ words }: Line): string => words.map(({ text }) => text).join(' ')

const PAGE_NUMBER =
  /^[-–—|\s]*(?:page|p\.?|seite|стр\.?)?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|von|\/|из)\s*\d{1,4})?[-–—|\s]*$/i

const isPageNumber = (line: Line): boolean => PAGE_NUMBER.test(textOf(line).slice(0, 60))

/** A number alone on its line, or the first or last word of a running head. */
function pageNumberIn(line: Line, index: number): number | null {
  if (isPageNumber(line)) return numberIn(textOf(line).replace(/(?:of|von|\/|из)\s*\d+.*$/i, ''))
  const ends = [line.words[0], line.words.at(-1)].map((word) => numberIn(word?.text ?? ''))
  return ends.find((number) => number !== null && Math.abs(number - index) < 5000) ?? null
}

const numberIn = (text: string): number | null => {
  const digits = /^\D{0,12}(\d{1,4})\D{0,3}$/.exec(text)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** What the file itself calls no content, at the edges; a file that says so of most of a page is mistaken. */
function artifacts({ words, top, bottom }: ReadPage): Word[] {
  const told = words.filter(({ artifact }) => artifact)
  if (told.length > words.length / 2) return []
  const reach = (bottom - top) * EDGE_SHARE
  return told.filter(({ baseline }) => baseline - top < reach || bottom - baseline < reach)
}

/** A stamp or watermark that runs over so many pages is no content either. */
const STAMPED_PAGES = 3

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

const LONGEST_LABEL = 40

/**
 * The labels of the pages: those that are printed on them where these count on,
 * else those of the file, else their numbers.
 */
export function labelsOf(printed: readonly (number | null)[], given: readonly string[] | null): string[] {
  const counts = new Map<number, number>()
  printed.forEach((number, index) => {
    if (number !== null) counts.set(number - index, (counts.get(number - index) ?? 0) + 1)
  })
  const [offset, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [1, 0]
  const trusted = count >= 3 && count >= printed.length / 2
  const plain = given === null || given.every((label, index) => label === String(index + 1))
  return printed.map((_, index) => {
    const label = lettersOf(given?.[index] ?? '')
      .trim()
      .slice(0, LONGEST_LABEL)
    if (trusted && plain && index + offset > 0) return String(index + offset)
    return label === '' ? String(index + 1) : label
  })
}
