import type { DerivedText } from '../../../shared/document/text.ts'

/** A heading of a source: UTF-16 offsets of its words, and how deep it stands, from 0. */
export interface OutlineEntry {
  readonly start: number
  readonly end: number
  readonly depth: number
  readonly words: string
}

/** The headings in order of the text. What is least deep stands at depth 0, whatever its level is. */
export function outlineOf({ text, blocks }: DerivedText): readonly OutlineEntry[] {
  const found = blocks.flatMap(({ node, start, end }) => {
    const words = text.slice(start, end).trim()
    return node.type === 'heading' && words !== '' ? [{ start, end, depth: node.level, words }] : []
  })
  const least = Math.min(...found.map(({ depth }) => depth))
  return found.map((entry) => ({ ...entry, depth: entry.depth - least }))
}

/** The index of the heading that the words at an offset stand under; -1 above the first. */
export const entryAt = (outline: readonly OutlineEntry[], at: number): number =>
  outline.findLastIndex(({ start }) => start <= at)
