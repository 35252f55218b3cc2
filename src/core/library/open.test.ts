import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../db/migrations.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { connect } from '../db/database.ts'
import { countAll } from '../db/counts.ts'
import { listSources } from '../db/sources.ts'
import { eachVersion, readText } from '../db/versions.ts'
import { importText, scratch } from './fixtures/scratch.ts'
import type { Scratch } from './fixtures/scratch.ts'

const failureOf = (body: () => unknown): Failure => {
  try {
    body()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('It did not fail')
}

/** Why it does not open; the sentence is plain and names the place. */
function reasonOf(place: Scratch, create = false): string {
  const failure = failureOf(() => place.open({ create }))
  expect(failure.kind).toBe('LIBRARY')
  expect(failure.message).toContain(place.path)
  expect(failure.message).not.toMatch(/SQLITE|Error|undefined/)
  return failure.reason
}

/** A closed library with some articles, and the path of its database. */
function populated(place: Scratch): string {
  const library = place.open()
  for (let count = 0; count < 30; count += 1)
    importText(library, `Article ${count} ${'and its words '.repeat(300)}`)
  library.close()
  return join(place.path, 'library.db')
}

describe('opening a library', () => {
  it('makes one, and opens it again as it was', () => {
    using place = scratch()
    const first = place.open()
    expect(readdirSync(place.path).filter((name) => !name.includes('-'))).toEqual([
      'backups',
      'blobs',
      'library.db',
    ])
    expect(first.created).toBe(true)
    importText(first, 'A text')
    const second = place.open()
    expect([second.created, second.id]).toEqual([false, first.id])
    expect(listSources(second.reader)).toHaveLength(1)
    expect(second.schemaVersion()).toBe(SCHEMA_VERSION)
  })

  it('makes the folders above it, and takes an empty folder', () => {
    using place = scratch()
    const path = join(place.folder, 'one', 'two', 'Deep.verbatim')
    expect(place.open({ path }).created).toBe(true)
    mkdirSync(place.path)
    expect(place.open().created).toBe(true)
  })

  it('writes nothing when it reads', () => {
    using place = scratch()
    const file = populated(place)
    const before = readFileSync(file)
    const library = place.open({ create: false })
    expect(countAll(library.reader).sources).toBe(30)
    library.close()
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(place.path).toSorted()).toEqual(['backups', 'blobs', 'library.db'])
  })

  it('uses a write-ahead log that is flushed at each commit, and holds references together', () => {
    using place = scratch()
    const library = place.open()
    importText(library, 'A text')
    const connection = connect(join(place.path, 'library.db'))
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(connection.pragma('synchronous', { simple: true })).toBe(2)
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
    connection.close()
  })

  it('gives a reader that cannot write', () => {
    using place = scratch()
    const { reader } = place.open()
    expect(() =>
      reader.sql("INSERT INTO change (table_name, row_id) VALUES ('a', 'b') RETURNING seq").get(),
    ).toThrow(Failure)
  })
})

describe('a library that cannot be opened', () => {
  it('is absent', () => {
    using place = scratch()
    expect(reasonOf(place)).toBe('absent')
    mkdirSync(place.path)
    expect(reasonOf(place)).toBe('absent')
    expect(readdirSync(place.path)).toEqual([])
  })

  it('is a file, or lies under one', () => {
    using place = scratch()
    writeFileSync(place.path, 'text')
    expect(reasonOf(place, true)).toBe('is-a-file')
    expect(failureOf(() => place.open({ path: join(place.path, 'In.verbatim') })).reason).toBe('is-a-file')
  })

  it('is a folder of other things', () => {
    using place = scratch()
    mkdirSync(place.path)
    writeFileSync(join(place.path, 'thesis.docx'), 'dear')
    expect(reasonOf(place, true)).toBe('not-a-library')
    expect(readdirSync(place.path)).toEqual(['thesis.docx'])
  })

  it('is newer than the program', () => {
    using place = scratch()
    const connection = connect(populated(place))
    connection.pragma('user_version = 99')
    connection.close()
    expect(reasonOf(place)).toBe('newer')
    expect(reasonOf(place, true)).toBe('newer')
  })

  const DAMAGES: readonly (readonly [string, (file: string) => void])[] = [
    [
      'is no database',
      (file) => writeFileSync(file, 'not a database, and long enough to look at '.repeat(40)),
    ],
    ['is cut short', (file) => truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096)],
    ['is empty', (file) => truncateSync(file, 0)],
    ['is gone', (file) => rmSync(file)],
    ['has a page of noise', (file) => overwrite(file, 5 * 4096, 4096)],
    ['has noise at its end', (file) => overwrite(file, statSync(file).size - 4096, 4096)],
    ['has noise in its header', (file) => overwrite(file, 16, 84)],
    ['is another program’s', other],
  ]
  it.each(DAMAGES)('is damaged: its database %s', (_, harm) => {
    using place = scratch()
    const file = populated(place)
    harm(file)
    expect(reasonOf(place)).toBe('damaged')
    expect(reasonOf(place, true)).toBe('damaged')
  })
})

describe('a text that was changed behind the program’s back', () => {
  it('is not read', () => {
    using place = scratch()
    const library = place.open()
    importText(library, 'It would not improve.')
    library.close()
    const connection = connect(join(place.path, 'library.db'))
    connection.exec(
      "DROP TRIGGER text_is_never_changed; UPDATE text SET content = replace(content, ' not', '')",
    )
    connection.close()
    const { reader } = place.open()
    const failure = failureOf(() => [...eachVersion(reader)].map((version) => readText(reader, version)))
    expect([failure.kind, failure.reason]).toEqual(['REFUSED', 'damaged-text'])
  })
})

function overwrite(file: string, at: number, length: number): void {
  const bytes = readFileSync(file)
  for (let offset = at; offset < at + length; offset += 1) bytes[offset] = (offset * 167 + 13) & 0xff
  writeFileSync(file, bytes)
}

function other(file: string): void {
  rmSync(file)
  const connection = connect(file, true)
  connection.exec('CREATE TABLE song (id INTEGER PRIMARY KEY); PRAGMA user_version = 1')
  connection.close()
}
