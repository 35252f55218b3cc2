import { tokensOf } from '../../../shared/search/fold.ts'
import { termsOfQuery, type Term } from '../../../shared/search/query.ts'

/** A stretch of a snippet; `at` is where it begins. */
export interface SnippetPart {
  readonly at: number
  readonly text: string
  readonly hit: boolean
}

/** A snippet parted into what the search asked for and what stands around it, under the fold of the search. */
export function snippetParts(snippet: string, query: string): readonly SnippetPart[] {
  const parts: SnippetPart[] = []
  let from = 0
  for (const { start, end } of hitsIn(snippet, termsOfQuery(query))) {
    if (start < from) continue
    if (start > from) parts.push({ at: from, text: snippet.slice(from, start), hit: false })
    parts.push({ at: start, text: snippet.slice(start, end), hit: true })
    from = end
  }
  if (from < snippet.length) parts.push({ at: from, text: snippet.slice(from), hit: false })
  return parts
}

function* hitsIn(snippet: string, terms: readonly Term[]): Iterable<{ start: number; end: number }> {
  const tokens = tokensOf(snippet)
  for (const [at, { start }] of tokens.entries()) {
    const ends = terms.map(({ words, prefix }) => {
      const matches = words.every((word, offset) => {
        const text = tokens[at + offset]?.text
        const open = prefix && offset === words.length - 1
        return open ? (text?.startsWith(word) ?? false) : text === word
      })
      return matches ? (tokens[at + words.length - 1]?.end ?? null) : null
    })
    const end = Math.max(-1, ...ends.filter((each) => each !== null))
    if (end > start) yield { start, end }
  }
}
