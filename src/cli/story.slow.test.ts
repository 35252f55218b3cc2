import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DiffOperation } from '../shared/contract/check.ts'
import type { Story, StoryMate } from '../shared/contract/stories.ts'
import type { ImportOutcome } from '../shared/contract/sources.ts'
import { report } from '../shared/story/fixtures/reports.ts'
import { Bench } from './bench.ts'

type Told = Story & { readonly others: readonly (StoryMate & { readonly diff: readonly DiffOperation[] })[] }

const WIRE = report(1).split('\n')

let bench: Bench
let keys: readonly string[]
beforeAll(async () => {
  bench = await Bench.open()
  const paths = [
    await bench.file('courier.txt', `Lake talks fail\n\n${WIRE.join('\n\n')}\n`),
    await bench.file(
      'observer.txt',
      `Dam row goes on\n\n${WIRE.slice(0, -1).join('\n\n').replace('the', 'its')}\n`,
    ),
    await bench.file('other.txt', `Border opens\n\n${report(2).split('\n').join('\n\n')}\n`),
  ]
  const { stdout } = await bench.run('--json', 'import', ...paths)
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportOutcome)
  expect(outcomes.map(({ status }) => status)).toEqual(['imported', 'imported', 'imported'])
  expect(outcomes.map(({ source }) => source?.story != null)).toEqual([false, true, false])
  keys = outcomes.map(({ source }) => source?.citekey ?? '')
})
afterAll(() => bench.close())

const told = (...words: string[]): Promise<Told> => bench.json<Told>('story', ...words)

describe('story', () => {
  test('gives the copies of a report, how alike they are, and what differs', async () => {
    const { source, others, parted } = await told(keys[0] ?? '')
    expect([source.citekey, others.map((mate) => mate.source.citekey), parted]).toEqual([
      keys[0],
      [keys[1]],
      [],
    ])
    const [{ likeness, contained, diff } = { likeness: 0, contained: 0, diff: [] }] = others
    expect(likeness).toBeGreaterThan(0.7)
    expect(contained).toBeGreaterThan(0.9)
    const words = (op: string): string =>
      diff
        .filter((each) => each.op === op)
        .map(({ text }) => text)
        .join(' ')
    expect(words('delete')).toContain(WIRE.at(-1))
    expect(words('insert')).toContain('Dam row')
  })

  test('says so in words, short of what is the same', async () => {
    const { stdout, code } = await bench.run('story', keys[0] ?? '')
    expect(code).toBe(0)
    expect(stdout).toContain(`${keys[1] ?? ''}  `)
    expect(stdout).toMatch(/\d\d % alike/)
    expect(stdout).toContain('[-')
    expect(stdout).not.toContain(WIRE[5])
    expect((await bench.run('show', keys[0] ?? '')).stdout).toContain(`verbatim story ${keys[0] ?? ''}`)
    expect((await bench.run('show', keys[2] ?? '')).stdout).not.toContain('verbatim story')
    expect((await bench.run('story', keys[2] ?? '')).stdout).toBe(
      `No other source tells the story of ${keys[2] ?? ''}.\n`,
    )
  })

  test('keeps what a person says', async () => {
    const [one = '', two = '', three = ''] = keys
    expect(await told(one, '--not', two)).toMatchObject({ others: [], parted: [{ citekey: two }] })
    expect(await told(two)).toMatchObject({ others: [], parted: [{ citekey: one }] })
    expect(await told(one, '--same', three)).toMatchObject({
      others: [{ source: { citekey: three }, said: true }],
    })
    expect(await told(two, '--same', one)).toMatchObject({
      parted: [],
      source: { story: expect.any(String) },
    })
  })

  test.each([
    [['--same', 'a', '--not', 'b'], 2],
    [['--same', 'nobody'], 1],
  ])('with %j ends with %i', async (words, code) => {
    expect((await bench.run('story', keys[0] ?? '', ...words)).code).toBe(code)
  })
})
