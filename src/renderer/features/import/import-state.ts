import type { ImportOutcome } from '../../../shared/contract/sources.ts'
import type { Grant } from '../../../shared/contract/shell.ts'

/** A line of the import dialog: a file or folder that was chosen, or a source that came out of it. */
export interface ImportRow {
  readonly id: string
  /** Of the choice that it came from. */
  readonly token: string
  readonly name: string
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'reading' }
    | { readonly kind: 'done'; readonly outcome: ImportOutcome }
    | { readonly kind: 'unread'; readonly why: string }
}

/** A locked file tried again: its password, and the row that it failed in. */
export interface Unlocking {
  readonly password: string
  readonly instead: string
}

export interface ImportState {
  readonly rows: readonly ImportRow[]
}

export const EMPTY: ImportState = { rows: [] }

export type ImportChange =
  | { readonly kind: 'chosen'; readonly files: readonly Grant[]; readonly instead: string | null }
  | { readonly kind: 'begun'; readonly row: string }
  | { readonly kind: 'outcome'; readonly row: string; readonly outcome: ImportOutcome }
  | { readonly kind: 'ended'; readonly row: string; readonly why: string | null }
  | { readonly kind: 'unread'; readonly row: string; readonly why: string }

/** `instead` is the row that the files are tried in place of. */
export const addRows = (files: readonly Grant[], instead: string | null = null): ImportChange => ({
  kind: 'chosen',
  files,
  instead,
})

const isOpen = ({ state }: ImportRow): boolean => state.kind === 'waiting' || state.kind === 'reading'

const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

/** The rows after something happened, in the order in which the files were given; one tried again is last. */
export function settle({ rows }: ImportState, change: ImportChange): ImportState {
  switch (change.kind) {
    case 'chosen':
      return {
        rows: [
          ...rows.filter(
            ({ id }) => id !== change.instead && !change.files.some(({ token }) => token === id),
          ),
          ...change.files.map(waiting),
        ],
      }
    case 'begun':
      return {
        rows: rows.map((row) => (row.id === change.row ? { ...row, state: { kind: 'reading' } } : row)),
      }
    case 'outcome':
      return { rows: withOutcome(rows, change.row, change.outcome) }
    case 'ended':
      return { rows: rows.flatMap((row) => (row.id === change.row ? endedRow(row, change.why) : [row])) }
    case 'unread':
      return {
        rows: rows.map((row) =>
          row.id === change.row && isOpen(row) ? { ...row, state: { kind: 'unread', why: change.why } } : row,
        ),
      }
  }
}

const waiting = ({ token, name }: Grant): ImportRow => ({
  id: token,
  token,
  name,
  state: { kind: 'waiting' },
})

/** What came out stands above the row that is still being read. */
function withOutcome(rows: readonly ImportRow[], token: string, outcome: ImportOutcome): ImportRow[] {
  const at = rows.findIndex(({ id }) => id === token)
  const before = rows.filter((row) => row.token === token).length
  const made: ImportRow = {
    id: `${token}-${String(before)}`,
    token,
    name: nameOf(outcome.path),
    state: { kind: 'done', outcome },
  }
  return [...rows.slice(0, at), made, ...rows.slice(at)]
}

/** The row of a choice makes way for its sources; one that gave none, because it was stopped, says so. */
function endedRow(row: ImportRow, why: string | null): ImportRow[] {
  return why === null ? [] : [{ ...row, state: { kind: 'unread', why } }]
}
