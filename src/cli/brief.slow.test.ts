import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Annotation } from '../shared/contract/annotations.ts'
import type { Brief } from '../shared/contract/briefs.ts'
import type { Exported } from '../shared/contract/exports.ts'
import type { CheckedQuotation } from '../shared/contract/check.ts'
import type { ImportOutcome } from '../shared/contract/sources.ts'
import { Bench, type Ended } from './bench.ts'

const WORDS = 'The wall may hold for a year, it may hold for ten'
const ARTICLE = `The wall\n\n“${WORDS}.” So said Wanda Novak of the union on Monday.\n`

let bench: Bench
let key: string
let annotation: string
let draft: string
beforeAll(async () => {
  bench = await Bench.open()
  const { stdout } = await bench.run('--json', 'import', await bench.file('wall.txt', ARTICLE))
  key = (JSON.parse(stdout) as ImportOutcome).source?.citekey ?? ''
  annotation = (await bench.json<Annotation>('annotate', key, '--quote', WORDS, '--speaker', 'Wanda Novak'))
    .id
  draft = `---\ntitle: On the wall\n---\n\nThe union was unsure: :quote[“${WORDS}”]{#${annotation}} [@${key}].\n`
})
afterAll(() => bench.close())

const rows = ({ stdout }: Ended): CheckedQuotation[] => JSON.parse(stdout) as CheckedQuotation[]
const linked = (ended: Ended): CheckedQuotation[] => rows(ended).filter((row) => row.linked)
const imported = async (name: string, content: string): Promise<Brief> =>
  bench.json<Brief>('brief', 'import', await bench.file(name, content))

describe('brief', () => {
  test('import stores it, list and show give it', async () => {
    const brief = await imported('brief.md', draft)
    expect(brief).toEqual({
      id: expect.stringMatching(/^br_/),
      title: 'On the wall',
      words: expect.any(Number),
      quotes: 1,
      citations: 1,
      updatedAt: expect.stringMatching(/Z$/),
    })
    expect(await bench.json('brief', 'list')).toEqual([brief])
    expect(await bench.json('brief', 'show', brief.id)).toEqual(brief)
    expect((await bench.run('brief', 'show', 'br_nobody')).code).toBe(1)
  })

  test('import stores nothing when an annotation is unknown, and names all of them', async () => {
    const before = await bench.json('brief', 'list')
    const wrong = await bench.file('wrong.md', `${draft}\n:quote[one]{#an_one} :quote[two]{#an_two}\n`)
    const { code, stdout, stderr } = await bench.run('--json', 'brief', 'import', wrong)
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'unknown-annotation', data: { annotations: ['an_one', 'an_two'] } },
    })
    expect(stderr).toContain('an_two')
    expect(await bench.json('brief', 'list')).toEqual(before)
  })

  test('import stores quotes with faults all the same', async () => {
    expect(await imported('faulty.md', draft.replace('hold for ten', 'hold for twenty'))).toMatchObject({
      quotes: 1,
    })
  })

  test('takes its title from a heading, else from the file', async () => {
    expect(await imported('one.md', '# A heading\n\nWords.\n')).toMatchObject({ title: 'A heading' })
    expect(await imported('two.md', 'Words.\n')).toMatchObject({ title: 'two' })
  })

  test('import refuses what is no draft', async () => {
    expect((await bench.run('brief', 'import', bench.path('absent.md'))).code).toBe(1)
    expect((await bench.run('brief', 'import', bench.folder)).code).toBe(1)
    expect((await bench.run('brief', 'import', await bench.file('empty.md', ''))).code).toBe(1)
    expect((await bench.run('brief', 'import', await bench.file('a.docx', 'PK'))).code).toBe(2)
    expect((await bench.run('brief', 'import', await bench.file('binary.md', noise()))).code).toBe(1)
  })
})

const noise = (): Uint8Array => Uint8Array.from({ length: 4000 }, (_, at) => (at * at * 31) % 256)

