import { expect, test } from 'vitest'
import { makeParagraph, makeText } from '../../shared/brief/make.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { createAnnotation } from '../annotations/create.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { digestBrief } from './digest.ts'
import { removeBrief } from './remove.ts'
import { listRevisions, openRevision, restoreRevision, revisionDiff } from './revisions.ts'
import { createWorkingCopy, openWorkingCopy, saveWorkingCopy } from './working-copy.ts'

const saying = (state: BriefState, words: string): BriefState => ({
  ...state,
  root: { ...state.root, children: [makeParagraph([makeText(words, 0)])] },
})

/** A library with sources and highlights, and a brief that was kept as each of these words, one after another. */
function writtenAs(library: Library, ...words: readonly string[]): string {
  const { source } = importText(library, 'The board met. “We would not improve the quay,” Teague said.')
  createAnnotation(library, {
    source,
    place: { quote: 'We would not improve the quay' },
    tags: ['quay'],
    colour: 'yellow',
    speaker: 'Odran Teague',
  })
  const { brief, state } = createWorkingCopy(library, { title: 'Quay', language: 'en' })
  words.reduce(
    (seen, each) =>
      saveWorkingCopy(library, { brief: brief.id, state: saying(state, each), seen, revision: true })
        .updatedAt,
    brief.updatedAt,
  )
  return brief.id
}

const all = (library: Library, brief: string) => listRevisions(library, { brief, before: null, limit: 30 })
const wordsOf = (library: Library, brief: string): string => {
  const [first] = openWorkingCopy(library, brief).state.root.children
  return JSON.stringify(first).replace(/.*"text":"([^"]*)".*/, '$1')
}

test('revisions are listed newest first, page by page, each with its words', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const brief = writtenAs(library, 'one', 'one two', 'one two three')
  expect(all(library, brief).map(({ words }) => words)).toEqual([3, 2, 1])
  const [newest] = listRevisions(library, { brief, before: null, limit: 1 })
  const rest = listRevisions(library, { brief, before: newest?.id ?? null, limit: 30 })
  expect(rest.map(({ words }) => words)).toEqual([2, 1])
})

test('a copy that was kept already is not kept twice', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const brief = writtenAs(library, 'one', 'one')
  expect(all(library, brief)).toHaveLength(1)
})

test('a revision is told word by word against the working copy', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const brief = writtenAs(library, 'the old quay', 'the new quay')
  const oldest = all(library, brief).at(-1)?.id ?? ''
  expect(revisionDiff(library, oldest).diff.filter(({ op }) => op !== 'equal')).toMatchObject([
    { op: 'delete', text: 'old' },
    { op: 'insert', text: 'new' },
  ])
  expect(openRevision(library, oldest).revision).toMatchObject({ brief, title: 'Quay', words: 3 })
})

test('restoring keeps the copy before, and is one step of undo', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const brief = writtenAs(library, 'first', 'second')
  const { state, brief: stored } = openWorkingCopy(library, brief)
  const unkept = saying(state, 'third, between two pauses')
  saveWorkingCopy(library, { brief, state: unkept, seen: stored.updatedAt, revision: false })
  restoreRevision(library, all(library, brief).at(-1)?.id ?? '')
  expect(wordsOf(library, brief)).toBe('first')
  expect(all(library, brief).map(({ words }) => words)).toEqual([4, 1, 1])
  expect(library.undo()).toBe('restore a revision')
  expect(wordsOf(library, brief)).toBe('third, between two pauses')
  expect(all(library, brief)).toHaveLength(3)
  expect(library.redo()).toBe('restore a revision')
  expect(wordsOf(library, brief)).toBe('first')
})

test('words typed after restoring outlive its undo', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const brief = writtenAs(library, 'first', 'second')
  const restored = restoreRevision(library, all(library, brief).at(-1)?.id ?? '')
  const { state } = openWorkingCopy(library, brief)
  const typed = saying(state, 'first and more')
  saveWorkingCopy(library, { brief, state: typed, seen: restored.updatedAt, revision: false })
  library.undo()
  expect(wordsOf(library, brief)).toBe('first and more')
  expect(all(library, brief).map(({ words }) => words)).toEqual([1, 1])
})

test('a damaged revision is listed without words and refuses to be restored', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const brief = writtenAs(library, 'first')
  library.writeQuietly((writer) =>
    writer.run(
      `INSERT INTO brief_revision (id, brief_id, title, format, content, created_at, updated_at, device_id)
       SELECT 'rev_zzz', brief_id, title, format, '{"format":1,', created_at, updated_at, device_id FROM brief_revision`,
    ),
  )
  expect(all(library, brief).map(({ words }) => words)).toEqual([null, 1])
  expect(() => restoreRevision(library, 'rev_zzz')).toThrow('stored form is damaged')
  expect(wordsOf(library, brief)).toBe('first')
})

test('the revision of a brief in the trash is not restored into it', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const brief = writtenAs(library, 'first', 'second')
  const [, oldest] = all(library, brief)
  removeBrief(library, brief)
  expect(() => restoreRevision(library, oldest?.id ?? '')).toThrow('There is no brief')
  expect(() => restoreRevision(library, 'rev_unknown')).toThrow('no such revision')
})
