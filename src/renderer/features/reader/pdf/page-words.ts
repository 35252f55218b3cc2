import type { OriginRange } from '../../../../shared/document/origin-range.ts'
import { aligned, lettersOf } from './letters.ts'

/** The letters of one drawn page and which letters of the source's text they are. */
export interface PageWords {
  readonly page: number
  readonly nodes: readonly Text[]
  /** For each node, by UTF-16 unit, the offset in the source's text, or -1 for what is not in it. */
  readonly offsets: ReadonlyMap<Text, Int32Array>
  /** The letters that were found, in order of the source's text. */
  readonly letters: readonly Found[]
}

export interface Found {
  /** UTF-16 offset into the source's text. */
  readonly at: number
  readonly node: Text
  readonly offset: number
}

/** A page as it was drawn once: what its layer holds changes with the next drawing. */
export interface DrawnPage {
  readonly page: number
  readonly layer: HTMLElement
}

/** A drawn page whose words are sought among those of the text once they are asked for: pages are often only passed by. */
export interface DrawnWords extends DrawnPage {
  /** All of its words in the text lie between these offsets. */
  readonly start: number
  readonly end: number
  readonly words: () => PageWords
}

export function drawnWords(drawn: DrawnPage, text: string, ranges: readonly OriginRange[]): DrawnWords {
  let known: PageWords | null = null
  return {
    ...drawn,
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
    words: () => (known ??= wordsOfPage(drawn.page, drawn.layer, text, ranges)),
  }
}

/** Stretches of the text by the page that they stand on, from 1; each in order of the text. */
export function rangesByPage(origins: readonly OriginRange[]): ReadonlyMap<number, readonly OriginRange[]> {
  const pages = new Map<number, OriginRange[]>()
  for (const range of origins) {
    if (range.place.kind !== 'page') continue
    const known = pages.get(range.place.page)
    if (known === undefined) pages.set(range.place.page, [range])
    else known.push(range)
  }
  return pages
}

/** Finds the words of the source's text among those that a page draws. */
function wordsOfPage(
  page: number,
  layer: HTMLElement,
  text: string,
  ranges: readonly OriginRange[],
): PageWords {
  const nodes = textNodes(layer)
  const theirs = nodes.map((node) => lettersOf(node.data))
  const ours = ranges.map(({ start, end }) => lettersOf(text.slice(start, end)))
  const places = theirs.flatMap(({ at }, index) => at.map((offset) => ({ index, offset })))
  const ourPlaces = ours.flatMap(({ at }, index) => at.map((offset) => (ranges[index]?.start ?? 0) + offset))
  let border = 0
  const borders = ours.map(({ folded }) => (border += folded.length))
  const found = aligned(joined(ours), joined(theirs), borders)
  const offsets = new Map(nodes.map((node) => [node, new Int32Array(node.length).fill(-1)]))
  const letters: Found[] = []
  for (const [index, place] of found.entries()) {
    const there = places[place]
    const node = there === undefined ? undefined : nodes[there.index]
    const at = ourPlaces[index]
    if (there === undefined || node === undefined || at === undefined) continue
    const known = offsets.get(node)
    if (known !== undefined && (known[there.offset] ?? -1) < 0) known[there.offset] = at
    letters.push({ at, node, offset: there.offset })
  }
  return { page, nodes, offsets, letters: letters.toSorted((a, b) => a.at - b.at) }
}

const joined = (parts: readonly { readonly folded: string }[]): string =>
  parts.map(({ folded }) => folded).join('')

function textNodes(layer: HTMLElement): Text[] {
  const nodes: Text[] = []
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text) nodes.push(node)
  return nodes
}