describe('brief export', () => {
  test('writes Markdown, and Verbatim Markdown that comes back the same', async () => {
    const brief = await imported('out.md', draft)
    const md = await bench.json<Exported>(
      'brief',
      'export',
      brief.id,
      '--to',
      'md',
      '--out',
      bench.path('out-1.md'),
    )
    const written = await readFile(md.path, 'utf8')
    const [bytes, sha256] = [Buffer.byteLength(written), createHash('sha256').update(written).digest('hex')]
    expect(md).toEqual({ path: bench.path('out-1.md'), bytes, sha256, faults: [] })
    expect(written).toContain(`“${WORDS}”`)
    const first = bench.path('out-2.md')
    await bench.json('brief', 'export', brief.id, '--to', 'verbatim', '--out', first)
    const again = await bench.json<Brief>('brief', 'import', first)
    await bench.json('brief', 'export', again.id, '--to', 'verbatim', '--out', bench.path('out-3.md'))
    expect(await readFile(bench.path('out-3.md'), 'utf8')).toBe(await readFile(first, 'utf8'))
  })

  test('sets a brief in the style that is asked for, by name or from a file', async () => {
    const { id } = await imported('styled.md', `Jobs were lost [@${key}, p. 3].\n`)
    const out = bench.path('styled-out.md')
    const written = async (...style: string[]) => {
      const args = ['brief', 'export', id, '--to', 'md', '--out', out, '--force', ...style]
      return { ...(await bench.run(...args)), text: await readFile(out, 'utf8') }
    }
    expect((await written()).text).toContain('[^1]')
    expect((await written('--style', 'ieee')).text).toContain('Jobs were lost [1, p. 3].')
    const bad = await written('--style', await bench.file('bad.csl', '<html/>'))
    expect(bad).toMatchObject({ code: 1, text: expect.stringContaining('Jobs were lost [1, p. 3].') })
    expect(bad.stderr).toContain('no citation style')
    const unknown = await written('--style', 'nowhere')
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('chicago-author-date')])
    const own = await bench.file(
      'own.csl',
      '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><id>own</id><title>O</title></info>' +
        '<citation><layout prefix="(OWN " suffix=")"><text variable="locator"/></layout></citation></style>',
    )
    expect((await written('--style', own)).text).toContain('Jobs were lost (OWN 3).')
  })

  test('names the older version that a quote stands on when its words changed since', async () => {
    const own = await Bench.open()
    const made = await own.run('--json', 'import', await own.file('wall.txt', ARTICLE))
    const cited = (JSON.parse(made.stdout) as ImportOutcome).source?.citekey ?? ''
    const { id } = await own.json<Annotation>('annotate', cited, '--quote', WORDS)
    const content = `It said :quote[${WORDS}]{#${id}}, and :quote[hold for ten]{#${id}}.`
    const brief = await own.json<Brief>('brief', 'import', await own.file('pinned.md', content))
    const newer = await own.file('newer.txt', ARTICLE.replace('for ten', 'for twelve'))
    await own.run('import', newer, '--as-version-of', cited)
    const checked = rows(await own.run('--json', 'check', brief.id))
    expect(checked[0]).toMatchObject({ verdict: 'verbatim', warnings: [{ code: 'older-version' }] })
    const out = own.path('out.md')
    await own.json('brief', 'export', brief.id, '--to', 'verbatim', '--out', out)
    expect(await readFile(out, 'utf8')).toContain(`:quote[${WORDS}]{#${id} version=1}`)
    expect(rows(await own.run('--json', 'check', out)).map(({ verdict }) => verdict)).toEqual(
      checked.map(({ verdict }) => verdict),
    )
    await own.close()
  })

  test('writes over nothing without --force', async () => {
    const brief = await imported('force.md', draft)
    const path = await bench.file('there.md', 'mine')
    const refused = await bench.run('brief', 'export', brief.id, '--to', 'md', '--out', path)
    expect(refused.code).toBe(1)
    expect(await readFile(path, 'utf8')).toBe('mine')
    expect((await bench.run('brief', 'export', brief.id, '--to', 'md', '--out', path, '--force')).code).toBe(
      0,
    )
    expect(await readFile(path, 'utf8')).not.toBe('mine')
    const nowhere = bench.path('no/such/folder/x.md')
    expect((await bench.run('brief', 'export', brief.id, '--to', 'md', '--out', nowhere)).code).toBe(1)
    expect((await bench.run('brief', 'export', 'br_x', '--to', 'md', '--out', bench.path('x.md'))).code).toBe(
      1,
    )
  })

  test('of a web page is checked as the brief is, and a changed letter in it is told', async () => {
    const { id } = await imported('web.md', `${draft}\n:::quote{#${annotation}}\n${WORDS}\n:::\n`)
    const out = bench.path('web.html')
    await bench.json('brief', 'export', id, '--to', 'html', '--out', out)
    const verdicts = linked(await bench.run('--json', 'check', out)).map(({ verdict }) => verdict)
    expect(verdicts.length).toBeGreaterThan(0)
    expect(verdicts).toEqual(linked(await bench.run('--json', 'check', id)).map(({ verdict }) => verdict))
    const page = await readFile(out, 'utf8')
    const changed = page.replace(/(<blockquote class="quote"[^>]*><p[^>]*>)([A-Z])/u, '$1X')
    expect(changed).not.toBe(page)
    const ended = await bench.run('--json', 'check', await bench.file('changed.html', changed))
    expect([ended.code, linked(ended).some(({ verdict }) => verdict === 'altered')]).toEqual([1, true])
  })

  test('takes the look of a PDF by name, and says which there are', async () => {
    const brief = await imported('look.md', draft)
    const args = (out: string, ...look: string[]) =>
      ['brief', 'export', brief.id, '--to', 'pdf', '--out', bench.path(out), ...look] as const
    const wrong = await bench.run(...args('x.pdf', '--design', 'poster'))
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('--design is one of brief, memo, article, not “poster”.'),
    ])
    expect(existsSync(bench.path('x.pdf'))).toBe(false)
    const letter = await bench.json(...args('l.pdf', '--design', 'memo', '--paper', 'Letter', '--contents'))
    expect(letter).toMatchObject({ pages: 1, faults: [] })
  })

  test('warns of a fault, and with --strict writes nothing', async () => {
    const brief = await imported('fault.md', draft.replace('hold for ten', 'hold for twenty'))
    const strict = await bench.run(
      '--json',
      'brief',
      'export',
      brief.id,
      '--to',
      'md',
      '--out',
      bench.path('s.md'),
      '--strict',
    )
    expect(strict.code).toBe(1)
    expect(JSON.parse(strict.stdout)).toMatchObject({
      error: { code: 'faults', data: { faults: [{ verdict: 'altered' }] } },
    })
    expect(existsSync(bench.path('s.md'))).toBe(false)
    const warned = await bench.run(
      '--json',
      'brief',
      'export',
      brief.id,
      '--to',
      'md',
      '--out',
      bench.path('w.md'),
    )
    expect(warned.code).toBe(0)
    expect(warned.stderr).toContain('1 altered')
    expect(JSON.parse(warned.stdout)).toMatchObject({ faults: [{ verdict: 'altered' }] })
  })
})

