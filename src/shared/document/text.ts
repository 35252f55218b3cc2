import type { Document, DocumentNode, NodePath } from './document.ts'
import { childrenOf } from './document.ts'
import { TextWriter } from './text-writer.ts'

/** Goes up whenever the same document would give another text. */
export const TEXT_VERSION = 1

/**
 * A stretch of the text that is one stretch of a node, unit for unit. For a
 * text node `from` is a UTF-16 offset into its `value`; other nodes (a line
 * break, an empty cell) have `from` 0. `length` 0 marks a place, not words.
 */
export interface Run {
  readonly start: number
  readonly length: number
  readonly node: DocumentNode
  readonly path: NodePath
  readonly from: number
}

/** A leaf block's share of the text, `end` exclusive. Blocks without words have none. */
export interface BlockRange {
  readonly start: number
  readonly end: number
  readonly node: DocumentNode
  readonly path: NodePath
}

/** A footnote reference or a page break, at the UTF-16 offset where it stands. */
export interface PlaceInText {
  readonly offset: number
  readonly node: DocumentNode
  readonly path: NodePath
}

/** The plain text of a document, with its offset map. Runs and blocks are in order of the text. */
export interface DerivedText {
  readonly text: string
  readonly runs: readonly Run[]
  readonly blocks: readonly BlockRange[]
  readonly footnoteReferences: readonly PlaceInText[]
  readonly pageBreaks: readonly PlaceInText[]
}

/**
 * The text of a document, by the rules in docs/formats/document.md: leaf blocks
 * joined by one line feed, a table row a line with its cells joined by a tab,
 * footnote bodies last. The one function that every offset depends on.
 */
export function deriveText(document: Document): DerivedText {
  const writer = new TextWriter()
  const footnotes: Visit[] = []
  walk(writer, { node: document, path: [] }, footnotes)
  for (let next = footnotes.shift(); next !== undefined; next = footnotes.shift()) {
    const { node, path } = next
    childrenOf(node).forEach((child, index) =>
      walk(writer, { node: child, path: [...path, index] }, footnotes),
    )
  }
  return writer.finish()
}

interface Visit {
  readonly node: DocumentNode
  readonly path: NodePath
}

/** Iterative, so that no depth of nesting can exhaust the stack. */
function walk(writer: TextWriter, root: Visit, footnotes: Visit[]): void {
  const waiting: Visit[] = [root]
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { node, path } = visit
    switch (node.type) {
      case 'footnote':
        footnotes.push(visit)
        break
      case 'paragraph':
      case 'heading':
      case 'caption':
      case 'definition-term':
      case 'code':
        writer.open(node, path)
        writeInlines(writer, visit, node.type === 'code')
        writer.close()
        break
      case 'table-row':
        writeRow(writer, visit)
        break
      case 'page-break':
        writer.pageBreak(node, path)
        break
      default:
        pushChildren(waiting, visit)
    }
  }
}

function writeRow(writer: TextWriter, row: Visit): void {
  writer.open(row.node, row.path)
  childrenOf(row.node).forEach((node, index) => {
    const cell = { node, path: [...row.path, index] }
    writer.openCell(node, cell.path, index)
    writeInlines(writer, cell, false)
  })
  writer.close()
}

function writeInlines(writer: TextWriter, block: Visit, code: boolean): void {
  const waiting: Visit[] = []
  pushChildren(waiting, block)
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { node, path } = visit
    switch (node.type) {
      case 'text':
        writer.words(node.value, visit, code)
        break
      case 'line-break':
        writer.lineBreak(node, path)
        break
      case 'footnote-reference':
        writer.footnoteReference(node, path)
        break
      case 'page-break':
        writer.pageBreak(node, path)
        break
      default:
        pushChildren(waiting, visit)
    }
  }
}

function pushChildren(waiting: Visit[], { node, path }: Visit): void {
  const children = childrenOf(node)
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index]
    if (child !== undefined) waiting.push({ node: child, path: [...path, index] })
  }
}
