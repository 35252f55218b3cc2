import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OriginRange } from '../../../../shared/document/origin-range.ts'
import type { OutlineEntry } from '../outline-of.ts'
import { lettersOf } from './letters.ts'

/** An entry of a PDF's own table of contents: how deep it stands, from 0, and the page that it leads to, from 1. */
export interface ContentsEntry {
  readonly title: string
  readonly depth: number
  readonly page: number
}

interface Item {
  readonly title: string
  readonly dest: string | readonly unknown[] | null
  readonly items: readonly Item[]
}

const MOST_ENTRIES = 2000

/** The table of contents in order, without what leads out of the file; empty where there is none. */
export async function contentsOf(pdf: PDFDocumentProxy, signal: AbortSignal): Promise<ContentsEntry[]> {
  const entries: ContentsEntry[] = []
  const waiting: { readonly item: Item; readonly depth: number }[] = []
  const add = (items: readonly Item[], depth: number): void => {
    for (const item of items.toReversed()) waiting.push({ item, depth })
  }
  add((await pdf.getOutline()) ?? [], 0)
  for (let next = waiting.pop(); next !== undefined && entries.length < MOST_ENTRIES; next = waiting.pop()) {
    signal.throwIfAborted()
    const { item, depth } = next
    // oxlint-disable-next-line no-await-in-loop -- pages that are being drawn are asked for in between
    const page = await pageOf(pdf, item.dest)
    const title = item.title.replaceAll(/\s+/g, ' ').trim()
    if (page !== null && title !== '') entries.push({ title, depth, page })
    add(item.items, depth + 1)
  }
  return entries
}

/** Null for what leads nowhere. */
async function pageOf(pdf: PDFDocumentProxy, dest: Item['dest']): Promise<number | null> {
  try {
    const place: readonly unknown[] | null = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
    const target = place?.[0]
    if (typeof target === 'number') return target < pdf.numPages ? target + 1 : null
    return isReference(target) ? (await pdf.getPageIndex(target)) + 1 : null
  } catch {
    return null
  }
}

const isReference = (target: unknown): target is { readonly num: number; readonly gen: number } =>
  typeof target === 'object' && target !== null && 'num' in target && 'gen' in target

/**
 * Where the entries stand in the source's text: at their own words on the page, else at its first words. What leads to a
 * page without words stands at the next ones. In order of the text.
 */
export function placedContents(
  entries: readonly ContentsEntry[],
  text: string,
  rangesOf: ReadonlyMap<number, readonly OriginRange[]>,
): readonly OutlineEntry[] {
  const pages = [...rangesOf.keys()].toSorted((a, b) => a - b)
  return entries
    .flatMap(({ title, depth, page }): OutlineEntry[] => {
      const known = pages.find((each) => each >= page)
      const ranges = (known === undefined ? undefined : rangesOf.get(known)) ?? []
      const [first] = ranges
      if (first === undefined) return []
      const { start, end } = wordsAt(title, text, ranges) ?? first
      return [{ start, end, depth, words: title }]
    })
    .toSorted((a, b) => a.start - b.start)
}

function wordsAt(
  title: string,
  text: string,
  ranges: readonly OriginRange[],
): { readonly start: number; readonly end: number } | null {
  const sought = lettersOf(title).folded
  if (sought === '') return null
  for (const { start, end } of ranges) {
    const { folded, at } = lettersOf(text.slice(start, end))
    const found = folded.indexOf(sought)
    const last = at[found + sought.length - 1]
    const first = at[found]
    if (found >= 0 && first !== undefined && last !== undefined)
      return { start: start + first, end: start + last + 1 }
  }
  return null
}
