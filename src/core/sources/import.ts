import type { ImportOutcome } from '../../shared/contract/sources.ts'
import { importPaths, type ImportRequest } from '../import/import-paths.ts'
import type { Services } from '../services.ts'

/** Imports files and folders, one outcome after another; see `importPaths`. */
export function importSources(
  { library, parser, standardInput, log }: Services,
  request: ImportRequest,
  signal?: AbortSignal,
): AsyncIterable<ImportOutcome> {
  const fault = (error: unknown): void => log.error('A file could not be imported', error)
  return importPaths({ library, parser, standardInput, fault }, request, signal)
}
