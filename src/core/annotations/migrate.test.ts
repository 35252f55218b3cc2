import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createAnnotation, findAnnotation, listAnchors, listAnnotations } from '../db/annotations.ts'
import type { AnnotationId } from '../db/ids.ts'
import { findVersion, readText } from '../db/versions.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { highlighted, OUTCOMES, update, type Updated } from './fixtures/updated.ts'
import { migrateAnnotations } from './migrate.ts'
import { migrationOf } from './migration.ts'

const ONE_AT_A_TIME = 0

const finish = (library: Library) => Array.fromAsync(migrateAnnotations(library, undefined, ONE_AT_A_TIME))

/** How each highlight stands, `waiting` where it was not looked for yet. */
const standing = ({ reader }: Library, updated: readonly Updated[]) =>
  updated.map(({ annotations }) =>
    annotations.map((id) => {
      const found = findAnnotation(reader, id)
      return found?.waiting === true ? 'waiting' : (found?.status ?? 'gone')
    }),
  )

/** Whatever was looked for stands as it should, and all else waits where it was. */
function expectWhole(library: Library, updated: readonly Updated[]): number {
  const stands = standing(library, updated)
  for (const [source, statuses] of stands.entries())
    for (const [at, status] of statuses.entries()) {
      expect(['waiting', OUTCOMES[at]]).toContain(status)
      const id = updated[source]?.annotations[at] ?? ''
      if (status === 'waiting')
        expect(findAnnotation(library.reader, id)).toMatchObject({ version: 1, start: null, segments: [] })
      expect(listAnchors(library.reader, id)).toHaveLength(
        status === 'waiting' || status === 'orphaned' ? 1 : 2,
      )
    }
  return stands.flat().filter((status) => status === 'waiting').length
}

test('after a new version every highlight waits on the old one, and none is shown in the new text', () => {
  using place = scratch()
  const library = place.open()
  const updated = highlighted(library, 2)
  update(library, updated)
  expect(standing(library, updated).flat()).toEqual(Array.from({ length: 12 }, () => 'waiting'))
  expect(listAnnotations(library.reader).every(({ start, version }) => start === null && version === 1)).toBe(
    true,
  )
  expect(migrationOf(library, updated[0]?.source ?? '')).toMatchObject({
    version: 2,
    waiting: 6,
    annotations: [],
  })
})

test('they are found source by source, and a review is shown only of a source that is done', async () => {
  using place = scratch()
  const library = place.open()
  const updated = highlighted(library, 3)
  update(library, updated)
  const seen: number[] = []
  for await (const { done, all, source } of migrateAnnotations(library, undefined, ONE_AT_A_TIME)) {
    expect(all).toBe(18)
    const waiting = expectWhole(library, updated)
    expect(done).toBe(18 - waiting)
    for (const { source: each } of updated) {
      const migration = migrationOf(library, each)
      expect(migration.annotations).toHaveLength(migration.waiting === 0 ? 6 : 0)
    }
    if (source !== null) seen.push(done)
  }
  expect(seen).toEqual([6, 12, 18])
  expect(standing(library, updated)).toEqual([OUTCOMES, OUTCOMES, OUTCOMES])
  expect(await finish(library)).toEqual([])
})

test('it is broken off in the middle and goes on later, also in a library that was opened again', async () => {
  using place = scratch()
  const library = place.open()
  const updated = highlighted(library, 3)
  update(library, updated)
  const stopping = new AbortController()
  for await (const { done } of migrateAnnotations(library, stopping.signal, ONE_AT_A_TIME))
    if (done === 8) stopping.abort()
  expect(expectWhole(library, updated)).toBe(10)
  const again = place.open()
  const [first] = await finish(again)
  expect(first).toMatchObject({ done: 1, all: 10 })
  expect(standing(again, updated)).toEqual([OUTCOMES, OUTCOMES, OUTCOMES])
})

