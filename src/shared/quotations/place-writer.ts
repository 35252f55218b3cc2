import type { CitationItem } from '../brief/nodes.ts'
import type { LinkedRange, Place, PlaceNode, PlaceSegment } from './draft.ts'
import type { QuotationLink } from './quotation.ts'

/** Where a place stands; see `Place`. */
export interface Standing {
  readonly container: number
  readonly domain: number
  readonly blockQuotation: number | null
  readonly footnote: string | null
}

/** Puts a place together from left to right. */
export class PlaceWriter {
  private text = ''
  private readonly segments: PlaceSegment[] = []
  private readonly nodes: PlaceNode[] = []
  private readonly standing: Standing

  constructor(standing: Standing) {
    this.standing = standing
  }

  /** UTF-16 units written so far. */
  get length(): number {
    return this.text.length
  }

  /** Text that stands at `start` to `end` of the draft. */
  write(text: string, start: number, end: number): void {
    if (text === '') return
    this.segments.push({ at: this.text.length, length: text.length, start, end })
    this.text += text
  }

  citation(items: readonly CitationItem[]): void {
    this.nodes.push({ kind: 'citation', start: this.text.length, items })
  }

  footnote(label: string): void {
    this.nodes.push({ kind: 'footnote', start: this.text.length, label })
  }

  /** What `inside` writes is code, set aside or struck out. */
  range(kind: 'code' | 'set-aside' | 'struck', inside: () => void): void {
    const index = this.nodes.length
    const start = this.text.length
    inside()
    this.nodes.splice(index, 0, { kind, start, end: this.text.length })
  }

  /** What `inside` writes is what a citation style made of these sources. */
  source(citekeys: readonly string[], inside: () => void): void {
    const index = this.nodes.length
    const start = this.text.length
    inside()
    this.nodes.splice(index, 0, { kind: 'source', start, end: this.text.length, citekeys })
  }

  /** What `inside` writes is a linked quote; `words` takes its text and gives the enclosing marks' lengths. */
  linked(
    link: QuotationLink,
    words: (text: string, nodes: readonly PlaceNode[]) => Pick<LinkedRange, 'start' | 'end' | 'words'>,
    inside: () => void,
  ): void {
    const index = this.nodes.length
    const at = this.text.length
    inside()
    const { start, end, words: judged } = words(this.text.slice(at), shifted(this.nodes.slice(index), -at))
    this.nodes.splice(index, 0, { kind: 'linked', start: at + start, end: at + end, link, words: judged })
  }

  place(linkedBlock = false): Place {
    return { text: this.text, segments: this.segments, nodes: this.nodes, ...this.standing, linkedBlock }
  }
}

/** Nodes `by` units further on. */
export const shifted = (nodes: readonly PlaceNode[], by: number): readonly PlaceNode[] =>
  nodes.map((node) =>
    'end' in node
      ? { ...node, start: node.start + by, end: node.end + by }
      : { ...node, start: node.start + by },
  )
