import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Annotation } from '../shared/contract/annotations.ts'
import type { Brief } from '../shared/contract/briefs.ts'
import type { Exported } from '../shared/contract/exports.ts'
import type { CheckedQuotation } from '../shared/contract/check.ts'
import type { ImportOutcome } from '../shared/contract/sources.ts'
import { Bench } from './bench.ts'

const WORDS = 'The wall may hold for a year, it may hold for ten'
const SECOND = 'Nobody has asked the masons. They would have told us at once.'
const ARTICLE = `The wall\n\n“${WORDS}.” So said Wanda Novak of the union on Monday.\n\n${SECOND}\n`

let bench: Bench
let annotations: readonly [string, string]
let brief: string
beforeAll(async () => {
  bench = await Bench.open()
  const { stdout } = await bench.run('--json', 'import', await bench.file('wall.txt', ARTICLE))
  const { source } = JSON.parse(stdout) as ImportOutcome
  const key = source?.citekey ?? ''
  const mark = async (quote: string) => (await bench.json<Annotation>('annotate', key, '--quote', quote)).id
  annotations = [await mark(WORDS), await mark(SECOND)]
  const [first, second] = annotations
  const draft = `---
title: "On the wall <b> & \\"more\\" ${'and more '.repeat(40)}"
---

The union was unsure: :quote[${WORDS}]{#${first}} [@${key}], and “${WORDS}” [@${key}].

:::quote{#${second}}
${SECOND}
:::

- Shorter: :quote[The wall may […] hold for ten]{#${first}} or :quote[le mur tiendra]{#${first} translation}.

| Who | What |
| --- | --- |
| Novak | :quote[it may hold for ten]{#${first}} |

A note.[^1]

[^1]: With :quote[${WORDS}]{#${first}} in it.
`
  brief = (await bench.json<Brief>('brief', 'import', await bench.file('brief.md', draft))).id
}, 60_000)
afterAll(() => bench.close())

const check = async (named: string): Promise<readonly CheckedQuotation[]> => {
  const { stdout } = await bench.run('--json', 'check', named)
  return JSON.parse(stdout) as CheckedQuotation[]
}
const told = (rows: readonly CheckedQuotation[]) =>
  rows.map(({ quotation, linked, annotation, verdict }) => ({ quotation, linked, annotation, verdict }))

/** The brief as a Word document under this name. */
async function exported(name: string, ...more: readonly string[]): Promise<string> {
  const path = bench.path(name)
  const { bytes, faults } = await bench.json<Exported>(
    'brief',
    'export',
    brief,
    '--to',
    'docx',
    '--out',
    path,
    ...more,
  )
  expect(bytes).toBe((await readFile(path)).length)
  expect(faults).toEqual([])
  return path
}

/** The same document with its main part changed. */
async function changed(path: string, name: string, change: (xml: string) => string): Promise<string> {
  const files = unzipSync(new Uint8Array(await readFile(path)))
  const before = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const after = change(before)
  expect(after).not.toBe(before)
  await writeFile(bench.path(name), zipSync({ ...files, 'word/document.xml': strToU8(after) }))
  return bench.path(name)
}

