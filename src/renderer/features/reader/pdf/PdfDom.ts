import type { DomPlace, TextDom } from '../text-dom.ts'
import type { Found, PageWords } from './page-words.ts'

/** The pages of a PDF that are drawn at this moment, as a text of the same offsets as the article. */
export class PdfDom implements TextDom {
  readonly root: HTMLElement
  readonly bring: NonNullable<TextDom['bring']>
  /** By number. */
  readonly #pages: readonly PageWords[]

  constructor(root: HTMLElement, pages: readonly PageWords[], bring: NonNullable<TextDom['bring']>) {
    this.root = root
    this.#pages = pages.toSorted((a, b) => a.page - b.page)
    this.bring = bring
  }

  place(offset: number, before = false): DomPlace | null {
    let best: Found | null = null
    for (const { letters } of this.#pages) {
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
    return this.#pages.flatMap(({ letters }) => {
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
    for (const { nodes } of this.#pages)
      for (const each of nodes) {
        const isAfter = after === null ? follows(each, node) : after.contains(each) || follows(each, after)
        const at = isAfter ? this.#offsetIn(each, 0) : null
        if (at !== null) return at
      }
    const last = this.#pages.at(-1)?.nodes.at(-1)
    return last === undefined ? null : this.#offsetIn(last, last.length)
  }

  /** Among the words of one piece of type: the place itself, else behind the letter before it, else the next letter's. */
  #offsetIn(node: Text, offset: number): number | null {
    const offsets = this.#pages.map((page) => page.offsets.get(node)).find((known) => known !== undefined)
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
