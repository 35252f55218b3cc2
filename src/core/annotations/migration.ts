import { linkedQuotes } from '../../shared/brief/counts.ts'
import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import { quoteWords } from '../../shared/brief/quote-words.ts'
import type { BriefTouched, Migrated, Migration } from '../../shared/contract/annotations.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { sameWords } from '../../shared/verdict/same-words.ts'
import { stateOf } from '../briefs/briefs.ts'
import { anchorsOfSource, findAnchor, listAnnotations, type AnchorRow } from '../db/annotations.ts'
import { countWaiting } from '../db/anchoring.ts'
import { quotesOfSource, readBrief } from '../db/briefs.ts'
import type { SourceId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { listVersions, type VersionRow } from '../db/versions.ts'
import type { Library } from '../library/library.ts'
import { noText, sourceNamed } from '../sources/sources.ts'

/** Where an annotation of an older version stands, of all its anchors. */
export interface Migrating {
  /** Its newest place in an older version that it came from. */
  readonly old: AnchorRow
  /** Its newest place in the current version, also where a person went back to the older one. */
  readonly now: AnchorRow | null
  readonly decided: Migrated['decided']
}

/** Null for an annotation that was made in the current version. */
export function migrating(anchors: readonly AnchorRow[], current: VersionRow): Migrating | null {
  const first = anchors.findIndex(({ version }) => version === current.id)
  const old = first < 0 ? anchors.at(-1) : anchors[first - 1]
  const newest = anchors.at(-1)
  if (old === undefined || newest === undefined) return null
  const now = anchors.findLast(({ version }) => version === current.id) ?? null
  // Going back to an older version is a place there of its own, made after the current version came.
  if (newest.version !== current.id) {
    const kept = now !== null || newest.createdAt > current.importedAt
    return { old: newest, now, decided: kept ? 'kept' : null }
  }
  const placed = anchors.filter(({ version }) => version === current.id)
  const byHand = placed.length > 1 || (placed[0]?.createdAt ?? '') > current.importedAt
  return { old, now, decided: byHand ? 'taken' : null }
}

/** What became of a source's annotations in its current version. Throws `REFUSED` `unknown-source`, `no-text`. */
export function migrationOf({ reader }: Library, named: string): Migration {
  const { id, citekey } = sourceNamed(reader, named)
  const versions = listVersions(reader, id)
  const current = versions.at(-1)
  if (current === undefined) throw noText(citekey)
  const waiting = countWaiting(reader, id, current.id)
  const told = { version: current.number, before: versions.at(-2)?.number ?? null, waiting }
  // What was found so far is no review yet: briefs would switch to half of a version.
  if (waiting > 0) return { ...told, annotations: [] }
  const quotes = quotesByAnnotation(reader, id)
  const anchors = anchorsOfSource(reader, id)
  const numberOf = (anchor: AnchorRow): number =>
    versions.find(({ id: version }) => version === anchor.version)?.number ?? 0
  const placeOf = (anchor: AnchorRow) => ({
    version: numberOf(anchor),
    segments: [...anchor.segments],
    exact: anchor.exact,
  })
  const annotations = listAnnotations(reader, { source: id }).flatMap(
    ({ id: annotation, colour }): Migrated[] => {
      const found = migrating(anchors.get(annotation) ?? [], current)
      if (found === null) return []
      const { old, now, decided } = found
      return [
        {
          annotation,
          colour,
          outcome: now === null ? 'lost' : sameWords(old.exact, now.exact) ? 'stayed' : 'moved',
          decided,
          old: placeOf(old),
          now: now === null ? null : placeOf(now),
          touched: touchedBy(quotes.get(annotation) ?? [], current.number),
        },
      ]
    },
  )
  return { ...told, annotations: annotations.toSorted((one, other) => startOf(one) - startOf(other)) }
}

const startOf = ({ old }: Migrated): number => old.segments[0]?.start ?? 0

interface QuoteOf {
  readonly brief: string
  readonly title: string
  readonly quote: LinkedQuote
  /** The version that it shows; 0 where its anchor is gone. */
  readonly version: number
}

/** The quotes of a source's annotations. A brief that cannot be read is left out: whoever opens it is told. */
function quotesByAnnotation(reader: Reader, source: SourceId): ReadonlyMap<string, readonly QuoteOf[]> {
  const versions = listVersions(reader, source)
  const found = new Map<string, QuoteOf[]>()
  for (const { brief } of quotesOfSource(reader, source)) {
    const row = readBrief(reader, brief)
    for (const quote of row === null ? [] : readableQuotes(row.content)) {
      const anchor = findAnchor(reader, quote.anchor)
      const own = versions.find(({ id }) => id === anchor?.version)?.number ?? 0
      const list = found.get(quote.annotation) ?? []
      found.set(quote.annotation, list)
      list.push({ brief, title: row?.title ?? '', quote, version: quote.pin ?? own })
    }
  }
  return found
}

function readableQuotes(content: string): readonly LinkedQuote[] {
  try {
    return linkedQuotes(stateOf(content))
  } catch (thrown) {
    if (thrown instanceof Failure) return []
    throw thrown
  }
}

function touchedBy(quotes: readonly QuoteOf[], current: number): BriefTouched[] {
  const briefs = new Map<string, BriefTouched>()
  for (const { brief, title, quote, version } of quotes) {
    const { quotes: all = 0, older = 0, words = quoteWords(quote) } = briefs.get(brief) ?? {}
    briefs.set(brief, { brief, title, quotes: all + 1, older: older + Number(version < current), words })
  }
  return [...briefs.values()]
}
