import type { LibraryInfo } from '../shared/contract/library.ts'
import { countAll } from './db/counts.ts'
import type { Library } from './library/library.ts'

export const libraryInfo = (library: Library): LibraryInfo => ({
  path: library.path,
  id: library.id,
  schemaVersion: library.schemaVersion(),
  counts: countAll(library.reader),
  bytes: library.bytes(),
})
