import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listBriefs } from '../db/briefs.ts'
import { importText, scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import { searchLibrary } from '../db/search.ts'
import { digestBrief } from './digest.ts'
import { importBrief } from './import.ts'
import { salvageBrief, salvagedText, salvageToFile } from './salvage.ts'
import { openWorkingCopy } from './working-copy.ts'

const MARKDOWN = '# Quay\n\nThe board met at noon.\n\nIt “would not improve” the quay.'

/** A brief whose stored form ends in the middle of its last paragraph. */
function withDamaged(library: Library): string {
  importText(library, 'The board met.')
  const { id } = importBrief(library, { markdown: MARKDOWN, name: 'Quay' })
  library.writeQuietly((writer) =>
    writer.run(
      "UPDATE brief SET content = substr(content, 1, instr(content, 'would not') + 8) WHERE id = ?",
      id,
    ),
  )
  expect(() => openWorkingCopy(library, id)).toThrow('stored form is damaged')
  return id
}

test('a damaged brief gives its words, as a file and as a new brief, and stays as it is', async () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const id = withDamaged(library)
  const text = 'Quay\nThe board met at noon.\nIt “would not'
  expect(salvagedText(library, id)).toEqual({ title: 'Quay', text })
  const out = join(place.folder, 'aside.txt')
  await salvageToFile(library, { brief: id, out, force: false })
  expect(readFileSync(out, 'utf8')).toBe(`Quay\n\n${text}\n`)
  await expect(salvageToFile(library, { brief: id, out, force: false })).rejects.toThrow()
  const made = salvageBrief(library, id)
  expect(made.title).toBe('Quay (recovered)')
  expect(JSON.stringify(openWorkingCopy(library, made.id).state)).toContain('The board met at noon.')
  expect(() => openWorkingCopy(library, id)).toThrow('stored form is damaged')
  expect(library.undo()).toBe('recover a brief')
  expect(listBriefs(library.reader)).toHaveLength(1)
})

test('a library with a damaged brief is indexed anew, and the brief is found by its words', () => {
  using place = scratch()
  const library = place.open({ digestBrief })
  const id = withDamaged(library)
  library.rebuild()
  expect(listBriefs(library.reader)).toMatchObject([{ id, words: 9 }])
  expect(searchLibrary(library.reader, { query: 'noon', in: 'briefs', limit: 5 })).toMatchObject([{ id }])
})
