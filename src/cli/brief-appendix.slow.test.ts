import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Annotation } from '../shared/contract/annotations.ts'
import type { CheckedQuotation } from '../shared/contract/check.ts'
import type { Exported } from '../shared/contract/exports.ts'
import { Bench } from './bench.ts'
import { makeEvidenceLibrary } from './fixtures/evidence-library.ts'

const FORMATS = [
  ['md', 'md'],
  ['pandoc', 'md'],
  ['obsidian', 'md'],
  ['html', 'html'],
  ['docx', 'docx'],
] as const

let bench: Bench
let brief = ''
beforeAll(async () => {
  bench = await Bench.open()
  const call = async (...words: readonly string[]) => (await bench.run('--json', ...words)).stdout
  brief = await makeEvidenceLibrary({ call, file: (name, content) => bench.file(name, content) })
}, 60_000)
afterAll(() => bench.close())

async function exported(format: string, name: string, ...more: readonly string[]): Promise<string> {
  const out = bench.path(name)
  await bench.json<Exported>('brief', 'export', brief, '--to', format, '--out', out, '--force', ...more)
  return out
}

const checked = async (path: string) => {
  const { stdout } = await bench.run('--json', 'check', path)
  return (JSON.parse(stdout) as CheckedQuotation[]).map(
    ({ verdict, quotation, warnings }) =>
      `${verdict} ${quotation} ${warnings.map(({ code }) => code).join()}`,
  )
}

/** The words that a reader of the file sees, marks of the format among them. */
async function read(path: string): Promise<string> {
  const bytes = new Uint8Array(await readFile(path))
  if (!path.endsWith('.docx')) return strFromU8(bytes)
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]*>/gu, '')
}

describe.each(FORMATS)('the appendix of a brief as %s', (format, ending) => {
  test('is no new quotation to check', async () => {
    const plain = await checked(await exported(format, `${format}-plain.${ending}`))
    const full = await checked(await exported(format, `${format}-full.${ending}`, '--appendix', '--comments'))
    expect(full).toEqual(plain)
  })

  test('tells each quotation’s verdict, passage, version and source', async () => {
    const text = await read(await exported(format, `${format}-told.${ending}`, '--appendix'))
    expect(text).toContain('Evidence')
    expect(text).toMatch(/7\. altered\./u)
    expect(text).toContain('Words differ from the source, and nothing marks it.')
    expect(text).toMatch(
      /In version 1 of its source, imported \d{4}-\d\d-\d\d, para\. 4, said by (?:<span>)?the mayor/u,
    )
    expect(text).toContain('She was re-elected in June.')
    expect(text).toMatch(/21\. \S+\./u)
  })

  test('is the same each time, and is not there unless it is asked for', async () => {
    const once = async () => readFile(await exported(format, `${format}-once.${ending}`, '--appendix'))
    expect(await once()).toEqual(await once())
    expect(await read(await exported(format, `${format}-without.${ending}`))).not.toContain(
      'In version 1 of its',
    )
  })
})

test('an altered quotation hides in no appendix', async () => {
  const out = await exported('html', 'hidden.html', '--appendix')
  const page = strFromU8(new Uint8Array(await readFile(out)))
  const changed = page.replaceAll(
    'did not read the report before the vote',
    'did read the report before the vote',
  )
  expect(changed).not.toBe(page)
  const draft = await bench.file('changed.html', changed)
  const before = await checked(out)
  const after = await checked(draft)
  expect(after.length).toBeGreaterThan(before.length)
  expect(after.join('\n')).toContain('altered did read the report before the vote')
})

test('comments and tags stand in a section of their own, and only when they are asked for', async () => {
  const [first] = await bench.json<readonly Annotation[]>('annotations')
  const draft = `She said :quote[${first?.exact ?? ''}]{#${first?.id ?? ''}}.\n`
  const { id } = await bench.json<{ id: string }>('brief', 'import', await bench.file('one.md', draft))
  await bench.json(
    'annotate',
    first?.source ?? '',
    '--quote',
    'The report was never published',
    '--tag',
    'report',
    '--comment',
    'Ask the *clerk*:\nwhy not?',
  )
  const all = await bench.json<readonly Annotation[]>('annotations')
  const told = all.find(({ comment }) => comment !== null)
  const both = `${draft}\nIt says :quote[${told?.exact ?? ''}]{#${told?.id ?? ''}}.\n`
  const other = await bench.json<{ id: string }>('brief', 'import', await bench.file('two.md', both))
  for (const [of, shown] of [
    [id, false],
    [other.id, true],
  ] as const) {
    const out = bench.path(`remarks-${String(shown)}.md`)
    await bench.json('brief', 'export', of, '--to', 'md', '--out', out, '--comments')
    const text = await read(out)
    expect(text.includes('## Comments and tags')).toBe(shown)
    if (!shown) continue
    expect(text).toContain('Comment: Ask the \\*clerk\\*:\\\nwhy not?')
    expect(text).toContain('Tags: report')
    expect(text).not.toContain('## Evidence')
  }
})

test.each(['verbatim', 'evidence'])('--to %s has none', async (format) => {
  const asked = await bench.run(
    'brief',
    'export',
    brief,
    '--to',
    format,
    '--out',
    bench.path('none'),
    '--appendix',
  )
  expect(asked).toMatchObject({ code: 2, stderr: expect.stringContaining(`--to ${format}`) })
})
