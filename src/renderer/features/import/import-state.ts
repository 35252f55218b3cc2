import type { ImportUndone } from '../../../shared/contract/sources.ts'
import { isOpen, Rows, type ImportRow, type RowChange } from './import-rows.ts'
import { progressOf, type Start } from './progress.ts'

export interface ImportState {
  /** All that the rows are about; what undo takes back. */
  readonly run: string
  readonly rows: readonly ImportRow[]
  /** From where the pace is counted: when nothing was left to read and something was chosen. */
  readonly began: Start | null
  /** Null while the run stands. */
  readonly undone: Undone | null
}

/** What became of a run that was taken back. */
export interface Undone extends ImportUndone {
  /** The sources that it had made and that are gone. */
  readonly gone: ReadonlySet<string>
}

export type ImportChange =
  | RowChange
  | { readonly kind: 'fresh'; readonly run: string }
  | { readonly kind: 'undone'; readonly undone: ImportUndone }
  | { readonly kind: 'redone' }

export const emptyState = (run: string): ImportState => ({ run, rows: [], began: null, undone: null })

function goneIn(rows: readonly ImportRow[], { kept }: ImportUndone): ReadonlySet<string> {
  const stays = new Set(kept.map(({ source }) => source.id))
  const made = rows.flatMap(({ state }) => {
    if (state.kind !== 'done' || state.own === true || state.outcome.status !== 'imported') return []
    return state.outcome.source === null ? [] : [state.outcome.source.id]
  })
  return new Set(made.filter((id) => !stays.has(id)))
}

/** The state after what happened meanwhile. Rows are in the order in which the files were given; one tried again is last. */
export function settle(state: ImportState, changes: readonly ImportChange[]): ImportState {
  let { run, began, undone } = state
  const list = new Rows(state.rows)
  for (const change of changes) {
    switch (change.kind) {
      case 'fresh':
        run = change.run
        undone = null
        list.clear()
        break
      case 'undone':
        undone = { ...change.undone, gone: goneIn(list.rows, change.undone) }
        break
      case 'redone':
        undone = null
        break
      case 'chosen':
        if (!list.rows.some(isOpen)) began = { at: change.at, ...progressOf(list.rows) }
        list.take(change)
        break
      default:
        list.take(change)
    }
  }
  return { run, rows: list.rows, began, undone }
}
