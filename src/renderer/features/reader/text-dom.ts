/** Words in the page and the offset at which they begin: UTF-16 units of the source's text. */
interface Words {
  readonly start: number
  readonly node: Text
}

/** A place in the page, as ranges and selections have it. */
export interface DomPlace {
  readonly node: Node
  readonly offset: number
}

/** The drawn text of a source and the way both ways between offsets and places in the page. */
export interface TextDom {
  readonly root: HTMLElement
  /** The place of an offset; at a border `before` takes the end of the words before it. Null where none is drawn. */
  readonly place: (offset: number, before?: boolean) => DomPlace | null
  /** A range over `start` to `end`, `end` exclusive; null where nothing of it is drawn. */
  readonly range: (start: number, end: number) => Range | null
  /** The same in pieces that hold nothing else, as it is painted. */
  readonly ranges: (start: number, end: number) => readonly Range[]
  /** The offset of a place in the page: that of the words it is in, or of the next ones after it; null outside. */
  readonly offsetOf: (place: DomPlace) => number | null
  /** The offset of the first words below a height in the window, where that is told otherwise than by the place there. */
  readonly firstBelow?: (y: number) => number | null
  /** Where not all is drawn at once: has these words drawn and shown. */
  readonly bring?: (start: number, end: number, how: Bringing) => void
}

/** Whether the caret goes along, or the words are only to be seen: somewhere, or at the upper edge. */
export type Bringing = 'caret' | 'sight' | 'top'

/**
 * The article as it is drawn. Elements with `data-start` hold the words that begin there, unit for unit; what else is
 * drawn (marks of a highlight, footnote numbers) has none.
 */
export class ArticleDom implements TextDom {
  readonly root: HTMLElement
  readonly #words: readonly Words[]

  constructor(root: HTMLElement) {
    this.root = root
    this.#words = Array.from(root.querySelectorAll<HTMLElement>('[data-start]'), wordsOf)
      .filter((words) => words !== null)
      // Footnotes come last in the text, wherever they are drawn.
      .toSorted((a, b) => a.start - b.start)
  }

  /** Where the text ends. */
  get #end(): number {
    const last = this.#words.at(-1)
    return last === undefined ? 0 : last.start + last.node.length
  }

  /** The place of an offset; at a border `before` takes the end of the words before it. Null without words. */
  place(offset: number, before = false): DomPlace | null {
    let low = 0
    let high = this.#words.length
    while (low < high) {
      const middle = (low + high) >> 1
      const start = this.#words[middle]?.start ?? 0
      if (before ? start < offset : start <= offset) low = middle + 1
      else high = middle
    }
    const words = this.#words[Math.max(0, low - 1)]
    if (words === undefined) return null
    return { node: words.node, offset: Math.min(Math.max(offset - words.start, 0), words.node.length) }
  }

  /** A range over `start` to `end`, `end` exclusive. */
  range(start: number, end: number): Range | null {
    const from = this.place(start)
    const to = this.place(end, true)
    if (from === null || to === null) return null
    const range = document.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  ranges(start: number, end: number): readonly Range[] {
    const range = this.range(start, end)
    return range === null ? [] : [range]
  }

  /** The offset of a place in the page: that of the words it is in, or of the next ones after it. */
  offsetOf({ node, offset }: DomPlace): number | null {
    if (!this.root.contains(node)) return null
    const element = node.parentElement?.closest<HTMLElement>('[data-start]')
    if (node.nodeType === Node.TEXT_NODE && element) return startOf(element) + offset
    const after = node.childNodes[offset] ?? null
    const next = this.#words.find(({ node: words }) =>
      after === null ? follows(words, node) : after.contains(words) || follows(words, after),
    )
    return next?.start ?? this.#end
  }
}

const startOf = (element: HTMLElement): number => Number(element.dataset['start'])

function wordsOf(element: HTMLElement): Words | null {
  const node = element.firstChild
  return node instanceof Text ? { start: startOf(element), node } : null
}

const follows = (words: Node, place: Node): boolean =>
  !place.contains(words) && (place.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
