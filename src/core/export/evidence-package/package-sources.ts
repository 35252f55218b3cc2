import type { Source } from '../../../shared/contract/sources.ts'
import { refused } from '../../../shared/contract/failures.ts'
import type { PackageFile, ProvingSource, ProvingVersion } from './proof.ts'
import type { FoundPlace, Provenance, StoredVersion } from './provenance.ts'

interface Taken {
  readonly key: string
  readonly source: Source
  readonly versions: Map<number, StoredVersion>
}

/** The most bytes of originals in one package: they are held in memory while it is made. */
const MOST_ORIGINALS = 512 * 1024 * 1024

/** Collects the sources that a brief quotes and cites, with the versions that it quotes. */
export class PackageSources {
  readonly #provenance: Provenance
  readonly #taken = new Map<string, Taken>()
  readonly #texts = new Map<string, string>()

  constructor(provenance: Provenance) {
    this.#provenance = provenance
  }

  /** Takes a source with its current version; gives its key. */
  take(source: Source): string {
    const { key, versions } = this.#entry(source)
    const current = this.#provenance.versions(source.id).find((version) => version.current)
    if (current !== undefined) versions.set(current.number, current)
    return key
  }

  /** Takes the source and version that hold what was found; null where they do not hold it after all. */
  takeFound(found: FoundPlace): { readonly key: string; readonly text: string } | null {
    const holding = this.#provenance.sourcesNamed(found.source).flatMap((source) => {
      const version = this.#provenance.versions(source.id).find(({ number }) => number === found.version)
      const text = found.field === 'title' ? source.title : version && this.textOf(version)
      return text === undefined ? [] : [{ source, version, text }]
    })
    const [only] = holding
    const chosen = holding.find(({ text }) => text.slice(found.start, found.end) === found.text) ?? only
    if (chosen === undefined) return null
    const { key, versions } = this.#entry(chosen.source)
    if (chosen.version !== undefined) versions.set(chosen.version.number, chosen.version)
    return { key, text: chosen.text }
  }

  textOf(version: StoredVersion): string {
    const known = this.#texts.get(version.textSha256) ?? this.#provenance.text(version)
    this.#texts.set(version.textSha256, known)
    return known
  }

  /** What evidence.json says of them, by key, and their files. */
  pack(withOriginals: boolean): {
    readonly sources: readonly ProvingSource[]
    readonly files: PackageFile[]
  } {
    const files: PackageFile[] = []
    const inOrder = [...this.#taken.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
    if (withOriginals) refuseLarge(inOrder)
    const sources = inOrder.map((taken, index) => this.#source(taken, index + 1, withOriginals, files))
    return { sources, files }
  }

  #entry(source: Source): Taken {
    const known = this.#taken.get(source.id)
    if (known !== undefined) return known
    const others = [...this.#taken.values()].filter((taken) => taken.source.citekey === source.citekey).length
    const key = others === 0 ? source.citekey : `${source.citekey}~${others + 1}`
    const entry = { key, source, versions: new Map<number, StoredVersion>() }
    this.#taken.set(source.id, entry)
    return entry
  }

  #source(taken: Taken, place: number, withOriginals: boolean, files: PackageFile[]): ProvingSource {
    const { key, source, versions } = taken
    const { id, citekey, title, authors, publication, published, publishedAt } = source
    const { modified, archivedAt, url, language, type } = source
    const made = [...versions.values()].toSorted((a, b) => a.number - b.number)
    return {
      key,
      citekey,
      id,
      title,
      authors,
      publication,
      published,
      publishedAt,
      modified,
      archivedAt,
      url,
      language,
      type,
      versions: made.map((version) => this.#version(version, nameOf(citekey, place), withOriginals, files)),
      custody: this.#provenance.custody(id),
    }
  }

  #version(
    version: StoredVersion,
    name: string,
    withOriginals: boolean,
    files: PackageFile[],
  ): ProvingVersion {
    const { number, current, importedAt, importer, encoding, url, sha256, textSha256 } = version
    const words = this.textOf(version)
    const text = `sources/${name}-v${number}.txt`
    files.push({ path: text, bytes: new TextEncoder().encode(words) })
    const original = withOriginals ? `originals/${name}-v${number}.${endingOf(version.fileName)}` : null
    if (original !== null) files.push({ path: original, bytes: this.#provenance.original(version) })
    const characters = words.length
    return {
      number,
      current,
      importedAt,
      importer,
      encoding,
      url,
      characters,
      sha256,
      textSha256,
      text,
      original,
    }
  }
}

/** A citekey may be anything that a user typed: only what every system takes in a name is left of it. */
const nameOf = (citekey: string, place: number): string =>
  [String(place).padStart(3, '0'), citekey.replaceAll(/[^A-Za-z0-9_-]+/gu, '').slice(0, 60)]
    .filter((part) => part !== '')
    .join('-')

const endingOf = (fileName: string | null): string =>
  /\.([A-Za-z0-9]{1,12})$/u.exec(fileName ?? '')?.[1]?.toLowerCase() ?? 'bin'

function refuseLarge(taken: readonly Taken[]): void {
  const sizes = taken.flatMap(({ versions }) => [...versions.values()].map((each) => each.originalBytes))
  if (sizes.reduce((sum, size) => sum + size, 0) <= MOST_ORIGINALS) return
  throw refused(
    'originals-too-large',
    'The originals together are larger than 512 MB, too much for one package. Nothing was written. Export it without them.',
  )
}
