import type { Place, PlaceNode } from './draft.ts'
import type { MadeOf } from './quotation.ts'

/**
 * In Markdown, words that a citation style made of sources end with a comment
 * that names the sources: `…, 2024.<!--source: marrow2024port-->`. At the start of
 * a line it would turn the line into HTML. It only says where to look: what stands
 * in quotation marks before it, up to the tag before or the paragraph's start, is
 * passed over where it is shown to be of a source that is named, and judged as ever else.
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

/** The tagged stretch that a range of a place stands in; null where it is not tagged. */
export function madeOf({ text, nodes }: Place, start: number, end: number): MadeOf | null {
  let whole: Stretch | null = null
  for (const node of nodes) {
    if (node.kind !== 'source') continue
    // Words in another dress are a stretch of their own in some formats.
    const goesOn =
      whole !== null &&
      whole.citekeys.join() === node.citekeys.join() &&
      text.slice(whole.end, node.start).trim() === ''
    if (whole !== null && !goesOn && whole.start <= start && end <= whole.end) break
    whole = goesOn && whole !== null ? { ...whole, end: node.end } : node
  }
  if (whole === null || start < whole.start || whole.end < end) return null
  return { citekeys: whole.citekeys, words: unstruck(text, nodes, whole) }
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly citekeys: readonly string[]
}

function unstruck(text: string, nodes: readonly PlaceNode[], { start, end }: Stretch): string {
  let words = ''
  let at = start
  for (const node of nodes) {
    if (node.kind !== 'struck' || node.start < at || node.end > end) continue
    words += text.slice(at, node.start)
    at = node.end
  }
  return words + text.slice(at, end)
}
