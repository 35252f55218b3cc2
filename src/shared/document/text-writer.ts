import type { DocumentNode, NodePath } from './document.ts'
import type { BlockRange, DerivedText, PlaceInText, Run } from './text.ts'

interface Origin {
  readonly node: DocumentNode
  readonly path: NodePath
}

/** White space that is owed: written when a word follows in the same block or cell, else dropped. */
interface OwedSpace extends Origin {
  readonly unit: ' ' | '\n'
  readonly from: number
}

const CHUNKS = /[ \t\n]|[^ \t\n\0]+/g

/** Collects the words of a document in order and decides about the white space between them. */
export class TextWriter {
  readonly #parts: string[] = []
  #length = 0
  readonly #runs: Run[] = []
  readonly #blocks: BlockRange[] = []
  readonly #references: PlaceInText[] = []
  readonly #pageBreaks: PlaceInText[] = []

  #block: Origin = { node: { type: 'thematic-break' }, path: [] }
  #blockStart = -1
  #inUnit = false
  #owedSpace: OwedSpace[] = []
  #owedCells: { origin: Origin; first: boolean }[] = []
  #owedReferences: Origin[] = []
  #owedPageBreaks: Origin[] = []

  open(node: DocumentNode, path: NodePath): void {
    this.#block = { node, path }
    this.#blockStart = -1
    this.#startUnit()
  }

  openCell(node: DocumentNode, path: NodePath, index: number): void {
    this.#startUnit()
    this.#owedCells.push({ origin: { node, path }, first: index === 0 })
  }

  close(): void {
    this.#startUnit()
    if (this.#blockStart >= 0) {
      this.#payCells(false)
      this.#blocks.push({ ...this.#block, start: this.#blockStart, end: this.#length })
    }
    this.#owedCells = []
    this.#payReferences()
  }

  words(value: string, origin: Origin, code: boolean): void {
    for (const chunk of value.matchAll(CHUNKS)) {
      const unit = chunk[0]
      if (unit === '\n' && code) this.#owe('\n', origin, chunk.index, code)
      else if (unit === ' ' || unit === '\t' || unit === '\n') this.#owe(' ', origin, chunk.index, code)
      else {
        this.#beginWord()
        this.#write(unit, origin, chunk.index)
      }
    }
  }

  lineBreak(node: DocumentNode, path: NodePath): void {
    this.#owe('\n', { node, path }, 0, false)
  }

  footnoteReference(node: DocumentNode, path: NodePath): void {
    if (this.#inUnit) this.#references.push({ node, path, offset: this.#length })
    else this.#owedReferences.push({ node, path })
  }

  pageBreak(node: DocumentNode, path: NodePath): void {
    this.#owedPageBreaks.push({ node, path })
  }

  finish(): DerivedText {
    this.#payPageBreaks()
    return {
      text: this.#parts.join(''),
      runs: this.#runs,
      blocks: this.#blocks,
      footnoteReferences: this.#references,
      pageBreaks: this.#pageBreaks,
    }
  }

  #startUnit(): void {
    this.#inUnit = false
    this.#owedSpace = []
  }

  /** Spaces at a line feed are dropped as a browser drops them, except in code. */
  #owe(unit: ' ' | '\n', origin: Origin, from: number, code: boolean): void {
    const last = this.#owedSpace.at(-1)
    if (unit === ' ' && last !== undefined && (last.unit === ' ' || !code)) return
    if (unit === '\n' && last?.unit === ' ' && !code) this.#owedSpace.pop()
    this.#owedSpace.push({ unit, from, node: origin.node, path: origin.path })
  }

  #beginWord(): void {
    if (this.#blockStart < 0) {
      if (this.#blocks.length > 0) this.#join('\n')
      this.#blockStart = this.#length
    }
    this.#payCells(true)
    if (this.#inUnit) for (const owed of this.#owedSpace) this.#write(owed.unit, owed, owed.from)
    this.#owedSpace = []
    this.#inUnit = true
    this.#payReferences()
    this.#payPageBreaks()
  }

  /** Tabs before the cells passed since the last word; a cell without words keeps its place. */
  #payCells(beforeWord: boolean): void {
    const owed = this.#owedCells
    owed.forEach(({ origin, first }, index) => {
      if (!first) this.#join('\t')
      const empty = !beforeWord || index < owed.length - 1
      if (empty) this.#runs.push({ ...origin, start: this.#length, length: 0, from: 0 })
    })
    this.#owedCells = []
  }

  #payReferences(): void {
    for (const origin of this.#owedReferences) this.#references.push({ ...origin, offset: this.#length })
    this.#owedReferences = []
  }

  #payPageBreaks(): void {
    for (const origin of this.#owedPageBreaks) this.#pageBreaks.push({ ...origin, offset: this.#length })
    this.#owedPageBreaks = []
  }

  #join(separator: '\n' | '\t'): void {
    this.#parts.push(separator)
    this.#length += 1
  }

  #write(words: string, { node, path }: Origin, from: number): void {
    const last = this.#runs.at(-1)
    const start = this.#length
    this.#parts.push(words)
    this.#length += words.length
    const continues =
      last !== undefined &&
      last.node === node &&
      last.length > 0 &&
      last.from + last.length === from &&
      last.start + last.length === start
    if (continues) this.#runs[this.#runs.length - 1] = { ...last, length: last.length + words.length }
    else this.#runs.push({ start, length: words.length, node, path, from })
  }
}
