import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BriefState } from '../../shared/brief/state.ts'
import { parseBrief } from '../../shared/brief/parse.ts'
import { textOfRuns } from '../../shared/citations/run.ts'
import { checkDraft } from '../check/check-draft.ts'
import { digestBrief } from '../briefs/digest.ts'
import { exportBrief } from '../briefs/export.ts'
import { importBrief } from '../briefs/import.ts'
import { lint } from '../briefs/lint.ts'
import { citekeysLike } from '../db/sources.ts'
import { removeSource } from '../db/trash.ts'
import { importText, scratch, type Scratch } from '../library/fixtures/scratch.ts'
import type { Library } from '../library/library.ts'
import type { Services } from '../services.ts'
import { editSource } from '../sources/edit.ts'
import { addStyle } from './add-style.ts'
import { Citations } from './citations.ts'
import { removeStyle } from './remove-style.ts'
import { renderCitations } from './render.ts'

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url))

let place: Scratch
let library: Library
let services: Services
let folder: string

beforeEach(() => {
  place = scratch()
  library = place.open({ digestBrief })
  folder = mkdtempSync(join(tmpdir(), 'verbatim-styles-'))
  const citations = new Citations(library, join(RESOURCES, 'citation'))
  services = {
    library,
    fonts: join(RESOURCES, 'fonts'),
    citations: () => Promise.resolve(citations),
  } as Services
  importText(library, 'We will not close the port.', {
    citekey: 'marrow2024port',
    title: 'Minister: “We will not close the port”',
    authors: ['Ana Marrow'],
    publication: 'The Courier',
    published: '2024-03-14',
  })
})
afterEach(() => {
  place[Symbol.dispose]()
  rmSync(folder, { recursive: true })
})

const brief = (markdown: string): BriefState => parseBrief(markdown, { name: 'Brief', passageOf: () => null })
const rendered = async (markdown: string, style?: string): Promise<string[]> => {
  const { citations } = await renderCitations(services, { state: brief(markdown), style })
  return citations.map(({ runs }) => textOfRuns(runs))
}

const STYLE = (id: string, text = 'MINE ') =>
  '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">' +
  `<info><id>${id}</id><title>Mine</title></info>` +
  `<citation><layout prefix="${text}"><text variable="title"/></layout></citation></style>`
const DEPENDENT = (parent: string) =>
  '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="de-DE">' +
  `<info><id>http://example.org/like</id><title>Like</title><link rel="independent-parent" href="${parent}"/></info></style>`

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const out = (): string => join(folder, 'out.md')
const names = async (): Promise<string[]> => (await services.citations()).styles.list().map(({ id }) => id)

const write = async (markdown: string, more = {}) => {
  const { id } = importBrief(library, { markdown, name: 'Brief' })
  return exportBrief(services, { brief: id, format: 'md', out: out(), force: true, strict: false, ...more })
}

describe('citations of a brief', () => {
  test('stand in the brief’s style, or in the one that is asked for', async () => {
    const markdown = '---\ncitation-style: apa\n---\n\nSo [@marrow2024port, p. 3].\n'
    expect(await rendered(markdown)).toEqual(['(Marrow, 2024, p. 3)'])
    expect(await rendered(markdown, 'ieee')).toEqual(['[1, p. 3]'])
    expect(await rendered(markdown, 'http://www.zotero.org/styles/ieee')).toEqual(['[1, p. 3]'])
  })

  test('stand in the default where the brief’s style is not here, and it is said', async () => {
    const state = brief('---\ncitation-style: nowhere\n---\n\nSo [@marrow2024port].\n')
    const { style, unknownStyle, citations } = await renderCitations(services, { state })
    expect([style.id, style.isNote, unknownStyle]).toEqual(['chicago-fullnote-bibliography', true, 'nowhere'])
    expect(citations).toMatchObject([{ of: 'citation', index: 0, note: 1 }])
    await expect(renderCitations(services, { state, style: 'nowhere' })).rejects.toMatchObject({
      reason: 'unknown-style',
    })
  })

  test('say which citekeys are dead', async () => {
    const state = brief('So [@marrow2024port; @nobody].\n')
    const { citations, bibliography } = await renderCitations(services, { state, style: 'apa' })
    expect(citations[0]?.dead).toEqual(['nobody'])
    expect(textOfRuns(citations[0]?.runs ?? [])).toBe('(Marrow, 2024) [@nobody?]')
    expect(bibliography.map(({ citekey }) => citekey)).toEqual(['marrow2024port'])
  })

  test('follow what is edited, also in a processor kept warm', async () => {
    const markdown = 'So [@marrow2024port].\n'
    expect(await rendered(markdown, 'apa')).toEqual(['(Marrow, 2024)'])
    editSource(library, { source: 'marrow2024port', authors: ['Ilse Hale'] })
    expect(await rendered(markdown, 'apa')).toEqual(['(Hale, 2024)'])
  })

  test('name a source in the trash all the same', async () => {
    const { id } = editSource(library, { source: 'marrow2024port', tags: [] })
    library.write('remove', (writer) => removeSource(writer, id as Parameters<typeof removeSource>[1]))
    expect(await rendered('So [@marrow2024port].\n', 'apa')).toEqual(['(Marrow, 2024)'])
  })
})

