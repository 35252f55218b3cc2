import type { Place, PlaceNode } from './draft.ts'

/**
 * In Markdown, words that a citation style made of sources end with a comment
 * that names the sources: `…, 2024.<!--source: marrow2024port-->`. At the start of
 * a line it would turn the line into HTML. It only says where to look: what stands
 * in quotation marks before it, up to the tag before or the paragraph's start, is
 * passed over where it is the title of a source that is named, and judged as ever else.
 */
export const sourceTag = (citekeys: readonly string[]): string => `<!--source: ${citekeys.join(', ')}-->`

const TAG = /<!--source: ([^<>]{1,2000}?)-->/gu

/** The tagged stretches of a place's text. */
export function sourceNodes(text: string): readonly PlaceNode[] {
  let start = 0
  return Array.from(text.matchAll(TAG), (found) => {
    const citekeys = (found[1] ?? '').split(',').map((citekey) => citekey.trim())
    const node = { kind: 'source' as const, start, end: found.index, citekeys }
    start = found.index + found[0].length
    return node
  })
}

/** The sources that a stretch of a place is said to be made of; none where it is not tagged. */
export const taggedSources = ({ nodes }: Place, start: number, end: number): readonly string[] =>
  nodes.flatMap((node) =>
    node.kind === 'source' && node.start <= start && end <= node.end ? node.citekeys : [],
  )
