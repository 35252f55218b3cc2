import type { Trashed } from '../../../shared/contract/library.ts'
import { useLive, type Live } from '../../app/live.ts'

/** What is in the trash. */
export const useTrashed = (): Live<readonly Trashed[]> =>
  useLive('trash', ['source', 'brief', 'version'], (core) => core.library.trash({}))