describe('a style that the user adds', () => {
  test('is there, is used, travels in the library, and goes again', async () => {
    const added = await addStyle(services, file('mine.csl', STYLE('http://example.org/mine')))
    expect(added).toEqual({ id: 'mine', title: 'Mine', isNote: false, added: true })
    expect(await names()).toContain('mine')
    expect(await rendered('So [@marrow2024port].\n', 'mine')).toEqual([
      'MINE Minister: “We will not close the port”',
    ])
    await removeStyle(services, 'mine')
    expect(await names()).not.toContain('mine')
    library.undo()
    expect(await names()).toContain('mine')
  })

  test('takes the place of the one that called itself the same, and of no other', async () => {
    await addStyle(services, file('a.csl', STYLE('http://example.org/mine')))
    await addStyle(services, file('b.csl', STYLE('http://example.org/mine', 'NEW ')))
    const other = await addStyle(services, file('c.csl', STYLE('http://other.example/mine', 'OTHER ')))
    expect(other.id).toBe('mine-2')
    expect(await rendered('So [@marrow2024port].\n', 'mine')).toEqual([
      'NEW Minister: “We will not close the port”',
    ])
    const bundled = await addStyle(services, file('apa.csl', STYLE('http://www.zotero.org/styles/apa')))
    expect(bundled.id).toBe('apa-2')
    expect(await rendered('So [@marrow2024port].\n', 'apa')).toEqual(['(Marrow, 2024)'])
  })

  test('may take its rules from another that is here, and from no other', async () => {
    const like = await addStyle(services, file('like.csl', DEPENDENT('http://www.zotero.org/styles/apa')))
    expect(await rendered('So [@marrow2024port, p. 3].\n', like.id)).toEqual(['(Marrow, 2024, S. 3)'])
    await expect(
      addStyle(services, file('far.csl', DEPENDENT('http://example.org/far'))),
    ).rejects.toMatchObject({
      reason: 'unknown-parent',
    })
  })

  test('stays while another takes its rules from it', async () => {
    await addStyle(services, file('a.csl', STYLE('http://example.org/mine')))
    await addStyle(services, file('like.csl', DEPENDENT('http://example.org/mine')))
    await expect(removeStyle(services, 'mine')).rejects.toMatchObject({ reason: 'style-in-use' })
    await expect(removeStyle(services, 'apa')).rejects.toMatchObject({ reason: 'bundled-style' })
  })

  test.each([
    ['words', 'not a style', 'no-style'],
    ['HTML', '<html><body>style</body></html>', 'no-style'],
    ['entities', `<!DOCTYPE style [<!ENTITY a "aaaa">]>${STYLE('x')}`, 'no-style'],
    ['an unknown macro', STYLE('x').replace('variable="title"', 'macro="nowhere"'), 'no-style'],
    ['bytes that are no UTF-8', '\uFFFE', 'no-style'],
  ])('that is %s is refused, and nothing is stored', async (_, text, reason) => {
    const before = [library.bytes(), ...(await names())]
    await expect(addStyle(services, file('bad.csl', text))).rejects.toMatchObject({ reason })
    await expect(addStyle(services, join(folder, 'none.csl'))).rejects.toMatchObject({ reason: 'unreadable' })
    expect([library.bytes(), ...(await names())]).toEqual(before)
  })
})

