import type { ImportOutcome, TextFormat } from '../../shared/contract/sources.ts'
import { Failure, refused } from '../../shared/contract/failures.ts'
import type { RunId, Sha256 } from '../db/ids.ts'
import type { Library } from '../library/library.ts'
import type { Parser } from './parser/parser.ts'
import { readAhead, type Ahead, type ReadFile } from './read-ahead.ts'
import type { Part } from './several.ts'
import { storeEntries } from './store-entries.ts'
import type { ReadOriginal } from './store-extraction.ts'
import { hasSource, storeExtraction, unknownSource } from './store-extraction.ts'
import type { Found } from './walk.ts'
import { filesAt } from './walk.ts'

export interface ImportDependencies {
  readonly library: Library
  readonly parser: Parser
  /** The bytes that the shell was given on standard input. */
  readonly standardInput: () => Promise<Uint8Array>
  /** Faults of the program itself, whole, for its log. */
  readonly fault: (error: unknown) => void
}

export interface ImportRequest {
  /** Absolute paths of files and folders, or `-` for standard input. */
  readonly paths: readonly string[]
  readonly tags: readonly string[]
  readonly encoding?: string | undefined
  /** Opens locked files; never stored. */
  readonly password?: string | undefined
  /** Id or citekey. */
  readonly asVersionOf?: string | undefined
  /** All imports of a run are one step of undo; one without a run is a run of its own. */
  readonly run?: string | undefined
  readonly as?: TextFormat | undefined
  readonly asOwnSource?: boolean | undefined
  /** Of a file of several articles only these, by their keys or addresses. */
  readonly only?: readonly string[] | undefined
}

/**
 * Imports files, folders and standard input, one outcome after another in the
 * order given. One bad file never stops the rest. Stops between files when
 * `signal` aborts; what was imported is kept. Before the first file an unknown
 * encoding is a `USAGE` failure and an unknown `asVersionOf` a `REFUSED` one;
 * a library that cannot be written ends the run with its `LIBRARY` failure.
 */
export async function* importPaths(
  dependencies: ImportDependencies,
  request: ImportRequest,
  signal?: AbortSignal,
): AsyncGenerator<ImportOutcome, void, undefined> {
  const { asVersionOf } = request
  const encoding = request.encoding === undefined ? null : await checkedEncoding(request.encoding)
  if (asVersionOf !== undefined && !hasSource(dependencies.library, asVersionOf))
    throw unknownSource(asVersionOf)
  const run = (request.run ?? dependencies.library.newRun()) as RunId
  const settled = { ...request, encoding, asVersionOf: asVersionOf ?? null, run }
  for await (const ahead of readAhead(dependencies, settled, filesOf(request.paths), signal)) {
    if (signal?.aborted === true) return
    yield* importFound(dependencies, settled, ahead, signal)
  }
}

async function* filesOf(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) yield* path === '-' ? standardInput() : filesAt(path)
}

/** The tables of all encodings are large, and a core that starts has no use for them. */
async function checkedEncoding(named: string) {
  const { knownEncoding } = await import('./decode.ts')
  return knownEncoding(named)
}

function* standardInput(): Generator<Found> {
  yield { kind: 'file', path: '-', named: true }
}

interface Settled extends Pick<ImportRequest, 'tags' | 'password' | 'as' | 'asOwnSource' | 'only'> {
  readonly encoding: string | null
  readonly asVersionOf: string | null
  readonly run: RunId
}

type Result = Omit<ImportOutcome, 'path' | 'ms'>

