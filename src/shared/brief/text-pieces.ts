import type { Text } from 'mdast'
import type { Segment } from './markdown.ts'

/** A stretch of a text node: words, a soft line ending, or a line break written as a character reference. */
export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'soft' }
  | { readonly kind: 'break' }

/** The pieces of a text node's value, told apart by how the file has them. */
export function textPieces(
  node: Text,
  { source, segments }: { readonly source: string; readonly segments: ReadonlyMap<Text, readonly Segment[]> },
): readonly TextPiece[] {
  const known = segments.get(node)
  if (known === undefined) return [{ kind: 'text', text: node.value }]
  const pieces: TextPiece[] = []
  // A task's box takes the space before its text away after the text was read.
  let surplus = known.reduce((sum, { length }) => sum + length, 0) - node.value.length
  let at = 0
  for (const { length, start } of known) {
    const cut = Math.min(surplus, length)
    surplus -= cut
    const text = node.value.slice(at, at + length - cut)
    at += text.length
    if (text === '\n' && source.charAt(start) === '&') pieces.push({ kind: 'break' })
    else if (/^(?:\r\n|[\n\r])$/u.test(text) && source.charAt(start) !== '&') pieces.push({ kind: 'soft' })
    else if (text !== '') pieces.push({ kind: 'text', text })
  }
  return pieces
}
