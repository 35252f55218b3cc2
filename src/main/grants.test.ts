import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GrantDesk } from './grants.ts'

let folder: string
const desk = new GrantDesk(() => undefined)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-grants-'))
  mkdirSync(join(folder, 'given', 'deep'), { recursive: true })
  mkdirSync(join(folder, 'given-too'))
  for (const name of ['given/deep/a.txt', 'given-too/b.txt', 'secret.txt'])
    writeFileSync(join(folder, name), 'x')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'given', 'link.txt'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a granted folder stands for itself and the files in it', async () => {
  const given = join(folder, 'given')
  const { token, name } = desk.give(given)
  expect(name).toBe('given')
  expect(await desk.pathOf(token)).toBe(given)
  expect(await desk.pathOf(token, join(given, 'deep/a.txt'))).toBe(join(given, 'deep/a.txt'))
})

test('a granted file stands for itself', async () => {
  const file = join(folder, 'secret.txt')
  const { token } = desk.give(file)
  expect(await desk.pathOf(token, file)).toBe(file)
})

test.each([
  ['a file beside it', 'secret.txt'],
  ['a folder whose name begins alike', 'given-too/b.txt'],
  ['a way out of it', 'given/../secret.txt'],
  ['a link that leads out of it', 'given/link.txt'],
  ['a file that is not there', 'given/none.txt'],
])('a granted folder does not stand for %s', async (_, path) => {
  const { token } = desk.give(join(folder, 'given'))
  expect(await desk.pathOf(token, `${folder}/${path}`)).toBeNull()
})

test('a token that was never given stands for nothing', async () => {
  expect(await desk.pathOf('made-up')).toBeNull()
  expect(await desk.pathOf('made-up', join(folder, 'secret.txt'))).toBeNull()
})
