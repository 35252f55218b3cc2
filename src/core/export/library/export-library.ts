import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LibraryExport } from '../../../shared/contract/library.ts'
import { Failure } from '../../../shared/contract/failures.ts'
import type { Document } from '../../../shared/document/document.ts'
import { exportAnnotations } from '../../annotations/export.ts'
import { exportBriefAsIs } from '../../briefs/export.ts'
import { listBriefs } from '../../db/briefs.ts'
import type { Sha256 } from '../../db/ids.ts'
import { CARRIED, openSnapshot, type Snapshot } from '../../db/snapshot.ts'
import { listSourceRows, type SourceRow } from '../../db/sources.ts'
import { listVersions, readDocument, type VersionRow } from '../../db/versions.ts'
import { listAnnotations } from '../../db/annotations.ts'
import { libraryPaths } from '../../library/paths.ts'
import type { Services } from '../../services.ts'
import { bibliographyOf } from '../../citations/bibliography.ts'
import { refuseTakenFolder } from '../free-folder.ts'
import { SafeNames } from '../safe-names.ts'
import { explainedWrite, flushFolder } from '../write-export.ts'
import { FOLDER_FORMAT, MANIFEST, README, rowsFile } from './folder.ts'
import { FolderWriter } from './folder-writer.ts'
import { sourceMarkdown } from './source-markdown.ts'
import { storedNames } from './stored-names.ts'

/**
 * Writes the whole library to a new folder of plain files, as it was at one moment: beside
 * its place, flushed, then moved there. Stops without a trace when `signal` aborts. Throws
 * `REFUSED`: what `refuseTakenFolder` and writing throw.
 */
export async function* exportLibrary(
  services: Services,
  { out }: { readonly out: string },
  signal?: AbortSignal,
): AsyncGenerator<LibraryExport, void, undefined> {
  await refuseTakenFolder(out)
  const { library } = services
  const snapshot = openSnapshot(libraryPaths(library.path).database, library.path)
  const partial = join(dirname(out), `.verbatim-${randomBytes(6).toString('hex')}.part`)
  try {
    await explainedWrite(out, () => mkdir(partial))
    const view = { ...services, library: { ...library, reader: snapshot.reader } }
    const writing = new LibraryWriting(view, snapshot, new FolderWriter(partial))
    const steps = writing.steps()
    for (let step = await explained(out, steps); step.done !== true; step = await explained(out, steps)) {
      if (signal?.aborted === true) return
      yield step.value
    }
    await explainedWrite(out, async () => {
      await rmdir(out).catch(() => undefined)
      await rename(partial, out)
      await flushFolder(dirname(out))
    })
    yield { kind: 'done', path: out, ...writing.summary() }
  } finally {
    snapshot.close()
    await rm(partial, { recursive: true, force: true })
  }
}

/** The next step; a fault of the file system as what it means for the user's folder. */
async function explained<T>(out: string, steps: AsyncGenerator<T, void>): Promise<IteratorResult<T, void>> {
  let result: IteratorResult<T, void> = { done: true, value: undefined }
  await explainedWrite(out, async () => {
    result = await steps.next()
  })
  return result
}

class LibraryWriting {
  readonly #services: Services
  readonly #snapshot: Snapshot
  readonly #folder: FolderWriter
  readonly #warnings: string[] = []
  readonly #sources: readonly SourceRow[]
  readonly #names: ReadonlyMap<string, string>
  readonly #stored: ReadonlyMap<string, string>

