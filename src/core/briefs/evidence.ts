import type { BriefState } from '../../shared/brief/state.ts'
import { briefDraft } from '../../shared/brief/draft.ts'
import type { CheckedQuotation } from '../../shared/contract/check.ts'
import { Failure } from '../../shared/contract/failures.ts'
import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import type { BlobStore } from '../blobs/store.ts'
import { quoteWords } from '../../shared/brief/quote-words.ts'
import { findAnchor, findAnnotation, type AnchorRow } from '../db/annotations.ts'
import { locatorOfQuote } from './locator.ts'
import type { Sha256 } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { findKeptSource } from '../db/sources.ts'
import { findVersionById, readText } from '../db/versions.ts'
import type { Evidence, PassageContext, QuoteContext, QuoteEvidence } from '../export/evidence.ts'
import type { Library } from '../library/library.ts'
import type { Works } from '../citations/works.ts'
import { passageWords } from '../../shared/verdict/passage-words.ts'

/** What checking a brief said of its linked quotes. */
export type CheckedQuotes = ReadonlyMap<LinkedQuote, CheckedQuotation>

/** Tells which of a brief's nodes each row is about. */
export function checkedQuotes(state: BriefState, rows: readonly CheckedQuotation[]): CheckedQuotes {
  const linked = rows.filter((row) => row.linked)
  const quotes = new Map<LinkedQuote, CheckedQuotation>()
  let next = 0
  for (const { node, start, end } of briefDraft(state).spans) {
    if (node.type === 'text') continue
    while ((linked[next]?.start ?? Infinity) < start) next += 1
    const row = linked[next]
    if (row !== undefined && row.end <= end) quotes.set(node, row)
  }
  return quotes
}

/** What an export needs to know, re-read from the library. `language` is the brief's. */
export function evidenceFrom(
  { reader, blobs }: Library,
  language: string | null,
  works: Works,
  checked: CheckedQuotes = new Map(),
): Evidence {
  const sources = new Map<string, ReturnType<typeof findKeptSource>>()
  // Many quotes are of one source.
  const sourceOf = (id: string) => {
    const source = sources.has(id) ? (sources.get(id) ?? null) : findKeptSource(reader, id)
    sources.set(id, source)
    return source
  }
  return {
    quote: (quote) => quoteEvidence(reader, quote, language, sourceOf),
    context: (quote) => quoteContext(reader, quote, checked.get(quote)),
    work: (citekey) => works.find(citekey),
    image: (blob) => imageIn(blobs, blob),
  }
}

function quoteEvidence(
  reader: Reader,
  quote: LinkedQuote,
  briefLanguage: string | null,
  sourceOf: (id: string) => ReturnType<typeof findKeptSource>,
): QuoteEvidence {
  const annotation = findAnnotation(reader, quote.annotation)
  const anchor = findAnchor(reader, quote.anchor)
  const source = annotation && sourceOf(annotation.source)
  const language = source?.language ?? null
  return {
    words: quoteWords(quote),
    language: quote.translation === null ? language : briefLanguage,
    original: quote.translation === null || !anchor ? null : { words: wordsOf(reader, anchor), language },
    source,
    attribution: annotation?.attribution ?? null,
    locator: source ? locatorOfQuote(reader, quote) : null,
  }
}

/** The passage as its version's stored text has it. */
function wordsOf(reader: Reader, { version, segments, exact }: AnchorRow): string {
  const row = findVersionById(reader, version)
  if (row === null) return exact
  const text = readText(reader, row)
  return passageWords(text, segments)
}

/** Null where it is gone or not what was stored: its description stands for it. */
function imageIn(blobs: BlobStore, blob: string): Uint8Array | null {
  try {
    return blobs.has(blob as Sha256) ? blobs.read(blob as Sha256) : null
  } catch (error) {
    if (error instanceof Failure && error.reason === 'damaged-original') return null
    throw error
  }
}

/** UTF-16 units of the text that are shown on either side of a passage. */
const AROUND = 300

function quoteContext(
  reader: Reader,
  { anchor: id }: LinkedQuote,
  checked: CheckedQuotation | undefined,
): QuoteContext {
  const anchor = findAnchor(reader, id)
  const row = anchor === null ? null : findVersionById(reader, anchor.version)
  return {
    verdict: checked?.verdict ?? null,
    warnings: (checked?.warnings ?? []).map(({ message }) => message),
    passage: anchor === null || row === null ? null : passageIn(readText(reader, row), anchor.segments),
  }
}

/** A passage with what stands around it, between its segments too. */
export function passageIn(text: string, segments: AnchorRow['segments']): PassageContext | null {
  const [first, last] = [segments[0], segments.at(-1)]
  if (first === undefined || last === undefined) return null
  const from = cutBefore(text, Math.max(0, first.start - AROUND))
  const to = cutAfter(text, Math.min(text.length, last.end + AROUND))
  const cuts = [{ end: from }, ...segments, { start: to }]
  const pieces = cuts.slice(1).flatMap((cut, at) => {
    const before = { text: text.slice(cuts[at]?.end, cut.start), held: false }
    return 'end' in cut ? [before, { text: text.slice(cut.start, cut.end), held: true }] : [before]
  })
  return {
    pieces: pieces.filter((piece) => piece.text !== ''),
    cut: { before: from > 0, after: to < text.length },
  }
}

/** As many units further on a word that is cut may end. */
const WORD_LEFT = 30

/** Outward to where a word begins, so that none is cut; a long one at a letter. */
function cutBefore(text: string, at: number): number {
  const [word = ''] = /\S*$/u.exec(text.slice(Math.max(0, at - WORD_LEFT), at)) ?? []
  return word.length < WORD_LEFT ? at - word.length : atCharacter(text, at)
}

function cutAfter(text: string, at: number): number {
  const [word = ''] = /^\S*/u.exec(text.slice(at, at + WORD_LEFT)) ?? []
  return word.length < WORD_LEFT ? at + word.length : atCharacter(text, at)
}

/** An offset that parts no surrogate pair. */
const atCharacter = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at + 1 : at
