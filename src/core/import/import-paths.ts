import { basename } from 'node:path'
import type { ImportOutcome } from '../../shared/contract/sources.ts'
import { Failure } from '../../shared/contract/failures.ts'
import type { Library } from '../library/library.ts'
import { readOriginalFile } from './original-file.ts'
import { companionsOf } from './page-folder.ts'
import type { Parser } from './parser/parser.ts'
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
  for (const path of request.paths) {
    for await (const found of path === '-' ? standardInput() : filesAt(path)) {
      if (signal?.aborted === true) return
      const outcome = await importOne(
        dependencies,
        { ...request, encoding, asVersionOf: asVersionOf ?? null },
        found,
        signal,
      )
      if (outcome !== null) yield outcome
    }
  }
}

/** The tables of all encodings are large, and a core that starts has no use for them. */
async function checkedEncoding(named: string) {
  const { knownEncoding } = await import('./decode.ts')
  return knownEncoding(named)
}

function* standardInput(): Generator<Found> {
  yield { kind: 'file', path: '-', named: true }
}

interface Settled {
  readonly tags: readonly string[]
  readonly encoding: string | null
  readonly password?: string | undefined
  readonly asVersionOf: string | null
}

/** Null when the run was cancelled while the file was being read. */
async function importOne(
  dependencies: ImportDependencies,
  request: Settled,
  found: Found,
  signal: AbortSignal | undefined,
): Promise<ImportOutcome | null> {
  const started = performance.now()
  const outcome = (rest: Omit<ImportOutcome, 'path' | 'ms'>): ImportOutcome => ({
    path: found.path,
    ...rest,
    ms: Math.round(performance.now() - started),
  })
  if (found.kind !== 'file')
    return outcome({ status: found.kind, source: null, error: errorOf(found.failure) })
  try {
    return outcome(await importFile(dependencies, request, found.path, signal))
  } catch (error) {
    if (signal?.aborted === true && error === signal.reason) return null
    const failure = failureOf(error, dependencies)
    const status = found.named || !NO_ARTICLE.has(failure.reason) ? 'failed' : 'skipped'
    return outcome({ status, source: null, error: errorOf(failure) })
  }
}

/** What a file met in a folder may be without a fault of anyone's: it is no article. */
const NO_ARTICLE: ReadonlySet<string> = new Set(['empty', 'binary', 'unsupported', 'not-a-file'])

async function importFile(
  { library, parser, standardInput: readStandardInput }: ImportDependencies,
  { tags, encoding, password, asVersionOf }: Settled,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Pick<ImportOutcome, 'status' | 'source' | 'error'>> {
  const fromStandardInput = path === '-'
  const bytes = fromStandardInput ? await readStandardInput() : await readOriginalFile(path)
  const name = fromStandardInput ? '' : basename(path)
  const companions = fromStandardInput ? [] : await companionsOf(path)
  const extraction = await parser.parse(
    { bytes, name, encoding, companions, password: password ?? null },
    signal,
  )
  const label = `Import ${fromStandardInput ? extraction.metadata.title : name}`
  const stored = storeExtraction(library, {
    bytes,
    extraction,
    path: fromStandardInput ? null : path,
    label,
    tags,
    asVersionOf,
    encodingGiven: encoding !== null,
  })
  return { ...stored, error: extraction.warning ?? null }
}

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
