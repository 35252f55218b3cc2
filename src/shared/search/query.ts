import type { Token } from './fold.ts'
import { readForQuery } from './fold.ts'

/** Something to find: folded words that stand together. `prefix`: the last one may go on. */
export interface Term {
  readonly words: readonly string[]
  readonly prefix: boolean
}

/** Words of three characters and more are found while they are still being typed. */
const PREFIX_LENGTH = 3

/** FTS5 cuts longer words off (at 32,768 bytes), so they are not looked up whole. */
const INDEXED_LENGTH = 8000

/** What a user asks for: words, each of which must occur, and phrases between quotation marks. */
export function termsOfQuery(query: string): readonly Term[] {
  const terms: Term[] = []
  const items = [...query.matchAll(/["“”„«»「」]([^"“”„«»「」]*)["“”„«»「」]|([^\s"“”„«»「」]+)/gu)]
  for (const [at, item] of items.entries()) {
    const term = termOf(item[1] ?? item[2] ?? '')
    if (!term) continue
    const typed =
      item[2] !== undefined && at === items.length - 1 && (term.words.at(-1)?.length ?? 0) >= PREFIX_LENGTH
    terms.push(typed ? { ...term, prefix: true } : term)
  }
  return terms
}

/** The words of a text as a phrase to look for, or null where it has none. */
export function termOf(text: string): Term | null {
  const tokens = telling(readForQuery(text).tokens)
  const last = tokens.at(-1)
  return last ? { words: tokens.map((token) => token.text), prefix: last.single === true } : null
}

/**
 * Words that every text holding `word` is indexed under, each by itself; none
 * where that cannot be told, and then the word must not narrow a search.
 */
export function certainTerms(word: string): readonly Term[] {
  const { tokens, foreign } = readForQuery(word)
  if (foreign) return []
  return telling(tokens)
    .filter(({ text }) => text.length <= INDEXED_LENGTH)
    .map(({ text, single }) => ({ words: [text], prefix: single === true }))
}

/**
 * Of a script without spaces a text has pairs, and only a run's last character
 * alone: what stands alone here may go on there, and after a pair says nothing new.
 */
function telling(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ single, start, end }, at) => {
    const before = tokens[at - 1]
    return !(single && before && before.end === end && before.start < start)
  })
}

/** Terms as an FTS5 expression, all of which must match; null when there is nothing to look for. */
export function matchExpression(query: string): string | null {
  const terms = termsOfQuery(query)
  return terms.length === 0 ? null : terms.map(ftsTerm).join(' AND ')
}

/** A term in FTS5's syntax. Folded words are letters, marks and digits, so none can break out of its quotes. */
export function ftsTerm({ words, prefix }: Term): string {
  return `"${words.join(' ')}"${prefix ? '*' : ''}`
}
