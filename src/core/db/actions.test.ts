import { describe, expect, it } from 'vitest'
import { briefOf, FACTS, importText, scratch, versionOf } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { createAnnotation, listAnnotations } from './annotations.ts'
import { listActors } from './actors.ts'
import {
  addRevision,
  createBrief,
  findBrief,
  listBriefs,
  listRevisions,
  readBrief,
  saveBrief,
} from './briefs.ts'
import { versionsHoldingAll } from './candidates.ts'
import { countAll } from './counts.ts'
import { listCustody } from './custody.ts'
import type { SourceId, VersionId } from './ids.ts'
import { searchLibrary } from './search.ts'
import { editSource } from './source-facts.ts'
import { citekeysInUse, findSource, getSourceRow } from './sources.ts'
import { removeSource } from './trash.ts'
import { addVersion, listVersions, readText } from './versions.ts'

const TEXT = 'The port will close in March, the minister said.'

const annotate = (library: Library, source: SourceId, version: VersionId) =>
  library.write('Annotate', (writer) =>
    createAnnotation(writer, {
      source,
      version,
      segments: [{ start: 4, end: 19 }],
      exact: 'port will close',
      prefix: 'The ',
      suffix: ' in March',
      colour: 'blue',
      comment: 'the date matters',
      tags: ['closure'],
      attribution: { speaker: 'Mara Lind', role: 'minister', topic: 'the port', stance: 'against' },
    }),
  )

/** All that a user can see. */
const seen = ({ reader }: Library) => ({
  counts: countAll(reader),
  source: findSource(reader, FACTS.citekey),
  annotations: listAnnotations(reader),
  briefs: listBriefs(reader).map((brief) => ({ ...brief, updatedAt: null })),
  hits: searchLibrary(reader, { query: 'port', limit: 20 }).length,
  actors: listActors(reader),
})

describe('undo', () => {
  it('takes every kind of action back and redo does it again', () => {
    using place = scratch()
    const library = place.open()
    const states = [seen(library)]
    const { source, version } = importText(library, TEXT)
    states.push(seen(library))
    const annotation = annotate(library, source, version)
    states.push(seen(library))
    library.write('Edit', (writer) =>
      editSource(
        writer,
        source,
        { title: 'Port closes', authors: ['B. Oakes'], tags: ['sea', 'harbour'] },
        { by: 'person' },
      ),
    )
    states.push(seen(library))
    library.write('Import brief', (writer) => createBrief(writer, briefOf(`The port: {${annotation}}`)))
    states.push(seen(library))
    library.write('Re-import', (writer) => addVersion(writer, source, versionOf(library, `${TEXT} It did.`)))
    states.push(seen(library))
    library.write('Remove', (writer) => removeSource(writer, source))
    const last = seen(library)

    const labels = ['Remove', 'Re-import', 'Import brief', 'Edit', 'Annotate', 'Import port.txt']
    for (const label of labels) {
      expect(library.undo()).toBe(label)
      expect(seen(library)).toEqual(states.pop())
    }
    expect(library.undo()).toBeNull()
    for (const label of labels.toReversed()) expect(library.redo()).toBe(label)
    expect(library.redo()).toBeNull()
    expect(seen(library)).toEqual(last)
  })

  it('outlives the program', () => {
    using place = scratch()
    const first = place.open()
    importText(first, TEXT)
    first.close()
    const second = place.open()
    expect(second.undo()).toBe('Import port.txt')
    expect(countAll(second.reader).sources).toBe(0)
  })

  it('forgets what could be redone once something new is done', () => {
    using place = scratch()
    const library = place.open()
    importText(library, TEXT)
    library.undo()
    importText(library, 'Another text')
    expect(library.redo()).toBeNull()
    expect(library.undo()).toBe('Import port.txt')
    expect(library.undo()).toBeNull()
  })

  it('leaves alone what was changed since without a step of its own', () => {
    using place = scratch()
    const library = place.open()
    const id = library.write('New brief', (writer) => createBrief(writer, briefOf('one')))
    library.write('Rename', (writer) => saveBrief(writer, id, { title: 'B', language: 'fr' }))
    library.writeQuietly((writer) => saveBrief(writer, id, { title: 'C' }))
    expect(library.undo()).toBe('Rename')
    expect(readBrief(library.reader, id)).toMatchObject({ title: 'C', language: 'en' })
  })

  it('keeps every custody entry and adds its own', () => {
    using place = scratch()
    const library = place.open()
    const { source } = importText(library, TEXT)
    library.write('Edit', (writer) => editSource(writer, source, { title: 'Other' }, { by: 'person' }))
    library.undo()
    library.undo()
    library.redo()
    const log = listCustody(library.reader, { source })
    expect(log.map(({ kind }) => kind)).toEqual(['import', 'edit', 'undo', 'undo', 'redo'])
    expect(log[1]?.detail).toEqual({ by: 'person', changes: { title: { from: FACTS.title, to: 'Other' } } })
    expect(log[0]).toMatchObject({ who: 'Ada', sha256: findSource(library.reader, source)?.sha256 })
  })

  it('takes the words of an import out of the reach of verdicts, but not those of the trash', () => {
    using place = scratch()
    const library = place.open()
    const { source } = importText(library, TEXT)
    library.write('Remove', (writer) => removeSource(writer, source))
    expect(versionsHoldingAll(library.reader, ['minister'])).toMatchObject([{ inTrash: true }])
    library.undo()
    library.undo()
    expect(versionsHoldingAll(library.reader, ['minister'])).toEqual([])
  })

  it('leaves no step where nothing was done', () => {
    using place = scratch()
    const library = place.open()
    const { source } = importText(library, TEXT)
    library.write('Edit', (writer) => editSource(writer, source, { title: FACTS.title }, { by: 'import' }))
    expect(library.undo()).toBe('Import port.txt')
  })
})

