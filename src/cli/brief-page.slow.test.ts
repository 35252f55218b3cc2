import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Annotation } from '../shared/contract/annotations.ts'
import type { Brief } from '../shared/contract/briefs.ts'
import type { Exported } from '../shared/contract/exports.ts'
import type { ImportOutcome } from '../shared/contract/sources.ts'
import { Bench } from './bench.ts'

const WORDS = 'The wall may hold for a year'
const TITLE = `A/B "c" ${'long '.repeat(60)}end`

let bench: Bench
let brief: string
beforeAll(async () => {
  bench = await Bench.open()
  const { stdout } = await bench.run(
    '--json',
    'import',
    await bench.file('wall.txt', `Walls\n\n${WORDS}, she said.\n`),
  )
  const key = (JSON.parse(stdout) as ImportOutcome).source?.citekey ?? ''
  const { id } = await bench.json<Annotation>('annotate', key, '--quote', WORDS, '--speaker', 'Wanda Novak')
  const draft = `---\ntitle: ${JSON.stringify(TITLE)}\n---\n\nShe said :quote[${WORDS}]{#${id}}.\n\n:::quote{#${id}}\n${WORDS}\n:::\n`
  brief = (await bench.json<Brief>('brief', 'import', await bench.file('brief.md', draft))).id
  expect((await bench.run('remove', key, '--force')).code).toBe(0)
  expect((await bench.run('trash', 'empty', '--force', '--yes')).code).toBe(0)
}, 60_000)
afterAll(() => bench.close())

/** What a reader of the file has, by format. */
const READ = {
  html: (bytes: Uint8Array) => strFromU8(bytes),
  docx: (bytes: Uint8Array) =>
    ['word/document.xml', 'word/footnotes.xml']
      .map((name) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array()))
      .join('\n'),
}

test.each(['html', 'docx'] as const)(
  'as %s, quotes whose annotation is gone keep their words and are told as faults',
  async (format) => {
    const out = bench.path(`out.${format}`)
    const { faults } = await bench.json<Exported>('brief', 'export', brief, '--to', format, '--out', out)
    expect(faults.map(({ verdict, quotation }) => [verdict, quotation])).toEqual([
      ['orphaned', WORDS],
      ['orphaned', WORDS],
    ])
    const written = READ[format](new Uint8Array(await readFile(out)))
    expect(written.split(WORDS).length - 1).toBeGreaterThanOrEqual(2)
    expect(written).toContain('The source is not in the library.')
    const { stderr } = await bench.run('brief', 'export', brief, '--to', format, '--out', out)
    expect(stderr).toContain('already')
    const strict = await bench.run(
      'brief',
      'export',
      brief,
      '--to',
      format,
      '--out',
      bench.path('strict'),
      '--strict',
    )
    expect(strict.code).toBe(1)
  },
)

test('a title of 300 letters with a slash is kept whole', async () => {
  const out = bench.path('title.docx')
  await bench.json<Exported>('brief', 'export', brief, '--to', 'docx', '--out', out)
  const core = strFromU8(
    unzipSync(new Uint8Array(await readFile(out)))['docProps/core.xml'] ?? new Uint8Array(),
  )
  expect(core).toContain(`<dc:title>A/B &quot;c&quot; ${'long '.repeat(60)}end</dc:title>`)
})
