import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeTogether } from './write-together.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-together-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const path = (name: string): string => join(folder, name)
const file = (name: string, text: string) => ({ path: path(name), bytes: new TextEncoder().encode(text) })
const text = (name: string): string => readFileSync(path(name), 'utf8')

test('replaces what is there with all of it, and leaves nothing else behind', async () => {
  writeFileSync(path('a'), 'old a')
  await writeTogether([file('a', 'new a'), file('b', 'new b')], { force: true })
  expect([text('a'), text('b'), readdirSync(folder).toSorted()]).toEqual(['new a', 'new b', ['a', 'b']])
})

test('a fault after one was replaced puts back what was there', async () => {
  writeFileSync(path('a'), 'old a')
  writeFileSync(path('c'), 'old c')
  // It comes up once its place was found free.
  const comesUp = (): boolean => {
    writeFileSync(path('b'), 'somebody’s')
    return true
  }
  const files = [file('a', 'new a'), file('b', 'new b'), { ...file('c', 'new c'), mayReplace: comesUp }]
  await expect(writeTogether(files, { force: true })).rejects.toMatchObject({ reason: 'exists' })
  expect([text('a'), text('b'), text('c')]).toEqual(['old a', 'somebody’s', 'old c'])
  expect(readdirSync(folder).toSorted()).toEqual(['a', 'b', 'c'])
})

test('two files of one name are refused before anything is written', async () => {
  const files = [file('brief.bib', 'works'), file('Brief.BIB', 'text')]
  await expect(writeTogether(files, { force: true })).rejects.toMatchObject({ reason: 'same-name' })
  expect(readdirSync(folder)).toEqual([])
})

test('what stops it before a move leaves everything as it was', async () => {
  writeFileSync(path('a'), 'old a')
  let left = 2
  const check = (): void => {
    left -= 1
    if (left < 0) throw new Error('stopped')
  }
  const files = [file('a', 'new a'), file('b', 'new b')]
  await expect(writeTogether(files, { force: true, check })).rejects.toThrow('stopped')
  expect([text('a'), readdirSync(folder)]).toEqual(['old a', ['a']])
})
