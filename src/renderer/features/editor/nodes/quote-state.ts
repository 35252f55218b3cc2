import { $getState, $setState, createState, type LexicalNode } from 'lexical'
import type { Emphasis, LinkedQuote } from '../../../../shared/brief/nodes.ts'
import type { Alteration } from '../../../../shared/verdict/alterations.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const list = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [])

const annotation = createState('annotation', { parse: text })
const anchor = createState('anchor', { parse: text })
const pin = createState('pin', { parse: (value) => (typeof value === 'number' ? value : null) })
const alterations = createState('alterations', { parse: (value) => list<Alteration>(value) })
const shown = createState('shown', { parse: text })
const asWritten = createState('asWritten', { parse: textOrNull })
const translation = createState('translation', { parse: textOrNull })
const emphasis = createState('emphasis', { parse: (value) => list<Emphasis>(value) })

/** What both kinds of quote node keep, beside one another as the stored form has it. */
export const QUOTE_STATES = [
  annotation,
  anchor,
  pin,
  alterations,
  shown,
  asWritten,
  translation,
  emphasis,
].map((stateConfig) => ({ flat: true, stateConfig }))

/** The quote that a node holds, in its stored form. */
export function $quoteOf(node: LexicalNode): LinkedQuote {
  const written = $getState(node, asWritten)
  return {
    version: 1,
    annotation: $getState(node, annotation),
    anchor: $getState(node, anchor),
    pin: $getState(node, pin),
    alterations: $getState(node, alterations),
    shown: $getState(node, shown),
    ...(written === null ? {} : { asWritten: written }),
    translation: $getState(node, translation),
    emphasis: $getState(node, emphasis),
  }
}

export function $setQuote<T extends LexicalNode>(node: T, quote: LinkedQuote): T {
  $setState(node, annotation, quote.annotation)
  $setState(node, anchor, quote.anchor)
  $setState(node, pin, quote.pin)
  $setState(node, alterations, quote.alterations)
  $setState(node, shown, quote.shown)
  $setState(node, asWritten, quote.asWritten ?? null)
  $setState(node, translation, quote.translation)
  return $setState(node, emphasis, quote.emphasis)
}
