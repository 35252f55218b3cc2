import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import type { CheckedQuotation, Found } from '../../shared/contract/check.ts'
import type { Source } from '../../shared/contract/sources.ts'
import { findAnchor, findAnnotation } from '../db/annotations.ts'
import { versionsOfCitekey } from '../db/candidates.ts'
import type { Reader } from '../db/reader.ts'
import { findCitedRow, findKeptSource } from '../db/sources.ts'
import { findVersionById, readText } from '../db/versions.ts'
import type { Appendix, AppendixEntry, AppendixPlace } from '../export/appendix.ts'
import type { Evidence } from '../export/evidence.ts'
import { speakerOf } from '../export/source-note.ts'
import { passageIn, type CheckedQuotes } from './evidence.ts'
import { locatorOf } from './locator.ts'

/** What of the appendix is asked for. */
export interface AppendixAsked {
  readonly appendix: boolean
  /** The author's comments and tags. */
  readonly comments: boolean
}

/**
 * What stands behind each quotation of a brief that was just checked, re-read from the library. `checked` tells of the
 * same rows which are of linked quotes.
 */
export function appendixOf(
  reader: Reader,
  rows: readonly CheckedQuotation[],
  checked: CheckedQuotes,
  evidence: Evidence,
  { appendix, comments }: AppendixAsked,
): Appendix {
  const nodes = new Map(Array.from(checked, ([node, row]) => [row, node]))
  const entries = rows.map((row, index): AppendixEntry => {
    const node = nodes.get(row) ?? null
    const place = node === null ? typedPlace(reader, row) : linkedPlace(reader, node, evidence)
    const { quotation: words, verdict, folded, diff, warnings } = row
    return {
      number: index + 1,
      words,
      language: node === null ? (place?.source?.language ?? null) : evidence.quote(node).language,
      citedInVain: verdict === 'misattributed' || verdict === 'not-found' ? row.cited : null,
      verdict,
      folded,
      diff: verdict === 'altered' ? diff : [],
      warnings: warnings.map(({ message }) => message),
      speaker: node === null ? (row.speaker ?? '') : speakerOf(evidence.quote(node)),
      place,
      elsewhere: verdict === 'misattributed' ? elsewhere(reader, row, place) : [],
      ...(comments ? remarksOn(reader, node) : { comment: null, tags: [] }),
    }
  })
  return { evidence: appendix, entries }
}

/** The place that a quote is pinned to, also where other words are found there by now. */
function linkedPlace(reader: Reader, node: LinkedQuote, evidence: Evidence): AppendixPlace {
  const { source, locator } = evidence.quote(node)
  const anchor = findAnchor(reader, node.anchor)
  const version = anchor === null ? null : findVersionById(reader, anchor.version)
  return { source, version, locator, passage: evidence.context(node).passage }
}

/** The first place where a typed quotation was found. */
function typedPlace(reader: Reader, { found, verdict }: CheckedQuotation): AppendixPlace | null {
  const [first] = verdict === 'not-found' ? [] : found
  if (first === undefined) return null
  return first.field === 'title' ? titlePlace(reader, first) : textPlace(reader, first)
}

function titlePlace(reader: Reader, { source: citekey, start, end }: Found): AppendixPlace | null {
  const source = sourceNamed(reader, citekey)
  if (source === null) return null
  return { source, version: null, locator: null, passage: passageIn(source.title, [{ start, end }]) }
}

/** Two sources may share a citekey: that is meant which has the words. */
function textPlace(
  reader: Reader,
  { source: citekey, version, start, end, text }: Found,
): AppendixPlace | null {
  for (const candidate of versionsOfCitekey(reader, citekey)) {
    if (candidate.version.number !== version) continue
    const whole = readText(reader, candidate.version)
    if (whole.slice(start, end) !== text) continue
    const segments = [{ start, end }]
    const row = findVersionById(reader, candidate.version.id)
    return {
      source: findKeptSource(reader, candidate.source),
      version: row,
      locator: locatorOf(reader, { version: candidate.version.id, segments }),
      passage: passageIn(whole, segments),
    }
  }
  return null
}

function elsewhere(
  reader: Reader,
  { found }: CheckedQuotation,
  place: AppendixPlace | null,
): readonly Source[] {
  const named = [...new Set(found.map(({ source }) => source))].flatMap(
    (citekey) => sourceNamed(reader, citekey) ?? [],
  )
  return named.filter(({ id }) => id !== place?.source?.id)
}

function sourceNamed(reader: Reader, citekey: string): Source | null {
  const row = findCitedRow(reader, citekey)
  return row === null ? null : findKeptSource(reader, row.id)
}

function remarksOn(reader: Reader, node: LinkedQuote | null): Pick<AppendixEntry, 'comment' | 'tags'> {
  const annotation = node === null ? null : findAnnotation(reader, node.annotation)
  const comment = annotation?.comment ?? null
  return { comment: comment?.trim() === '' ? null : comment, tags: annotation?.tags ?? [] }
}
