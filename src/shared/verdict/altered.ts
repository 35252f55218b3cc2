import type { CheckedQuotation, Found } from '../contract/check.ts'
import type { Quotation } from '../quotations/quotation.ts'
import { plainContext } from './context.ts'
import { diffWords } from './diff.ts'
import { fold } from './fold.ts'
import { isInsideWord, marksOf, type Mark } from './marks.ts'
import { rawRange, type PreparedText } from './prepared.ts'
import { ready, type ReadyWitness } from './ready.ts'
import { emptyRow, locatorFor, speakerWarnings, witnessWarnings } from './row.ts'
import { locatorWarnings } from './locator.ts'
import { findSimilar, type Window } from './similar.ts'
import { contextWarnings } from './warnings.ts'
import type { Resembling, Shelf, Witness } from './witness.ts'
import { wordsOf } from './words.ts'

interface Located {
  readonly ready: ReadyWitness
  readonly window: Window
}

/** Finds the passage that the words were altered from, in the cited sources first; else `not-found`. */
export function locateAltered(
  quotation: Quotation,
  cited: readonly Witness[],
  shelf: Shelf,
): CheckedQuotation {
  const keys = quotationKeys(quotation.text)
  if (keys.length === 0) return emptyRow(quotation, 'not-found')
  const located = locateIn(keys, cited.map(unmeasured)) ?? locateIn(keys, shelf.resembling(keys))
  return located ? alteredRow(quotation, located, shelf) : emptyRow(quotation, 'not-found')
}

/** The quotation's words under fold and case fold; omission marks and notes do not count. */
export function quotationKeys(quotation: string): readonly string[] {
  let plain = ''
  let at = 0
  for (const mark of marksOf(quotation)) {
    plain += quotation.slice(at, mark.start) + wordsShown(quotation, mark)
    at = mark.end
  }
  const folded = fold(plain + quotation.slice(at))
  return wordsOf(folded).map(({ start, end }) => folded.text.slice(start, end).toLowerCase())
}

/** A bracket inside a word shows one word with what is around it. */
function wordsShown(quotation: string, mark: Mark): string {
  if (mark.kind !== 'bracket') return ' '
  return isInsideWord(quotation, mark) ? mark.content : quotation.slice(mark.start, mark.end)
}

const unmeasured = (witness: Witness): Resembling => ({ witness, atMost: Infinity })

/** The likest window; of equals the current version's and the shortest. */
function locateIn(keys: readonly string[], likeliestFirst: Iterable<Resembling>): Located | null {
  let best: Located | null = null
  for (const { witness, atMost } of likeliestFirst) {
    if (best !== null && atMost < best.window.shared) break
    const made = ready(witness)
    const window = findSimilar(keys, made.keys())
    if (window && (!best || likelier({ ready: made, window }, best))) best = { ready: made, window }
  }
  return best
}

function likelier(one: Located, other: Located): boolean {
  if (one.window.shared !== other.window.shared) return one.window.shared > other.window.shared
  const [mine, theirs] = [one.ready.witness, other.ready.witness]
  if (mine.current !== theirs.current) return mine.current
  return one.window.end - one.window.start < other.window.end - other.window.start
}

function alteredRow(quotation: Quotation, located: Located, shelf: Shelf): CheckedQuotation {
  const { witness } = located.ready
  const text = located.ready.text()
  const place = passageOf(text, located.window, quotation.text, witness)
  const passage = shelf.annotationAt(witness, place.start, place.end)
  const row = emptyRow(quotation, 'altered')
  const context = plainContext(witness.text, place, located.ready.speeches())
  return {
    ...row,
    source: witness.citekey,
    found: [place],
    diff: [...diffWords(place.text, quotation.text)],
    warnings: [
      ...contextWarnings(context, { asSentence: /[.!?]$/.test(quotation.text) }, witness.publication),
      ...witnessWarnings(witness),
      ...locatorWarnings(locatorFor(quotation, witness), witness, place.start),
      ...speakerWarnings(quotation, passage?.speaker ?? null),
    ],
    speaker: passage?.speaker?.name ?? row.speaker,
  }
}

/** The window's raw range, with the punctuation at its ends that the quotation has there too. */
function passageOf(text: PreparedText, window: Window, quotation: string, witness: Witness): Found {
  const first = text.words[window.start]?.start ?? 0
  const last = text.words[window.end - 1]?.end ?? first
  let { start, end } = rawRange(text, first, last)
  const lead = /^[^\p{L}\p{M}\p{N}\s]*/u.exec(quotation)?.[0] ?? ''
  const tail = /(?<![^\p{L}\p{M}\p{N}\s])[^\p{L}\p{M}\p{N}\s]+$/u.exec(quotation)?.[0] ?? ''
  if (lead !== '' && text.raw.slice(0, start).endsWith(lead)) start -= lead.length
  if (tail !== '' && text.raw.startsWith(tail, end)) end += tail.length
  return {
    source: witness.citekey,
    version: witness.version,
    start,
    end,
    text: text.raw.slice(start, end),
    field: 'text',
  }
}
