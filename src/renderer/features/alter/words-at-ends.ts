import { alterQuote } from '../../../shared/brief/alter-quote.ts'
import type { LinkedQuote } from '../../../shared/brief/nodes.ts'
import { renderAlterations } from '../../../shared/verdict/alterations.ts'
import { widenQuote } from '../../../shared/brief/widen-quote.ts'

/** A quote that is being altered, with the passage it rests on and what stands around that in the source. */
export interface Altering {
  readonly quote: LinkedQuote
  readonly exact: string
  /** How far the passage was widened, in UTF-16 units before and after the one it began with. */
  readonly before: number
  readonly after: number
}

type End = 'start' | 'end'

/** One word less at an end of what is shown; null where only one is left. */
export function fewerWords({ quote, ...rest }: Altering, end: End): Altering | null {
  const shown = quote.shown
  const at = end === 'start' ? shown.search(/(?<=\S)\s+\S/u) : shown.search(/\s+\S+\s*$/u)
  if (at < 0) return null
  const range = end === 'start' ? { start: at + 1, end: shown.length } : { start: 0, end: at }
  const next = alterQuote(quote, rest.exact, { kind: 'keep', range })
  return next === null || next.shown === shown ? null : { ...rest, quote: next }
}

/**
 * One word more at an end: of those that were cut away there, else of the source beside the passage (`around`, what
 * stands right before and after the passage that was begun with); null where there is none.
 */
export function moreWords(
  altering: Altering,
  end: End,
  around: { readonly before: string; readonly after: string },
): Altering | null {
  return uncut(altering, end) ?? widened(altering, end, around)
}

function uncut({ quote, exact, ...rest }: Altering, end: End): Altering | null {
  const cut = quote.alterations.findIndex(
    (each) => each.text === '' && (end === 'start' ? each.start === 0 : each.end === exact.length),
  )
  const found = quote.alterations[cut]
  if (found === undefined) return null
  const hidden = exact.slice(found.start, found.end)
  const kept = end === 'start' ? lastWord(hidden) : firstWord(hidden)
  const length = hidden.length - kept.length
  const others = quote.alterations.filter((_, at) => at !== cut)
  const left = end === 'start' ? { start: 0, end: length } : { start: found.end - length, end: found.end }
  const shorter = length === 0 ? [] : [{ ...found, ...left }]
  const alterations = end === 'start' ? [...shorter, ...others] : [...others, ...shorter]
  const by = end === 'start' ? kept.length : 0
  const emphasis = quote.emphasis.map((each) => ({ ...each, start: each.start + by, end: each.end + by }))
  const shown = renderAlterations(exact, alterations)
  return { ...rest, exact, quote: { ...quote, alterations, emphasis, shown } }
}

function widened(
  { quote, exact, before, after }: Altering,
  end: End,
  around: { readonly before: string; readonly after: string },
): Altering | null {
  const left = around.before.slice(0, around.before.length - before)
  const right = around.after.slice(after)
  const more = end === 'start' ? lastWord(left) : firstWord(right)
  if (more.trim() === '') return null
  const wide = widenQuote(
    quote,
    exact,
    end === 'start' ? { before: more, after: '' } : { before: '', after: more },
  )
  const [addBefore, addAfter] = end === 'start' ? [more.length, 0] : [0, more.length]
  return { ...wide, before: before + addBefore, after: after + addAfter }
}

/**
 * With the white space between it and the words beside it. A mark that stands before a word, or behind one, is not taken
 * with it: it comes by itself.
 */
const lastWord = (text: string): string =>
  /[^\s“„«‹‘"'([]\S*\s*$/u.exec(text)?.[0] ?? /\S+\s*$/u.exec(text)?.[0] ?? text
const firstWord = (text: string): string =>
  /^\s*\S*?[^\s”“»›’"')\].,;:!?]+(?=[”“»›’"')\].,;:!?]*(?:\s|$))/u.exec(text)?.[0] ??
  /^\s*\S+/u.exec(text)?.[0] ??
  text
