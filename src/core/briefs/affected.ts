import { citedKeys, linkedQuotes } from '../../shared/brief/counts.ts'
import { quoteWords } from '../../shared/brief/quote-words.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { AffectedBrief } from '../../shared/contract/briefs.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { annotationIdsOf, briefsThatMayUse, quotesOfSource } from '../db/briefs.ts'
import type { Reader } from '../db/reader.ts'
import type { SourceId } from '../db/ids.ts'
import { stateOf } from './briefs.ts'

/** A source, by what briefs name it. */
export interface Named {
  readonly id: string
  readonly citekey: string
}

/**
 * The briefs that quote or cite a source, the first made first; with `trashed`
 * those in the trash too. A damaged brief counts by the quotes that
 * were last read of it: whoever opens it is told of the damage.
 */
export function briefsAffected(
  reader: Reader,
  { id, citekey }: Named,
  { trashed = false }: { readonly trashed?: boolean } = {},
): AffectedBrief[] {
  const source = id as SourceId
  const annotations = annotationIdsOf(reader, source)
  const known = new Map(quotesOfSource(reader, source).map(({ brief, quotes }) => [brief, quotes]))
  return briefsThatMayUse(reader, { source, citekey, trashed }).flatMap((row) => {
    const state = readable(row.content)
    const quotes =
      state === null ? [] : linkedQuotes(state).filter((quote) => annotations.has(quote.annotation))
    const [first] = quotes
    const affected = {
      id: row.id,
      title: row.title,
      quotes: state === null ? (known.get(row.id) ?? 0) : quotes.length,
      citations: state === null ? 0 : citedKeys(state).filter((cited) => cited === citekey).length,
      words: first === undefined ? '' : beginning(quoteWords(first)),
    }
    return affected.quotes + affected.citations === 0 ? [] : [affected]
  })
}

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