describe('a brief that goes out as Word and comes back', () => {
  test('has its quotes linked again, with the verdicts that they have in the brief', async () => {
    const rows = told(await check(await exported('out.docx')))
    const ofBrief = told(await check(brief))
    // The note of a translation holds its original between marks.
    expect(rows.filter((row) => row.linked)).toEqual(ofBrief.filter((row) => row.linked))
    expect(rows.filter((row) => row.linked).map(({ verdict }) => verdict)).toEqual([
      'verbatim',
      'verbatim',
      'marked',
      'translated',
      'verbatim',
      'verbatim',
    ])
    expect(rows.every(({ verdict }) => verdict !== 'not-found' && verdict !== 'altered')).toBe(true)
  })

  test('is the same in every citation style', async () => {
    const linked = told(await check(brief)).filter((row) => row.linked)
    for (const style of ['apa', 'ieee', 'modern-language-association']) {
      const rows = told(await check(await exported(`${style}.docx`, '--style', style)))
      expect(rows.filter((row) => row.linked)).toEqual(linked)
      expect(rows.filter(({ verdict }) => verdict === 'not-found' || verdict === 'altered')).toEqual([])
    }
  })

  test('is altered where one letter in a control was changed, inline and in a block', async () => {
    const path = await exported('letter.docx')
    const [first, second] = annotations
    const inline = await check(
      await changed(path, 'inline.docx', (xml) => xml.replace('for a year, it', 'for a bear, it')),
    )
    expect(inline.filter(({ verdict }) => verdict === 'altered')).toMatchObject([
      { linked: true, annotation: first },
    ])
    expect((await bench.run('check', bench.path('inline.docx'))).code).toBe(1)
    const block = await check(
      await changed(path, 'block.docx', (xml) => xml.replace('Nobody has', 'Somebody has')),
    )
    expect(block.filter(({ verdict }) => verdict === 'altered')).toMatchObject([
      { linked: true, annotation: second },
    ])
  })

  test('is orphaned where a control names an annotation that the library has not', async () => {
    const [, second] = annotations
    const unknown = `an_${'f'.repeat(32)}`
    const path = await changed(await exported('unknown.docx'), 'orphaned.docx', (xml) =>
      xml.replaceAll(second, unknown),
    )
    expect((await check(path)).filter(({ verdict }) => verdict === 'orphaned')).toMatchObject([
      { linked: true, annotation: unknown, quotation: SECOND },
    ])
  })

  test('is the same with endnotes and contents, which no other format takes', async () => {
    const linked = told(await check(brief)).filter((row) => row.linked)
    const rows = told(
      await check(await exported('end.docx', '--endnotes', '--contents', '--paper', 'letter')),
    )
    expect(rows.filter((row) => row.linked)).toEqual(linked)
    const out = bench.path('end.pdf')
    const { code, stderr } = await bench.run(
      'brief',
      'export',
      brief,
      '--to',
      'pdf',
      '--out',
      out,
      '--endnotes',
    )
    expect([code, stderr]).toEqual([2, expect.stringContaining('--endnotes is for --to docx only.')])
  })

  test('gives the same bytes again', async () => {
    const [one, two] = [await exported('one.docx'), await exported('two.docx')]
    expect((await readFile(one)).equals(await readFile(two))).toBe(true)
  })

  test.skipIf(!hasOffice())(
    `is linked again after LibreOffice saved it${hasOffice() ? '' : ' (skipped: there is no soffice)'}`,
    async () => {
      const path = await exported('office.docx')
      const saved = office('docx', path)
      const linked = told(await check(path)).filter((row) => row.linked)
      expect(told(await check(saved)).filter((row) => row.linked)).toEqual(linked)
      const altered = await changed(saved, 'saved-altered.docx', (xml) =>
        xml.replace('for a year, it', 'for a bear, it'),
      )
      expect((await check(altered)).filter(({ verdict }) => verdict === 'altered')).toMatchObject([
        { linked: true, annotation: annotations[0] },
      ])
      const plain = await readFile(office('txt:Text', path), 'utf8')
      for (const words of [WORDS, SECOND, 'The wall may […] hold for ten', 'le mur tiendra', '<b> & "more"'])
        expect(plain).toContain(words)
    },
  )
})

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The file as LibreOffice converts it, with a profile of its own. */
function office(format: string, path: string): string {
  const profile = `-env:UserInstallation=file://${bench.path('profile')}`
  const folder = bench.path('office')
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, path], {
    stdio: 'ignore',
  })
  return `${folder}/${path
    .split('/')
    .at(-1)
    ?.replace(/docx$/, format.split(':')[0] ?? '')}`
}