describe('an export', () => {
  test('takes a style from a file, which is not stored', async () => {
    await write('So [@marrow2024port].\n', { styleFile: file('mine.csl', STYLE('http://example.org/mine')) })
    expect(readFileSync(out(), 'utf8')).toContain('So MINE Minister: “We will not close the port”')
    expect(await names()).not.toContain('mine')
  })

  test('refuses a file that is no style, and leaves the old file as it is', async () => {
    writeFileSync(out(), 'old')
    const bad = file('bad.csl', '<html/>')
    await expect(write('So [@marrow2024port].\n', { styleFile: bad })).rejects.toMatchObject({
      reason: 'no-style',
    })
    await expect(write('So [@marrow2024port].\n', { style: 'nowhere' })).rejects.toMatchObject({
      reason: 'unknown-style',
    })
    expect(readFileSync(out(), 'utf8')).toBe('old')
  })

  test('warns of a style that is not here', async () => {
    const { warnings } = await write('---\ncitation-style: nowhere\n---\n\nSo [@marrow2024port].\n')
    expect(warnings.map(({ code }) => code)).toEqual(['unknown-style'])
  })

  test.each(['chicago-fullnote-bibliography', 'apa', 'ieee', 'modern-language-association'])(
    'in %s holds no quotation in what the style made',
    async (style) => {
      await write('He said “We will not close the port.” [@marrow2024port]\n', { style })
      const found = checkDraft(library, { text: readFileSync(out(), 'utf8'), format: 'markdown' })
      expect(found.map(({ quotation, verdict }) => [quotation, verdict])).toEqual([
        ['We will not close the port.', 'verbatim'],
      ])
    },
  )

  test('hides no false words behind the tag of its own', () => {
    const text = 'He said “We will close the port.”<!--source: marrow2024port-->\n'
    const found = checkDraft(library, { text, format: 'markdown' })
    expect(found.map(({ verdict }) => verdict)).toEqual(['altered'])
  })
})

describe('a citekey that is changed', () => {
  const MARKDOWN = 'He said “We will not close the port.” [@marrow2024port, p. 3]\n'

  test('leaves no citation behind: the old one finds its source still', async () => {
    const { id } = importBrief(library, { markdown: MARKDOWN, name: 'Brief' })
    editSource(library, { source: 'marrow2024port', citekey: 'port' })
    editSource(library, { source: 'port', citekey: 'harbour' })
    expect(await rendered('[@marrow2024port]; [@port]; [@harbour].\n', 'apa')).toEqual(
      Array.from({ length: 3 }, () => '(Marrow, 2024)'),
    )
    await exportBrief(services, {
      brief: id,
      format: 'md',
      out: out(),
      force: false,
      strict: true,
      style: 'apa',
    })
    expect(readFileSync(out(), 'utf8')).toContain('(Marrow, 2024, p. 3)')
    const [checked] = checkDraft(library, { text: MARKDOWN, format: 'markdown' })
    expect(checked).toMatchObject({ verdict: 'verbatim', cited: 'marrow2024port', source: 'harbour' })
  })

  test('can go back, and each change is a step of undo', async () => {
    editSource(library, { source: 'marrow2024port', citekey: 'port' })
    editSource(library, { source: 'port', citekey: 'marrow2024port' })
    expect(await rendered('[@port]\n', 'apa')).toEqual(['(Marrow, 2024)'])
    library.undo()
    library.undo()
    expect(await rendered('[@port]; [@marrow2024port]\n', 'apa')).toEqual(['[@port?]', '(Marrow, 2024)'])
  })

  test('is not given to another source while a brief cites by it', () => {
    importBrief(library, { markdown: MARKDOWN, name: 'Brief' })
    editSource(library, { source: 'marrow2024port', citekey: 'port' })
    importText(library, 'The lake is full.', { citekey: 'lake' })
    expect(() => editSource(library, { source: 'lake', citekey: 'marrow2024port' })).toThrow(
      /Briefs still cite/u,
    )
    expect(() => editSource(library, { source: 'lake', citekey: 'free' })).not.toThrow()
  })

  test('is no dead one to the look over a brief', () => {
    editSource(library, { source: 'marrow2024port', citekey: 'port' })
    const input = {
      state: brief('So [@marrow2024port; @nobody].\n'),
      rules: ['dead-citekey'],
      today: '2024-04-01',
      days: 30,
    } as const
    expect(lint(library.reader, input, []).map(({ citekey }) => citekey)).toEqual(['nobody'])
  })

  test('is never given to a source that is imported', () => {
    editSource(library, { source: 'marrow2024port', citekey: 'port' })
    expect([...citekeysLike(library.reader, 'marrow2024port')]).toEqual(['marrow2024port'])
  })
})
