import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { report } from '../../shared/story/fixtures/reports.ts'
import type { Scratch } from '../library/fixtures/scratch.ts'
import { importText, scratch, versionOf } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { connect } from './database.ts'
import { populateVersion2 } from './fixtures/populated-v2.ts'
import type { SourceId } from './ids.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { editSource } from './source-facts.ts'
import { getSourceRow, listSources } from './sources.ts'
import { listStory, sayStory, storiesPending } from './stories.ts'
import { takeUpPending } from './story-index.ts'
import { removeSource } from './trash.ts'
import { addVersion } from './versions.ts'

const WIRE = report(1)
const paragraphs = WIRE.split('\n')
/** Each copy under a headline of its own, the second without its end. */
const COPIES = [
  `Dam row\n${WIRE}`,
  `Lake talks fail\n${paragraphs.slice(0, -2).join('\n')}`,
  `${WIRE}\nMore to follow.`,
]

/** A library with sources of these texts. */
function filled(place: Scratch, texts: readonly string[]): { library: Library; ids: readonly SourceId[] } {
  const library = place.open()
  return {
    library,
    ids: texts.map((text, at) => importText(library, text, { citekey: `source${String(at)}` }).source),
  }
}

/** The stories as strings of the sources' places: `['02']` where the first and the third are one. */
function storiesIn(library: Library, ids: readonly SourceId[]): string[] {
  const stories = ids.map((id) =>
    listStory(library.reader, id)
      .map((mate) => String(ids.indexOf(mate)))
      .join(''),
  )
  return [...new Set(stories)].filter((story) => story !== '').toSorted()
}

const say = (
  library: Library,
  source: SourceId | undefined,
  other: SourceId | undefined,
  same: boolean,
): void => {
  if (source === undefined || other === undefined) throw new Error('no source')
  library.write('say', (writer) => sayStory(writer, source, other, same))
}

describe('copies of one report', () => {
  it('are one story, whose id their sources share', () => {
    using place = scratch()
    const { library, ids } = filled(place, [
      ...COPIES,
      report(2),
      'Too short to be told apart.',
      'Too short to be told apart.',
    ])
    expect(storiesIn(library, ids)).toEqual(['012'])
    const stories = ids.map((id) => getSourceRow(library.reader, id)?.story ?? null)
    expect(new Set(stories.slice(0, 3)).size).toBe(1)
    expect(stories.slice(3)).toEqual([null, null, null])
    expect(listSources(library.reader).filter(({ story }) => story !== null)).toHaveLength(3)
  })

  it('part when a new version has other words, and meet when it has the old ones again', () => {
    using place = scratch()
    const { library, ids } = filled(place, COPIES)
    const id = ids[0] as SourceId
    const words = (text: string) =>
      library.write('new version', (writer) =>
        addVersion(writer, id, versionOf(library, text, { options: { text } })),
      )
    words(report(3))
    expect(storiesIn(library, ids)).toEqual(['12'])
    words(COPIES[0] ?? '')
    expect(storiesIn(library, ids)).toEqual(['012'])
    library.undo()
    expect(storiesIn(library, ids)).toEqual(['12'])
    library.undo()
    expect(storiesIn(library, ids)).toEqual(['012'])
  })

  it('part when one goes to the trash or its import is undone', () => {
    using place = scratch()
    const { library, ids } = filled(place, COPIES.slice(0, 2))
    library.write('remove', (writer) => removeSource(writer, ids[0] as SourceId))
    expect(storiesIn(library, ids)).toEqual([])
    library.undo()
    expect(storiesIn(library, ids)).toEqual(['01'])
    library.undo()
    expect(storiesIn(library, ids)).toEqual([])
    library.redo()
    expect(storiesIn(library, ids)).toEqual(['01'])
  })

  it('are not read again when facts change', () => {
    using place = scratch()
    const { library, ids } = filled(place, COPIES)
    library.write('edit', (writer) =>
      editSource(writer, ids[0] as SourceId, { title: 'T' }, { by: 'person' }),
    )
    expect(storiesIn(library, ids)).toEqual(['012'])
  })
})

