import { recordCustody } from './custody.ts'
import { ownersOf } from './owners.ts'
import type { SourceId, VersionId } from './ids.ts'
import type { Reader, SqlValue } from './reader.ts'
import type { Session } from './transaction.ts'
import { transact } from './transaction.ts'
import type { Columns, RowChange, Writer } from './writer.ts'
import { keptStatements, writeChanged } from './writer.ts'

/** How many actions can be undone. */
const ACTIONS_KEPT = 1000

/** Custody tells what happened and is only added to; contents lie by their hash and may serve others. */
const NEVER_UNDONE: ReadonlySet<string> = new Set(['custody', 'library', 'document', 'text', 'blob'])

/** One user action: a transaction that leaves an action row behind, by which it can be undone. */
export function act<T>(session: Session, label: string, body: (writer: Writer) => T): T {
  return transact(session, ({ writer, device }) => {
    const result = body(writer)
    const changes = writer.changes.filter(({ table }) => !NEVER_UNDONE.has(table))
    if (changes.length === 0) return result
    writer.run(
      `INSERT INTO action (id, seq, label, changes, created_at, updated_at, device_id)
       VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM action), ?, ?, ?, ?, ?)`,
      writer.ids.next('do'),
      label,
      JSON.stringify(changes),
      writer.now,
      writer.now,
      device,
    )
    writer.run('DELETE FROM action WHERE seq <= (SELECT max(seq) FROM action) - ?', ACTIONS_KEPT)
    return result
  })
}

/** A transaction that is no step of undo: a working copy saved as one types, an entry of verify. */
export function writeQuietly<T>(session: Session, body: (writer: Writer) => T): T {
  return transact(session, ({ writer }) => body(writer))
}

interface ActionRow {
  readonly id: string
  readonly label: string
  readonly changes: string
}

const LAST_DONE = 'SELECT id, label, changes FROM action WHERE undone_at IS NULL ORDER BY seq DESC LIMIT 1'
/** Only what was undone after the newest action still done: a new action ends what could be redone. */
const FIRST_UNDONE = `SELECT id, label, changes FROM action WHERE undone_at IS NOT NULL
  AND seq > (SELECT coalesce(max(seq), 0) FROM action WHERE undone_at IS NULL) ORDER BY seq LIMIT 1`

/** Takes the newest action back; its label, or null when there is none. */
export function undo(session: Session): string | null {
  return replay(session, LAST_DONE, 'undo', (changes) => changes.toReversed().map(inverse))
}

/** Does the action again that was undone last; its label, or null when there is none. */
export function redo(session: Session): string | null {
  return replay(session, FIRST_UNDONE, 'redo', (changes) => changes.map(forward))
}

interface Step {
  readonly table: string
  readonly id: string
  readonly from: Columns
  readonly to: Columns
}

/** A new row is taken back by its tombstone: rows are never deleted. */
const inverse = ({ table, id, before, after }: RowChange): Step =>
  before === null
    ? { table, id, from: { deleted_at: null }, to: { deleted_at: 'now' } }
    : { table, id, from: after, to: before }

const forward = ({ table, id, before, after }: RowChange): Step =>
  before === null ? { table, id, from: {}, to: { deleted_at: null } } : { table, id, from: before, to: after }

function replay(
  session: Session,
  find: string,
  kind: 'undo' | 'redo',
  stepsOf: (changes: readonly RowChange[]) => readonly Step[],
): string | null {
  return transact(session, ({ writer }) => {
    const action = writer.sql<ActionRow>(find).get()
    if (!action) return null
    const changes = JSON.parse(action.changes) as readonly RowChange[]
    const done = stepsOf(changes).map((step) => take(session, writer, step))
    const undoneAt = kind === 'undo' ? writer.now : null
    writer.run(
      'UPDATE action SET undone_at = ?, updated_at = ? WHERE id = ?',
      undoneAt,
      writer.now,
      action.id,
    )
    writer.note(done.filter((change) => change !== null))
    const { sources, versions, told } = ownersOf(writer, changes)
    for (const source of new Set([...sources, ...told])) {
      const version = versionMeant(writer, source, versions)
      recordCustody(writer, { kind, source, version, detail: { action: action.label } })
    }
    return action.label
  })
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
function take(session: Session, writer: Writer, step: Step): RowChange | null {
  const names = Object.keys({ ...step.from, ...step.to })
  const row = writer
    .sql<Record<string, SqlValue>>(`SELECT ${names.join(', ')} FROM ${step.table} WHERE id = ?`)
    .get(step.id)
  if (!row) return null
  const open = names.filter((name) => !(name in step.from) || row[name] === step.from[name])
  const to = Object.fromEntries(
    open.map((name) => [
      name,
      step.to[name] === 'now' && name === 'deleted_at' ? writer.now : (step.to[name] ?? null),
    ]),
  )
  return writeChanged(keptStatements(session.connection), step.table, step.id, to, writer.now)
}
