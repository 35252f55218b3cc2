import { parseFragment } from 'parse5'

/** Some text of a page, and where it stands in the page (UTF-16); white space is apart. */
export interface HtmlPiece {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly isSpace: boolean
}

const TOKEN = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);?|[\t\n\f\r ]+|[^&\t\n\f\r ]+|&/giu

/**
 * The pieces of a text of a page, whose `value` is what `raw` reads as, at `start` of the page. Where they do not agree, as
 * with a reference that lacks its end, the whole is one piece.
 */
export function piecesOf(value: string, raw: string, start: number): readonly HtmlPiece[] {
  const pieces = [...raw.matchAll(TOKEN)].map(([token], index, all): HtmlPiece => {
    const before = start + (all[index]?.index ?? 0)
    const isSpace = /^[\t\n\f\r ]/u.test(token)
    const text = token.startsWith('&') ? decoded(token) : token.replaceAll(/\r\n?/gu, '\n')
    return { text, start: before, end: before + token.length, isSpace }
  })
  const read = pieces.map(({ text }) => text).join('')
  if (read === value) return pieces
  return [{ text: value, start, end: start + raw.length, isSpace: value.trim() === '' }]
}

const known = new Map<string, string>()

function decoded(reference: string): string {
  const before = known.get(reference)
  if (before !== undefined) return before
  const [node] = parseFragment(reference).childNodes
  const text = node !== undefined && 'value' in node ? node.value : reference
  known.set(reference, text)
  return text
}
