import { refused, type Failure } from '../../shared/contract/failures.ts'

/** What an export ends with that was stopped. */
export const stopped = (): Failure => refused('stopped', 'Stopped. Nothing was written.')
