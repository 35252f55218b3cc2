import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Annotation } from '../shared/contract/annotations.ts'
import type { ImportOutcome } from '../shared/contract/sources.ts'
import { Bench } from './bench.ts'

const ARTICLE =
  'Port talks fail\n\nThe board said it would not close the quay. The union said the board was late.\n\n' +
  'The illegally installed crane cost 43,000 crowns — “a scandal” said the board – and José’s café 😀 closed.\n'

let bench: Bench
let key: string
beforeAll(async () => {
  bench = await Bench.open()
  const { stdout } = await bench.run('--json', 'import', await bench.file('talks.txt', ARTICLE))
  key = (JSON.parse(stdout) as ImportOutcome).source?.citekey ?? ''
})
afterAll(() => bench.close())

const text = async (): Promise<string> => (await bench.run('show', key, '--text')).stdout

describe('annotate', () => {
  test('marks a quote and says who speaks', async () => {
    const quote = 'would not close the quay'
    const made = await bench.json<Annotation>(
      'annotate',
      key,
      '--quote',
      quote,
      '--speaker',
      'Odran Teague',
      '--role',
      'chair',
      '--stance',
      'against',
      '--topic',
      'quay',
      '--comment',
      '-- why?',
      '--tag',
      'a',
      '--tag',
      'b',
      '--colour',
      'blue',
    )
    const whole = await text()
    const start = whole.indexOf(quote)
    expect(made).toEqual({
      id: expect.stringMatching(/^an_/),
      source: expect.stringMatching(/^src_/),
      version: 1,
      start,
      end: start + quote.length,
      segments: [{ start, end: start + quote.length }],
      exact: quote,
      prefix: whole.slice(Math.max(0, start - 64), start),
      suffix: whole.slice(start + quote.length, start + quote.length + 64),
      status: 'anchored',
      comment: '-- why?',
      tags: ['a', 'b'],
      colour: 'blue',
      attribution: {
        speaker: 'Odran Teague',
        role: 'chair',
        stance: 'against',
        topic: 'quay',
        date: null,
        place: null,
        language: null,
        quotedBy: null,
      },
    })
    expect(await bench.json('annotations', '--source', key)).toEqual([made])
    expect(await bench.json('annotations')).toEqual([made])
    expect(JSON.parse((await bench.run('annotations', '--format', 'json')).stdout)).toEqual([made])
  })

  test('needs no more than the words', async () => {
    const made = await bench.json(
      'annotate',
      key,
      '--quote',
      '43,000 crowns - "a scandal"'.replace(' - ', ' – '),
    )
    expect(made).toMatchObject({
      exact: '43,000 crowns — “a scandal”',
      colour: 'yellow',
      comment: null,
      tags: [],
      attribution: null,
    })
  })

  test('marks by offsets, inside a word too', async () => {
    const start = (await text()).indexOf('legally')
    const made = await bench.json('annotate', key, '--start', String(start), '--end', String(start + 7))
    expect(made).toMatchObject({ exact: 'legally', start, end: start + 7 })
  })

  test.each([
    ['legally installed', 'not-in-text'],
    ['would close the quay', 'not-in-text'],
    ['cost 43', 'not-in-text'],
    ['Café', 'not-in-text'],
    ['the board', 'ambiguous'],
  ])('refuses “%s”: %s', async (quote, code) => {
    const before = await bench.json<unknown[]>('annotations')
    const { stdout, stderr, ...ended } = await bench.run('--json', 'annotate', key, '--quote', quote)
    expect(ended.code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code, message: stderr.trim(), data: { quote } } })
    expect(stderr).toContain('Nothing was annotated.')
    expect(await bench.json('annotations')).toEqual(before)
  })

  test('gives the places of an ambiguous quote, and takes the one with this prefix or suffix', async () => {
    const { stdout } = await bench.run('--json', 'annotate', key, '--quote', 'the board')
    const { places } = (JSON.parse(stdout) as { error: { data: { places: { start: number }[] } } }).error.data
    expect(places).toHaveLength(2)
    expect(await bench.json('annotate', key, '--quote', 'the board', '--suffix', 'was late')).toMatchObject(
      places[0] ?? {},
    )
    expect(await bench.json('annotate', key, '--quote', 'the board', '--prefix', '”  said ')).toMatchObject(
      places[1] ?? {},
    )
    const nowhere = await bench.run('--json', 'annotate', key, '--quote', 'the board', '--prefix', 'nowhere')
    expect(JSON.parse(nowhere.stdout)).toMatchObject({ error: { code: 'not-in-text' } })
  })

  test('refuses offsets beyond the text, inside a character, or on nothing but space', async () => {
    const whole = await text()
    const emoji = whole.indexOf('😀')
    const tried = [
      [0, whole.length + 1],
      [emoji, emoji + 1],
      [emoji + 1, emoji + 3],
      [emoji - 1, emoji],
    ]
    for (const [start, end] of tried) {
      const { code, stderr } = await bench.run(
        'annotate',
        key,
        '--start',
        String(start),
        '--end',
        String(end),
      )
      expect(code).toBe(1)
      expect(stderr).toContain('Nothing was annotated.')
    }
    expect(
      await bench.json('annotate', key, '--start', String(emoji), '--end', String(whole.length)),
    ).toMatchObject({
      exact: whole.slice(emoji),
      suffix: '',
    })
  })

  test('refuses an unknown source', async () => {
    expect((await bench.run('annotate', 'nobody', '--quote', 'words')).code).toBe(1)
    expect((await bench.run('annotations', '--source', 'nobody')).code).toBe(1)
  })

  test('says when and where it was said, and refuses a day that is none', async () => {
    const words = ['annotate', key, '--quote', 'The union said the board was late']
    const made = await bench.json<Annotation>(...words, '--date', '2024-03-14', '--place', 'Lessing')
    expect(made.attribution).toMatchObject({ date: '2024-03-14', place: 'Lessing' })
    const { stdout } = await bench.run(...words, '--date', '2024', '--place', 'Lessing')
    expect(stdout).toMatch(/Said on +2024/)
    expect(stdout).toMatch(/Said in +Lessing/)
    expect((await bench.run(...words, '--date', 'in May')).code).toBe(2)
  })
})
