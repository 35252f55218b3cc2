import type { ImportOutcome, Surveyed, TextFormat } from '../../../shared/contract/sources.ts'
import type { Grant } from '../../../shared/contract/shell.ts'

/** A line of the import dialog: a file or folder that was chosen, a file in it, or a source that came out of it. */
export interface ImportRow {
  readonly id: string
  /** Of the choice that it came from. */
  readonly token: string
  /** As the import tells it; null until it is known. */
  readonly path: string | null
  readonly name: string
  /** Null until it is known. */
  readonly bytes: number | null
  /** Null for what is no folder; of a folder how many files were found in it so far. */
  readonly found: number | null
  /** Of a chosen file of several articles, how many of them are imported and how many came; null elsewhere. */
  readonly parts: { readonly came: number; readonly all: number } | null
  readonly state: RowState
}

export type RowState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading' }
  /** `own` of a version that was made a source of its own since: an act apart from the import. */
  | { readonly kind: 'done'; readonly outcome: ImportOutcome; readonly own?: true }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'broken' }

/** How files are read that are given again, or in part. */
export interface Asked {
  /** Used once and not kept. */
  readonly password?: string
  readonly encoding?: string
  readonly as?: TextFormat
  readonly asOwnSource?: boolean
  /** The keys of the articles that are wanted. */
  readonly only?: readonly string[]
  /** How many articles will come. */
  readonly parts?: number
  /** The row that makes way for what comes. */
  readonly instead?: string
}

/** What happens to rows. */
export type RowChange =
  /** At a time in milliseconds. */
  | { readonly kind: 'chosen'; readonly files: readonly Grant[]; readonly asked: Asked; readonly at: number }
  | { readonly kind: 'found'; readonly token: string; readonly surveyed: Surveyed }
  | { readonly kind: 'begun'; readonly token: string }
  | { readonly kind: 'outcome'; readonly token: string; readonly outcome: ImportOutcome }
  | { readonly kind: 'ended'; readonly token: string; readonly how: 'whole' | 'stopped' | 'broken' }
  | { readonly kind: 'own'; readonly row: string; readonly outcome: ImportOutcome }

export const isOpen = ({ state }: ImportRow): boolean => state.kind === 'waiting' || state.kind === 'reading'

const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

/** The rows while several changes are made to them at once. */
export class Rows {
  rows: ImportRow[]
  /** Where the rows of each id stand; made anew when rows come or go. */
  #places: Map<string, number> | null = null

  constructor(rows: readonly ImportRow[]) {
    this.rows = [...rows]
  }

  clear(): void {
    this.#replace([])
  }

  take(change: RowChange): void {
    switch (change.kind) {
      case 'chosen':
        return this.#choose(change.files, change.asked)
      case 'found':
        return this.#find(change.token, change.surveyed)
      case 'begun':
        return this.#set(change.token, { state: { kind: 'reading' } })
      case 'outcome':
        return this.#come(change.token, change.outcome)
      case 'ended':
        return this.#end(change.token, change.how)
      case 'own':
        return this.#set(change.row, { state: { kind: 'done', outcome: change.outcome, own: true } })
    }
  }

  #choose(files: readonly Grant[], { instead, parts }: Asked): void {
    const chosen = files.map(({ token, name }): ImportRow => ({
      ...FRESH,
      id: token,
      token,
      name,
      parts: parts === undefined ? null : { came: 0, all: parts },
    }))
    this.#replace([...this.rows.filter(({ id }) => id !== instead), ...chosen])
  }

  #find(token: string, { folder, files }: Surveyed): void {
    const [file] = files
    const choice = this.#at(token)
    if (choice === null) return
    if (!folder) {
      if (file !== undefined) this.#set(token, { path: file.path, bytes: file.bytes })
      return
    }
    this.#set(token, { found: (choice.found ?? 0) + files.length })
    const known = files.filter(({ path }) => this.#at(idOf(token, path)) === null)
    const rows = known.map(({ path, bytes }): ImportRow => ({
      ...FRESH,
      id: idOf(token, path),
      token,
      path,
      name: nameOf(path),
      bytes,
    }))
    this.#insertBefore(token, rows)
  }

  /** What came out stands above the choice that is still being read, or in the place of the file that waited in it. */
  #come(token: string, outcome: ImportOutcome): void {
    const choice = this.#at(token)
    if (choice === null) return
    const state: RowState = { kind: 'done', outcome }
    const id = idOf(token, outcome.path)
    const waiting = this.#at(id)
    if (waiting !== null && isOpen(waiting)) {
      this.#set(id, { state })
    } else {
      const made = {
        ...FRESH,
        id: this.#freeId(id),
        token,
        path: outcome.path,
        name: nameOf(outcome.path),
        state,
      }
      this.#insertBefore(token, [made])
    }
    if (choice.parts !== null) this.#set(token, { parts: { ...choice.parts, came: choice.parts.came + 1 } })
    this.#markNext(token, id)
  }

  /** In a folder the file behind the one that came is the one that is read now. */
  #markNext(token: string, id: string): void {
    const at = this.#place(id)
    const next = at === null ? undefined : this.rows[at + 1]
    if (next?.token === token && next.id !== token && next.state.kind === 'waiting')
      this.#set(next.id, { state: { kind: 'reading' } })
  }

  /** The row of a choice makes way for its sources; where it was broken off, what was not read says so. */
  #end(token: string, how: 'whole' | 'stopped' | 'broken'): void {
    const choice = this.#at(token)
    const isLeft = (row: ImportRow): boolean => row.token === token && isOpen(row)
    if (how === 'whole') {
      const came = this.rows.filter((row) => row.token === token && row.id !== token)
      const [only] = came
      // Of several that came out of one file none has its size.
      if (only !== undefined && came.length === 1 && choice?.found === null)
        this.#set(only.id, { bytes: choice.bytes })
      return this.#replace(this.rows.filter((row) => !isLeft(row)))
    }
    const others = this.rows.some((row) => isLeft(row) && row.id !== token)
    this.#replace(
      this.rows
        .filter(({ id }) => !(id === token && others))
        .map((row) => (isLeft(row) ? { ...row, state: { kind: how } } : row)),
    )
  }

  #freeId(id: string): string {
    let free = id
    for (let count = 2; this.#place(free) !== null; count += 1) free = `${id} ${String(count)}`
    return free
  }

  #place(id: string): number | null {
    this.#places ??= new Map(this.rows.map((row, at) => [row.id, at]))
    return this.#places.get(id) ?? null
  }

  #at(id: string): ImportRow | null {
    const at = this.#place(id)
    return at === null ? null : (this.rows[at] ?? null)
  }

  #set(id: string, values: Partial<ImportRow>): void {
    const at = this.#place(id)
    const row = at === null ? undefined : this.rows[at]
    if (at !== null && row !== undefined) this.rows[at] = { ...row, ...values }
  }

  #insertBefore(id: string, rows: readonly ImportRow[]): void {
    const at = this.#place(id) ?? this.rows.length
    this.#replace([...this.rows.slice(0, at), ...rows, ...this.rows.slice(at)])
  }

  #replace(rows: ImportRow[]): void {
    this.rows = rows
    this.#places = null
  }
}

const FRESH = { path: null, bytes: null, found: null, parts: null, state: { kind: 'waiting' } } as const

const idOf = (token: string, path: string): string => `${token} ${path}`
