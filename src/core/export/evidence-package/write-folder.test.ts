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
import { Failure } from '../../../shared/contract/failures.ts'
import { SUMS, sumsOf } from './manifest.ts'
import { writeFolder } from './write-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-package-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })
const packageOf = (words: string) => {
  const files = [file('evidence.json', words), file('sources/a.txt', words)]
  return [...files, file(SUMS, sumsOf(files))]
}
const write = (name: string, words: string, force = false, check = () => undefined) =>
  writeFolder(join(folder, name), packageOf(words), { force, check })
const reason = async (writing: Promise<void>): Promise<string> => {
  const error: unknown = await writing.then(
    () => null,
    (fault: unknown) => fault,
  )
  return error instanceof Failure ? error.reason : String(error)
}
const words = (name: string): string => readFileSync(join(folder, name, 'sources/a.txt'), 'utf8')

test('writes a folder whole and leaves nothing else', async () => {
  await write('P', 'new')
  expect(words('P')).toBe('new')
  expect(readdirSync(folder)).toEqual(['P'])
})

test('keeps a package that is there, and replaces it with force', async () => {
  await write('P', 'old')
  expect(await reason(write('P', 'new'))).toBe('exists')
  expect(words('P')).toBe('old')
  await write('P', 'new', true)
  expect(words('P')).toBe('new')
  expect(readdirSync(folder)).toEqual(['P'])
})

test('never takes away a folder with anything else in it, even with force', async () => {
  mkdirSync(join(folder, 'Documents'))
  writeFileSync(join(folder, 'Documents', 'letter.txt'), 'mine')
  expect(await reason(write('Documents', 'new', true))).toBe('not-a-package')
  await write('P', 'old')
  writeFileSync(join(folder, 'P', 'notes.txt'), 'mine')
  expect(await reason(write('P', 'new', true))).toBe('not-a-package')
  expect(words('P')).toBe('old')
  expect(readFileSync(join(folder, 'Documents', 'letter.txt'), 'utf8')).toBe('mine')
  expect(readdirSync(folder).toSorted()).toEqual(['Documents', 'P'])
})

test('takes no file’s place, nor a link’s', async () => {
  writeFileSync(join(folder, 'file'), 'mine')
  await write('P', 'old')
  symlinkSync(join(folder, 'P'), join(folder, 'link'))
  expect(await reason(write('file', 'new', true))).toBe('exists')
  expect(await reason(write('link', 'new', true))).toBe('exists')
  expect(words('P')).toBe('old')
})

test('says that there is no folder to write in, or that a name is too long', async () => {
  expect(await reason(write('none/P', 'new'))).toBe('no-folder')
  expect(await reason(write('n'.repeat(300), 'new'))).toBe('not-written')
  expect(readdirSync(folder)).toEqual([])
})

test('stopped on the way it leaves what was there, and nothing half-written', async () => {
  await write('P', 'old')
  let files = 0
  const stop = (): undefined => {
    files += 1
    if (files === 2) throw new Error('stopped')
  }
  expect(await reason(write('P', 'new', true, stop))).toBe('Error: stopped')
  expect(words('P')).toBe('old')
  expect(readdirSync(folder)).toEqual(['P'])
  expect(existsSync(join(folder, 'Q'))).toBe(false)
})

test('of several at once into one place each succeeds, and one of them stands there whole', async () => {
  await write('P', 'old')
  const all = Array.from({ length: 12 }, (_, at) => `words ${at}`)
  expect(await Promise.all(all.map((each) => reason(write('P', each, true))))).toEqual(all.map(() => 'null'))
  expect(all).toContain(words('P'))
  expect(readFileSync(join(folder, 'P', 'evidence.json'), 'utf8')).toBe(words('P'))
  expect(readdirSync(folder)).toEqual(['P'])
})

test('of several at once into a free place one succeeds, and the others say that it is taken', async () => {
  const all = Array.from({ length: 12 }, (_, at) => `words ${at}`)
  const said = await Promise.all(all.map((each) => reason(write('P', each))))
  expect(said.toSorted()).toEqual([...all.slice(1).map(() => 'exists'), 'null'])
  expect(readdirSync(folder)).toEqual(['P'])
})
