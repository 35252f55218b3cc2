import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { refused } from '../../shared/contract/failures.ts'
import type { OriginalOrPart, Parser } from './parser/parser.ts'
import { readAhead } from './read-ahead.ts'
import type { Found } from './walk.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbatim-ahead-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What was asked of the parser and is not answered yet, by the file's name. */
let asked: Map<string, { readonly answer: () => void; readonly signal: AbortSignal | undefined }>
let letGo: string[]
let most: number

beforeEach(() => {
  asked = new Map()
  letGo = []
  most = 0
})

const parser: Parser = {
  processes: 2,
  parse: ({ name, bytes }: OriginalOrPart, signal) =>
    new Promise((resolve, reject) => {
      const answer = (): void => {
        asked.delete(name)
        resolve({
          parts: [
            { key: Buffer.from(bytes).toString().slice(0, 8), name, title: null, date: null, bytes: 1 },
          ],
        })
      }
      asked.set(name, { answer, signal })
      most = Math.max(most, asked.size)
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
    }),
  look: () => Promise.reject(new Error('No page is shown here.')),
  letGo: (bytes) => void letGo.push(Buffer.from(bytes).toString().slice(0, 8)),
  rest: () => undefined,
  close: () => undefined,
}
const dependencies = { parser, standardInput: () => Promise.resolve(Buffer.from('piped')) }

async function* files(...names: readonly string[]): AsyncGenerator<Found> {
  for (const name of names) yield { kind: 'file', path: join(folder, name), named: true }
}
const named = (...names: readonly string[]) => {
  for (const name of names) writeFileSync(join(folder, name), name)
  return files(...names)
}
/** Until nothing moves any more: reading a small file takes a few turns of the loop. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== asked.size;) {
    before = asked.size
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
  }
}
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise(setImmediate)
}

async function* mixed(): AsyncGenerator<Found> {
  yield* files('absent')
  yield { kind: 'skipped', path: 'x', failure: refused('hidden', 'It is hidden.') }
  yield { kind: 'file', path: '-', named: true }
}

async function* brokenOff(): AsyncGenerator<Found> {
  yield* named('a')
  throw new Error('the disk is gone')
}

it('gives files in the order in which they were found, whichever is read first', async () => {
  const ahead = readAhead(dependencies, { encoding: null }, named('a', 'b', 'c'), undefined)
  const first = ahead.next()
  await until(() => asked.size === 3)
  for (const name of ['c', 'b', 'a']) asked.get(name)?.answer()
  const read = [(await (await first).value?.reading)?.name]
  for await (const { reading } of ahead) read.push((await reading)?.name)
  expect(read).toEqual(['a', 'b', 'c'])
  expect(letGo).toEqual(['a', 'b', 'c'])
})

it('holds a bounded number of files', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const ahead = readAhead(dependencies, { encoding: null }, named(...names), undefined)
  const first = await ahead.next()
  await until(() => asked.size === 4)
  await quiet()
  expect([...asked.keys()]).toEqual(['a', 'b', 'c', 'd'])
  asked.get('a')?.answer()
  await first.value?.reading
  await quiet()
  expect([...asked.keys()]).toEqual(['b', 'c', 'd'])
  await ahead.next()
  await until(() => asked.size === 4)
  expect([...asked.keys()]).toEqual(['b', 'c', 'd', 'e'])
  await ahead.return()
})

it('reads no other file beside one that is large', async () => {
  const found = named('large', 'after')
  writeFileSync(join(folder, 'large'), Buffer.alloc(33 * 1024 * 1024, 'l'))
  const ahead = readAhead(dependencies, { encoding: null }, found, undefined)
  const first = ahead.next()
  await until(() => asked.has('large'))
  await quiet()
  expect([...asked.keys()]).toEqual(['large'])
  asked.get('large')?.answer()
  await (
    await first
  ).value?.reading
  const second = ahead.next()
  await until(() => asked.has('after'))
  asked.get('after')?.answer()
  await (
    await second
  ).value?.reading
  expect(most).toBe(1)
  await ahead.return()
})

it('tells what cannot be read in its place', async () => {
  const ahead = readAhead(dependencies, { encoding: null }, mixed(), undefined)
  await expect((await ahead.next()).value?.reading).rejects.toMatchObject({ reason: 'absent' })
  expect((await ahead.next()).value).toMatchObject({ found: { path: 'x' }, reading: null })
  const piped = await ahead.next()
  await until(() => asked.has(''))
  asked.get('')?.answer()
  await expect(piped.value?.reading).resolves.toMatchObject({ reading: { parts: [{ key: 'piped' }] } })
  expect((await ahead.next()).done).toBe(true)
})

it.each(['cancelled', 'broken off'])('drops what it reads when the run is %s', async (how) => {
  const stop = new AbortController()
  const ahead = readAhead(dependencies, { encoding: null }, named('a', 'b', 'c'), stop.signal)
  const first = await ahead.next()
  await until(() => asked.size === 3)
  const reading = expect(first.value?.reading).rejects.toBeInstanceOf(Error)
  if (how === 'cancelled') stop.abort()
  await ahead.return()
  await reading
  expect([...asked.values()].every(({ signal }) => signal?.aborted === true)).toBe(true)
  expect(letGo.toSorted()).toEqual(['a', 'b', 'c'])
})

it('hands on what goes wrong on the way', async () => {
  const ahead = readAhead(dependencies, { encoding: null }, brokenOff(), undefined)
  const first = await ahead.next()
  await until(() => asked.has('a'))
  asked.get('a')?.answer()
  await first.value?.reading
  await expect(ahead.next()).rejects.toThrow('the disk is gone')
})
