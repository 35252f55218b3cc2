import { forgetAnchoring } from './anchoring.ts'
import { recordCustody } from './custody.ts'
import type { RunId, SourceId, VersionId } from './ids.ts'
import { ownersOf } from './owners.ts'
import type { Reader, SqlValue } from './reader.ts'
import type { Durability, Session, Transaction } from './transaction.ts'
import { transact } from './transaction.ts'
import type { Columns, RowChange, Writer } from './writer.ts'

/** How many steps can be undone. */
const STEPS_KEPT = 1000

/** Custody tells what happened and is only added to; contents lie by their hash and may serve others. */
const NEVER_UNDONE: ReadonlySet<string> = new Set(['custody', 'library', 'document', 'text', 'blob'])

/**
 * One user action: a transaction that leaves an action row behind, by which it
 * can be undone. The actions of a `run` share their place in the order (`seq`),
 * that of the first: they are one step.
 */
export function act<T>(
  session: Session,
  label: string,
  body: (writer: Writer) => T,
  run: RunId | null = null,
  durability: Durability = 'durable',
): T {
  const inner = ({ writer, device }: Transaction): T => {
    const result = body(writer)
    const changes = writer.changes.filter(({ table }) => !NEVER_UNDONE.has(table))
    if (changes.length === 0) return result
    const id = writer.ids.next('do')
    writer.run(
      `INSERT INTO action (id, seq, label, changes, created_at, updated_at, device_id)
       VALUES (?, coalesce(?, (SELECT coalesce(max(seq), 0) + 1 FROM action)), ?, ?, ?, ?, ?)`,
      run === null ? id : `${run}${OF_RUN}${id}`,
      run === null ? null : placeOfRun(writer, run),
      label,
      JSON.stringify(changes),
      writer.now,
      writer.now,
      device,
    )
    writer.run('DELETE FROM action WHERE seq <= (SELECT max(seq) FROM action) - ?', STEPS_KEPT)
    return result
  }
  return transact(session, inner, durability)
}

/** Stands between the id of a run and that of its action; sorts before every digit and letter. */
const OF_RUN = '/'

/** The ids of a run's actions, as the bounds of a range: from the first on, before the second. */
export const idsOfRun = (run: string): readonly [from: string, before: string] => [
  `${run}${OF_RUN}`,
  `${run}0`,
]

/** What is imported after a run was undone midway is a new step. */
const placeOfRun = (writer: Writer, run: RunId): number | null =>
  writer
    .sql<{ readonly seq: number }>(
      'SELECT seq FROM action WHERE id >= ? AND id < ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1',
    )
    .get(...idsOfRun(run))?.seq ?? null

/** A run that made a version, and what its step is called. */
export interface RunMaking {
  readonly run: RunId
  readonly label: string
}

interface Named {
  readonly row: number
  readonly id: string
  readonly label: string
  readonly at: string
}

/**
 * Finds the run whose import made a version; null where it is not kept any more, was undone, or was no run. The list of
 * actions is read through once, then only what came to it: an import of many files is a long one.
 */
export function runsMaking(reader: Reader): (version: VersionId) => RunMaking | null {
  const known = new Map<string, Named[]>()
  let last = 0
  return (version) => {
    const made = reader
      .sql<{ readonly at: string }>('SELECT created_at AS at FROM version WHERE id = ?')
      .get(version)
    if (made === undefined) return null
    const more = reader
      .sql<Named>(
        'SELECT rowid AS row, id, label, created_at AS at FROM action WHERE rowid > ? ORDER BY rowid',
      )
      .all(last)
    for (const named of more) {
      known.set(named.at, [...(known.get(named.at) ?? []), named])
      last = named.row
    }
    const found = known.get(made.at)?.find(({ id }) => id.includes(OF_RUN) && holds(reader, id, version))
    if (found === undefined) return null
    return { run: found.id.slice(0, found.id.indexOf(OF_RUN)) as RunId, label: found.label }
  }
}

const holds = (reader: Reader, action: string, version: VersionId): boolean =>
  reader
    .sql('SELECT 1 FROM action WHERE id = ? AND undone_at IS NULL AND instr(changes, ?) > 0')
    .get(action, JSON.stringify(version)) !== undefined

/** A transaction that is no step of undo: a working copy saved as one types, an entry of verify. */
export function writeQuietly<T>(
  session: Session,
  body: (writer: Writer) => T,
  durability: Durability = 'durable',
): T {
  return transact(session, ({ writer }) => body(writer), durability)
}

export interface ActionRow {
  readonly id: string
  readonly label: string
  readonly changes: string
  readonly undoneAt: string | null
}

export const ACTION = 'SELECT id, label, changes, undone_at AS undoneAt FROM action'

const LAST_DONE = `${ACTION} WHERE undone_at IS NULL
  AND seq = (SELECT max(seq) FROM action WHERE undone_at IS NULL) ORDER BY id`
/** Only what was undone after the newest action still done: a new action ends what could be redone. */
const FIRST_UNDONE = `${ACTION} WHERE undone_at IS NOT NULL AND seq = (
  SELECT min(seq) FROM action WHERE undone_at IS NOT NULL
  AND seq > (SELECT coalesce(max(seq), 0) FROM action WHERE undone_at IS NULL)) ORDER BY id`

/** Takes the newest step back; its label, or null when there is none. */
export const undo = (session: Session): string | null => replayStep(session, LAST_DONE, 'undo')

/** Does the step again that was undone last; its label, or null when there is none. */
export const redo = (session: Session): string | null => replayStep(session, FIRST_UNDONE, 'redo')

