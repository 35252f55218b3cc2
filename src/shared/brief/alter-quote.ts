import { cutsAt, renderAlterations, type Alteration } from '../verdict/alterations.ts'
import { prepare, rawRange } from '../verdict/prepared.ts'
import { emphasisNote } from './emphasis-note.ts'
import { ITALIC, type Emphasis, type LinkedQuote } from './nodes.ts'
import { passageOffset, shownOffset, shownPieces } from './shown-pieces.ts'

/** UTF-16 offsets into the words that a quote shows; `end` is exclusive. */
export interface ShownRange {
  readonly start: number
  readonly end: number
}

/** What an author may do to the words of a quote; each is marked, so that the quote still verifies. */
export type QuoteChange =
  /** `[…]` in place of the words of a range; at the quote's start or end they are cut away. */
  | { readonly kind: 'omit'; readonly range: ShownRange }
  /** `[words]` in place of those of a range, or beside them where it is empty. */
  | { readonly kind: 'put'; readonly range: ShownRange; readonly words: string }
  /** The first letter of the word there in the other case: `[T]he`. */
  | { readonly kind: 'capital'; readonly at: number }
  /** `[sic]` after the word there. */
  | { readonly kind: 'sic'; readonly at: number }
  /** Emphasis on the words of a range, or none where all of them have it, noted at the end. */
  | { readonly kind: 'emphasise'; readonly range: ShownRange; readonly language: string | null }
  /** Only the words of a range. */
  | { readonly kind: 'keep'; readonly range: ShownRange }
  /** The passage’s own words in place of the alteration that is shown there. */
  | { readonly kind: 'undo'; readonly at: number }
  /** The whole passage as it stands. */
  | { readonly kind: 'restore' }

export const OMISSION = '[…]'

/**
 * A quote with its words changed, as an alteration of its passage; `exact` is the
 * passage as the stored text has it. Null where there is nothing to change: no
 * word in the range, no letter with two cases, words of the author's own with
 * square brackets in them. A quote whose words were written otherwise than the
 * passage, or that is a translation, cannot be altered: null too.
 */
export function alterQuote(quote: LinkedQuote, exact: string, change: QuoteChange): LinkedQuote | null {
  if (change.kind === 'restore') return plain(quote, exact)
  if ('range' in change && change.range.end > quote.shown.length) return null
  if (quote.translation !== null || quote.asWritten !== undefined) return null
  if (renderAlterations(exact, quote.alterations) !== quote.shown) return null
  if (change.kind === 'emphasise') return emphasised(quote, exact, change.range, change.language)
  const alterations = altered(quote, exact, change)
  return alterations === null ? null : withAlterations(quote, exact, alterations)
}

type Wording = Exclude<QuoteChange, { readonly kind: 'emphasise' | 'restore' }>

function altered(quote: LinkedQuote, exact: string, change: Wording): readonly Alteration[] | null {
  const pieces = shownPieces(exact, quote.alterations)
  switch (change.kind) {
    case 'omit': {
      const range = wordsIn(exact, passageRange(pieces, change.range))
      return range === null ? null : omitted(quote.alterations, exact, range)
    }
    case 'put':
      return put(quote.alterations, exact, passageRange(pieces, change.range), change.words)
    case 'capital':
      return otherCase(quote.alterations, exact, passageOffset(pieces, change.at, 'start'))
    case 'sic': {
      const word = wordAt(exact, passageOffset(pieces, change.at, 'end'))
      return word === null
        ? null
        : added(quote.alterations, { kind: 'sic', start: word.end, end: word.end, text: ' [sic]' })
    }
    case 'keep': {
      const range = wordsIn(exact, passageRange(pieces, change.range))
      return range === null ? null : kept(quote.alterations, exact, range)
    }
    case 'undo': {
      const piece = pieces.find(
        ({ alteration, shown }) => alteration !== null && shown.start <= change.at && change.at <= shown.end,
      )
      return piece === undefined ? null : quote.alterations.filter((_, at) => at !== piece.alteration)
    }
  }
}

