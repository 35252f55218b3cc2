import type { BlobStore } from '../blobs/store.ts'
import type { Change } from '../../shared/contract/library.ts'
import type { Clock } from '../db/clock.ts'
import type { Doomed } from '../db/erasure.ts'
import type { LibraryId, RunId, SourceId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import type { TakenBack } from '../db/runs.ts'
import type { Durability } from '../db/transaction.ts'
import type { Writer } from '../db/writer.ts'

/** An open library. It holds no lock between writes; reading goes on beside any writer. */
export interface Library {
  /** The folder, absolute. */
  readonly path: string
  readonly id: LibraryId
  /** Whether this opening made it. */
  readonly created: boolean
  readonly reader: Reader
  readonly clock: Clock
  readonly blobs: BlobStore
  /** `PRAGMA user_version` of library.db. */
  readonly schemaVersion: () => number
  /** Of the whole folder. */
  readonly bytes: () => number
  /**
   * One user action: one transaction and one step of undo, named `label` for
   * the user ("Import karabakh.txt"). `body` is synchronous; what it throws
   * takes everything back. Waits 5 seconds for another writer, then throws
   * Failure LIBRARY `in-use`. All writes of a `run` together are one step.
   */
  readonly write: <T>(label: string, body: (writer: Writer) => T, run?: RunId, durability?: Durability) => T
  /** The id of a new run; nothing is written. */
  readonly newRun: () => RunId
  /** Takes a run back, whatever was done since; null where there is nothing of it to take back. */
  readonly takeBack: (run: string) => TakenBack | null
  /** Does again what was taken back of a run; the sources that came back. */
  readonly doAgain: (run: string) => readonly SourceId[] | null
  /** A transaction that is no step of undo: a working copy saved as one types, a custody entry of verify. */
  readonly writeQuietly: <T>(body: (writer: Writer) => T, durability?: Durability) => T
  /**
   * Erases for good what `find` names of the trash, and frees the files that
   * nothing speaks of any more: no step of undo. Gives the bytes of those files.
   */
  readonly erase: (find: (reader: Reader) => Doomed) => { readonly doomed: Doomed; readonly bytes: number }
  /** Takes the newest action back and gives its label; null when there is none. */
  readonly undo: () => string | null
  readonly redo: () => string | null
  /** What SQLite finds wrong with the whole file; nothing when it is sound. */
  readonly faults: () => readonly string[]
  /** The tables with rows that speak of rows which are gone. */
  readonly broken: () => readonly string[]
  /** Makes the index, the counts and whatever else follows from the stored rows anew. */
  readonly rebuild: () => void
  /** Changes from now on, own ones and those of other processes; ends with `signal` or `close`. */
  readonly changes: (signal?: AbortSignal) => AsyncGenerator<Change, void, undefined>
  readonly close: () => void
}
