import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Annotation } from '../shared/contract/annotations.ts'
import type { VerifyReport } from '../shared/contract/library.ts'
import type { ImportOutcome, Source } from '../shared/contract/sources.ts'
import { systemClock } from '../core/db/clock.ts'
import { listCustody } from '../core/db/custody.ts'
import { digestBrief } from '../core/briefs/digest.ts'
import { openLibrary } from '../core/library/open.ts'
import { Bench } from './bench.ts'
import { tamper as tamperWith } from './fixtures/tamper.ts'

const WORDS = 'the tide comes at noon'

let bench: Bench
let key: string
let annotation: Annotation
beforeAll(async () => {
  bench = await Bench.open()
  const tide = await bench.file(
    'tide.txt',
    `The tide\n\nOne thing is sure: ${WORDS}, said the clerk on Monday.\n`,
  )
  const { stdout } = await bench.run('--json', 'import', tide)
  key = (JSON.parse(stdout) as ImportOutcome).source?.citekey ?? ''
  annotation = await bench.json<Annotation>('annotate', key, '--quote', WORDS)
  const draft = `# Tides\n\n:quote[${WORDS}]{#${annotation.id}} and :quote[the tide comes at nine]{#${annotation.id}}, he said.\n`
  await bench.run('brief', 'import', await bench.file('tides.md', draft))
})
afterAll(() => bench.close())

const verified = async (): Promise<{ code: number | null; report: VerifyReport }> => {
  const { code, stdout } = await bench.run('--json', 'verify')
  return { code, report: JSON.parse(stdout) as VerifyReport }
}

/** Changes bytes of the database as no program of ours would. */
function overwrite(from: string, to: string): void {
  const file = join(bench.library, 'library.db')
  writeFileSync(file, Buffer.from(readFileSync(file, 'latin1').replaceAll(from, to), 'latin1'))
}

const tamper = (sql: string): void => tamperWith(bench.library, sql)

describe('verify', () => {
  test('counts what is sound, whatever the verdicts, and leaves its entry in the custody log', async () => {
    const { code, report } = await verified()
    expect(code).toBe(0)
    expect(report).toMatchObject({
      originals: 1,
      texts: 1,
      annotations: { anchored: 1, moved: 0, orphaned: 0 },
      quotes: { verbatim: 1, altered: 1, normalised: 0 },
      damaged: [],
    })
    const library = openLibrary({ path: bench.library, digestBrief, clock: systemClock })
    const last = listCustody(library.reader).at(-1)
    library.close()
    expect(last).toMatchObject({ kind: 'verify', detail: { originals: 1, damaged: [] } })
    expect((await bench.run('verify')).stdout).toContain('Nothing is damaged.')
  })

  test('counts an annotation anew in a newer version', async () => {
    const newer = await bench.file(
      'newer.txt',
      `The tide\n\nA correction. It is sure: ${WORDS}, said the clerk on Monday.\n`,
    )
    await bench.run('import', newer, '--as-version-of', key)
    expect((await verified()).report).toMatchObject({ originals: 2, texts: 2, annotations: { anchored: 1 } })
  })

  test('names a text that was changed behind its back', async () => {
    overwrite('One thing', 'Two thing')
    const { code, report } = await verified()
    expect(code).toBe(1)
    expect(report.damaged.map(({ what }) => what)).toEqual(['text', 'document'])
    expect((await bench.run('show', key, '--text', '--version', '1')).code).toBe(1)
    expect((await bench.run('show', key, '--text')).code).toBe(0)
    overwrite('Two thing', 'One thing')
    expect((await verified()).report.damaged).toEqual([])
  })

  test('names an original that no file belongs to', async () => {
    const [source] = await bench.json<Source[]>('sources')
    const sha256 = source?.sha256 ?? ''
    const other = sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
    tamper(`UPDATE version SET original_sha256 = '${other}' WHERE original_sha256 = '${sha256}'`)
    const { code, report } = await verified()
    tamper(`UPDATE version SET original_sha256 = '${sha256}' WHERE original_sha256 = '${other}'`)
    expect(code).toBe(1)
    expect(report.damaged).toMatchObject([
      { what: 'library', id: 'version' },
      { what: 'original', id: other },
    ])
  })

  test('tells that rows are gone which others speak of', async () => {
    const { report } = await verified()
    tamper('CREATE TABLE kept AS SELECT * FROM annotation; DELETE FROM annotation')
    const after = await verified()
    tamper('INSERT INTO annotation SELECT * FROM kept; DROP TABLE kept')
    expect(report.damaged).toEqual([])
    expect(after.code).toBe(1)
    expect(after.report.damaged).toContainEqual(expect.objectContaining({ what: 'library', id: 'anchor' }))
  })

  test('names annotations whose rows are damaged, which hide no other', async () => {
    const before = await bench.json<{ id: string; source: string }[]>('annotations')
    const [{ id, source } = { id: '', source: '' }] = before
    const other = (await bench.json<{ id: string }>('annotate', source, '--start', '0', '--end', '3')).id
    tamper(`UPDATE annotation SET colour = 'beige' WHERE id = '${id}'`)
    const listed = await bench.json<{ id: string }[]>('annotations')
    const { code, report } = await verified()
    tamper(`UPDATE annotation SET colour = 'yellow' WHERE id = '${id}'`)
    expect(listed.map((each) => each.id)).toEqual([other])
    expect(code).toBe(1)
    expect(report.damaged).toMatchObject([{ what: 'annotation', id }])
  })

  test('names a brief that is no JSON, which no command takes for a bug', async () => {
    const [brief] = await bench.json<{ id: string }[]>('brief', 'list')
    tamper("UPDATE brief SET content = '{' || content")
    const { code, report } = await verified()
    const checked = await bench.run('--json', 'check', brief?.id ?? '')
    tamper('UPDATE brief SET content = substr(content, 2)')
    expect(code).toBe(1)
    expect(report.damaged).toMatchObject([{ what: 'brief', id: brief?.id }])
    expect([checked.code, JSON.parse(checked.stdout)]).toMatchObject([
      1,
      { error: { code: 'damaged-brief' } },
    ])
  })

  test('names a damaged and a missing original, and ends with 1', async () => {
    const blobs = join(bench.library, 'blobs')
    const files = readdirSync(blobs, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    const [first, second] = files.map((entry) => join(entry.parentPath, entry.name))
    writeFileSync(first ?? '', 'other bytes')
    rmSync(second ?? '')
    const { code, report } = await verified()
    expect(code).toBe(1)
    expect(report.damaged).toHaveLength(2)
    expect(report.damaged).toContainEqual({
      what: 'original',
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      message: expect.stringMatching(/\.$/),
    })
    expect(report.annotations).toMatchObject({ anchored: 2 })
    const shown = await Promise.all(
      ['1', '2'].map((version) => bench.run('show', key, '--original', '--version', version)),
    )
    expect(shown.map((ended) => ended.code)).toEqual([1, 1])
  })
})
