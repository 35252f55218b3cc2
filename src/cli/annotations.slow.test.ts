import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Annotation, AnnotationImport } from '../shared/contract/annotations.ts'
import { Bench } from './bench.ts'

const TEXT =
  'The ferry\n\nThe ferry 🚢 leaves at noon, said Ada Marrow. The board said that no ferry leaves at night. ' +
  'The board said that it was sorry.\n\nThe end of the quay was shut for the summer.\n'

interface Page {
  readonly '@context': unknown
  readonly type: string
  readonly items: readonly Record<string, unknown>[]
}

const MARKED =
  '--quote|no ferry leaves at night|--comment|A *promise*.|--tag|ferry|--tag|night|--colour|green|--speaker|The board|--topic|ferries'.split(
    '|',
  )

let bench: Bench
let made: Annotation
beforeAll(async () => {
  bench = await Bench.open()
  await bench.json('import', await bench.file('ferry.txt', TEXT))
  made = await bench.json<Annotation>('annotate', 'ferrynd', ...MARKED)
})
afterAll(() => bench.close())

const written = async (format: string): Promise<string> =>
  (await bench.run('annotations', '--format', format)).stdout

const imported = async (value: unknown): Promise<readonly AnnotationImport[]> => {
  const file = await bench.file('in.jsonld', typeof value === 'string' ? value : JSON.stringify(value))
  return JSON.parse((await bench.run('--json', 'annotations', 'import', file)).stdout) as AnnotationImport[]
}

const said = (outcomes: readonly AnnotationImport[]): unknown[] =>
  outcomes.map(({ status, annotation, error }) => [status, error?.code ?? annotation?.exact])

describe('annotations as Web Annotations', () => {
  test('have quote and position, in code points', async () => {
    const page = JSON.parse(await written('jsonld')) as Page
    expect(page).toMatchObject({
      type: 'AnnotationPage',
      items: [{ type: 'Annotation', motivation: 'commenting' }],
    })
    expect(page.items[0]?.['body']).toEqual([
      { type: 'TextualBody', value: 'A *promise*.', format: 'text/markdown', purpose: 'commenting' },
      { type: 'TextualBody', value: 'ferry', format: 'text/plain', purpose: 'tagging' },
      { type: 'TextualBody', value: 'night', format: 'text/plain', purpose: 'tagging' },
    ])
    const start = (made.start ?? 0) - 1
    expect(page.items[0]?.['target']).toMatchObject({
      selector: [
        { type: 'TextQuoteSelector', exact: 'no ferry leaves at night' },
        { type: 'TextPositionSelector', start, end: start + 24 },
      ],
    })
  })

  test('come back as duplicates while they are there, and whole in another library', async () => {
    const jsonld = await written('jsonld')
    expect(said(await imported(jsonld))).toEqual([['duplicate', 'no ferry leaves at night']])
    const other = await Bench.open()
    await other.json('import', await other.file('ferry.txt', TEXT))
    const file = await other.file('in.jsonld', jsonld)
    const [outcome] = await other.json<AnnotationImport[]>('annotations', 'import', file)
    const { id: _, source: __, ...rest } = made
    expect(outcome).toMatchObject({ status: 'imported', annotation: rest })
    expect(said(await other.json('annotations', 'import', file))).toEqual([
      ['duplicate', 'no ferry leaves at night'],
    ])
    await other.close()
  })
})

const target = (selector: unknown, source = 'ferrynd') => ({
  type: 'Annotation',
  target: { source, selector },
})
const quote = (exact: string, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more })
const at = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })

test('each annotation that cannot be placed says why, and the others are in', async () => {
  const outcomes = await imported([
    target([quote('The board said', { suffix: ' that it was' })]),
    target([quote('The board said')]),
    target([quote('The board said'), at(9000, 9014)]),
    target([quote('the quay was open all summer long')]),
    target([quote('The end of the quay was shut for the winter', { prefix: 'sorry.\n' })]),
    target([at(9000, 9010)]),
    target([at(0, 9)]),
    target([quote('leaves at noon'), at(3, 8)]),
    target([quote('\ud800 half')]),
    target([]),
    target([quote('leaves at noon')], 'https://elsewhere.example/'),
    { type: 'Annotation' },
    { type: 'Note', target: 'ferrynd' },
    null,
    target([{ type: 'TextQuoteSelector' }, { type: 'TextPositionSelector', start: 9, end: 3 }]),
    target({ type: 'FragmentSelector', value: 'x', refinedBy: quote('shut for the summer') }),
  ])
  expect(said(outcomes)).toEqual([
    ['imported', 'The board said'],
    ['failed', 'ambiguous'],
    ['failed', 'ambiguous'],
    ['failed', 'not-in-text'],
    ['failed', 'changed'],
    ['failed', 'out-of-range'],
    ['imported', 'The ferry'],
    ['imported', 'leaves at noon'],
    ['failed', 'malformed'],
    ['failed', 'malformed'],
    ['failed', 'unknown-source'],
    ['failed', 'malformed'],
    ['failed', 'malformed'],
    ['failed', 'malformed'],
    ['failed', 'malformed'],
    ['imported', 'shut for the summer'],
  ])
  for (const { error } of outcomes) if (error !== null) expect(error.message).toMatch(/not imported/)
})

test('an export of Hypothesis is read, by the address of its page', async () => {
  await bench.json('edit', 'ferrynd', '--url', 'https://quay.example/ferry')
  const rows = [
    {
      id: 'abc',
      uri: 'http://quay.example/ferry#top',
      text: 'So it is.',
      tags: ['quay'],
      target: [
        {
          source: 'http://quay.example/ferry',
          selector: [quote('said Ada Marrow', { prefix: 'at noon, ' }), at(1, 2)],
        },
      ],
    },
  ]
  const [outcome] = await imported({ total: 1, rows })
  expect(outcome).toMatchObject({
    id: 'abc',
    status: 'imported',
    annotation: { exact: 'said Ada Marrow', comment: 'So it is.', tags: ['quay'] },
  })
})

test.each([
  ['no JSON', 'The ferry', 'not-json'],
  ['no annotations', '{"a": 1}', 'no-annotations'],
  ['JSON nested without end', '['.repeat(200_000), 'not-json'],
])('a file that holds %s is refused in a sentence', async (_, content, code) => {
  const file = await bench.file('bad.jsonld', content)
  const { code: exit, stdout, stderr } = await bench.run('--json', 'annotations', 'import', file)
  expect([exit, JSON.parse(stdout)]).toMatchObject([1, { error: { code } }])
  expect(stderr).toMatch(/Nothing was imported/)
})

test('as CSV they are a table, as Markdown a text', async () => {
  const [names = '', ...rows] = (await written('csv')).split('\r\n')
  expect(names.split(',').slice(0, 3)).toEqual(['id', 'citekey', 'title'])
  expect(rows[0]).toContain('no ferry leaves at night')
  const markdown = await written('md')
  expect(markdown).toMatch(/^# The ferry\n\n`@ferrynd`/)
  expect(markdown).toContain(
    '> no ferry leaves at night\n\n— The board (ferries) · #ferry #night\n\nA *promise*.\n',
  )
})
