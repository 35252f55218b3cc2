import { type Failure, refused } from '../../shared/contract/failures.ts'
import type { Source } from '../../shared/contract/sources.ts'
import { changesMaking, takeChangesBack } from '../db/actions.ts'
import { recordCustody } from '../db/custody.ts'
import { ownerOf } from '../db/owners.ts'
import { isOwnPlace } from '../db/places.ts'
import type { SourceFacts } from '../db/source-facts.ts'
import { addSource } from '../db/source-facts.ts'
import type { SourceRow } from '../db/sources.ts'
import { citekeysInUse, getSourceRow } from '../db/sources.ts'
import type { NewVersion, VersionRow } from '../db/versions.ts'
import {
  findFile,
  listVersionImages,
  listVersions,
  readDocument,
  readText,
  removeVersion,
} from '../db/versions.ts'
import type { Writer } from '../db/writer.ts'
import type { Library } from '../library/library.ts'
import { showSource, sourceNamed } from '../sources/sources.ts'
import { citekeyFrom, freeCitekey } from './citekey.ts'
import { titleFrom } from './title.ts'

/**
 * Makes a source of its own of a source's current version, as one step of undo:
 * the older source is again what it was before that version came. Throws
 * `REFUSED` with reason `only-version`, or `annotated` where a highlight or
 * quote has its place in that version.
 */
export function separateVersion(library: Library, named: string): Source {
  const { title } = sourceNamed(library.reader, named)
  const id = library.write(`Keep “${title}” as its own source`, (writer) => {
    const source = sourceNamed(writer, named)
    const version = listVersions(writer, source.id).at(-1)
    if (version === undefined || source.versions < 2) throw onlyVersion()
    if (isOwnPlace(writer, version.id)) throw annotated(source, version)
    const made = copyOf(writer, version)
    takeVersionBack(writer, source, version)
    const tags = source.tags.filter((tag) => !tagsOf(writer, source).includes(tag))
    const facts = factsOf(source, made.text, tags, citekeysInUse(writer))
    return addSource(writer, { ...facts, url: version.url }, made).source
  })
  return showSource(library, { source: id })
}

const tagsOf = (writer: Writer, { id }: SourceRow): readonly string[] => getSourceRow(writer, id)?.tags ?? []

/** With all that its import wrote: facts of the source, places of highlights, tags. */
function takeVersionBack(writer: Writer, source: SourceRow, version: VersionRow): void {
  const made = changesMaking(writer, 'version', version.id)
  if (made !== null)
    takeChangesBack(
      writer,
      made.filter((change) => ownerOf(writer, change) === source.id),
    )
  // The places of highlights were found in it afterwards.
  removeVersion(writer, version.id)
  const detail = { action: 'keep a version as its own source' }
  recordCustody(writer, { kind: 'undo', source: source.id, version: version.id, detail })
}

function copyOf(writer: Writer, version: VersionRow): NewVersion {
  const { importer, importerVersion, encoding, path, url, textVersion, words } = version
  const original = findFile(writer, version.originalSha256)
  if (original === null) throw new Error(`The original of ${version.id} has no row`)
  return {
    original,
    importer,
    importerVersion,
    options: JSON.parse(version.options) as Readonly<Record<string, unknown>>,
    encoding,
    path,
    url,
    document: readDocument(writer, version),
    text: readText(writer, version),
    textVersion,
    words,
    images: listVersionImages(writer, version.id),
  }
}

/** What a person set is of the older version: of this one it is not known, and its words give the title. */
function factsOf(
  source: SourceRow,
  text: string,
  tags: readonly string[],
  taken: ReadonlySet<string>,
): SourceFacts {
  const own = <T>(field: string, value: T, none: T): T => (source.edited.has(field) ? none : value)
  const title = own('title', source.title, titleFrom(text.split('\n', 1)[0] ?? '') || source.title)
  const authors = own('authors', source.authors, [])
  const published = own('published', source.published, null)
  return {
    citekey: freeCitekey(citekeyFrom({ title, authors, published }), taken),
    title,
    authors,
    publication: own('publication', source.publication, null),
    published,
    publishedAt: own('published', source.publishedAt, null),
    modified: own('modified', source.modified, null),
    archivedAt: source.archivedAt,
    url: null,
    language: source.language,
    type: source.type,
    doi: null,
    tags,
  }
}

const onlyVersion = (): Failure =>
  refused('only-version', 'This source has no older version. Nothing was changed; it is a source of its own.')

const annotated = ({ title }: SourceRow, { number }: VersionRow): Failure =>
  refused(
    'annotated',
    `You have highlighted or quoted version ${String(number)} of “${title}”. Nothing was changed. Remove those highlights first, or keep it as a version.`,
  )
