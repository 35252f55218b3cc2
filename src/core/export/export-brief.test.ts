import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Alignment, Block, FootnoteNode, Inline, LinkedQuote } from '../../shared/brief/nodes.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { Source } from '../../shared/contract/sources.ts'
import { bundledCiting, citedWork } from '../citations/fixtures/bundled-citing.ts'
import type { Evidence } from './evidence.ts'
import { USUAL_LOOK } from '../../shared/contract/pdf-look.ts'
import { exportBrief } from './export-brief.ts'
import { readPdf } from './fixtures/read-pdf.ts'

const FONTS = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-export-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const element = { version: 1, direction: null, format: '', indent: 0 } as const
const text = (value: string, format = 0): Inline => ({
  type: 'text',
  version: 1,
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text: value,
})
const paragraph = (...children: Inline[]): Block => ({ ...element, type: 'paragraph', children })
const linked = (annotation: string): LinkedQuote => ({
  version: 1,
  annotation,
  anchor: 'anc_1',
  pin: null,
  alterations: [],
  shown: 'x',
  translation: null,
  emphasis: [],
})
const quote = (annotation: string): Inline => ({ ...linked(annotation), type: 'linked-quote' })
const citation: Inline = {
  type: 'citation',
  version: 1,
  items: [
    { citekey: 'marrow2024port', locator: 'p. 3', prefix: 'see', suffix: '', suppressAuthor: false },
    { citekey: 'nobody', locator: null, prefix: '', suffix: '', suppressAuthor: false },
  ],
}
const state = (language: string, ...children: (Block | FootnoteNode)[]): BriefState => ({
  format: 1,
  title: 'Walls',
  language,
  citationStyle: null,
  extra: {},
  root: { ...element, type: 'root', children },
})

const SOURCE: Source = {
  id: 'src_1',
  citekey: 'marrow2024port',
  title: 'Port strike ends',
  authors: ['Ana Marrow'],
  publication: 'The Courier',
  published: '2024-03-14',
  publishedAt: null,
  modified: null,
  archivedAt: null,
  url: 'https://courier.example/a_b?x=1',
  language: 'en',
  type: 'article',
  format: 'html',
  encoding: 'utf-8',
  words: 400,
  versions: 1,
  sha256: '',
  importedAt: '2024-03-15T00:00:00Z',
  story: null,
  tags: [],
}
const attribution = {
  speaker: 'Jo Hale',
  role: 'mayor',
  place: 'Port Sel',
  date: '2024-03-12',
  stance: null,
  topic: null,
  language: null,
  quotedBy: null,
}
const evidence: Evidence = {
  quote: ({ annotation }) => ({
    words: annotation === 'gone' ? 'Lost words' : 'We [will] hold the wall.\nAll of it.',
    language: 'en',
    original: annotation === 'translated' ? { words: 'Nous tiendrons.', language: 'fr' } : null,
    source: annotation === 'gone' ? null : SOURCE,
    attribution: annotation === 'gone' ? null : attribution,
    locator: annotation === 'gone' ? null : 'para. 4',
  }),
  context: () => ({ verdict: 'verbatim', warnings: [], passage: null }),
  work: (key) => (key === SOURCE.citekey || key === SOURCE.id ? citedWork(SOURCE) : null),
  image: () => null,
}

const write = (
  brief: BriefState,
  format: 'md' | 'pdf' | 'verbatim',
  { force = false, style = undefined as string | undefined } = {},
) =>
  exportBrief(
    {
      state: brief,
      evidence,
      citing: bundledCiting(style, brief.language ?? 'en-US'),
      updatedAt: '2024-03-20T10:00:00Z',
      look: USUAL_LOOK,
      format,
      out: join(folder, 'out'),
      force,
    },
    { fonts: FONTS },
  )
const written = () => readFileSync(join(folder, 'out'), 'utf8')

const ADDRESS = '<https://courier.example/a_b?x=1>'
const TAG = '<!--source: marrow2024port-->'
const WHOLE =
  'Jo Hale (mayor; Port Sel, 2024-03-12): Ana Marrow, “Port Strike Ends,” *The Courier*, March 14, 2024, para. 4, ' +
  `${ADDRESS}.${TAG}`
const BIBLIOGRAPHY = `## Bibliography\n\nMarrow, Ana. “Port Strike Ends.” *The Courier*, March 14, 2024. ${ADDRESS}.${TAG}`

test('Markdown has a note for each quote and citation', async () => {
  const { bytes, pages } = await write(
    state('en', paragraph(text('So '), quote('an_1'), text('.'), citation)),
    'md',
  )
  expect(written()).toBe(
    `# Walls\n\nSo “We [will] hold the wall.\nAll of it.”[^1].[^2]\n\n${BIBLIOGRAPHY}\n\n` +
      `[^1]: ${WHOLE}\n\n[^2]: see Marrow, 3. [@nobody?]\n`,
  )
  expect(bytes).toBe(Buffer.byteLength(written()))
  expect(pages).toBeUndefined()
})

