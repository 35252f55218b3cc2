import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CheckedQuotation } from '../shared/contract/check.ts'
import { readPdf } from '../core/export/fixtures/read-pdf.ts'
import { Bench } from './bench.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const ARTICLE = here('../../../shared/sample/karabakh.txt')

describe.skipIf(!existsSync(ARTICLE))('the whole job on a real article, from a shell', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await Bench.open()
  })
  afterAll(() => bench.close())
  const read = (name: string): CheckedQuotation[] =>
    JSON.parse(readFileSync(bench.path(name), 'utf8')) as CheckedQuotation[]

  test('goes through', () => {
    const { status, stderr } = spawnSync(
      'sh',
      [here('./whole-job.sh'), here('../../bin/verbatim.mjs'), ARTICLE, bench.folder],
      { encoding: 'utf8' },
    )
    expect({ status, stderr }).toMatchObject({ status: 0 })
  })

  test('finds every quote verbatim, by its speaker', () => {
    const rows = read('checked.json')
    expect(rows.map(({ verdict }) => verdict)).toEqual(Array(6).fill('verbatim'))
    expect(rows.every(({ linked }) => linked)).toBe(true)
    expect(rows.map(({ speaker }) => speaker)).toContain('European Union')
  })

  test('prints each quote exactly', async () => {
    const { text } = await readPdf(readFileSync(bench.path('brief.pdf')))
    const printed = unspaced(text)
    const markdown = unspaced(readFileSync(bench.path('out.md'), 'utf8'))
    for (const { quotation } of read('checked.json')) {
      expect(printed).toContain(unspaced(quotation))
      expect(markdown).toContain(unspaced(quotation))
    }
  })

  test('catches the one changed word, in the draft and in the brief', () => {
    for (const rows of [read('changed.json'), read('changed-brief.json')]) {
      expect(rows.map(({ verdict }) => verdict)).toEqual(['altered', ...Array(5).fill('verbatim')])
      expect(rows[0]?.diff.filter(({ op }) => op !== 'equal')).toMatchObject([
        { op: 'delete', text: 'illegally' },
        { op: 'insert', text: 'legally' },
      ])
    }
  })
})

/** Lines break where the page ends; no other character may differ. */
const unspaced = (text: string): string => text.replaceAll(/\s+/g, '')
