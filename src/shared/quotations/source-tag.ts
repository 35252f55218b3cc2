import type { Place, PlaceNode } from './draft.ts'
import type { MadeOf } from './quotation.ts'

/**
 * In Markdown, words that a citation style made of sources end with a comment
 * that names the sources: `…, 2024.<!--source: marrow2024port-->`. At the start of
 * a line it would turn the line into HTML. It only says where to look: what stands
 * in quotation marks before it, up to the tag before or the paragraph's start, is
 * passed over where it is shown to be of a source that is named, and judged as ever else.
 */
export function sourceTag(citekeys: readonly string[]): string {
  const named = citekeys.filter((citekey) => NAMEABLE.test(citekey))
  return named.length === 0 ? '' : `<!--source: ${named.join(', ')}-->`
}

/** A citekey is what a user typed: one that would end the comment, or the line, is not named. */
const NAMEABLE = /^(?:(?!--|-$)[^\s\p{C}<>,]){1,200}$/u

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
export function madeOf(place: Place, start: number, end: number): MadeOf | null {
  const whole = stretches(place).find((stretch) => stretch.start <= start && end <= stretch.end)
  if (whole === undefined) return null
  return { citekeys: whole.citekeys, words: unstruck(place.text, place.nodes, whole) }
}

/** Words in another dress are tagged for themselves in some formats: what reads on is one stretch. */
function stretches({ text, nodes }: Place): readonly Stretch[] {
  const joined: Stretch[] = []
  for (const node of nodes) {
    if (node.kind !== 'source') continue
    const before = joined.at(-1)
    const readsOn =
      before !== undefined &&
      before.citekeys.join() === node.citekeys.join() &&
      text.slice(before.end, node.start).trim() === ''
    if (readsOn) joined[joined.length - 1] = { ...before, end: node.end }
    else joined.push(node)
  }
  return joined
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