test('undo takes the version back with all that was found, at any moment, and redo brings it back', async () => {
  using place = scratch()
  const library = place.open()
  const updated = highlighted(library, 2)
  const before = listAnnotations(library.reader)
  update(library, updated)
  for await (const { done } of migrateAnnotations(library, undefined, ONE_AT_A_TIME)) {
    if (done !== 8) continue
    expect(library.undo()).toBe('Import of 2 sources')
    expect(listAnnotations(library.reader)).toEqual(before)
  }
  expect(listAnnotations(library.reader)).toEqual(before)
  expect(library.redo()).toBe('Import of 2 sources')
  expect(expectWhole(library, updated)).toBe(4)
  await finish(library)
  expect(standing(library, updated)).toEqual([OUTCOMES, OUTCOMES])
  library.undo()
  expect(listAnnotations(library.reader)).toEqual(before)
  library.redo()
  expect(standing(library, updated)).toEqual([OUTCOMES, OUTCOMES])
  expect(await finish(library)).toEqual([])
})

test('one source that is undone keeps the name of its import', async () => {
  using place = scratch()
  const library = place.open()
  const updated = highlighted(library, 1)
  update(library, updated)
  await finish(library)
  expect(library.undo()).toBe('Import 0.txt')
})

test('other calls have their turn between, and what a person does meanwhile stays', async () => {
  using place = scratch()
  const library = place.open()
  const updated = highlighted(library, 2)
  update(library, updated)
  const ending = new AbortController()
  let answered = 0
  const others = (async () => {
    while (!ending.signal.aborted) {
      await turn()
      answered += listAnnotations(library.reader).length === 0 ? 0 : 1
    }
  })()
  const last = updated[1]?.annotations[5] as AnnotationId
  const source = updated[1]?.source
  if (source === undefined) throw new Error('There are two sources')
  for await (const { done } of migrateAnnotations(library, undefined, ONE_AT_A_TIME)) {
    if (done !== 3) continue
    const version = findVersion(library.reader, source)
    if (version === null) throw new Error('It has a version')
    const exact = readText(library.reader, version).slice(0, 20)
    library.write('place', (writer) => {
      const made = { version: version.id, segments: [{ start: 0, end: 20 }], exact, prefix: '', suffix: '' }
      createAnnotation(writer, {
        ...made,
        source,
        colour: 'blue',
        comment: null,
        tags: [],
        attribution: null,
      })
    })
  }
  ending.abort()
  await others
  expect(answered).toBeGreaterThanOrEqual(12)
  expect(findAnnotation(library.reader, last)?.status).toBe('anchored')
  expect(listAnnotations(library.reader).filter(({ colour }) => colour === 'blue')).toMatchObject([
    { start: 0, end: 20, status: 'anchored' },
  ])
})

test('a version whose text is damaged holds up no other source; its highlights wait', async () => {
  using place = scratch()
  const library = place.open()
  const updated = highlighted(library, 2)
  update(library, updated)
  const [{ source } = { source: '' }] = updated
  const damaged = findVersion(library.reader, source as Updated['source'])?.textSha256 ?? ''
  library.write('damage', (writer) => {
    writer.run('DROP TRIGGER text_is_never_changed')
    writer.run("UPDATE text SET content = 'something else' WHERE id = ?", damaged)
  })
  await finish(library)
  expect(standing(library, updated)).toEqual([Array.from({ length: 6 }, () => 'waiting'), OUTCOMES])
})

test('two that look at once find each highlight once', async () => {
  using place = scratch()
  const library = place.open()
  const other = place.open()
  const updated = highlighted(library, 3)
  update(library, updated)
  await Promise.all([finish(library), finish(other)])
  expect(expectWhole(library, updated)).toBe(0)
})

test('a source that has one version is not even read', async () => {
  using place = scratch()
  const library = place.open()
  importText(library, 'Nothing is new here.')
  expect(await finish(library)).toEqual([])
})
