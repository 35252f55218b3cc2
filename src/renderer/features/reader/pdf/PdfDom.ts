import type { DomPlace, TextDom } from '../text-dom.ts'
import type { DrawnWords, Found } from './page-words.ts'

/** The pages of a PDF that are drawn at this moment, as a text of the same offsets as the article. */
export class PdfDom implements TextDom {
  readonly root: HTMLElement
  readonly bring: NonNullable<TextDom['bring']>
  /** By number. */
  readonly #pages: readonly DrawnWords[]

  constructor(root: HTMLElement, pages: readonly DrawnWords[], bring: NonNullable<TextDom['bring']>) {
    this.root = root
    this.#pages = pages.toSorted((a, b) => a.page - b.page)
    this.bring = bring
  }

  place(offset: number, before = false): DomPlace | null {
    let best: Found | null = null
    for (const page of this.#pages) {
      const mayBe = before
        ? page.start < offset && (best === null || page.end > best.at)
        : page.end > offset && (best === null || page.start < best.at)
      if (!mayBe) continue
      const { letters } = page.words()
      const letter = letters[before ? firstFrom(letters, offset) - 1 : firstFrom(letters, offset)]
      if (letter !== undefined && (best === null || (before ? letter.at > best.at : letter.at < best.at)))
        best = letter
    }
    if (best === null) return null
    return { node: best.node, offset: before ? best.offset + 1 : best.offset }
  }

  range(start: number, end: number): Range | null {
    const ranges = this.ranges(start, end)
    const [first, last] = [ranges[0], ranges.at(-1)]
    if (first === undefined || last === undefined) return null
    const range = document.createRange()
    range.setStart(first.startContainer, first.startOffset)
    range.setEnd(last.endContainer, last.endOffset)
    return range
  }

  /** One in each piece of type: what stands between two pieces belongs to neither. */
  ranges(start: number, end: number): readonly Range[] {
    return this.#pages.flatMap((page) => {
      if (page.end <= start || end <= page.start) return []
      const { letters } = page.words()
      const spans = new Map<Text, { from: number; to: number }>()
      for (let at = firstFrom(letters, start); at < letters.length; at += 1) {
        const letter = letters[at]
        if (letter === undefined || letter.at >= end) break
        const span = spans.get(letter.node)
        if (span === undefined) spans.set(letter.node, { from: letter.offset, to: letter.offset + 1 })
        else {
          span.from = Math.min(span.from, letter.offset)
          span.to = Math.max(span.to, letter.offset + 1)
        }
      }
      return Array.from(spans, ([node, { from, to }]) => rangeIn(node, from, to))
    })
  }

  offsetOf({ node, offset }: DomPlace): number | null {
    if (!this.root.contains(node)) return null
    const known = node instanceof Text ? this.#offsetIn(node, offset) : null
    if (known !== null) return known
    const after = node.childNodes[offset] ?? null
    for (const { layer, words } of this.#pages) {
      // A page that ends before the place holds nothing behind it.
      if (!layer.contains(node) && !node.contains(layer) && !follows(layer, node)) continue
      for (const each of words().nodes) {
        const isAfter = after === null ? follows(each, node) : after.contains(each) || follows(each, after)
        const at = isAfter ? this.#offsetIn(each, 0) : null
        if (at !== null) return at
      }
    }
    const last = this.#pages.at(-1)?.words().nodes.at(-1)
    return last === undefined ? null : this.#offsetIn(last, last.length)
  }

  /** Of columns side by side the words that come first in the text. */
  firstBelow(y: number): number | null {
    for (const { layer, words } of this.#pages) {
      if (layer.getBoundingClientRect().bottom <= y) continue
      const { nodes, offsets } = words()
      const below = nodes.flatMap((node) => {
        const at = offsets.get(node)?.find((each) => each >= 0)
        const isBelow = at !== undefined && (node.parentElement?.getBoundingClientRect().bottom ?? 0) > y
        return isBelow ? [at] : []
      })
      if (below.length > 0) return Math.min(...below)
    }
    return null
  }

  /** Among the words of one piece of type: the place itself, else behind the letter before it, else the next letter's. */
  #offsetIn(node: Text, offset: number): number | null {
    const offsets = this.#pages
      .find(({ layer }) => layer.contains(node))
      ?.words()
      .offsets.get(node)
    if (offsets === undefined) return null
    const here = offsets[offset] ?? -1
    if (here >= 0) return here
    for (let at = offset - 1; at >= 0; at -= 1) {
      const before = offsets[at] ?? -1
      if (before >= 0) return before + 1
    }
    return offsets.find((at, index) => index >= offset && at >= 0) ?? null
  }
}

function rangeIn(node: Text, from: number, to: number): Range {
  const range = document.createRange()
  range.setStart(node, from)
  range.setEnd(node, Math.min(to, node.length))
  return range
}

const follows = (words: Node, place: Node): boolean =>
  !place.contains(words) && (place.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

/** The index of the first letter at or behind an offset. */
function firstFrom(letters: readonly Found[], offset: number): number {
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((letters[middle]?.at ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}