function replayStep(session: Session, find: string, kind: Direction): string | null {
  return transact(session, ({ writer }) => {
    const actions = writer.sql<ActionRow>(find).all()
    const [first] = actions
    if (first === undefined) return null
    const sources = replay(writer, kind, actions, () => true)
    return actions.length === 1 || sources.length < 2
      ? first.label
      : `Import of ${String(sources.length)} sources`
  })
}

export type Direction = 'undo' | 'redo'

/**
 * Undoes actions, the newest first, or does them again in their order, as far
 * as `wanted` rows go. Gives the sources that were touched; each has a new
 * entry in the custody log.
 */
export function replay(
  writer: Writer,
  kind: Direction,
  actions: readonly ActionRow[],
  wanted: (change: RowChange) => boolean,
): readonly SourceId[] {
  const touched = new Set<SourceId>()
  for (const action of kind === 'undo' ? actions.toReversed() : actions) {
    const changes = (JSON.parse(action.changes) as readonly RowChange[]).filter(wanted)
    if (changes.length === 0) continue
    takeSteps(writer, stepsOf(kind, changes, action))
    writer.run(
      'UPDATE action SET undone_at = ?, updated_at = ? WHERE id = ?',
      kind === 'undo' ? writer.now : null,
      writer.now,
      action.id,
    )
    const { sources, versions, told } = ownersOf(writer, changes)
    for (const source of new Set([...sources, ...told])) {
      const version = versionMeant(writer, source, versions)
      recordCustody(writer, { kind, source, version, detail: { action: action.label } })
      touched.add(source)
    }
  }
  return [...touched]
}

interface Step {
  readonly table: string
  readonly id: string
  readonly from: Columns
  readonly to: Columns
}

const stepsOf = (kind: Direction, changes: readonly RowChange[], { undoneAt }: ActionRow): readonly Step[] =>
  kind === 'undo' ? changes.toReversed().map(inverse) : changes.map((change) => forward(change, undoneAt))

/** A new row is taken back by its tombstone: rows are never deleted. */
const inverse = ({ table, id, before, after }: RowChange): Step =>
  before === null
    ? { table, id, from: { deleted_at: null }, to: { deleted_at: 'now' } }
    : { table, id, from: after, to: before }

/** Only a row that the undoing took back comes back: not one that was kept then and removed since. */
const forward = ({ table, id, before, after }: RowChange, undoneAt: string | null): Step =>
  before === null
    ? { table, id, from: { deleted_at: undoneAt }, to: { deleted_at: null } }
    : { table, id, from: before, to: after }

/** The inverse of changes as part of another action, which can be undone itself. */
export const takeChangesBack = (writer: Writer, changes: readonly RowChange[]): void =>
  takeSteps(writer, changes.toReversed().map(inverse))

function takeSteps(writer: Writer, steps: readonly Step[]): void {
  for (const step of steps) take(writer, step)
  forgetAnchoring(
    writer,
    steps.filter(({ table }) => table === 'anchor').map(({ id }) => id),
  )
}

/** The newest of these versions that is the source's, else its current one: what the custody log names the bytes of. */
function versionMeant(reader: Reader, source: SourceId, versions: ReadonlySet<VersionId>): VersionId | null {
  const row = reader
    .sql<{ readonly id: VersionId }>(
      `SELECT id, id IN (SELECT value FROM json_each(?)) AS changed FROM version
       WHERE source_id = ? AND (changed OR deleted_at IS NULL) ORDER BY changed DESC, imported_at DESC, id DESC LIMIT 1`,
    )
    .get(JSON.stringify([...versions]), source)
  return row?.id ?? null
}

/** Sets the columns that still stand as the action left them; what was changed since stays. */
function take(writer: Writer, step: Step): void {
  const names = Object.keys({ ...step.from, ...step.to })
  const row = writer
    .sql<Record<string, SqlValue>>(`SELECT ${names.join(', ')} FROM ${step.table} WHERE id = ?`)
    .get(step.id)
  if (!row) return
  const open = names.filter((name) => !(name in step.from) || row[name] === step.from[name])
  const to = open.map((name) => [
    name,
    step.to[name] === 'now' && name === 'deleted_at' ? writer.now : (step.to[name] ?? null),
  ])
  const carried = open.includes('content') ? null : carriedContent(writer, step, row['content'])
  if (carried !== null) to.push(['content', carried])
  writer.rewrite(step.table, step.id, Object.fromEntries(to))
}

/** Of a brief that was edited since: what the action did to its quotes is taken back in what it is now. */
function carriedContent(writer: Writer, { table, from, to }: Step, now: SqlValue | undefined): string | null {
  const [before, after] = [from['content'], to['content']]
  if (table !== 'brief' || typeof now !== 'string' || typeof before !== 'string' || typeof after !== 'string')
    return null
  return writer.carryBrief(now, before, after)
}

/** What the action wrote that made a row; null where it is not kept any more, or was undone. */
export function changesMaking(reader: Reader, table: string, id: string): readonly RowChange[] | null {
  const actions = reader
    .sql<Pick<ActionRow, 'changes'>>(
      'SELECT changes FROM action WHERE undone_at IS NULL AND instr(changes, ?) > 0 ORDER BY seq, id',
    )
    .all(JSON.stringify(id))
  const found = actions.map(({ changes }) => JSON.parse(changes) as readonly RowChange[])
  return (
    found.find((changes) =>
      changes.some((change) => change.table === table && change.id === id && change.before === null),
    ) ?? null
  )
}