describe('check', () => {
  test('of a draft and of its brief agree, in every encoding', async () => {
    const path = await bench.file('c.md', draft)
    const ended = await bench.run('--json', 'check', path)
    expect(ended.code).toBe(0)
    expect(rows(ended)).toMatchObject([
      {
        quotation: WORDS,
        linked: true,
        verdict: 'verbatim',
        cited: key,
        source: key,
        annotation,
        speaker: 'Wanda Novak',
      },
    ])
    const utf16 = await bench.file(
      'c16.md',
      Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(draft, 'utf16le')]),
    )
    expect(rows(await bench.run('--json', 'check', utf16))).toEqual(rows(ended))
    const brief = await imported('c2.md', draft)
    expect(rows(await bench.run('--json', 'check', brief.id))).toMatchObject([
      { verdict: 'verbatim', annotation },
    ])
  })

  test('finds a changed word, with the diff, and ends with 1', async () => {
    const path = await bench.file('altered.txt', `She said: “The wall will hold for a year” [@${key}].`)
    const ended = await bench.run('--json', 'check', path)
    expect(ended.code).toBe(1)
    const [row] = rows(ended)
    expect(row).toMatchObject({
      verdict: 'altered',
      linked: false,
      cited: key,
      source: key,
      annotation: null,
    })
    expect(row?.diff.filter(({ op }) => op !== 'equal')).toMatchObject([
      { op: 'delete', text: 'may' },
      { op: 'insert', text: 'will' },
    ])
    expect((await bench.run('check', path)).stdout).toMatch(/^altered .*The wall will hold/)
  })

  test('gives offsets in the decoded file and the words without marks', async () => {
    const content = 'Äh: «The wall may hold for a year» and nothing.'
    const [row] = rows(await bench.run('--json', 'check', await bench.file('offsets.txt', content)))
    expect(content.slice(row?.start, row?.end)).toBe(row?.quotation)
  })

  test('with --strict ends with 1 on a warning', async () => {
    const path = await bench.file('cut.md', `“hold for a year, it may hold for ten.” [@${key}]`)
    const plain = await bench.run('--json', 'check', path)
    expect(plain.code).toBe(0)
    expect(rows(plain)[0]?.warnings).not.toEqual([])
    expect((await bench.run('check', path, '--strict')).code).toBe(1)
  })

  test('of an unknown annotation is orphaned; of no quotation nothing', async () => {
    const orphan = await bench.run(
      '--json',
      'check',
      await bench.file('o.md', ':quote[The wall may hold]{#an_x}'),
    )
    expect([orphan.code, rows(orphan)[0]?.verdict]).toEqual([1, 'orphaned'])
    const none = await bench.run('--json', 'check', await bench.file('none.txt', ''))
    expect([none.code, rows(none)]).toEqual([0, []])
  })

  test('prefers a path that is there to a brief, and refuses what it cannot read', async () => {
    const brief = await imported('p.md', draft)
    await writeFile(bench.path(brief.id), 'no draft')
    expect((await bench.run('check', bench.path(brief.id))).code).toBe(2)
    expect((await bench.run('check', bench.path('absent.md'))).code).toBe(1)
    expect((await bench.run('check', 'br_nobody')).code).toBe(1)
    expect((await bench.run('check', await bench.file('a.docx', 'PK'))).code).toBe(1)
    expect((await bench.run('check', await bench.file('b.html', '<p>“x”</p>'))).code).toBe(0)
    expect((await bench.run('check', await bench.file('b.rtf', '{}'))).code).toBe(2)
    expect((await bench.run('check', await bench.file('binary.txt', noise()))).code).toBe(1)
  })

  test('export writes for Pandoc and Obsidian, with the files that belong to them', async () => {
    const { id } = await imported('others.md', `${draft}\n:::quote{#${annotation}}\n${WORDS}\n:::\n`)
    const out = `${bench.folder}/sent.md`
    const pandoc = await bench.json<Exported>('brief', 'export', id, '--to', 'pandoc', '--out', out)
    expect(pandoc.beside).toEqual([`${bench.folder}/sent.bib`])
    expect(await readFile(out, 'utf8')).toContain(`[@${key}`)
    const notes = ['--to', 'obsidian', '--notes', '--out', `${bench.folder}/vault.md`]
    const obsidian = await bench.json<Exported>('brief', 'export', id, ...notes)
    expect(obsidian.beside).toEqual([`${bench.folder}/vault_sources/${key}.md`])
    expect(await readFile(obsidian.beside?.[0] ?? '', 'utf8')).toContain(`^${annotation.replace('_', '-')}`)
    for (const file of [out, `${bench.folder}/vault.md`])
      expect([file, rows(await bench.run('--json', 'check', file)).map(({ verdict }) => verdict)]).toEqual([
        file,
        ['verbatim', 'verbatim'],
      ])
    expect((await bench.run('brief', 'export', id, '--to', 'pdf', '--notes', '--out', out)).code).toBe(2)
  })
})
