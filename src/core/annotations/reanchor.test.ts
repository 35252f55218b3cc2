import { expect, test } from 'vitest'
import { createAnnotation, findAnnotation, listAnnotations } from '../db/annotations.ts'
import type { SourceId, VersionId } from '../db/ids.ts'
import { addVersion } from '../db/versions.ts'
import { importText, scratch, versionOf } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { migrateAnnotations } from './migrate.ts'

const REFRAIN = 'And the ferry sails no more'
const STANZAS = Array.from(
  { length: 10 },
  (_, at) => `Stanza ${'ABCDEFGHIJ'.charAt(at)} tells of the river and its bridge.`,
)

/** A song with its refrain after each stanza. */
const song = (stanzas: readonly string[]): string => stanzas.flatMap((stanza) => [stanza, REFRAIN]).join('\n')

const placesOf = (text: string): number[] => Array.from(text.matchAll(/And the ferry/g), ({ index }) => index)

/** Marks every refrain; the annotations in the order of the text. */
function markAll(library: Library, text: string, source: SourceId, version: VersionId) {
  return library.write('annotate', (writer) =>
    placesOf(text).map((start) =>
      createAnnotation(writer, {
        source,
        version,
        segments: [{ start, end: start + REFRAIN.length }],
        exact: REFRAIN,
        prefix: text.slice(Math.max(0, start - 64), start),
        suffix: text.slice(start + REFRAIN.length, start + REFRAIN.length + 64),
        colour: 'yellow',
        comment: null,
        tags: [],
        attribution: null,
      }),
    ),
  )
}

async function migrated(old: string, now: string) {
  using place = scratch()
  const library = place.open()
  const { source, version } = importText(library, old)
  const marked = markAll(library, old, source, version)
  const made = versionOf(library, now)
  library.write('new version', (writer) => addVersion(writer, source, made))
  await Array.fromAsync(migrateAnnotations(library))
  return marked.map((id) => {
    const found = findAnnotation(library.reader, id)
    return found?.status === 'orphaned' ? null : (found?.start ?? null)
  })
}

test('a refrain that stands ten times keeps its order when stanzas come before and between', async () => {
  const more = STANZAS.toSpliced(5, 0, 'A new one, with other words.').toSpliced(
    0,
    0,
    'An opening of its own.',
  )
  const now = song(more)
  const places = placesOf(now)
  expect(await migrated(song(STANZAS), now)).toEqual(places.filter((_, at) => at !== 0 && at !== 6))
})

test('a refrain among stanzas that are all alike keeps its order when words beside it change', async () => {
  const alike = Array.from(
    { length: 10 },
    () => 'The river was wide and the bridge was low, and we went home.',
  )
  const now = song(
    alike.map((stanza, at) => (at % 3 === 1 ? stanza.replace('wide', 'broad, and deep') : stanza)),
  )
  expect(await migrated(song(alike), `Sung in May.\n${now}`)).toEqual(placesOf(`Sung in May.\n${now}`))
})

test('a refrain alone on ten lines keeps its order behind a new line', async () => {
  const old = Array.from({ length: 10 }, () => REFRAIN).join('\n')
  const now = `A heading that was not there before, and is rather long, as headings go at times.\n${old}\nAn end.`
  expect(await migrated(old, now)).toEqual(placesOf(now))
})

test('what was cut out is no other refrain', async () => {
  const now = song(STANZAS).replace(`\n${REFRAIN}\n${STANZAS[4] ?? ''}`, '')
  const found = await migrated(song(STANZAS), now)
  const places = placesOf(now)
  expect(found.filter((place) => place !== null)).toHaveLength(
    new Set(found.filter((at) => at !== null)).size,
  )
  expect([found.slice(0, 3), found.slice(5)]).toEqual([places.slice(0, 3), places.slice(4)])
})

test('a version whose text is damaged holds no import up: what it stored with the annotation is looked for', async () => {
  using place = scratch()
  const library = place.open()
  const old = song(STANZAS)
  const { source, version } = importText(library, old)
  markAll(library, old, source, version)
  const made = versionOf(library, `An opening.\n${old}`)
  library.write('damage', (writer) => {
    writer.run('DROP TRIGGER text_is_never_changed')
    writer.run("UPDATE text SET content = 'something else'")
  })
  library.write('new version', (writer) => addVersion(writer, source, made))
  await Array.fromAsync(migrateAnnotations(library))
  expect(listAnnotations(library.reader, { source }).map(({ status }) => status)).toEqual(
    Array.from({ length: 10 }, () => 'anchored'),
  )
})
