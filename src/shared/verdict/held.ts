import type { FoldClass, Found, MarkedAlteration, Verdict, Warning } from '../contract/check.ts'
import { contextOf } from './context.ts'
import type { Range } from './match.ts'
import type { Mark } from './marks.ts'
import { foldedOffset, rawOffset, rawRange, type PreparedText } from './prepared.ts'
import { findLiteral, findMarked, readQuotation, type Reached, type Reading } from './reading.ts'
import type { ReadyWitness } from './ready.ts'
import type { Span } from './sentences.ts'
import type { Speech } from './speech.ts'
import { foldClasses, wholeRange } from './typography.ts'
import { contextWarnings, type Ending } from './warnings.ts'

/** A quotation that stands in a text: how, where, and what must be said of it. */
export interface Held {
  readonly verdict: Extract<Verdict, 'verbatim' | 'normalised' | 'marked'>
  readonly ready: ReadyWitness
  readonly place: Found
  readonly folded: readonly FoldClass[]
  readonly alterations: readonly MarkedAlteration[]
  readonly warnings: readonly Warning[]
  /** The kept pieces: raw UTF-16 ranges. */
  readonly kept: readonly Span[]
}

/** A quotation read once for all texts it is held against. */
export interface Exhibit {
  readonly text: string
  readonly reading: Reading
  /** The same without the comma or full stop at its end, which convention may have added; else null. */
  readonly withoutStop: Reading | null
  readonly block: boolean
}

export function exhibit(text: string, block: boolean): Exhibit {
  const stop = /[^.…\s][.,。，、،]$/u.test(text)
  return {
    text,
    reading: readQuotation(text),
    withoutStop: stop ? readQuotation(text.slice(0, -1)) : null,
    block,
  }
}

/**
 * Every place of one text where the quotation stands: as it is, else with its
 * added final stop taken off, else with its marked alterations undone. The
 * place with the fewest warnings comes first, as long as it is as exact. A paged
 * text that does not hold it is read again with its line ends joined.
 */
export function holdText(shown: Exhibit, ready: ReadyWitness, range?: Range): readonly Held[] {
  const plain = ready.text()
  const places = hold(shown, ready, plain, 'text', ready.speeches(), range)
  if (places.length > 0) return places
  for (const joined of ready.lines()) {
    const found = hold(
      shown,
      ready,
      joined,
      'text',
      ready.speeches(),
      range && sameRange(plain, joined, range),
    )
    if (found.length > 0) return found
  }
  return []
}

function sameRange(from: PreparedText, to: PreparedText, { start, end }: Range): Range {
  return { start: foldedOffset(to, rawOffset(from, start)), end: foldedOffset(to, rawOffset(from, end)) }
}

export function holdTitle(shown: Exhibit, ready: ReadyWitness): readonly Held[] {
  return hold(shown, ready, ready.title(), 'title', [])
}

/** Text first, then title. */
export function holdWitness(shown: Exhibit, ready: ReadyWitness): readonly Held[] {
  const inText = holdText(shown, ready)
  return inText.length > 0 ? inText : holdTitle(shown, ready)
}

function hold(
  shown: Exhibit,
  ready: ReadyWitness,
  text: PreparedText,
  field: Found['field'],
  speeches: readonly Speech[],
  range?: Range,
): readonly Held[] {
  for (const find of [findLiteral, findMarked]) {
    for (const reading of [shown.reading, shown.withoutStop]) {
      const stop = reading !== shown.reading
      const places = reading ? find(reading, text, range) : []
      const reached = stop ? places.filter((place) => !endsOtherwise(text, place.match.end)) : places
      if (reached.length === 0) continue
      const marked = find === findMarked
      return reached
        .map((one) => held({ shown, ready, text, field, speeches, stop, marked }, one))
        .toSorted(byTruth)
    }
  }
  return []
}

/** A comma or full stop may be added by convention, but not in place of the source's question or exclamation mark. */
function endsOtherwise(text: PreparedText, at: number): boolean {
  return /^[’\s]?[?!؟¿‽]/u.test(text.text.slice(at, at + 2))
}

interface Holding {
  readonly shown: Exhibit
  readonly ready: ReadyWitness
  readonly text: PreparedText
  readonly field: Found['field']
  readonly speeches: readonly Speech[]
  readonly stop: boolean
  readonly marked: boolean
}