const passageRange = (pieces: ReturnType<typeof shownPieces>, { start, end }: ShownRange): ShownRange => {
  const from = passageOffset(pieces, start, 'start')
  return { start: from, end: start === end ? from : Math.max(from, passageOffset(pieces, end, 'end')) }
}

/** Widened to whole words of the passage; null where it has none. */
function wordsIn(exact: string, { start, end }: ShownRange): ShownRange | null {
  const words = wordsOfPassage(exact).filter((word) => word.end > start && word.start < end)
  const [first] = words
  const last = words.at(-1)
  return first && last ? { start: Math.min(start, first.start), end: Math.max(end, last.end) } : null
}

function wordsOfPassage(exact: string): readonly ShownRange[] {
  const text = prepare(exact)
  return text.words.map(({ start, end }) => rawRange(text, start, end))
}

/** The word at an offset, or that ends there; else the one before it. */
const wordAt = (exact: string, at: number): ShownRange | null =>
  wordsOfPassage(exact).findLast(({ start }) => start < at || (start === at && at === 0)) ?? null

/** Leaves out a range; left out beside what is left out already is one omission. */
function omitted(
  alterations: readonly Alteration[],
  exact: string,
  range: ShownRange,
): readonly Alteration[] | null {
  let { start, end } = range
  const blank = (from: number, to: number): boolean => exact.slice(from, to).trim() === ''
  for (const each of alterations) {
    if (each.kind !== 'omission') continue
    if (each.end <= start && blank(each.end, start)) start = each.start
    if (each.start >= end && blank(end, each.start)) end = each.end
  }
  const cutsStart = blank(0, start)
  const cutsEnd = blank(end, exact.length)
  if (cutsStart && cutsEnd) return null
  if (cutsStart)
    return added(alterations, { kind: 'omission', start: 0, end: skipBlank(exact, end), text: '' })
  if (cutsEnd)
    return added(alterations, {
      kind: 'omission',
      start: exact.slice(0, start).trimEnd().length,
      end: exact.length,
      text: '',
    })
  const trimmed = { start: skipBlank(exact, start), end: exact.slice(0, end).trimEnd().length }
  return added(alterations, { kind: 'omission', ...trimmed, text: OMISSION })
}

const inOrder = (a: Alteration, b: Alteration): number => a.start - b.start || a.end - b.end

const skipBlank = (text: string, at: number): number => text.length - text.slice(at).trimStart().length

/** Cuts away what is before and after a range. */
function kept(
  alterations: readonly Alteration[],
  exact: string,
  { start, end }: ShownRange,
): readonly Alteration[] {
  const from = skipBlank(exact, start)
  const to = exact.slice(0, end).trimEnd().length
  const inside = alterations.filter((each) => each.start >= from && each.end <= to)
  return [...inside, ...cutsAt(exact, from, to)].toSorted(inOrder)
}

function put(
  alterations: readonly Alteration[],
  exact: string,
  range: ShownRange,
  written: string,
): readonly Alteration[] | null {
  const words = written.trim().replaceAll(/\s+/gu, ' ')
  if (words === '' || /[[\]]/u.test(words)) return null
  if (range.start < range.end) {
    const part = partOfWord(exact, range)
    const whole = part === null ? wordsIn(exact, range) : range
    if (whole === null) return null
    return added(alterations, { kind: part === null ? 'replacement' : 'part', ...whole, text: `[${words}]` })
  }
  const at = range.start
  const inWord = wordsOfPassage(exact).find(({ start, end }) => start < at && at < end)
  if (inWord !== undefined)
    return added(alterations, { kind: 'part', start: at, end: at, text: `[${words}]` })
  const before = at > 0 && !/\s/u.test(exact.charAt(at - 1)) ? ' ' : ''
  const after = at < exact.length && /[\p{L}\p{N}]/u.test(exact.charAt(at)) && before === '' ? ' ' : ''
  return added(alterations, { kind: 'insertion', start: at, end: at, text: `${before}[${words}]${after}` })
}

