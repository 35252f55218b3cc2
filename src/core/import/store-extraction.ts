import type { ImportOutcome, Kept, Source } from '../../shared/contract/sources.ts'
import { refused } from '../../shared/contract/failures.ts'
import type { RunId, Sha256, SourceId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import type { SourceFacts } from '../db/source-facts.ts'
import { addSource, addSourceTags, editSource } from '../db/source-facts.ts'
import {
  citekeysLike,
  findSource,
  findSourcesByOriginal,
  findSourcesByPath,
  findSourcesByUrl,
  getSourceRow,
} from '../db/sources.ts'
import { countWords, workAhead } from '../db/text-work.ts'
import type { Identity, NewVersion, StoredFile } from '../db/versions.ts'
import { addVersion, canonicalJson, findDuplicate, findVersion, noteDuplicate } from '../db/versions.ts'
import type { Writer } from '../db/writer.ts'
import type { Library } from '../library/library.ts'
import { listOf, typeOfCompanion, type ToStore } from './beside.ts'
import type { Companion } from './page-folder.ts'
import { citekeyFrom, freeCitekey } from './citekey.ts'
import type { Extraction } from './extraction.ts'
import { missingFacts } from './missing-facts.ts'

/** An original that was read, and how it was asked for. */
export interface ReadOriginal {
  readonly bytes: Uint8Array
  /** The hash of `bytes` where they lie in `blobs/` already, for an original that is stored for many parts; else null. */
  readonly stored: Sha256 | null
  readonly extraction: Extraction
  /** What was saved in a folder beside the page; it is stored too, so that the page is shown as it was. */
  readonly companions?: readonly Companion[]
  /** Which of several articles in the original it is; null where it holds one. */
  readonly part: string | null
  /** Absolute, or null for standard input. */
  readonly path: string | null
  /** For the user's list of actions: "Import karabakh.txt". */
  readonly label: string
  readonly tags: readonly string[]
  /** Id or citekey of the source that it is a version of, where the user said so. */
  readonly asVersionOf: string | null
  /** True where the user named the encoding: the same bytes may then be known, read otherwise. */
  readonly encodingGiven: boolean
  /** True where an older version that was read the same way is no reason not to make it current again. */
  readonly currentOnly?: boolean
  /** True makes a source of its own of it, though the library holds the same bytes, page or file. */
  readonly own?: boolean
  readonly run?: RunId
}

export type Stored = Pick<ImportOutcome, 'status' | 'source'>

/**
 * Puts an original and what it gave into the library: first the blobs, then
 * one transaction. The same bytes read the same way are a `duplicate`, whose
 * source gets the tags; other content of a known page or file is a
 * `new-version`, in which the source's annotations are looked for afterwards; facts that a person set stay. A source that was known from a
 * bibliography only gets its text, and keeps what the bibliography said.
 */
export async function storeExtraction(library: Library, original: ReadOriginal): Promise<Stored> {
  const { bytes, extraction } = original
  const sha256 = original.stored ?? (await library.blobs.keep(bytes))
  const { files: images, again } = await keepAll(library, original)
  const file: StoredFile = {
    sha256,
    bytes: bytes.length,
    mediaType: extraction.mediaType,
  }
  await workAhead(extraction.text)
  const version = versionOf(original, file, images)
  // What is found again of its highlights afterwards is of the same run, and is taken back with it.
  const run = original.run ?? library.newRun()
  const stored = library.write(original.label, (writer) => store(writer, original, version), run)
  // The trash may have been emptied in between, of a source that had the same bytes.
  if (!library.blobs.has(sha256)) await library.blobs.keep(bytes)
  await again()
  // Its story is known once all is written.
  return stored.source === null ? stored : { ...stored, source: findSource(library.reader, stored.source.id) }
}

/** Stores what stands beside an original: its pictures, and what was saved with its page. `again` stores what is gone since. */
async function keepAll({ blobs }: Library, { extraction, companions = [] }: ReadOriginal) {
  const stored = new Map<Sha256, ToStore>()
  const keep = async (file: ToStore): Promise<Sha256> => {
    const sha256 = await blobs.keep(file.bytes)
    if (!stored.has(sha256)) stored.set(sha256, file)
    return sha256
  }
  for (const image of extraction.images) await keep(image)
  const listed: (Companion & { readonly sha256: Sha256 })[] = []
  for (const each of companions)
    listed.push({ ...each, sha256: await keep({ bytes: each.bytes, mediaType: typeOfCompanion(each) }) })
  if (listed.length > 0) await keep(listOf(listed))
  return {
    files: Array.from(stored, ([sha256, { bytes, mediaType }]): StoredFile => ({
      sha256,
      bytes: bytes.length,
      mediaType,
    })),
    again: async () => {
      for (const [sha256, { bytes }] of stored) if (!blobs.has(sha256)) await blobs.keep(bytes)
    },
  }
}

/** The same for what is no file: nothing of it is passed over, so there always is a source. */
export async function keepExtraction(library: Library, original: ReadOriginal): Promise<Kept> {
  const { status, source } = await storeExtraction(library, original)
  if (source === null || status === 'skipped' || status === 'failed')
    throw new Error('An original was stored and no source came of it.')
  return { status, source }
}

function store(writer: Writer, original: ReadOriginal, version: NewVersion): Stored {
  const identity = {
    originalSha256: version.original.sha256,
    importer: version.importer,
    options: version.options,
  }
  const meant = original.asVersionOf === null ? null : namedSource(writer, original.asVersionOf)
  if (original.own === true) return storeOwn(writer, original, version)
  const duplicate =
    original.currentOnly === true && !isCurrent(writer, meant, identity)
      ? null
      : findDuplicate(writer, identity)
  if (duplicate !== null && (meant === null || meant.id === duplicate.source)) {
    addSourceTags(writer, duplicate.source, original.tags)
    noteDuplicate(writer, duplicate.source, duplicate.version, version)
    return { status: 'duplicate', source: findSource(writer, duplicate.source) }
  }
  const known = meant ?? sourceOf(writer, original, version.original.sha256)
  if (known === null) return storeOwn(writer, original, version)
  const id = known.id as SourceId
  addVersion(writer, id, version)
  const first = known.versions === 0
  const facts = first
    ? missingFacts({ ...known, doi: null }, original.extraction.metadata, null)
    : newerFacts(original.extraction)
  editSource(writer, id, facts, { by: 'import' })
  addSourceTags(writer, id, original.tags)
  return { status: first ? 'imported' : 'new-version', source: findSource(writer, id) }
}

function storeOwn(writer: Writer, original: ReadOriginal, version: NewVersion): Stored {
  const { source } = addSource(writer, factsOf(original, writer), version)
  return { status: 'imported', source: findSource(writer, source) }
}

/** True where a source's current version is these bytes, read this way. */
function isCurrent(writer: Writer, source: Source | null, identity: Identity): boolean {
  const current = source === null ? null : findVersion(writer, source.id as SourceId)
  return (
    current !== null &&
    current.originalSha256 === identity.originalSha256 &&
    current.importer === identity.importer &&
    current.options === canonicalJson(identity.options)
  )
}

function namedSource(writer: Writer, name: string): Source {
  const source = findSource(writer, name)
  if (source === null) throw unknownSource(name)
  return source
}

export const unknownSource = (name: string): Error =>
  refused('unknown-source', `There is no source “${name}” in this library. Nothing was imported.`)

/** The options that an importer's result depends on besides the bytes. */
function versionOf(
  { extraction, path, part }: ReadOriginal,
  original: StoredFile,
  images: readonly StoredFile[],
): NewVersion {
  const { importer, importerVersion, encoding, document, text, textVersion, metadata, recognition } =
    extraction
  return {
    original,
    importer,
    importerVersion,
    options: {
      encoding,
      ...(recognition === undefined ? {} : { recognition }),
      ...(part === null ? {} : { part }),
    },
    encoding,
    path,
    url: metadata.url,
    document: JSON.stringify(document),
    text,
    textVersion,
    words: countWords(text),
    images,
  }
}

/**
 * The source that an original is another version of: the same page, the same
 * file unless that now holds another page, or the same bytes read otherwise. A
 * file of several articles tells nothing: only their addresses do.
 */
function sourceOf(
  writer: Writer,
  { extraction, path, part, encodingGiven }: ReadOriginal,
  sha256: Sha256,
): Source | null {
  const { url } = extraction.metadata
  const page = url === null ? undefined : findSourcesByUrl(writer, url)[0]
  if (page !== undefined || part !== null) return page ?? null
  const file = path === null ? undefined : findSourcesByPath(writer, path)[0]
  if (file !== undefined && (url === null || file.url === null || file.url === url)) return file
  return encodingGiven ? (findSourcesByOriginal(writer, sha256).at(-1) ?? null) : null
}

function factsOf({ extraction, tags }: ReadOriginal, reader: Reader): SourceFacts {
  const { place: _, ...facts } = extraction.metadata
  const wanted = citekeyFrom(facts)
  return { ...facts, citekey: freeCitekey(wanted, citekeysLike(reader, wanted)), doi: null, tags }
}

/** What the newer version says; where it is silent the older facts stay. The citekey is for life. */
function newerFacts({ metadata }: Extraction): Partial<SourceFacts> {
  const { title, authors, publication, published, publishedAt, modified, archivedAt, url, language } =
    metadata
  return {
    title,
    ...(authors.length === 0 ? {} : { authors }),
    ...(publication === null ? {} : { publication }),
    ...(published === null ? {} : { published }),
    ...(publishedAt === null ? {} : { publishedAt }),
    ...(modified === null ? {} : { modified }),
    ...(archivedAt === null ? {} : { archivedAt }),
    ...(url === null ? {} : { url }),
    ...(language === null ? {} : { language }),
  }
}

/** True where a source of that id or citekey is in the library. */
export const hasSource = (library: Library, name: string): boolean =>
  getSourceRow(library.reader, name) !== null