function held(holding: Holding, reached: Reached): Held {
  const { shown, ready, text, field, speeches, stop, marked } = holding
  const range = rangeOf(text, reached)
  const words = text.raw.slice(range.start, range.end)
  const folded = new Set(
    reached.pattern.atoms.flatMap((atom, i) => {
      const at = reached.match.placed[i]?.start ?? 0
      return atom.kind === 'text' ? [...foldClasses(text, textStart(reached, i, at), atom.folded)] : []
    }),
  )
  if (stop) folded.add('final-stop')
  const exact = !marked && words === shown.text.trim()
  if (!exact && !marked && folded.size === 0) folded.add('invisible')
  const context = contextOf(text, reached, speeches)
  return {
    verdict: marked ? 'marked' : exact ? 'verbatim' : 'normalised',
    ready,
    place: { source: ready.witness.citekey, version: ready.witness.version, ...range, text: words, field },
    folded: exact ? [] : [...folded],
    alterations: marked ? alterationsOf(reached) : [],
    kept: context.kept,
    warnings: contextWarnings(context, endingOf(shown, stop), ready.witness.publication),
  }
}

/** The raw range of a match, with what the fold drops at its ends. */
function rangeOf(text: PreparedText, { pattern, match }: Reached): Span {
  const { start, end } = rawRange(text, match.start, match.end)
  const first = pattern.atoms[0]
  const last = pattern.atoms.at(-1)
  return {
    start: first?.kind === 'text' ? wholeRange(text, match.start, first.folded).start : start,
    end: last?.kind === 'text' ? wholeRange(text, match.end - last.folded.text.length, last.folded).end : end,
  }
}

/** A leading `[A]` widens the first piece; its own words begin later. */
function textStart(reached: Reached, index: number, at: number): number {
  const atom = reached.pattern.atoms[index]
  const end = reached.match.placed[index]?.end ?? at
  return atom?.kind === 'text' ? end - atom.folded.text.length : at
}

function endingOf(shown: Exhibit, stop: boolean): Ending {
  const wholeBlock = shown.block && /^[“"‘'«„[(]*\p{Lu}/u.test(shown.text)
  return { asSentence: stop || wholeBlock || /[.!?。！？؟۔]["”’»)\]]*$/u.test(shown.text) }
}

const RANK = { verbatim: 0, normalised: 1, marked: 2 } as const

export function byTruth(one: Held, other: Held): number {
  return RANK[one.verdict] - RANK[other.verdict] || one.warnings.length - other.warnings.length
}

function alterationsOf({ pattern, match }: Reached): readonly MarkedAlteration[] {
  const found: MarkedAlteration[] = pattern.notes.map((mark) =>
    alteration(kindOfNote(mark), mark.start, mark.end),
  )
  pattern.joints.forEach((joint, i) => {
    for (const mark of joint.marks)
      found.push(alteration(kindOfMark(mark, match, i, pattern), mark.start, mark.end))
  })
  pattern.atoms.forEach((atom, i) => {
    const kind = match.placed[i]?.part?.kind
    if (atom.kind !== 'part' || !kind) return
    for (const hole of atom.segments.filter((s) => s.hole)) found.push(alteration(kind, hole.start, hole.end))
  })
  return found.toSorted((a, b) => a.start - b.start)
}

function alteration(kind: MarkedAlteration['kind'], start: number, end: number): MarkedAlteration {
  return { kind, start, end }
}

function kindOfNote(mark: Mark): MarkedAlteration['kind'] {
  return mark.kind === 'sic' ? 'sic' : 'emphasis'
}

/** A bracket replaces the source's words between its neighbours; where there are none it inserts. */
export function kindOfMark(
  mark: Mark,
  match: Reached['match'],
  joint: number,
  pattern: Reached['pattern'],
): MarkedAlteration['kind'] {
  if (mark.kind === 'omission') return 'omission'
  const before = match.placed[joint - 1]
  const after = match.placed[joint]
  if (!after) return 'insertion'
  const atom = pattern.atoms[joint]
  const widened = atom?.kind === 'text' && after.end - after.start > atom.folded.text.length
  if (joint === 0) return widened ? 'capital' : 'insertion'
  const gap = before ? after.start - before.end : 0
  const omits = pattern.joints[joint]?.marks.some((m) => m.kind === 'omission') ?? false
  return gap > 1 && !omits ? 'replacement' : 'insertion'
}
