import type { Block } from '../../../shared/document/blocks.ts'
import type { Inline } from '../../../shared/document/inlines.ts'
import type { OriginNotes } from '../../../shared/document/origin.ts'
import type { Article, DecodedOriginal } from '../extraction.ts'
import { headerOf } from './text-header.ts'
import type { Line } from './text-lines.ts'
import { linesOf, paragraphsOf } from './text-lines.ts'

/**
 * Reads a plain text: no markup, every character that is not white space
 * stays. Its text nodes are copies of the original, so each character's place
 * is known exactly.
 */
export function readText({ text }: DecodedOriginal): Article {
  const paragraphs = paragraphsOf(linesOf(text))
  const notes: OriginNotes = new WeakMap()
  const children = paragraphs.map((lines): Block => ({
    type: 'paragraph',
    children: lines.flatMap((line, index) => copyOf(line, index === 0, notes)),
  }))
  return {
    document: { type: 'document', format: 1, language: null, direction: null, children, origins: [] },
    notes,
    metadata: headerOf(paragraphs.map((lines) => lines.map((line) => line.text.replaceAll('\0', '')))),
    images: [],
  }
}

/** The line as text nodes, none of them holding U+0000; a later line brings its line feed along. */
function copyOf(line: Line, first: boolean, notes: OriginNotes): Inline[] {
  const words = first ? line.text : `\n${line.text}`
  const start = first ? line.start : line.breakAt
  return Array.from(words.matchAll(/[^\0]+/g), (piece) => {
    const node: Inline = { type: 'text', value: piece[0] }
    const from = start + piece.index
    notes.set(node, { kind: 'characters', start: from, end: from + piece[0].length, exact: true })
    return node
  })
}
