import { tokensOf } from './fold.ts'
import type { Token } from './fold.ts'
import type { Term } from './query.ts'

/** A stretch of a text in which searched terms stand close together. UTF-16 offsets, `end` exclusive. */
export interface SearchPassage {
  readonly start: number
  readonly end: number
  /** How many of the terms it holds. */
  readonly terms: number
}

/** Hits at most so far apart make one passage. */
const PASSAGE_LENGTH = 240

/** The passages of a text that hold any of the terms; those with the most of them first. */
export function passagesOf(text: string, terms: readonly Term[]): readonly SearchPassage[] {
  const passages: { start: number; end: number; held: Set<Term> }[] = []
  for (const { term, start, end } of hitsOf(tokensOf(text), terms)) {
    const open = passages.at(-1)
    if (open && end - open.start <= PASSAGE_LENGTH) {
      open.end = Math.max(open.end, end)
      open.held.add(term)
    } else {
      passages.push({ start, end, held: new Set([term]) })
    }
  }
  return passages
    .map(({ start, end, held }) => ({ start, end, terms: held.size }))
    .toSorted((a, b) => b.terms - a.terms || a.start - b.start)
}

interface Hit {
  readonly term: Term
  readonly start: number
  readonly end: number
}

function* hitsOf(tokens: readonly Token[], terms: readonly Term[]): Iterable<Hit> {
  for (const [at, token] of tokens.entries()) {
    for (const term of terms) {
      const last = lastOf(tokens, at, term)
      if (last) yield { term, start: token.start, end: last.end }
    }
  }
}

/** The last token of a term that begins at `at`; null where it does not. */
function lastOf(tokens: readonly Token[], at: number, { words, prefix }: Term): Token | null {
  const end = at + words.length - 1
  for (const [offset, word] of words.entries()) {
    const text = tokens[at + offset]?.text
    const open = prefix && offset === words.length - 1
    if (text === undefined || (open ? !text.startsWith(word) : text !== word)) return null
  }
  return tokens[end] ?? null
}

const CONTEXT = 60

/** A passage with some words around it on one line, `…` where the text goes on. */
export function snippetOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const from = wordStart(text, Math.max(0, start - CONTEXT), start)
  const to = wordEnd(text, Math.min(text.length, end + CONTEXT), end)
  const words = text.slice(from, to).replaceAll(/\s+/gu, ' ').trim()
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`
}

/** The first word's beginning from `at` on, no later than `limit`; never inside a surrogate pair. */
function wordStart(text: string, at: number, limit: number): number {
  if (at === 0) return 0
  const space = text.slice(at, limit).search(/\s/u)
  return space >= 0 ? at + space + 1 : isLow(text, at) ? at + 1 : at
}

function wordEnd(text: string, at: number, limit: number): number {
  if (at === text.length) return at
  const after = text.slice(limit, at)
  const space = after.search(/\s\S*$/u)
  return space >= 0 ? limit + space : isLow(text, at) ? at - 1 : at
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
