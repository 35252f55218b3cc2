import { expect, it } from 'vitest'
import { briefOf, FACTS, importText, scratch } from '../library/fixtures/scratch.ts'
import { createBrief, listBriefs } from './briefs.ts'
import { listCustody } from './custody.ts'
import { findKeptSource, findSource } from './sources.ts'
import { listTrash, removeBrief, removeSource, restoreBrief, restoreSource } from './trash.ts'

it('holds what was removed, and no source whose import was undone', () => {
  using place = scratch()
  const library = place.open()
  importText(library, 'One text.')
  library.undo()
  expect(listTrash(library.reader)).toEqual([])
  const { source } = importText(library, 'Another text.', { citekey: 'other' })
  library.write('remove', (writer) => removeSource(writer, source))
  expect(listTrash(library.reader).map(({ citekey }) => citekey)).toEqual(['other'])
  expect(findKeptSource(library.reader, 'other')?.id).toBe(source)
  expect(findKeptSource(library.reader, FACTS.citekey)).toBeNull()
})

it('is left by putting back and by undo, each one step with its custody entry', () => {
  using place = scratch()
  const library = place.open()
  const { source } = importText(library, 'A text.')
  library.write('remove', (writer) => removeSource(writer, source))
  library.write('put back', (writer) => restoreSource(writer, source))
  expect(listTrash(library.reader)).toEqual([])
  expect(library.undo()).toBe('put back')
  expect(listTrash(library.reader)).toHaveLength(1)
  expect(library.undo()).toBe('remove')
  expect(findSource(library.reader, source)?.id).toBe(source)
  expect(library.redo()).toBe('remove')
  expect(listTrash(library.reader)).toHaveLength(1)
  const kinds = listCustody(library.reader, { source }).map(({ kind }) => kind)
  expect(kinds).toEqual(['import', 'remove', 'restore', 'undo', 'undo', 'redo'])
})

it('keeps briefs with their words', () => {
  using place = scratch()
  const library = place.open()
  const brief = library.write('Write', (writer) => createBrief(writer, briefOf('Words of mine.')))
  const before = listBriefs(library.reader)
  library.write('remove', (writer) => removeBrief(writer, brief))
  expect(listBriefs(library.reader)).toEqual([])
  expect(listTrash(library.reader)).toMatchObject([{ kind: 'brief', id: brief, title: 'On the port' }])
  library.write('put back', (writer) => restoreBrief(writer, brief))
  expect(listBriefs(library.reader)).toMatchObject([{ id: brief, words: before[0]?.words }])
  expect(listCustody(library.reader).map(({ kind, detail }) => [kind, detail])).toEqual([
    ['remove', { brief }],
    ['restore', { brief, from: 'trash' }],
  ])
})
