import { describe, expect, it } from 'vitest'
import { briefOf, FACTS, scratch, versionOf } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { createAnnotation, listAnnotations } from './annotations.ts'
import { createBrief } from './briefs.ts'
import { countAll } from './counts.ts'
import { listCustody } from './custody.ts'
import type { RunId, SourceId, VersionId } from './ids.ts'
import { addSource, addSourceTags, editSource } from './source-facts.ts'
import { findSource } from './sources.ts'
import { removeSource } from './trash.ts'
import { addVersion } from './versions.ts'

const TEXT = 'The port will close in March, the minister said.'

interface Made {
  readonly source: SourceId
  readonly version: VersionId
}

function importIn(library: Library, run: RunId, name: string): Made {
  const made = versionOf(library, `${TEXT} ${name}.`, { path: `/articles/${name}.txt` })
  const facts = { ...FACTS, citekey: name, title: name }
  return library.write(`Import ${name}.txt`, (writer) => addSource(writer, facts, made), run)
}

const annotate = (library: Library, { source, version }: Made) =>
  library.write('annotate', (writer) =>
    createAnnotation(writer, {
      source,
      version,
      segments: [{ start: 4, end: 19 }],
      exact: 'port will close',
      prefix: 'The ',
      suffix: ' in March',
      colour: 'blue',
      comment: null,
      tags: [],
      attribution: null,
    }),
  )

const titles = ({ reader }: Library, made: readonly Made[]) =>
  made.map(({ source }) => findSource(reader, source)?.title ?? null)

describe('a run', () => {
  it('is one step of undo and of redo, however many files it imported', () => {
    using place = scratch()
    const library = place.open()
    const run = library.newRun()
    const made = ['one', 'two', 'three'].map((name) => importIn(library, run, name))
    expect(library.undo()).toBe('Import of 3 sources')
    expect(titles(library, made)).toEqual([null, null, null])
    expect(library.undo()).toBeNull()
    expect(library.redo()).toBe('Import of 3 sources')
    expect(titles(library, made)).toEqual(['one', 'two', 'three'])
  })

  it('of one file is called by that file', () => {
    using place = scratch()
    const library = place.open()
    importIn(library, library.newRun(), 'one')
    expect(library.undo()).toBe('Import one.txt')
  })

  it('that goes on while a user works leaves the user’s own acts to be undone first', () => {
    using place = scratch()
    const library = place.open()
    const run = library.newRun()
    const first = importIn(library, run, 'one')
    annotate(library, first)
    importIn(library, run, 'two')
    expect(library.undo()).toBe('annotate')
    expect(library.undo()).toBe('Import of 2 sources')
    expect(countAll(library.reader).sources).toBe(0)
  })

  it('that goes on after it was undone is a new step of the same run', () => {
    using place = scratch()
    const library = place.open()
    const run = library.newRun()
    importIn(library, run, 'one')
    library.undo()
    const made = importIn(library, run, 'two')
    expect(library.takeBack(run)?.sources).toEqual([made.source])
    expect(countAll(library.reader).sources).toBe(0)
  })
})

describe('a run that is taken back', () => {
  it('goes whole, whatever was done since, and comes back whole', () => {
    using place = scratch()
    const library = place.open()
    const before = importIn(library, library.newRun(), 'before')
    const run = library.newRun()
    const made = [importIn(library, run, 'one'), importIn(library, run, 'two')]
    library.write('Import before.txt', (writer) => addSourceTags(writer, before.source, ['lakes']), run)
    const newer = versionOf(library, 'Other words.')
    library.write('Import before.txt', (writer) => addVersion(writer, before.source, newer), run)
    annotate(library, before)
    const { sources, kept } = library.takeBack(run) ?? { sources: [], kept: new Map() }
    expect(new Set(sources)).toEqual(new Set([...made, before].map(({ source }) => source)))
    expect(kept.size).toBe(0)
    expect(titles(library, made)).toEqual([null, null])
    expect(findSource(library.reader, before.source)).toMatchObject({ versions: 1, tags: ['harbour'] })
    expect(listAnnotations(library.reader)).toHaveLength(1)

    expect(library.doAgain(run)).toHaveLength(3)
    expect(titles(library, made)).toEqual(['one', 'two'])
    expect(findSource(library.reader, before.source)).toMatchObject({
      versions: 2,
      tags: ['harbour', 'lakes'],
    })
    const kinds = listCustody(library.reader, { source: before.source }).map(({ kind }) => kind)
    expect(kinds.slice(-2)).toEqual(['redo', 'redo'])
  })

  it('leaves sources that a user has made something of since', () => {
    using place = scratch()
    const library = place.open()
    const run = library.newRun()
    const names = ['annotated', 'quoted', 'cited', 'edited', 'newer', 'unused']
    const made = names.map((name) => importIn(library, run, name))
    const [annotated, quoted, cited, edited, newer] = made
    if (!annotated || !quoted || !cited || !edited || !newer) throw new Error('nothing was imported')
    annotate(library, annotated)
    const passage = annotate(library, quoted)
    const content = JSON.stringify({ text: `It closes: {${passage}}`, items: [{ citekey: 'cited' }] })
    library.write('brief', (writer) => createBrief(writer, { ...briefOf(''), content }))
    library.write('edit', (writer) =>
      editSource(writer, edited.source, { publication: 'The Gazette' }, { by: 'person' }),
    )
    const words = versionOf(library, 'Other words.')
    library.write('Import', (writer) => addVersion(writer, newer.source, words), library.newRun())

    const taken = library.takeBack(run)
    expect(
      Object.fromEntries(
        [...(taken?.kept ?? [])].map(([id, why]) => [findSource(library.reader, id)?.citekey, why]),
      ),
    ).toEqual({
      annotated: 'annotated',
      quoted: 'quoted',
      cited: 'cited',
      edited: 'edited',
      newer: 'newer-version',
    })
    expect(titles(library, made)).toEqual(['annotated', 'quoted', 'cited', 'edited', 'newer', null])
    expect(listAnnotations(library.reader).map(({ status }) => status)).toEqual(['anchored', 'anchored'])
    expect(library.doAgain(run)).toHaveLength(1)
    expect(titles(library, made).at(-1)).toBe('unused')
  })

  it('does not bring back what was kept then and removed since', () => {
    using place = scratch()
    const library = place.open()
    const run = library.newRun()
    const [kept, gone] = [importIn(library, run, 'kept'), importIn(library, run, 'gone')]
    annotate(library, kept)
    library.takeBack(run)
    library.write('remove', (writer) => removeSource(writer, kept.source))
    library.doAgain(run)
    expect(titles(library, [kept, gone])).toEqual([null, 'gone'])
  })

  it('has nothing left the second time', () => {
    using place = scratch()
    const library = place.open()
    const run = library.newRun()
    importIn(library, run, 'one')
    expect(library.doAgain(run)).toBeNull()
    expect(library.takeBack(run)).not.toBeNull()
    expect(library.takeBack(run)).toBeNull()
    expect(library.takeBack(library.newRun())).toBeNull()
  })
})
