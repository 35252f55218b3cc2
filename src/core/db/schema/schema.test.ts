import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { scratch } from '../../library/fixtures/scratch.ts'
import * as actors from './actors.ts'
import * as annotations from './annotations.ts'
import * as briefs from './briefs.ts'
import * as citations from './citations.ts'
import * as derived from './derived.ts'
import * as library from './library.ts'
import * as log from './log.ts'
import * as sources from './sources.ts'
import * as stories from './stories.ts'
import * as versions from './versions.ts'
import { TRAVEL } from './travel.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
}

const tables = [actors, annotations, briefs, citations, derived, library, log, sources, stories, versions]
  .flatMap((nouns) => Object.values<unknown>(nouns))
  .filter((value): value is SQLiteTable => is(value, SQLiteTable))

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)

describe('the schema', () => {
  it('is what the migrations make', () => {
    using place = scratch()
    const { reader } = place.open()
    for (const table of tables) {
      const { name, columns } = getTableConfig(table)
      const made = reader.sql<Column>(`PRAGMA table_info("${name}")`).all()
      const wanted = columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        // An INTEGER PRIMARY KEY is never null although SQLite does not say so.
        notnull: column.notNull && column.getSQLType() !== 'integer' ? 1 : 0,
      }))
      const found = made.map(({ name: of, type, notnull }) => ({
        name: of,
        type,
        notnull: type === 'INTEGER' ? 0 : notnull,
      }))
      expect([name, found.toSorted(byName)]).toEqual([name, wanted.toSorted(byName)])
    }
  })

  it('says of every table whether it travels', () => {
    using place = scratch()
    const { reader } = place.open()
    const made = reader
      .sql<{ name: string }>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
         AND name NOT LIKE 'sqlite_%' AND name <> 'version_term' ORDER BY name`,
      )
      .all()
    expect(made.map(({ name }) => name)).toEqual(Object.keys(TRAVEL).toSorted())
  })

  it.each(Object.keys(TRAVEL).filter((name) => TRAVEL[name as keyof typeof TRAVEL] === 'synced'))(
    'lets the rows of %s travel',
    (name) => {
      using place = scratch()
      const { reader } = place.open()
      const columns = reader
        .sql<Column>(`PRAGMA table_info("${name}")`)
        .all()
        .map((column) => column.name)
      expect(columns).toEqual(
        expect.arrayContaining(['id', 'created_at', 'updated_at', 'deleted_at', 'device_id']),
      )
      const indexes = reader.sql<{ unique: number; origin: string }>(`PRAGMA index_list("${name}")`).all()
      expect(indexes.filter((index) => index.unique === 1 && index.origin !== 'pk')).toEqual([])
      const sql =
        reader.sql<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?').get(name)?.sql ?? ''
      const references = sql.match(/REFERENCES/g)?.length ?? 0
      expect(sql.match(/DEFERRABLE INITIALLY DEFERRED/g)).toHaveLength(references)
      expect(sql).not.toMatch(/CASCADE|UNIQUE/)
    },
  )

  it('has no trigger that writes', () => {
    using place = scratch()
    const triggers = place
      .open()
      .reader.sql<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
      .all()
    expect(triggers.length).toBeGreaterThan(10)
    for (const { sql } of triggers) expect(sql).toMatch(/BEGIN SELECT RAISE\(ABORT, '[a-z_ -]+'\); END$/)
  })
})
