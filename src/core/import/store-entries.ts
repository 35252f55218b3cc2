import type { ImportOutcome } from '../../shared/contract/sources.ts'
import { recordCustody } from '../db/custody.ts'
import type { RunId, Sha256 } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import type { CitedFrom, SourceFacts } from '../db/source-facts.ts'
import type { SourceRow } from '../db/sources.ts'
import { addCitedSource, addSourceTags, editSource } from '../db/source-facts.ts'
import { citekeysLike, findSource, findSourcesByUrl, getSourceRow, listSourceRows } from '../db/sources.ts'
import type { Writer } from '../db/writer.ts'
import type { Library } from '../library/library.ts'
import type { Entries, Work } from './bibliography.ts'
import { citekeyFrom, freeCitekey } from './citekey.ts'
import { KnownWorks } from './known-works.ts'
import { missingFacts } from './missing-facts.ts'

/** A bibliography that was read, and how it was asked for. */
export interface ReadBibliography {
  readonly bytes: Uint8Array
  readonly bibliography: Entries
  /** Absolute, or null for standard input. */
  readonly path: string | null
  readonly label: string
  readonly tags: readonly string[]
  readonly run?: RunId
}

type Stored = Omit<ImportOutcome, 'path' | 'ms'>

/** Entries that one transaction takes in: others may write between two. */
const AT_ONCE = 50

/**
 * Puts the works of a bibliography into the library. One that is there gets
 * the facts it lacks and is a `duplicate`; every other becomes a source
 * without a text. What a person set stays. Stops when `signal` aborts; what is
 * in is kept.
 */
export async function* storeEntries(
  library: Library,
  read: ReadBibliography,
  signal?: AbortSignal,
): AsyncGenerator<Stored, void, undefined> {
  const { bibliography, bytes, label } = read
  const sha256 = await library.blobs.keep(bytes)
  const known = new KnownWorks(listSourceRows(library.reader))
  const made = new Set<string>()
  for (let at = 0; at < bibliography.entries.length; at += AT_ONCE) {
    if (signal?.aborted === true) return
    const some = bibliography.entries.slice(at, at + AT_ONCE)
    const storeSome = (writer: Writer): Stored[] =>
      some.map((entry) =>
        entry.kind === 'work' ? storeWork(writer, entry, read, sha256, { known, made }) : broken(entry.name),
      )
    const stored = library.write(label, storeSome, read.run)
    yield* stored
    await new Promise(setImmediate)
  }
}

const broken = (name: string): Stored => ({
  status: 'failed',
  source: null,
  error: {
    code: 'broken-entry',
    message: `The entry “${name}” cannot be read or has no title. Nothing of it was imported. Correct it, and import the file again.`,
  },
})

function storeWork(
  writer: Writer,
  work: Work,
  { bibliography, bytes, path, tags }: ReadBibliography,
  sha256: Sha256,
  { known, made }: Works,
): Stored {
  const from: CitedFrom = {
    original: { sha256, bytes: bytes.length, mediaType: bibliography.mediaType },
    importer: bibliography.importer,
    path,
    entry: work.name,
  }
  const there = sourceOf(writer, work, known)
  if (there === null || isAnother(there, work, made)) {
    const id = addCitedSource(writer, factsOf(work, tags, writer), from)
    known.add(id, work.facts, work.doi)
    made.add(id)
    return { status: 'imported', source: findSource(writer, id), error: null }
  }
  complete(writer, there, work, from)
  addSourceTags(writer, there.id, tags)
  return { status: 'duplicate', source: findSource(writer, there.id), error: null }
}

interface Works {
  readonly known: KnownWorks
  /** Sources that this import made. */
  readonly made: Set<string>
}

/** Two entries that Verbatim wrote under two citekeys are two sources, however alike. */
const isAnother = (there: SourceRow, { citekey }: Work, made: ReadonlySet<string>): boolean =>
  citekey !== null && citekey !== there.citekey && made.has(there.id)

/** The source that an entry is about: by DOI, by address, else by title and year. */
function sourceOf(writer: Writer, { doi, facts }: Work, known: KnownWorks): SourceRow | null {
  const found =
    (doi === null ? undefined : known.byDoi(doi)) ??
    (facts.url === null ? undefined : findSourcesByUrl(writer, facts.url)[0]?.id) ??
    known.byTitle(facts, doi)
  return found === undefined ? null : getSourceRow(writer, found)
}

function complete(writer: Writer, source: SourceRow, { facts, doi, name }: Work, from: CitedFrom): void {
  const missing = missingFacts(source, facts, doi)
  editSource(writer, source.id, missing, { by: 'import' })
  const { importer, path, original } = from
  recordCustody(writer, {
    kind: 're-import',
    source: source.id,
    version: source.currentVersion,
    sha256: original.sha256,
    detail: { importer, path, entry: name },
  })
}

function factsOf(
  { facts, doi, citekey, ...work }: Work,
  tags: readonly string[],
  reader: Reader,
): SourceFacts {
  const { place: _, ...known } = facts
  const wanted = citekey ?? citekeyFrom(known)
  const all = [...new Set([...work.tags, ...tags])]
  return { ...known, citekey: freeCitekey(wanted, citekeysLike(reader, wanted)), doi, tags: all }
}
