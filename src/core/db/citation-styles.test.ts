import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratch } from '../library/fixtures/scratch.ts'
import { addStyle, findAddedStyle, listAddedStyles, removeStyle } from './citation-styles.ts'
import { connect } from './database.ts'
import { populateVersion2 } from './fixtures/populated-v2.ts'
import type { Sha256 } from './ids.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { TRAVEL } from './schema/travel.ts'

test('a populated library of the schema before gets the table and keeps every row', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
  const connection = connect(join(folder, 'library.db'), true)
  const to = (count: number) =>
    migrate(connection, {
      path: folder,
      backups: join(folder, 'backups'),
      now: '2026-02-03T04:05:06.789Z',
      migrations: MIGRATIONS.slice(0, count),
    })
  const before = MIGRATIONS.findIndex(({ name }) => name === 'citation-styles')
  const everything = () => {
    const made = new Set(
      connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
    )
    const tables = Object.keys(TRAVEL).filter(
      (table) =>
        made.has(table) && !['citation_style', 'source_citekey'].includes(table) && !table.endsWith('_index'),
    )
    return tables.map((table) => [table, connection.prepare(`SELECT * FROM "${table}"`).all()])
  }
  try {
    to(2)
    populateVersion2(connection, ['The harbour is open.', 'The lake is full.'])
    to(before)
    connection.exec(
      `INSERT INTO custody (id, kind, source_id, who, detail, created_at, updated_at, device_id)
       SELECT 'cus_key', 'edit', id, 'Ada', '{"by":"person","changes":{"citekey":{"from":"before","to":"after"}}}',
         created_at, updated_at, device_id FROM source WHERE id = 'src_1'`,
    )
    const rows = everything()
    to(before + 1)
    expect(everything()).toEqual(rows)
    expect(connection.prepare('SELECT count(*) FROM citation_style').pluck().get()).toBe(0)
    expect(connection.prepare('SELECT source_id, citekey FROM source_citekey').all()).toEqual([
      { source_id: 'src_1', citekey: 'before' },
    ])
    expect(connection.pragma('foreign_key_check')).toEqual([])
  } finally {
    connection.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a style is added, replaced and removed, each as a step of undo', () => {
  using place = scratch()
  const library = place.open()
  const add = (digit: string, title: string) =>
    library.write('add', (writer) =>
      addStyle(
        writer,
        { name: 'mine', cslId: 'http://example.org/mine', title },
        { sha256: digit.repeat(64) as Sha256, bytes: 3, mediaType: null },
      ),
    )
  add('a', 'Mine')
  add('b', 'Mine, newer')
  expect(listAddedStyles(library.reader)).toMatchObject([{ title: 'Mine, newer', sha256: 'b'.repeat(64) }])
  library.undo()
  expect(findAddedStyle(library.reader, 'mine')).toMatchObject({ title: 'Mine', sha256: 'a'.repeat(64) })
  library.write('remove', (writer) => removeStyle(writer, 'mine'))
  expect(findAddedStyle(library.reader, 'mine')).toBeNull()
  library.undo()
  expect(findAddedStyle(library.reader, 'mine')).not.toBeNull()
})