/** The outcomes of one file: several of one that holds several articles, none when the run was cancelled meanwhile. */
async function* importFound(
  dependencies: ImportDependencies,
  request: Settled,
  { found, reading }: Ahead,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportOutcome, void, undefined> {
  let started = performance.now()
  const outcome = (result: Result): ImportOutcome => {
    const ms = Math.round(performance.now() - started)
    started = performance.now()
    return { path: found.path, ...result, ms }
  }
  if (reading === null) {
    yield outcome({ status: found.kind, source: null, error: errorOf(found.failure) })
    return
  }
  try {
    const file = await reading
    started = performance.now() - file.ms
    for await (const result of importFile(dependencies, request, found.path, file, signal))
      yield outcome(result)
  } catch (error) {
    if (signal?.aborted === true && error === signal.reason) return
    yield outcome(failed(failureOf(error, dependencies), found.named))
  }
}

/** What a file met in a folder, or a page in an archive, may be without a fault of anyone's: it is no article. */
const NO_ARTICLE: ReadonlySet<string> = new Set(['empty', 'binary', 'unsupported', 'not-a-file'])

const failed = (failure: Failure, named: boolean): Result => ({
  status: named || !NO_ARTICLE.has(failure.reason) ? 'failed' : 'skipped',
  source: null,
  error: errorOf(failure),
})

async function* importFile(
  dependencies: ImportDependencies,
  { tags, encoding, asVersionOf, run, asOwnSource, only }: Settled,
  path: string,
  { bytes, name, companions, reading }: ReadFile,
  signal: AbortSignal | undefined,
): AsyncGenerator<Result, void, undefined> {
  const { library } = dependencies
  const fromStandardInput = path === '-'
  const how = {
    path: fromStandardInput ? null : path,
    tags,
    asVersionOf,
    encodingGiven: encoding !== null,
    own: asOwnSource === true,
    run,
  }
  if (only !== undefined && !('parts' in reading)) throw notSeveral()
  if ('entries' in reading) {
    if (asVersionOf !== null) throw noVersion()
    const label = `Import ${name === '' ? 'a bibliography' : name}`
    yield* storeEntries(library, { bytes, bibliography: reading, path: how.path, label, tags, run }, signal)
    return
  }
  if ('parts' in reading) {
    yield* importParts(
      dependencies,
      { bytes, name, encoding, ...how },
      chosenParts(reading.parts, only),
      signal,
    )
    yield* absentParts(reading.parts, only)
    return
  }
  const label = `Import ${fromStandardInput ? reading.metadata.title : name}`
  const original = { bytes, stored: null, extraction: reading, companions, part: null, label, ...how }
  yield { ...(await storeExtraction(library, original)), error: reading.warning ?? null }
}

const chosenParts = (parts: readonly Part[], only: readonly string[] | undefined): readonly Part[] =>
  only === undefined ? parts : parts.filter(({ key, name }) => only.includes(key) || only.includes(name))

/** What was asked for of a file of several articles and is not in it. */
const absentParts = (parts: readonly Part[], only: readonly string[] = []): Result[] => {
  const there = new Set(parts.flatMap(({ key, name }) => [key, name]))
  return only.filter((asked) => !there.has(asked)).map((asked) => failed(notInside(asked), true))
}

const notInside = (asked: string): Failure =>
  refused(
    'not-in-archive',
    `There is no page “${asked}” in this web archive. Nothing of it was imported. Look at its list of pages.`,
  )

interface OfSeveral extends Pick<
  ReadOriginal,
  'bytes' | 'path' | 'tags' | 'asVersionOf' | 'encodingGiven' | 'own' | 'run'
> {
  readonly name: string
  readonly encoding: string | null
}

/** Reads and stores the articles in a file one by one; one that cannot be read costs itself alone. */
async function* importParts(
  dependencies: ImportDependencies,
  { name, encoding, ...how }: OfSeveral,
  parts: readonly Part[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Result, void, undefined> {
  const { library, parser } = dependencies
  const { bytes } = how
  if (how.asVersionOf !== null && parts.length > 1) throw tooMany(parts.length)
  let stored: Sha256 | null = null
  for (const { key, name: called } of parts) {
    try {
      const extraction = await parser.parse({ bytes, name, encoding, part: key }, signal)
      if ('parts' in extraction || 'entries' in extraction)
        throw new Error('A part of an original holds several articles')
      stored ??= await library.blobs.keep(bytes)
      const original = { ...how, stored, extraction, part: key, label: `Import ${called}` }
      yield { ...(await storeExtraction(library, original)), error: null }
    } catch (error) {
      if (signal?.aborted === true && error === signal.reason) throw error
      yield failed(named(failureOf(error, dependencies), called), false)
    }
  }
}

const tooMany = (count: number): Failure =>
  refused(
    'several',
    `This file holds ${String(count)} articles, so it cannot be a version of one source. Nothing was imported. Import it without naming a source.`,
  )

const notSeveral = (): Failure =>
  refused(
    'not-several',
    'This file holds one article, so there is nothing to choose from in it. Nothing was imported. Import it as a whole.',
  )

const noVersion = (): Failure =>
  refused(
    'no-text',
    'A bibliography holds no text, so it cannot be a version of a source. Nothing was imported. Import it without naming a source.',
  )

/** Of several articles in a file, the sentence says which one it is about. */
const named = ({ kind, reason, message, detail }: Failure, part: string): Failure =>
  new Failure(kind, reason, `${part}: ${message}`, detail)

const errorOf = ({ reason, message }: Failure): { code: string; message: string } => ({
  code: reason,
  message,
})

/** A library that cannot be used ends the run; every other fault costs one file. */
function failureOf(error: unknown, { fault }: ImportDependencies): Failure {
  if (error instanceof Failure) {
    if (error.kind === 'LIBRARY') throw error
    if (error.reason === 'cannot-read') fault(error.detail)
    return error
  }
  fault(error)
  return new Failure(
    'REFUSED',
    'cannot-read',
    'This file could not be read as an article. Nothing of it was imported.',
  )
}