test('Markdown sets a block quote, a paragraph for each line, in the brief’s own marks none', async () => {
  await write(state('de', { ...linked('an_1'), type: 'linked-quote-block' }, paragraph(quote('an_1'))), 'md')
  expect(written()).toContain('> We [will] hold the wall.\n>\n> All of it.[^1]')
  expect(written()).toContain('„We [will] hold the wall.\nAll of it.“[^2]')
})

test('a quote without a source says so, a translation shows its original', async () => {
  await write(state('en', paragraph(quote('gone'), quote('translated'))), 'md')
  expect(written()).toContain('[^1]: The source is not in the library.')
  expect(written()).toContain('[^2]: «\u00A0Nous tiendrons.\u00A0» Jo Hale')
})

test('the author’s own notes are kept, also one that nothing refers to', async () => {
  const reference: Inline = { type: 'footnote-reference', version: 1, label: 'mine' }
  const footnote = (label: string): FootnoteNode => ({
    ...element,
    type: 'footnote',
    label,
    children: [paragraph(text(`Body of ${label}`), quote('an_1'))],
  })
  await write(
    state('en', paragraph(text('a'), reference, reference), footnote('lost'), footnote('mine')),
    'md',
  )
  expect(written()).toContain(`a[^1][^1]\n\n${BIBLIOGRAPHY}\n\n[^1]: Body of mine“We [will] hold the wall.`)
  expect(written()).toContain('[^3]: Body of lost')
})

const ownNote = (...children: Inline[]): FootnoteNode => ({
  ...element,
  type: 'footnote',
  label: 'mine',
  children: [paragraph(...children)],
})

test('a citation that closes a sentence of the author’s note has one full stop', async () => {
  const own: Inline = {
    type: 'citation',
    version: 1,
    items: [{ citekey: 'marrow2024port', locator: null, prefix: '', suffix: '', suppressAuthor: false }],
  }
  const note = async (style: string, ...children: Inline[]) => {
    const brief = state('en', paragraph(text('a'), { type: 'footnote-reference', version: 1, label: 'mine' }))
    const root = { ...brief.root, children: [...brief.root.children, ownNote(...children)] }
    await write({ ...brief, root }, 'md', { force: true, style })
    return written()
      .split('[^1]: ')[1]
      ?.replaceAll(/<!--.*?-->/gu, '')
      .trim()
  }
  const style = 'chicago-fullnote-bibliography'
  const whole = `Ana Marrow, “Port Strike Ends,” *The Courier*, March 14, 2024, ${ADDRESS}`
  expect(await note(style, text('See '), own)).toBe(`See ${whole}.`)
  expect(await note(style, text('See '), own, text('. So.'))).toBe(`See ${whole}. So.`)
  expect(await note(style, text('See '), own, text('; so.'))).toBe(`See ${whole}; so.`)
  expect(await note(style, text('See '), own, text(' So.'))).toBe(`See ${whole}. So.`)
  expect(await note(style, own, text(' and '), { ...own }, text('.'))).toBe(`${whole}. and Marrow.`)
})

test('formats nest without touching the text', async () => {
  await write(
    state('en', paragraph(text('a '), text('b ', 1), text('c', 3), text(' d', 2), text('e', 16))),
    'md',
  )
  expect(written()).toContain('a **b _c_** *d*`e`')
})

test('PDF holds each quote, and says how many pages it has', async () => {
  const { pages, warnings } = await write(state('en', paragraph(text('So '), quote('an_1'), citation)), 'pdf')
  const pdf = await readPdf(readFileSync(join(folder, 'out')))
  expect(pages).toBe(1)
  expect(warnings).toEqual([])
  expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain('“We [will] hold the wall. All of it.”')
  expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain('The Courier, March 14, 2024, para. 4, https')
})

test('Verbatim Markdown is the brief itself', async () => {
  await write(state('en', paragraph(quote('an_1'))), 'verbatim')
  expect(written()).toContain(':quote[x]{#an_1}')
})

test.each(['md', 'pdf', 'verbatim'] as const)('%s never replaces a file unasked', async (format) => {
  writeFileSync(join(folder, 'out'), 'old')
  await expect(write(state('en'), format)).rejects.toMatchObject({ kind: 'REFUSED', reason: 'exists' })
  expect(written()).toBe('old')
  await write(state('en'), format, { force: true })
  expect(written()).not.toBe('old')
  expect(readdirSync(folder)).toEqual(['out'])
})

test('puts the note of a citation right after the word before it', async () => {
  await write(state('en', paragraph(text('Jobs were lost '), citation, text('.'))), 'md')
  expect(written()).toContain('Jobs were lost[^1].')
})

const item = (words: string, checked?: boolean) => ({
  ...element,
  type: 'listitem' as const,
  value: 1,
  children: [text(words)],
  ...(checked === undefined ? {} : { checked }),
})

