import { cpSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Annotation } from '../shared/contract/annotations.ts'
import type { Brief } from '../shared/contract/briefs.ts'
import type { Exported } from '../shared/contract/exports.ts'
import type { ImportOutcome } from '../shared/contract/sources.ts'
import { Bench, callHere } from './bench.ts'
import { tamper } from './fixtures/tamper.ts'

const WORDS = 'the tide comes at noon'
const TEXT = `The tide\n\nOne thing is sure: ${WORDS}, said the clerk on Monday. Nobody in the harbour asked him why.\n`
const FORMATS = ['md', 'verbatim', 'pandoc', 'obsidian', 'pdf', 'docx', 'html', 'evidence'] as const

let bench: Bench
let brief: string
let citekey: string
beforeAll(async () => {
  bench = await Bench.open()
  const { stdout } = await bench.run('--json', 'import', await bench.file('tide.txt', TEXT))
  citekey = (JSON.parse(stdout) as ImportOutcome).source?.citekey ?? ''
  const { id } = await bench.json<Annotation>('annotate', citekey, '--quote', WORDS, '--speaker', 'the clerk')
  const draft = `# Tides\n\nHe said :quote[${WORDS}]{#${id}}, and again:\n\n:::quote{#${id}}\n${WORDS}\n:::\n`
  brief = (await bench.json<Brief>('brief', 'import', await bench.file('tides.md', draft))).id
}, 60_000)
afterAll(() => bench.close())

type Harm = readonly [what: string, harm: (library: string) => Promise<unknown>]

const tampered =
  (statement: string): Harm[1] =>
  (library) =>
    Promise.resolve(tamper(library, statement))

const HARMS: readonly Harm[] = [
  [
    'its source erased for good',
    async (library) => {
      await callHere('--library', library, 'remove', citekey, '--force')
      await callHere('--library', library, 'trash', 'empty', '--force', '--yes')
    },
  ],
  ['its annotation removed', tampered(`UPDATE annotation SET deleted_at = '2024-03-14T00:00:00.000Z'`)],
  ['its annotation gone', tampered('DELETE FROM annotation')],
  ['its anchor gone', tampered('DELETE FROM anchor')],
  ['no segments', tampered('DELETE FROM anchor_segment')],
  ['segments moved', tampered('UPDATE anchor_segment SET start_offset = start_offset - 3')],
  [
    'segments behind the text',
    tampered('UPDATE anchor_segment SET start_offset = 100000, end_offset = 100022'),
  ],
  ['segments before the text', tampered('UPDATE anchor_segment SET start_offset = -22, end_offset = -1')],
  [
    'segments the wrong way round',
    tampered('UPDATE anchor_segment SET start_offset = end_offset, end_offset = start_offset'),
  ],
  ['other words in its anchor', tampered(`UPDATE anchor SET exact = 'the tide comes at nine'`)],
  ['an anchor of another version', tampered(`UPDATE anchor SET version_id = 'ver_none'`)],
  ['an annotation of another source', tampered(`UPDATE annotation SET source_id = 'src_none'`)],
  [
    'an annotation of a source that says something else',
    async (library) => {
      await callHere(
        '--library',
        library,
        'import',
        await bench.file('ebb.txt', 'The ebb\n\nThe ebb comes at six, said the pilot.\n'),
      )
      await tampered(`UPDATE annotation SET source_id = (SELECT id FROM source WHERE title = 'The ebb')`)(
        library,
      )
    },
  ],
  ['a colour that there is not', tampered(`UPDATE annotation SET colour = 'octarine'`)],
]

/** A library of its own with the brief, harmed. */
async function harmed(what: string, harm: Harm[1]): Promise<string> {
  const library = bench.path(`${what}.verbatim`)
  cpSync(bench.library, library, { recursive: true })
  await harm(library)
  return library
}

const exported = (library: string, format: string, ...more: readonly string[]) => {
  const out = bench.path(`${basename(library)} ${format}${format === 'evidence' ? '.zip' : ''}`)
  const words = ['brief', 'export', brief, '--to', format, '--out', out, ...more]
  return callHere('--library', library, '--json', ...words)
}

test.each(HARMS)('a quote with %s is exported as orphaned', async (what, harm) => {
  const library = await harmed(what, harm)
  // The checking is one for all formats; the first harm shows that each prints what is found.
  for (const format of what === HARMS[0]?.[0] ? FORMATS : (['md', 'html'] as const)) {
    const { code, stdout, stderr } = await exported(library, format)
    expect([format, code]).toEqual([format, 0])
    expect(stderr).toContain('Warning: 2 quotations have faults (2 orphaned).')
    expect((JSON.parse(stdout) as Exported).faults.map(({ verdict }) => verdict)).toEqual([
      'orphaned',
      'orphaned',
    ])
  }
  const strict = await exported(library, 'md', '--strict', '--force')
  expect([strict.code, JSON.parse(strict.stdout)]).toMatchObject([1, { error: { code: 'faults' } }])
})

test('a quote whose source is in the trash is exported with its verdict, and the page says where the source is', async () => {
  const library = await harmed('trash', (path) => callHere('--library', path, 'remove', citekey, '--force'))
  for (const format of FORMATS) expect([format, (await exported(library, format)).code]).toEqual([format, 0])
  expect(await readFile(bench.path('trash.verbatim html'), 'utf8')).toMatch(/in the trash/)
})

test('a quote from a text that was changed is not exported, with a sentence', async () => {
  const library = await harmed('changed', async (path) => {
    const file = join(path, 'library.db')
    const bytes = (await readFile(file)).toString('latin1').replaceAll('noon, said', 'nine, said')
    await writeFile(file, Buffer.from(bytes, 'latin1'))
  })
  for (const format of FORMATS) {
    const { code, stdout } = await exported(library, format)
    expect([format, code, JSON.parse(stdout)]).toMatchObject([format, 1, { error: { code: 'damaged-text' } }])
  }
})
