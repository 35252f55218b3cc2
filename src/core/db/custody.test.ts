import { describe, expect, it } from 'vitest'
import { sayOfStory } from '../stories/stories.ts'
import { FACTS, importText, scratch, versionOf } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { sha256Of } from './content.ts'
import { listCustody } from './custody.ts'
import { addCitedSource, addSourceTags, editSource } from './source-facts.ts'
import type { SourceId } from './ids.ts'
import { removeSource } from './trash.ts'
import { addVersion } from './versions.ts'

const NOW = '2026-03-14T09:30:00.000Z'
const [FIRST, SECOND] = ['The quay stays open.', 'The quay is closed.'].map((text) => ({
  text,
  sha256: sha256Of(text),
}))

type Act = (library: Library, source: SourceId) => void

const rename: Act = (library, source) =>
  library.write('edit', (writer) => editSource(writer, source, { title: 'Quay' }, { by: 'person' }))
const reimport: Act = (library, source) =>
  library.write('again', (writer) => addVersion(writer, source, versionOf(library, SECOND?.text ?? '')))

describe('the custody log keeps who, what, when and which bytes', () => {
  it.each<[string, Act, string, { sha256: string } | undefined]>([
    ['an import', () => undefined, 'import', FIRST],
    ['an import of other bytes', reimport, 're-import', SECOND],
    ['an edit', rename, 'edit', FIRST],
    [
      'an import’s facts and tags',
      (library, source) => library.write('tag', (writer) => addSourceTags(writer, source, ['new'])),
      'edit',
      FIRST,
    ],
    [
      'a word on its story',
      (library, source) => {
        const { source: other } = importText(library, SECOND?.text ?? '', { citekey: 'other' })
        sayOfStory(library, { source, other, same: true })
      },
      'edit',
      FIRST,
    ],
    [
      'a removal',
      (library, source) => library.write('remove', (writer) => removeSource(writer, source)),
      'remove',
      FIRST,
    ],
    ['an import that is undone', (library) => library.undo(), 'undo', FIRST],
    [
      'an import that is done again',
      (library) => {
        library.undo()
        library.redo()
      },
      'redo',
      FIRST,
    ],
    [
      'a version that is undone',
      (library, source) => {
        reimport(library, source)
        library.undo()
      },
      'undo',
      SECOND,
    ],
    [
      'an edit that is undone after another version came',
      (library, source) => {
        reimport(library, source)
        rename(library, source)
        library.undo()
      },
      'undo',
      SECOND,
    ],
  ])('of %s', (_, act, kind, of) => {
    using place = scratch()
    const library = place.open({ clock: { now: () => new Date(NOW) } })
    const { source } = importText(library, FIRST?.text ?? '')
    act(library, source)
    const entry = listCustody(library.reader, { source }).at(-1)
    expect(entry).toMatchObject({ kind, who: 'Ada', at: NOW, source, sha256: of?.sha256 })
    expect(Object.keys(entry?.detail as object).length > 0 || kind === 'remove').toBe(true)
  })

  it('of a source that a bibliography names', () => {
    using place = scratch()
    const library = place.open()
    const { original } = versionOf(library, '@article{quay}')
    const cited = { original, importer: 'bibtex', path: null, entry: 'quay' }
    const source = library.write('Import', (writer) => addCitedSource(writer, FACTS, cited))
    expect(listCustody(library.reader, { source })).toMatchObject([
      { kind: 'import', who: 'Ada', sha256: sha256Of('@article{quay}'), detail: { entry: 'quay' } },
    ])
  })
})

it('an entry of the custody log cannot be changed or taken away', () => {
  using place = scratch()
  const library = place.open()
  importText(library, FIRST?.text ?? '')
  for (const sql of [
    "UPDATE custody SET who = 'Bob'",
    "UPDATE custody SET deleted_at = '2026'",
    'DELETE FROM custody',
  ])
    expect(() => library.writeQuietly((writer) => writer.run(sql))).toThrow('insert-only')
})
