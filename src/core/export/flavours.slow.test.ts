import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { USUAL_LOOK } from '../../shared/contract/pdf-look.ts'
import { bundledCiting } from '../citations/fixtures/bundled-citing.ts'
import { exportBrief } from './export-brief.ts'
import { countKinds, pandocVersion, runPandoc, wordsOf } from './fixtures/pandoc.ts'
import type { PandocDocument } from './fixtures/pandoc.ts'
import { PIXEL, PIXEL_BLOB, SAMPLE_BRIEF, SAMPLE_EVIDENCE, SAMPLE_SOURCES } from './fixtures/sample-brief.ts'

const GOLDEN = fileURLToPath(new URL('fixtures/golden', import.meta.url))
const FONTS = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))
const FLAVOURS = ['md', 'verbatim', 'pandoc', 'obsidian'] as const
const VERSION = pandocVersion()
if (VERSION === null)
  console.warn('Skipped: Pandoc’s reading of the sample brief, since no pandoc is installed here.')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-flavours-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (format: (typeof FLAVOURS)[number], { force = false, name = 'brief.md' } = {}) =>
  exportBrief(
    {
      state: SAMPLE_BRIEF,
      evidence: SAMPLE_EVIDENCE,
      citing: bundledCiting(undefined, 'en'),
      updatedAt: '2024-03-20T10:00:00Z',
      format,
      look: USUAL_LOOK,
      out: join(folder, name),
      force,
      cited: SAMPLE_SOURCES,
      notes: true,
    },
    { fonts: FONTS },
  )

/** Every file under a folder, by its path there. */
function filesIn(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path, 'latin1')]),
  )
}

test.each(FLAVOURS)('%s is, byte for byte, what it was', async (format) => {
  await write(format)
  const golden = join(GOLDEN, format)
  const files = filesIn(folder)
  if (process.env['GOLDEN'] === 'write') {
    rmSync(golden, { recursive: true, force: true })
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(golden, path)), { recursive: true })
      writeFileSync(join(golden, path), bytes, 'latin1')
    }
  }
  expect(files).toEqual(filesIn(golden))
})

test('images lie in a folder beside, and one that is gone is described and told', async () => {
  const { beside, warnings } = await write('md', { name: 'a b%.md' })
  const file = join(folder, 'a b%_files', `${PIXEL_BLOB}.png`)
  expect(beside).toEqual([file])
  expect(readFileSync(file).equals(PIXEL)).toBe(true)
  expect(warnings.map(({ code }) => code)).toEqual(['images-left-out'])
  const text = readFileSync(join(folder, 'a b%.md'), 'utf8')
  expect(text).toContain(
    `![A \\[pixel\\]](a%20b%25_files/${PIXEL_BLOB}.png) Lost ![There](https://x.example/i.png)`,
  )
})

test('nothing is written where one of the files is there, and what somebody wrote in one is kept', async () => {
  writeFileSync(join(folder, 'brief.bib'), 'mine')
  await expect(write('pandoc')).rejects.toMatchObject({ reason: 'exists' })
  expect(readdirSync(folder)).toEqual(['brief.bib'])
  await expect(write('pandoc', { force: true })).rejects.toMatchObject({ reason: 'not-ours' })
  expect(readdirSync(folder)).toEqual(['brief.bib'])
  rmSync(join(folder, 'brief.bib'))
  await write('pandoc')
  const first = filesIn(folder)
  await write('pandoc', { force: true })
  expect(filesIn(folder)).toEqual(first)
  await write('obsidian', { name: 'notes.md' })
  const note = join(folder, 'notes_sources', 'marrow2024port.md')
  writeFileSync(note, `${readFileSync(note, 'utf8')}\nMy own thought.\n`)
  const before = filesIn(folder)
  await expect(write('obsidian', { name: 'notes.md', force: true })).rejects.toMatchObject({
    reason: 'not-ours',
  })
  expect(filesIn(folder)).toEqual(before)
})

test('a fault in the middle leaves everything as it was', async () => {
  mkdirSync(join(folder, 'brief_files'))
  mkdirSync(join(folder, 'brief_files', `${PIXEL_BLOB}.png`))
  await expect(write('pandoc', { force: true })).rejects.toMatchObject({ reason: 'is-folder' })
  expect(readdirSync(folder)).toEqual(['brief_files'])
  expect(filesIn(folder)).toEqual({})
})

test.skipIf(VERSION === null)(
  'Pandoc reads the words, notes and citations of the sample, and sets them',
  async () => {
    await write('pandoc')
    const args = ['-f', 'markdown', join(folder, 'brief.md')]
    const read = JSON.parse(runPandoc([...args, '-t', 'json'], '', folder)) as PandocDocument
    const kinds = countKinds(read.blocks)
    const words = wordsOf(read.blocks)
    expect(words).toContain(
      'No marks: $5 to $6, @marrow2024port, #tag, ==x==, %%y%%, [[z]], ^top, a~b~c^d^, \\alpha, <b>, &amp;, "it\'s" -- so... :::',
    )
    expect(words).toContain('We [will] hold the *wall*.')
    expect(
      ['Cite', 'Note', 'Table', 'BulletList', 'OrderedList', 'CodeBlock', 'HorizontalRule', 'Image'].map(
        (kind) => kinds.get(kind),
      ),
    ).toEqual([7, 6, 2, 4, 1, 1, 1, 2])
    expect(wordsOf(read.meta['title'] && [read.meta['title']])).toBe('Who holds the *wall*: “50%”?')
    expect(JSON.stringify(read)).toContain('["annotation","an_2"],["lang","ar"],["dir","rtl"]')
    const set = runPandoc([...args, '--citeproc', '-t', 'plain', '--wrap=none'], '', folder)
    expect(set).toContain('see Marrow and Ministry of Ports and Lakes 2024, 3, emphasis mine')
    expect(set).toContain('nobody2020?')
    expect(set).toContain(
      '“Port of Sel: ‘Strike’ Ends, 50% Say.” The Courier & Times, March 14, 2024. https://doi.org/10.1234/port.',
    )
  },
)
