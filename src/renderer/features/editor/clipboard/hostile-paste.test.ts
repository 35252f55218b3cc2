// @vitest-environment happy-dom
import { $insertDataTransferForRichText } from '@lexical/clipboard'
import { $generateHtmlFromNodes } from '@lexical/html'
import { $getSelection } from 'lexical'
import { expect, test } from 'vitest'
import { Root } from '../../../../shared/brief/schema.ts'
import { WrittenSheet } from '../blocks/fixtures/written-sheet.ts'

/** Pastes by type; gives the whole after save, open, Markdown and import, and looks that no word was left out. */
function paste(data: Readonly<Record<string, string>>, sheet = new WrittenSheet()): WrittenSheet {
  const transfer = { getData: (type: string) => data[type] ?? '', types: Object.keys(data), files: [] }
  const $paste = (): void => {
    const selection = $getSelection()
    if (selection !== null) $insertDataTransferForRichText(transfer as unknown as DataTransfer, selection)
  }
  return sheet.do($paste)
}
/** As the editor itself writes it: another one's is not read. */
const own = (nodes: readonly object[]): WrittenSheet => {
  const sheet = new WrittenSheet()
  const { _config: config } = sheet.editor
  return paste(
    {
      'application/x-lexical-editor': JSON.stringify({ namespace: config.namespace, nodes }),
      'text/plain': 'words',
    },
    sheet,
  )
}
const html = (markup: string, sheet?: WrittenSheet): WrittenSheet => paste({ 'text/html': markup }, sheet)

test('a table with spans becomes one of plain cells, with every word', () => {
  const sheet = html(
    `<table><tr><th colspan="2">Head</th></tr><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>`,
  )
  const { again } = sheet
  for (const word of ['Head', 'a', 'b', 'c']) expect(again).toContain(word)
  const table = sheet.root.children.find(({ type }) => type === 'table')
  expect(table).toMatchObject({
    children: [{ children: [{}, {}] }, { children: [{}, {}] }, { children: [{}, {}] }],
  })
})

test('lists, headings and tables inside cells give their words, a paragraph each', () => {
  const sheet = html(
    `<table><tr><td><h2>Head</h2><ul><li>one<ul><li>two</li></ul></li></ul><pre>a\nb</pre>
     <table><tr><td>inner</td></tr></table><blockquote>said</blockquote></td></tr></table>`,
  )
  const { again } = sheet
  for (const word of ['Head', 'one', 'two', 'inner', 'said']) expect(again).toContain(word)
})

test('nested lists keep their nesting', () => {
  expect(html('<ul><li>one<ul><li>two<ol><li>three</li></ol></li></ul></li><li>four</li></ul>').again).toBe(
    '- one\n  - two\n    1. three\n- four',
  )
})

test('unknown tags leave their words', () => {
  const { again } = html(
    `<details><summary>Sum</summary><p>mary</p></details><dl><dt>term</dt><dd>meaning</dd></dl>
     <figure><img src="x" alt=""><figcaption>caption</figcaption></figure><marquee>runs</marquee><x-y>own</x-y>
     <p><font color="red">red</font> <u>under</u> <sub>low</sub> <mark>mark</mark> <kbd>key</kbd></p>`,
  )
  for (const word of [
    'Sum',
    'mary',
    'term',
    'meaning',
    'caption',
    'runs',
    'own',
    'red',
    'under',
    'low',
    'mark',
    'key',
  ])
    expect(again).toContain(word)
})

test('code that is copied as preformatted keeps its lines', () => {
  expect(html('<pre><code>if (a) {\n  <b>b()</b>\n}\n</code></pre>').again).toBe(
    '```\nif (a) {\n  b()\n}\n```',
  )
})

test('a quotation, a rule and a link come as such; an address that leads elsewhere goes', () => {
  expect(
    html(
      `<blockquote><p>one</p><p>two</p></blockquote><hr><p><a href="https://example.org/" target="_blank" rel="x">in</a>
       <a href="javascript:alert(1)">out</a></p>`,
    ).again,
  ).toBe('> one\n>\n> two\n\n---\n\n[in](https://example.org/) out')
})

test('a picture of a page keeps its address and words; one that is nowhere leaves its words', () => {
  expect(
    html(
      `<p><img src="https://example.org/a.png" alt="A map" onerror="x()"> and <img src="data:image/svg+xml,<svg onload=x()>"
       alt="smile"><img src="file:///etc/passwd" alt=""></p>`,
    ).again,
  ).toBe('![A map](https://example.org/a.png) and smile')
})

test('mark-up nested a thousand deep, or of a thousand lists, leaves a brief that can be stored', () => {
  const deep = html(`${'<blockquote>'.repeat(150)}deep${'</blockquote>'.repeat(150)}`)
  expect(Root.safeParse(deep.root).success).toBe(true)
  expect(JSON.stringify(deep.root)).toContain('deep')
})

test.each([
  { type: 'image' },
  { type: 'image', blob: 7, address: {} },
  { type: 'citation', items: [] },
  { type: 'citation', items: [{ citekey: 1 }] },
  { type: 'footnote-reference', label: '' },
  { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'x' }] },
  { type: 'heading', tag: 'script', children: [] },
  { type: 'list', listType: 'evil', start: -4, children: [] },
  { type: 'code', language: { a: 1 }, children: [{ type: 'image', blob: 'x' }] },
  { type: 'tablecell', colSpan: 99, children: [] },
  { type: 'text', text: 'x', format: 4095, style: 'color:red', mode: 'token', detail: 7 },
])('a node of the editor’s own kind cannot keep a brief from being stored: %j', (node) => {
  const given = { version: 1, ...node }
  const nodes = [{ type: 'paragraph', version: 1, children: [given] }, given]
  const sheet = own(nodes)
  expect(Root.safeParse(sheet.root).error?.issues ?? []).toEqual([])
})

test('an image comes along within a brief, and into another', () => {
  const blob = 'a'.repeat(64)
  const image = { type: 'image', version: 1, blob, alt: 'A map' }
  const sheet = own([{ type: 'paragraph', version: 1, children: [image] }])
  expect(sheet.again).toBe(`![A map](blob:${blob})`)
  const copied = sheet.editor.read(() => $generateHtmlFromNodes(sheet.editor))
  expect(copied).toContain('>A map<')
  expect(html(copied).again).toBe(`![A map](blob:${blob})`)
})
