import { fold } from '../verdict/fold.ts'
import { wordsOf } from '../verdict/words.ts'
import { briefText } from './draft.ts'
import type { BriefNode, LinkedQuote } from './nodes.ts'
import type { BriefState } from './state.ts'

export interface BriefCounts {
  /** Words of the brief's text, by the definition of quotations.md. */
  readonly words: number
  /** Linked quotes. */
  readonly quotes: number
  /** Citations, each counted once however many sources it names. */
  readonly citations: number
}

export function briefCounts(state: BriefState): BriefCounts {
  let quotes = 0
  let citations = 0
  visit(state.root, (node) => {
    if (node.type === 'linked-quote' || node.type === 'linked-quote-block') quotes += 1
    if (node.type === 'citation') citations += 1
  })
  return { words: wordsOf(fold(briefText(state))).length, quotes, citations }
}

/** Every linked quote in the order of the text, footnotes where they stand in the tree. */
export function linkedQuotes(state: BriefState): readonly LinkedQuote[] {
  const quotes: LinkedQuote[] = []
  visit(state.root, (node) => {
    if (node.type === 'linked-quote' || node.type === 'linked-quote-block') quotes.push(node)
  })
  return quotes
}

/** The citekey of every item of every citation, in the order of the text. */
export function citedKeys(state: BriefState): readonly string[] {
  const keys: string[] = []
  visit(state.root, (node) => {
    if (node.type === 'citation') keys.push(...node.items.map(({ citekey }) => citekey))
  })
  return keys
}

function visit(node: BriefNode, see: (node: BriefNode) => void): void {
  see(node)
  if ('children' in node) for (const child of node.children) visit(child, see)
}