  constructor(services: Services, snapshot: Snapshot, folder: FolderWriter) {
    this.#services = services
    this.#snapshot = snapshot
    this.#folder = folder
    this.#sources = listSourceRows(snapshot.reader)
    const names = new SafeNames()
    this.#names = new Map(
      this.#sources.map(({ id, citekey, title }) => [id, names.claim(`${citekey} ${title}`, citekey)]),
    )
    this.#stored = storedNames(services.library, this.#sources, this.#names)
  }

  summary(): Omit<Extract<LibraryExport, { kind: 'done' }>, 'kind' | 'path'> {
    const files = Object.keys(this.#folder.files).length
    return { files, bytes: this.#folder.bytes(), warnings: [...this.#warnings] }
  }

  async *steps(): AsyncGenerator<LibraryExport, void> {
    yield* this.#writeSources()
    yield* this.#writeBriefs()
    await this.#folder.text('annotations/annotations.jsonld', this.#annotations(undefined, 'jsonld'))
    const { text } = bibliographyOf(this.#services.library, { format: 'csl-json' })
    await this.#folder.text('bibliography.json', text)
    const missing: Sha256[] = []
    yield* this.#writeStored(missing)
    for (const table of CARRIED) {
      yield { kind: 'progress', what: 'data', done: CARRIED.indexOf(table), total: CARRIED.length }
      await this.#folder.pieces(rowsFile(table), lines(this.#snapshot.rows(table)))
    }
    await this.#folder.text('README.md', README)
    await this.#writeManifest(missing)
    await this.#folder.flush()
  }

  async *#writeSources(): AsyncGenerator<LibraryExport, void> {
    for (const [index, source] of this.#sources.entries()) {
      yield { kind: 'progress', what: 'sources', done: index, total: this.#sources.length }
      const versions = listVersions(this.#snapshot.reader, source.id)
      const name = this.#names.get(source.id) ?? source.id
      if (versions.length === 0) await this.#folder.text(`sources/${name}.md`, this.#page(source, null))
      for (const version of versions) {
        const file = version.current ? name : `${name} (version ${String(version.number)})`
        await this.#folder.text(`sources/${file}.md`, this.#page(source, version))
      }
      if (listAnnotations(this.#snapshot.reader, { source: source.id }).length > 0)
        await this.#folder.text(`annotations/${name}.md`, this.#annotations(source.id, 'md'))
    }
  }

  #page(source: SourceRow, version: VersionRow | null): string {
    const {
      currentVersion: _version,
      edited: _edited,
      story: _story,
      versions: _versions,
      title,
      ...facts
    } = source
    const original = version === null ? null : `../${this.#stored.get(version.originalSha256) ?? ''}`
    const known = { title, ...facts, version: version?.number ?? null, original }
    const document =
      version === null ? null : this.#or(null, () => readDocument(this.#snapshot.reader, version))
    const imageAt = (blob: string): string | null => {
      const path = this.#stored.get(blob)
      return path === undefined ? null : `../${path}`
    }
    return sourceMarkdown(
      known,
      title,
      document === null ? null : (JSON.parse(document) as Document),
      imageAt,
    )
  }

  async *#writeBriefs(): AsyncGenerator<LibraryExport, void> {
    const briefs = listBriefs(this.#snapshot.reader)
    const names = new SafeNames()
    await mkdir(join(this.#folder.root, 'briefs'))
    for (const [index, { id, title }] of briefs.entries()) {
      yield { kind: 'progress', what: 'briefs', done: index, total: briefs.length }
      const name = names.claim(title, 'brief')
      for (const [format, file] of [
        ['md', `${name}.md`],
        ['verbatim', `${name}.verbatim.md`],
      ] as const) {
        const out = join(this.#folder.root, 'briefs', file)
        try {
          await exportBriefAsIs(this.#services, { brief: id, format, out, force: false, strict: false })
        } catch (error) {
          this.#tell(error)
        }
      }
    }
    await this.#folder.adoptAll('briefs')
  }

  async *#writeStored(missing: Sha256[]): AsyncGenerator<LibraryExport, void> {
    const { blobs } = this.#services.library
    let done = 0
    for (const [sha256, path] of this.#stored) {
      yield { kind: 'progress', what: 'originals', done, total: this.#stored.size }
      done += 1
      const hash = sha256 as Sha256
      if (await this.#folder.stored(path, blobs.pathOf(hash), hash)) continue
      missing.push(hash)
      this.#warnings.push(`The stored file ${sha256} is gone or damaged, and is not in the folder.`)
    }
  }

  async #writeManifest(missing: readonly Sha256[]): Promise<void> {
    const gone = new Set<string>(missing)
    const manifest = {
      format: FOLDER_FORMAT,
      schemaVersion: this.#snapshot.schemaVersion,
      blobs: Object.fromEntries([...this.#stored].filter(([sha256]) => !gone.has(sha256))),
      missing,
      files: this.#folder.files,
    }
    await this.#folder.text(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`)
  }

  #annotations(source: string | undefined, format: 'md' | 'jsonld'): string {
    return this.#or('', () => exportAnnotations(this.#services.library, { source, format }).text)
  }

  /** What cannot be shown because it is damaged stands in the data all the same. */
  #or<T, U>(otherwise: U, read: () => T): T | U {
    try {
      return read()
    } catch (error) {
      this.#tell(error)
      return otherwise
    }
  }

  #tell(error: unknown): void {
    if (!(error instanceof Failure)) throw error
    this.#warnings.push(error.message)
  }
}

function* lines(rows: Iterable<unknown>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`
}
