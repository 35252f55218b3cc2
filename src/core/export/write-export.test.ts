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
    () => null,
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

test('leaves nothing when the name is too long', async () => {
  expect(await reason(write(`${'x'.repeat(300)}.md`))).toBe('not-written')
  expect(readdirSync(folder)).toEqual([])
})

test('has one plain sentence for each fault of the disk', () => {
  expect(writeFailure('/a/b.md', 'ENOSPC').reason).toBe('no-space')
  expect(writeFailure('/a/b.md', 'EACCES').reason).toBe('not-writable')
  expect(writeFailure('/a/b.md', 'EIO').message).toBe(
    '/a/b.md could not be written (EIO). What was there was kept.',
  )
})
