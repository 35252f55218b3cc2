import type { ActionRow } from './actions.ts'
import { ACTION, idsOfRun, replay } from './actions.ts'
import { citekeysCited } from './briefs.ts'
import type { SourceId } from './ids.ts'
import { ownerOf } from './owners.ts'
import type { Reader } from './reader.ts'
import type { Session } from './transaction.ts'
import { transact } from './transaction.ts'
import type { RowChange, Writer } from './writer.ts'

/** Why a source stays when its import is taken back: what a user made of it since. */
export type StaysBecause = 'quoted' | 'annotated' | 'cited' | 'edited' | 'newer-version'

/** What became of a run that was taken back; null where it is not known, or nothing of it is left to take back. */
export interface TakenBack {
  readonly sources: readonly SourceId[]
  readonly kept: ReadonlyMap<SourceId, StaysBecause>
}

/**
 * Takes back all that the actions of a run wrote, whatever was done since,
 * except for the sources in which a user has made something since.
 */
export function takeBackRun(session: Session, run: string): TakenBack | null {
  return transact(session, ({ writer }) => {
    const actions = actionsOf(writer, run, 'undone_at IS NULL')
    if (actions.length === 0) return null
    const kept = usedSince(writer, changesOf(actions))
    const wanted = kept.size === 0 ? always : (change: RowChange) => !isOf(writer, change, kept)
    return { sources: replay(writer, 'undo', actions, wanted), kept }
  })
}

/** Does again what was taken back of a run; the sources that came back, or null where there is nothing. */
export function doRunAgain(session: Session, run: string): readonly SourceId[] | null {
  return transact(session, ({ writer }) => {
    const actions = actionsOf(writer, run, 'undone_at IS NOT NULL')
    return actions.length === 0 ? null : replay(writer, 'redo', actions, always)
  })
}

const always = (): boolean => true

const actionsOf = (reader: Reader, run: string, state: string): readonly ActionRow[] =>
  reader.sql<ActionRow>(`${ACTION} WHERE id >= ? AND id < ? AND ${state} ORDER BY id`).all(...idsOfRun(run))

const changesOf = (actions: readonly ActionRow[]): readonly RowChange[] =>
  actions.flatMap(({ changes }) => JSON.parse(changes) as readonly RowChange[])

function isOf(writer: Writer, change: RowChange, kept: ReadonlyMap<SourceId, unknown>): boolean {
  const owner = ownerOf(writer, change)
  return owner !== null && kept.has(owner)
}

/** The ids of the rows of a table that a run made, as JSON for `json_each`. */
function madeIn(changes: readonly RowChange[], table: string): string {
  const made = changes.filter((change) => change.table === table && change.before === null)
  return JSON.stringify(made.map(({ id }) => id))
}

/** The rows that a run made. */
const MADE = `WITH made_source AS (SELECT value AS id FROM json_each(?)),
made_version AS (SELECT value AS id FROM json_each(?)),
made_anchor AS (SELECT value AS id FROM json_each(?))`

/** An own place in a version that the run made: anchors that the run itself found do not count. */
const OWN_PLACE = `a.deleted_at IS NULL AND a.version_id IN (SELECT id FROM made_version)
AND a.id NOT IN (SELECT id FROM made_anchor)`

const ANNOTATED = `SELECT DISTINCT n.source_id AS source FROM anchor a JOIN annotation n ON n.id = a.annotation_id
WHERE n.deleted_at IS NULL AND ${OWN_PLACE}`

/** A quote may also have been moved to the place that the run found for its annotation. */
const QUOTED = `SELECT DISTINCT n.source_id AS source FROM brief_quote q JOIN annotation n ON n.id = q.annotation_id
JOIN anchor a ON a.annotation_id = n.id
WHERE (${OWN_PLACE}) OR (a.id = q.anchor_id AND a.id IN (SELECT id FROM made_anchor))`

const EDITED = `SELECT DISTINCT source_id AS source FROM source_edited
WHERE deleted_at IS NULL AND source_id IN (SELECT id FROM made_source)`

const NEWER = `SELECT DISTINCT source_id AS source FROM version WHERE deleted_at IS NULL
AND source_id IN (SELECT id FROM made_source) AND id NOT IN (SELECT id FROM made_version)`

const CITEKEYS = `SELECT id AS source, citekey FROM source
WHERE deleted_at IS NULL AND id IN (SELECT id FROM made_source)`

interface Used {
  readonly source: SourceId
}

/** The sources of a run that a user has made something of since, with the weightiest reason. */
function usedSince(writer: Writer, changes: readonly RowChange[]): ReadonlyMap<SourceId, StaysBecause> {
  const made = ['source', 'version', 'anchor'].map((table) => madeIn(changes, table))
  const find = <Row extends Used>(query: string): readonly Row[] =>
    writer.sql<Row>(`${MADE} ${query}`).all(...made)
  const cited = citekeysCited(writer)
  const found: readonly (readonly [StaysBecause, readonly Used[]])[] = [
    ['newer-version', find(NEWER)],
    ['edited', find(EDITED)],
    ['cited', find<Cited>(CITEKEYS).filter(({ citekey }) => cited.has(citekey))],
    ['annotated', find(ANNOTATED)],
    ['quoted', find(QUOTED)],
  ]
  return new Map(found.flatMap(([why, rows]) => rows.map(({ source }) => [source, why] as const)))
}

interface Cited extends Used {
  readonly citekey: string
}
