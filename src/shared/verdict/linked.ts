import type { CheckedQuotation, Found } from '../contract/check.ts'
import type { Quotation } from '../quotations/quotation.ts'
import { plainContext } from './context.ts'
import { diffWords } from './diff.ts'
import { dress } from './dress.ts'
import { exhibit, holdText, type Exhibit, type Held } from './held.ts'
import { firstHolding, holdElsewhere } from './judge.ts'
import { locatorWarnings } from './locator.ts'
import { joinAdjacent, passageWords } from './passage-words.ts'
import { foldedOffset, rawOffset, type PreparedText } from './prepared.ts'
import { ready, type ReadyWitness } from './ready.ts'
import { emptyRow, locatorFor, speakerWarnings, witnessWarnings } from './row.ts'
import type { Span } from './sentences.ts'
import { contextWarnings } from './warnings.ts'
import type { PinnedPassage, Shelf, Witness } from './witness.ts'

/**
 * Judges a linked quote against the passage it is pinned to, re-read from the
 * stored text; null: its annotation has no place in the current version, or is
 * unknown. An unbroken run of the passage is judged like a typed quotation of
 * that run; other words are `misattributed` when they stand in another source
 * and nowhere in this one, else `altered` with the diff to the whole passage.
 */
export function judgeLinked(
  quotation: Quotation,
  passage: PinnedPassage | null,
  shelf: Shelf,
): CheckedQuotation {
  return dress(judgeLink(quotation, passage, shelf), quotation)
}

function judgeLink(quotation: Quotation, passage: PinnedPassage | null, shelf: Shelf): CheckedQuotation {
  if (quotation.state !== 'closed') return emptyRow(quotation, quotation.state)
  if (!passage) return emptyRow(quotation, 'orphaned')
  const cited = {
    ...emptyRow(quotation, 'orphaned'),
    cited: passage.witness.citekey,
    speaker: passage.speaker?.name ?? null,
  }
  const pinned = pin(passage)
  if (quotation.link?.translation)
    return { ...cited, verdict: 'translated', source: pinned.place.source, found: [pinned.place] }
  const shown = exhibit(quotation.text, quotation.form === 'block')
  const inside = holdPassage(shown, pinned)
  const first = inside[0]
  const around = surroundings(quotation, passage, pinned.place.start)
  if (first) {
    return {
      ...cited,
      verdict: first.verdict,
      source: passage.witness.citekey,
      found: [first.place],
      folded: [...first.folded],
      alterations: [...first.alterations],
      warnings: [...first.warnings, ...around],
    }
  }
  return otherWords(quotation, shown, pinned, shelf, { ...cited, warnings: [...around] })
}

/** Words that the passage does not hold. */
function otherWords(
  quotation: Quotation,
  shown: Exhibit,
  pinned: Pinned,
  shelf: Shelf,
  row: CheckedQuotation,
): CheckedQuotation {
  const { witness } = pinned.ready
  const here = firstHolding(shown, versionsOf(witness, shelf))
  const elsewhere = holdElsewhere(shown, shelf, new Set([witness.sourceId]))
  const first = elsewhere[0]
  if (here.length === 0 && first) {
    const found = elsewhere.map((held) => held.place)
    return {
      ...row,
      verdict: 'misattributed',
      source: first.place.source,
      found,
      warnings: [...first.warnings, ...row.warnings],
    }
  }
  const context = plainContext(witness.text, pinned.place, pinned.ready.speeches())
  const ending = { asSentence: /[.!?]$/.test(quotation.text) }
  return {
    ...row,
    verdict: 'altered',
    source: witness.citekey,
    found: [pinned.place, ...here.map((held) => held.place), ...elsewhere.map((held) => held.place)],
    diff: [...diffWords(pinned.words, quotation.text)],
    warnings: [...contextWarnings(context, ending, witness.publication), ...row.warnings],
  }
}

function versionsOf(witness: Witness, shelf: Shelf): readonly Witness[] {
  const all = shelf.cited(witness.citekey).filter((other) => other.sourceId === witness.sourceId)
  return all.some((other) => other.version === witness.version) ? all : [witness, ...all]
}

function surroundings(
  quotation: Quotation,
  passage: PinnedPassage,
  start: number,
): CheckedQuotation['warnings'] {
  return [
    ...witnessWarnings(passage.witness),
    ...locatorWarnings(locatorFor(quotation, passage.witness), passage.witness, start),
    ...speakerWarnings(quotation, passage.speaker),
  ]
}

interface Pinned {
  readonly ready: ReadyWitness
  readonly segments: readonly Span[]
  /** The passage's words; a passage that cuts a word is widened to whole words. */
  readonly words: string
  readonly place: Found
}

function pin(passage: PinnedPassage): Pinned {
  const made = ready(passage.witness)
  const segments = passage.segments.map((segment) => wholeWords(made.text(), segment))
  const text = passage.witness.text
  const start = segments[0]?.start ?? 0
  const end = segments.at(-1)?.end ?? start
  const words = passageWords(text, segments)
  const { citekey, version } = passage.witness
  return {
    ready: made,
    segments,
    words,
    place: { source: citekey, version, start, end, text: words, field: 'text' },
  }
}

function wholeWords(text: PreparedText, segment: Span): Span {
  let start = foldedOffset(text, segment.start)
  let end = foldedOffset(text, segment.end)
  const cutsStart = text.inside[start] === 1
  const cutsEnd = text.inside[end] === 1
  while (text.inside[start] === 1) start -= 1
  while (text.inside[end] === 1) end += 1
  return {
    start: cutsStart ? rawOffset(text, start) : segment.start,
    end: cutsEnd ? (text.to[end - 1] ?? segment.end) : segment.end,
  }
}

/** Where the words stand inside the passage: every kept piece within a segment. */
function holdPassage(shown: Exhibit, pinned: Pinned): readonly Held[] {
  const text = pinned.ready.text()
  const joined = joinAdjacent(pinned.ready.witness.text, pinned.segments)
  const start = foldedOffset(text, pinned.place.start)
  const end = foldedOffset(text, pinned.place.end)
  return holdText(shown, pinned.ready, { start, end }).filter(({ kept }) =>
    kept.every((piece) => joined.some((segment) => segment.start <= piece.start && piece.end <= segment.end)),
  )
}
