import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Failure } from '../../shared/contract/failures.ts'
import { writeFolder } from './evidence-package/write-folder.ts'
import { refuseTakenFolder } from './free-folder.ts'
import { writeExport, writeFailure } from './write-export.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-write-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const bytes = new TextEncoder().encode('new')
const write = (name: string, force = false) => writeExport(join(folder, name), bytes, { force })
const reason = async (writing: Promise<void>): Promise<string> => {
  const error: unknown = await writing.then(
    () => undefined,
    (fault: unknown) => fault,
  )
  return error instanceof Failure ? error.reason : String(error)
}

test('writes a file and leaves nothing else', async () => {
  await write('a.md')
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('keeps a file that is there, and replaces it with force', async () => {
  writeFileSync(join(folder, 'a.md'), 'old')
  expect(await reason(write('a.md'))).toBe('exists')
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('old')
  await write('a.md', true)
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('says that a folder is missing, or stands where the file should', async () => {
  expect(await reason(write('none/a.md'))).toBe('no-folder')
  mkdirSync(join(folder, 'a.md'))
  expect(await reason(write('a.md', true))).toBe('is-folder')
  writeFileSync(join(folder, 'file'), 'old')
  expect(await reason(write('file/a.md'))).toBe('no-folder')
  expect(readdirSync(folder).toSorted()).toEqual(['a.md', 'file'])
})

test('replaces the file behind a link and keeps the link', async () => {
  writeFileSync(join(folder, 'a.md'), 'old')
  symlinkSync('a.md', join(folder, 'link.md'))
  await write('link.md', true)
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new')
  expect(readdirSync(folder).toSorted()).toEqual(['a.md', 'link.md'])
})

test.skipIf(!existsSync('/dev/null'))('never replaces what is no ordinary file', async () => {
  expect(await reason(writeExport('/dev/null', bytes, { force: true }))).toBe('not-a-file')
})

test('never writes into a library, by whatever way its folder is named', async () => {
  mkdirSync(join(folder, 'L', 'blobs'), { recursive: true })
  writeFileSync(join(folder, 'L', 'library.db'), 'rows')
  symlinkSync('L/library.db', join(folder, 'file.md'))
  symlinkSync('L/blobs', join(folder, 'folder'))
  for (const name of ['L/library.db', 'L/a.md', 'L/blobs/a.md', 'file.md', 'folder/a.md'])
    expect([name, await reason(write(name, true))]).toEqual([name, 'in-library'])
  expect(await reason(writeFolder(join(folder, 'L/package'), [], { force: true }))).toBe('in-library')
  expect(await reason(refuseTakenFolder(join(folder, 'L/copy')))).toBe('in-library')
  expect(readFileSync(join(folder, 'L/library.db'), 'utf8')).toBe('rows')
  expect(readdirSync(join(folder, 'L')).toSorted()).toEqual(['blobs', 'library.db'])
})

test('a new folder comes only where nothing or an empty folder is', async () => {
  const taken = (name: string) => reason(refuseTakenFolder(join(folder, name)))
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, 'file'), 'old')
  symlinkSync('empty', join(folder, 'link'))
  symlinkSync('nowhere', join(folder, 'dangling'))
  expect([await taken('empty'), await taken('new')]).toEqual(['undefined', 'undefined'])
  expect([await taken('file'), await taken('link'), await taken('dangling')]).toEqual(
    Array.from({ length: 3 }, () => 'exists'),
  )
  expect([await taken('file/a'), await taken('none/a')]).toEqual(['no-folder', 'no-folder'])
})

test('leaves nothing when the name is too long', async () => {
  expect(await reason(write(`${'x'.repeat(300)}.md`))).toBe('not-written')
  expect(readdirSync(folder)).toEqual([])
})

test('has one plain sentence for each fault of the disk', () => {
  expect(writeFailure('/a/b.md', 'ENOSPC').reason).toBe('no-space')
  expect(writeFailure('/a/b.md', 'EACCES').reason).toBe('not-writable')
  expect(writeFailure('/a/b.md', 'EIO').message).toBe(
    '/a/b.md could not be written (EIO). What was there was kept. Try again, or choose another place.',
  )
})
