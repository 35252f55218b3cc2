import { linkedQuotes } from '../../shared/brief/counts.ts'
import { quoteWords } from '../../shared/brief/quote-words.ts'
import type { AffectedBrief } from '../../shared/contract/briefs.ts'
import { Failure, refused } from '../../shared/contract/failures.ts'
import type { Trashed } from '../../shared/contract/library.ts'
import type { Source } from '../../shared/contract/sources.ts'
import { stateOf } from '../briefs/briefs.ts'
import { notInTrash } from '../briefs/remove.ts'
import { annotationIdsOf, quotesOfSource, readBrief } from '../db/briefs.ts'
import type { SourceId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { findSource } from '../db/sources.ts'
import {
  findTrashedSource,
  listTrash as list,
  removeSource as remove,
  restoreSource as restore,
} from '../db/trash.ts'
import type { Library } from '../library/library.ts'
import { sourceNamed } from './sources.ts'

/**
 * Puts a source into the trash, as one step of undo, and tells which briefs quote it. Throws `REFUSED`:
 * `unknown-source`; `quoted` where briefs do and `force` is off.
 */
export function removeSource(
  library: Library,
  { source, force }: { readonly source: string; readonly force: boolean },
): { affected: AffectedBrief[] } {
  return library.write('move a source to the trash', (writer) => {
    const { id } = sourceNamed(writer, source)
    const affected = briefsAffected(writer, id)
    if (affected.length > 0 && !force) throw quoted(affected)
    remove(writer, id)
    return { affected }
  })
}

/** Takes a source out of the trash. Throws `REFUSED` `not-in-trash`. */
export function restoreSource(library: Library, named: string): Source {
  const id = library.write('put a source back', (writer) => {
    const found = findTrashedSource(writer, named)
    if (found === null) throw notInTrash(named, findSource(writer, named) !== null)
    restore(writer, found)
    return found
  })
  // Its story is known once all is written.
  return sourceNamed(library.reader, id)
}

/** What is in the trash, the last removed first. */
export const listTrash = ({ reader }: Library): Trashed[] => [...list(reader)]

function briefsAffected(reader: Reader, source: SourceId): AffectedBrief[] {
  const annotations = annotationIdsOf(reader, source)
  return quotesOfSource(reader, source).flatMap(({ brief, quotes }) => {
    const row = readBrief(reader, brief)
    return row === null
      ? []
      : [{ id: row.id, title: row.title, quotes, words: firstWords(row.content, annotations) }]
  })
}

/** UTF-16 units of a quote's words that are shown, at most. */
const SHOWN = 80

/** Of the first quote; empty for a brief that is damaged: whoever opens it is told so. */
function firstWords(content: string, annotations: ReadonlySet<string>): string {
  try {
    const quote = linkedQuotes(stateOf(content)).find(({ annotation }) => annotations.has(annotation))
    return quote === undefined ? '' : beginning(quoteWords(quote))
  } catch (thrown) {
    if (thrown instanceof Failure) return ''
    throw thrown
  }
}

function beginning(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim()
  if (line.length <= SHOWN) return line
  const cut = line.slice(0, SHOWN)
  const end = cut.lastIndexOf(' ')
  return `${end > 0 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/u, '')} …`
}

const quoted = (affected: readonly AffectedBrief[]): Failure =>
  refused(
    'quoted',
    `${affected.length === 1 ? 'A brief quotes' : `${String(affected.length)} briefs quote`} this source. Nothing was removed. ` +
      'Remove it with --force: it goes to the trash, and the quotes keep their words.',
    { affected },
  )