describe('a write that fails', () => {
  it('keeps nothing of it', () => {
    using place = scratch()
    const library = place.open()
    const before = seen(library)
    expect(() =>
      library.write('Broken', (writer) => {
        createBrief(writer, briefOf('half'))
        throw new Error('broken off')
      }),
    ).toThrow('broken off')
    expect(seen(library)).toEqual(before)
    expect(library.undo()).toBeNull()
    importText(library, TEXT)
    expect(countAll(library.reader).sources).toBe(1)
  })

  it('is refused inside another and when it waits', () => {
    using place = scratch()
    const library = place.open()
    expect(() => library.write('Outer', () => importText(library, TEXT))).toThrow('A write within a write')
    expect(() => library.write('Slow', async () => 1)).toThrow('synchronous')
    expect(countAll(library.reader).sources).toBe(0)
  })

  it('is stopped by a reference to nothing', () => {
    using place = scratch()
    const library = place.open()
    const { version } = importText(library, TEXT)
    expect(() => annotate(library, 'src_none' as SourceId, version)).toThrow('FOREIGN KEY')
    expect(listAnnotations(library.reader)).toEqual([])
  })
})

describe('what a person set', () => {
  it('is not written over by an import', () => {
    using place = scratch()
    const library = place.open()
    const { source } = importText(library, TEXT)
    library.write('Edit', (writer) =>
      editSource(writer, source, { title: 'Mine', authors: [] }, { by: 'person' }),
    )
    library.write('Re-import', (writer) =>
      editSource(
        writer,
        source,
        { title: 'Theirs', authors: ['X'], publication: 'The Gazette' },
        { by: 'import' },
      ),
    )
    expect(findSource(library.reader, source)).toMatchObject({
      title: 'Mine',
      authors: [],
      publication: 'The Gazette',
    })
    expect(getSourceRow(library.reader, source)?.edited).toEqual(new Set(['title', 'authors']))
  })

  it('touches the columns and rows that differ, no others', () => {
    using place = scratch()
    const library = place.open()
    const { source } = importText(library, TEXT)
    const rows = () =>
      library.reader
        .sql('SELECT id, name FROM source_author WHERE deleted_at IS NULL ORDER BY position')
        .all()
    const [first] = rows()
    library.write('Edit', (writer) =>
      editSource(writer, source, { authors: ['Ada Marrow', 'C. Pine'] }, { by: 'person' }),
    )
    expect(rows()[0]).toEqual(first)
    expect(findSource(library.reader, source)?.authors).toEqual(['Ada Marrow', 'C. Pine'])
  })
})

describe('briefs', () => {
  it('keep revisions that nothing changes', () => {
    using place = scratch()
    const library = place.open()
    const id = library.write('New brief', (writer) => createBrief(writer, briefOf('one')))
    library.writeQuietly((writer) => addRevision(writer, id))
    library.writeQuietly((writer) => saveBrief(writer, id, briefOf('one two')))
    library.writeQuietly((writer) => addRevision(writer, id))
    expect(listRevisions(library.reader, id).map(({ content }) => content)).toEqual([
      '{"text":"one two"}',
      '{"text":"one"}',
    ])
    expect(findBrief(library.reader, id)).toMatchObject({ words: 2, quotes: 0 })
    expect(() =>
      library.writeQuietly((writer) => writer.run('UPDATE brief_revision SET content = ?', '')),
    ).toThrow('insert-only')
  })
})

describe('versions', () => {
  it('count from 1 and the newest is the current one', () => {
    using place = scratch()
    const library = place.open()
    const { source } = importText(library, TEXT)
    library.write('Re-import', (writer) => addVersion(writer, source, versionOf(library, 'Changed.')))
    expect(listVersions(library.reader, source)).toMatchObject([
      { number: 1, current: false },
      { number: 2, current: true },
    ])
    expect(findSource(library.reader, source)).toMatchObject({ versions: 2, words: 1 })
    expect(listCustody(library.reader).map(({ kind }) => kind)).toEqual(['import', 're-import'])
  })

  it('follow one another even when the clock goes back', () => {
    using place = scratch()
    let time = Date.UTC(2026, 5, 1)
    const library = place.open({ clock: { now: () => new Date((time -= 60_000)) } })
    const { source } = importText(library, TEXT)
    for (const text of ['Second.', 'Third.']) {
      library.write('Re-import', (writer) => addVersion(writer, source, versionOf(library, text)))
      const current = listVersions(library.reader, source).find((version) => version.current)
      expect(current && readText(library.reader, current)).toBe(text)
    }
  })

  it('of an import that was undone leave their citekey free, those in the trash do not', () => {
    using place = scratch()
    const library = place.open()
    const { source } = importText(library, TEXT)
    library.write('Remove', (writer) => removeSource(writer, source))
    expect([...citekeysInUse(library.reader)]).toEqual([FACTS.citekey])
    library.undo()
    library.undo()
    expect([...citekeysInUse(library.reader)]).toEqual([])
  })

  it('are never changed and never deleted', () => {
    using place = scratch()
    const library = place.open()
    importText(library, TEXT)
    for (const sql of [
      'UPDATE version SET words = 0',
      'DELETE FROM version',
      'UPDATE text SET content = 1',
      'DELETE FROM custody',
      'UPDATE custody SET who = 1',
    ]) {
      expect(() => library.writeQuietly((writer) => writer.run(sql))).toThrow('insert-only')
    }
  })
})