describe('what a person says', () => {
  it('parts two sources, and can be undone and said otherwise', () => {
    using place = scratch()
    const { library, ids } = filled(place, COPIES.slice(0, 2))
    say(library, ids[0], ids[1], false)
    expect(storiesIn(library, ids)).toEqual([])
    library.undo()
    expect(storiesIn(library, ids)).toEqual(['01'])
    library.redo()
    expect(storiesIn(library, ids)).toEqual([])
    say(library, ids[1], ids[0], true)
    expect(storiesIn(library, ids)).toEqual(['01'])
    library.undo()
    expect(storiesIn(library, ids)).toEqual([])
  })

  it('joins sources that are unlike or have no text', () => {
    using place = scratch()
    const { library, ids } = filled(place, [WIRE, report(2), 'Short.'])
    say(library, ids[1], ids[0], true)
    say(library, ids[2], ids[0], true)
    expect(storiesIn(library, ids)).toEqual(['012'])
  })

  it('stays when a text is imported anew, and when all that follows from texts is made again', () => {
    using place = scratch()
    const { library, ids } = filled(place, [...COPIES, report(2)])
    say(library, ids[0], ids[2], false)
    say(library, ids[3], ids[0], true)
    const before = storiesIn(library, ids)
    expect(before.join()).not.toMatch(/0.*2/)
    library.write('new version', (writer) =>
      addVersion(writer, ids[2] as SourceId, versionOf(library, `${COPIES[2] ?? ''}\nNow.`)),
    )
    expect(storiesIn(library, ids)).toEqual(before)
    library.rebuild()
    expect(storiesIn(library, ids)).toEqual(before)
  })
})

/** A library of schema 2 with sources of these texts. */
function older(place: Scratch, texts: readonly string[]): void {
  mkdirSync(place.path)
  const connection = connect(join(place.path, 'library.db'), true)
  connection.pragma('journal_mode = WAL')
  migrate(connection, {
    path: place.path,
    backups: join(place.path, 'backups'),
    now: '2026-02-03T04:05:06.789Z',
    migrations: MIGRATIONS.slice(0, 2),
  })
  populateVersion2(connection, texts)
  connection.close()
}

describe('the sources of a library of schema 2', () => {
  const ids = [0, 1, 2, 3].map((at) => `src_text${String(at)}` as SourceId)

  it('are there as they were, and are compared a few at each write', () => {
    using place = scratch()
    older(place, [...COPIES, report(2)])
    const library = place.open()
    expect(listSources(library.reader)).toHaveLength(6)
    expect(getSourceRow(library.reader, 'src_1')).toMatchObject({
      doi: '10.1000/port',
      publishedAt: null,
      story: null,
    })
    expect(storiesIn(library, ids)).toEqual([])
    while (storiesPending(library.reader))
      library.write('edit', (writer) =>
        editSource(writer, 'src_1' as SourceId, { title: writer.ids.next('row') }, { by: 'person' }),
      )
    expect(storiesIn(library, ids)).toEqual(['012'])
  })

  it('are compared all at once where that is asked for', () => {
    using place = scratch()
    older(place, COPIES)
    const library = place.open()
    while (library.writeQuietly((writer) => takeUpPending(writer, 2)));
    expect(storiesIn(library, ids)).toEqual(['012'])
    expect(library.undo()).toBe('Import')
  })

  it('meet copies that come later', () => {
    using place = scratch()
    older(place, [COPIES[0] ?? ''])
    const library = place.open()
    while (library.writeQuietly((writer) => takeUpPending(writer, 2)));
    const { source } = importText(library, COPIES[1] ?? '')
    expect(listStory(library.reader, source)).toHaveLength(2)
  })
})

it('sources that meet are found by an index', () => {
  using place = scratch()
  const plan = place
    .open()
    .reader.sql<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT s.source_id FROM json_each(?) k
       JOIN story_band b ON b.band_key = k.value JOIN story_signature s ON s.id = b.signature_id`,
    )
    .all('[]')
  const details = plan.map(({ detail }) => detail).join('\n')
  expect(details).toMatch(/SEARCH b USING PRIMARY KEY/)
  expect(details).toMatch(/SEARCH s USING INTEGER PRIMARY KEY/)
})