/** The range, where it is some but not all letters of one word. */
function partOfWord(exact: string, { start, end }: ShownRange): ShownRange | null {
  const word = wordsOfPassage(exact).find((each) => each.start <= start && end <= each.end)
  return word && (word.start < start || end < word.end) ? word : null
}

function otherCase(
  alterations: readonly Alteration[],
  exact: string,
  at: number,
): readonly Alteration[] | null {
  const word = wordsOfPassage(exact).find(({ end }) => end > at)
  if (word === undefined) return null
  const letter = String.fromCodePoint(exact.codePointAt(word.start) ?? 0)
  const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()
  if (other === letter || other.length !== letter.length) return null
  return added(alterations, {
    kind: 'capital',
    start: word.start,
    end: word.start + letter.length,
    text: `[${other}]`,
  })
}

/** With one more; those that it meets give way to it, and it takes all of their passage. Null where it would meet half of one. */
function added(alterations: readonly Alteration[], made: Alteration): readonly Alteration[] {
  const meets = (each: Alteration): boolean =>
    each.start < made.end && made.start < each.end
      ? true
      : each.start === each.end && made.start < each.start && each.start < made.end
  const met = alterations.filter(meets)
  const start = Math.min(made.start, ...met.map((each) => each.start))
  const end = Math.max(made.end, ...met.map((each) => each.end))
  const others = alterations.filter((each) => !met.includes(each))
  return [...others, { ...made, start, end }].toSorted(inOrder)
}

/** The quote with these alterations; its emphasis stays on the words it was on. */
function withAlterations(quote: LinkedQuote, exact: string, alterations: readonly Alteration[]): LinkedQuote {
  const before = shownPieces(exact, quote.alterations)
  const after = shownPieces(exact, alterations)
  const emphasis = quote.emphasis.flatMap(({ start, end, format }) => {
    const from = shownOffset(after, passageOffset(before, start, 'start'))
    const to = shownOffset(after, passageOffset(before, end, 'end'))
    return from < to ? [{ start: from, end: to, format }] : []
  })
  return { ...quote, alterations, shown: renderAlterations(exact, alterations), emphasis: apart(emphasis) }
}

/** In order, none over another. */
function apart(emphasis: readonly Emphasis[]): readonly Emphasis[] {
  const result: Emphasis[] = []
  for (const each of emphasis.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(each.start, result.at(-1)?.end ?? 0)
    if (start < each.end) result.push({ ...each, start })
  }
  return result
}

const plain = (quote: LinkedQuote, exact: string): LinkedQuote => {
  const { asWritten: _, ...rest } = quote
  return { ...rest, alterations: [], shown: exact, translation: null, emphasis: [] }
}

/** Lays emphasis on a range, or takes it away; the note at the end says that it is the author's. */
function emphasised(
  quote: LinkedQuote,
  exact: string,
  range: ShownRange,
  language: string | null,
): LinkedQuote | null {
  if (range.start >= range.end) return null
  const isLaid = quote.emphasis.some(({ start, end }) => start <= range.start && range.end <= end)
  const others = quote.emphasis.flatMap((each) => [
    { ...each, end: Math.min(each.end, range.start) },
    { ...each, start: Math.max(each.start, range.end) },
  ])
  const emphasis = apart(
    [...others, ...(isLaid ? [] : [{ ...range, format: ITALIC }])].filter(({ start, end }) => start < end),
  )
  const without = quote.alterations.filter(({ kind }) => kind !== 'emphasis')
  const text = ` ${emphasisNote(language)}`
  const note: Alteration = { kind: 'emphasis', start: exact.length, end: exact.length, text }
  const alterations = emphasis.length === 0 ? without : [...without, note]
  const shown = renderAlterations(exact, alterations)
  return { ...quote, alterations, shown, emphasis: emphasis.filter(({ end }) => end <= shown.length) }
}