test('puts no box at an item between tasks that is none', async () => {
  const children = [item('plain'), item('open', false), item('done', true)]
  const list: Block = { ...element, type: 'list', listType: 'check', start: 1, tag: 'ul', children }
  await write(state('en', list), 'md')
  expect(written()).toContain('- plain\n- [ ] open\n- [x] done')
  await write(state('en', list), 'pdf', { force: true })
  const page = (await readPdf(readFileSync(join(folder, 'out')))).text.replaceAll(/\s+/g, ' ')
  expect(page).toContain('• plain ☐ open ☑ done')
})

test('keeps the alignment of a table’s columns', async () => {
  const cell = (words: string, format: Alignment) => ({
    ...element,
    type: 'tablecell' as const,
    headerState: 1 as const,
    colSpan: 1 as const,
    rowSpan: 1 as const,
    children: [{ ...element, type: 'paragraph' as const, format, children: [text(words)] }],
  })
  const row = {
    ...element,
    type: 'tablerow' as const,
    children: [cell('a', 'left'), cell('b', 'right'), cell('c', '')],
  }
  await write(state('en', { ...element, type: 'table', children: [row] }), 'md')
  expect(written()).toMatch(/\| :-+ \| -+: \| -+ \|/)
})

test('parts the numbers of two notes at one word', async () => {
  await write(state('en', paragraph(text('So '), quote('an_1'), citation, text('.'))), 'pdf')
  const page = (await readPdf(readFileSync(join(folder, 'out')))).text.replaceAll(/[\s\u2060]+/g, '')
  expect(page).toContain('”1,2.')
})

const cite = (citekey: string, more = {}): Inline => ({
  type: 'citation',
  version: 1,
  items: [{ citekey, locator: null, prefix: '', suffix: '', suppressAuthor: false, ...more }],
})

test('a style without notes has its citations in the text, and a note for who speaks', async () => {
  await write(
    state('en', paragraph(text('So '), quote('an_1'), text('. Jobs '), cite('marrow2024port'))),
    'md',
    {
      style: 'apa',
    },
  )
  expect(written()).toContain(
    'So “We [will] hold the wall.\nAll of it.”[^1] (Marrow, 2024, para. 4). Jobs (Marrow, 2024)',
  )
  expect(written()).toContain('[^1]: Jo Hale (mayor; Port Sel, 2024-03-12).')
  expect(written()).toContain(
    '## Bibliography\n\nMarrow, A. (2024, March 14). Port strike ends. *The Courier*.',
  )
})

test('the author’s citation right after a quote stands for that of the quote', async () => {
  const own = cite('marrow2024port', { locator: 'p. 9' })
  await write(state('en', paragraph(quote('an_1'), text(' '), own)), 'md', { style: 'apa' })
  expect(written()).toContain('All of it.”[^1] (Marrow, 2024, p. 9)')
})

test('numbers stand in brackets or raised, as the style has them', async () => {
  const brief = state('en', paragraph(text('Jobs '), cite('marrow2024port'), text('.')))
  await write(brief, 'md', { style: 'ieee' })
  expect(written()).toContain('Jobs [1].\n\n## Bibliography\n\n[1] A. Marrow, “Port strike ends,”')
  await write(brief, 'md', { style: 'nature', force: true })
  expect(written()).toContain('Jobs<sup>1</sup>.\n\n## Bibliography\n\n1\\. Marrow, A. Port strike ends.')
  await write(brief, 'pdf', { style: 'nature', force: true })
  const page = (await readPdf(readFileSync(join(folder, 'out')))).text.replaceAll(/[\s\u2060]+/g, ' ')
  expect(page).toMatch(/Jobs ?1 ?\..*Bibliography 1\. Marrow, A\./u)
})

test('a citation inside a note stands in that note, and counts where the note is referred to', async () => {
  const reference: Inline = { type: 'footnote-reference', version: 1, label: 'mine' }
  const mine: FootnoteNode = {
    ...element,
    type: 'footnote',
    label: 'mine',
    children: [paragraph(text('More in '), cite('marrow2024port'))],
  }
  await write(state('en', paragraph(text('a'), reference, text(' b '), cite('marrow2024port')), mine), 'md')
  expect(written()).toContain('[^1]: More in Ana Marrow, “Port Strike Ends,” *The Courier*')
  expect(written()).toContain('[^2]: Marrow.')
})

test('a bibliography stands under a heading in the brief’s language', async () => {
  await write(state('de', paragraph(cite('marrow2024port'))), 'md', { style: 'apa' })
  expect(written()).toContain('## Literaturverzeichnis\n\nMarrow, A. (2024, März 14).')
})

test('no style touches the words of a quote', async () => {
  for (const style of [
    'apa',
    'ieee',
    'nature',
    'vancouver',
    'modern-language-association',
    'iso690-note-fr',
  ]) {
    await write(state('en', paragraph(quote('an_1'))), 'md', { style, force: true })
    expect(written()).toContain('“We [will] hold the wall.\nAll of it.”')
  }
})
