import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { forkedParserHost } from './forked-host.ts'
import type { Parser, ParserLimits } from './parser.ts'
import { createParserPool } from './pool.ts'
import type { ParserHost } from './protocol.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbatim-pool-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A parsing process that does as the file's name says; what it is done with it names with its own number. */
const entry = join(folder, 'entry.mjs')
writeFileSync(
  entry,
  `const held = []
   process.on('message', ({ id, name, part, bytes }) => {
     if (name === 'hang') for (;;);
     if (name === 'crash') process.abort()
     if (name === 'buffers') for (;;) held.push(Buffer.alloc(32 * 1024 * 1024, 1))
     if (name === 'several' && part === null)
       return process.send({ outcome: 'parts', id, parts: [{ key: 'a', name: 'A', title: null, date: null, bytes: 0 }] })
     const message = process.pid + ' ' + name + ' ' + (bytes === null ? 'kept' : 'sent')
     process.send({ outcome: 'refused', id, reason: 'answer', message })
   })`,
)

let started: number
const counted: ParserHost = {
  start: () => {
    started += 1
    return forkedParserHost(entry, 96).start()
  },
}
let pool: Parser
const poolOf = (most: number, limits: ParserLimits = { milliseconds: 20_000, bytes: 400 * 1024 ** 2 }) => {
  started = 0
  pool = createParserPool(counted, most, limits)
  return pool
}
afterEach(() => pool.close())

const original = (name: string) => ({ bytes: new Uint8Array(1), name, encoding: null })
const answerOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: Error) => error.message,
  )
const processOf = async (reading: Promise<unknown>) => (await answerOf(reading)).split(' ')[0]

it('starts one process for originals that come one by one', async () => {
  const { parse } = poolOf(4)
  const first = await processOf(parse(original('a')))
  expect(await processOf(parse(original('b')))).toBe(first)
  expect(started).toBe(1)
})

it('reads as many at once as it has processes, and the others after them', async () => {
  const { parse } = poolOf(2)
  const used = await Promise.all(['a', 'b', 'c', 'd'].map((name) => processOf(parse(original(name)))))
  expect(new Set(used).size).toBe(2)
  expect(started).toBe(2)
})

it.each([
  ['hang', 'took-too-long', { milliseconds: 1500, bytes: 2 ** 31 }],
  ['crash', 'crashed', undefined],
  ['buffers', 'out-of-memory', undefined],
])('loses the one file that should %s, and none beside or after it', async (name, reason, limits) => {
  const { parse } = poolOf(2, limits)
  const bad = parse(original(name))
  const good = ['a', 'b', 'c'].map((each) => answerOf(parse(original(each))))
  await expect(bad).rejects.toMatchObject({ kind: 'REFUSED', reason })
  expect(await Promise.all(good)).toEqual(
    ['a', 'b', 'c'].map((each) => expect.stringContaining(` ${each} `) as string),
  )
  expect(await answerOf(parse(original('d')))).toContain(' d ')
})

it('gives up what runs and what waits when it is cancelled', async () => {
  const { parse } = poolOf(1)
  const stop = new AbortController()
  const turns = [parse(original('hang'), stop.signal), parse(original('a'), stop.signal)]
  const other = answerOf(parse(original('b')))
  stop.abort(new Error('stopped'))
  for (const turn of turns) await expect(turn).rejects.toThrow('stopped')
  expect(await other).toContain(' b ')
  await expect(parse(original('c'), stop.signal)).rejects.toThrow('stopped')
})

it('keeps an original of several articles open in its process until it is let go', async () => {
  const { parse, letGo } = poolOf(2)
  const several = { ...original('several'), keepOpen: true }
  await parse(several)
  const other = await processOf(parse(original('a')))
  const part = await answerOf(parse({ ...several, part: 'a' }))
  expect(part).toMatch(/several kept$/)
  expect(part.split(' ')[0]).not.toBe(other)
  letGo(several.bytes)
  const used = await Promise.all(['b', 'c'].map((name) => processOf(parse(original(name)))))
  expect(new Set(used).size).toBe(2)
  expect(started).toBe(2)
})

it('takes other originals while each process keeps one open, once one is let go', async () => {
  const { parse, letGo } = poolOf(1)
  const several = { ...original('several'), keepOpen: true }
  await parse(several)
  const waiting = answerOf(parse(original('a')))
  expect(await answerOf(parse({ ...several, part: 'a' }))).toContain('kept')
  letGo(several.bytes)
  expect(await waiting).toContain(' a ')
})

it('rests with one process', async () => {
  const { parse, rest } = poolOf(2)
  const used = await Promise.all(['a', 'b'].map((name) => processOf(parse(original(name)))))
  rest()
  expect(await processOf(parse(original('c')))).toBe(used[0])
  expect(started).toBe(2)
})
