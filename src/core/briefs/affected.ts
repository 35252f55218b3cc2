import { citedKeys, linkedQuotes } from '../../shared/brief/counts.ts'
import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import { quoteWords } from '../../shared/brief/quote-words.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { AffectedBrief } from '../../shared/contract/briefs.ts'
import { Failure } from '../../shared/contract/failures.ts'
import {
  annotationIdsOf,
  briefsThatMayUse,
  everyBrief,
  quotesOfSource,
  type StoredContent,
} from '../db/briefs.ts'
import type { Reader } from '../db/reader.ts'
import type { SourceId } from '../db/ids.ts'
import { stateOf } from './briefs.ts'

/** A source, by what briefs name it. */
export interface Named {
  readonly id: string
  readonly citekey: string
}

/**
 * The briefs that quote or cite a source, the first made first. A damaged one counts by the quotes that were last read of
 * it: whoever opens it is told of the damage.
 */
export function briefsAffected(reader: Reader, { id, citekey }: Named): AffectedBrief[] {
  const source = id as SourceId
  return briefsThatMayUse(reader, { source, citekey }).flatMap((row) =>
    affectedBy(reader, { id, citekey }, annotationIdsOf(reader, source), readOnce(row)),
  )
}

/** The same for many sources, by their ids; briefs in the trash, which may come back, are among them. Each is read once. */
export function briefsAffectedByEach(
  reader: Reader,
  sources: readonly Named[],
): ReadonlyMap<string, readonly AffectedBrief[]> {
  if (sources.length === 0) return new Map()
  const briefs = everyBrief(reader).map(readOnce)
  return new Map(
    sources.map((source) => {
      const annotations = annotationIdsOf(reader, source.id as SourceId)
      return [source.id, briefs.flatMap((brief) => affectedBy(reader, source, annotations, brief))] as const
    }),
  )
}

interface ReadBrief {
  readonly id: string
  readonly title: string
  /** Null where it cannot be read. */
  readonly quotes: readonly LinkedQuote[] | null
  readonly citekeys: readonly string[]
}

function readOnce({ id, title, content }: StoredContent): ReadBrief {
  const state = readable(content)
  return {
    id,
    title,
    quotes: state && linkedQuotes(state),
    citekeys: state === null ? [] : citedKeys(state),
  }
}

function affectedBy(
  reader: Reader,
  { id, citekey }: Named,
  annotations: ReadonlySet<string>,
  brief: ReadBrief,
): AffectedBrief[] {
  const own = brief.quotes?.filter(({ annotation }) => annotations.has(annotation)) ?? null
  const [first] = own ?? []
  const affected = {
    id: brief.id,
    title: brief.title,
    quotes: own === null ? lastRead(reader, id, brief.id) : own.length,
    citations: brief.citekeys.filter((cited) => cited === citekey).length,
    words: first === undefined ? '' : beginning(quoteWords(first)),
  }
  return affected.quotes + affected.citations === 0 ? [] : [affected]
}

const lastRead = (reader: Reader, source: string, brief: string): number =>
  quotesOfSource(reader, source as SourceId).find((each) => each.brief === brief)?.quotes ?? 0

function readable(content: string): BriefState | null {
  try {
    return stateOf(content)
  } catch (thrown) {
    if (thrown instanceof Failure) return null
    throw thrown
  }
}

/** UTF-16 units of a quote's words that are shown, at most. */
const SHOWN = 80

function beginning(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim()
  if (line.length <= SHOWN) return line
  const cut = line.slice(0, SHOWN)
  const end = cut.lastIndexOf(' ')
  return `${end > 0 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/u, '')} …`
}
