import { assert, property } from 'fast-check'
import type { DefaultTreeAdapterMap } from 'parse5'
import { parse } from 'parse5'
import type { BlockContent, PhrasingContent } from 'mdast'
import { expect, test } from 'vitest'
import { PIXEL } from '../import/importers/fixtures/picture.ts'
import { anyBrief, evidenceOf, quoteOf } from './fixtures/any-brief.ts'
import { printHtml } from './html.ts'
import { HTML_ATTRIBUTES, HTML_ELEMENTS } from './html-tree.ts'
import type { PrintedBrief } from './printed-brief.ts'
import { plainTextOf } from './printed-brief.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
const elements = (node: Node): readonly Element[] =>
  childrenOf(node).flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []))
const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((each) => each.name === name)?.value ?? null
const classOf = (element: Element): string => attribute(element, 'class') ?? ''
const find = (page: Node, tag: string, name = ''): readonly Element[] =>
  elements(page).filter(
    (each) => each.tagName === tag && (name === '' || classOf(each).split(' ').includes(name)),
  )

/** What is no word of the brief: numbers of notes, ways back, unfolded sources, descriptions of pictures. */
const ADDED = ['ref', 'comma', 'back', 'context', 'picture']

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (node.nodeName === 'br') return ' '
  if ('tagName' in node && (node.tagName === 'figcaption' || ADDED.includes(classOf(node)))) return ''
  return childrenOf(node).map(textOf).join('')
}

const letters = (text: string): string => text.replaceAll(/\s+/gu, '')

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const cell = (value: string, header = false) => ({
  type: 'tableCell' as const,
  ...(header ? { data: { header } } : {}),
  children: [text(value)],
})
const pictured = (blob?: string): BlockContent =>
  paragraph({
    type: 'image',
    url: '',
    alt: 'The wall',
    title: 'In May',
    ...(blob === undefined ? {} : { data: { blob } }),
  })
const brief = (blocks: BlockContent[], rest: Partial<PrintedBrief> = {}): PrintedBrief => ({
  title: 'Walls',
  language: 'en',
  date: '2024-03-14',
  blocks,
  notes: [],
  ...rest,
})
const page = (printed: PrintedBrief, image: Uint8Array | null = null) =>
  parse(printHtml(printed, evidenceOf('They hold the wall.', image)).html)

test('holds the words of any brief and nothing that they would be as markup', () => {
  assert(
    property(anyBrief, (printed) => {
      const { html } = printHtml(printed, evidenceOf('</details><script>alert(1)</script>'))
      const read = parse(html)
      for (const { tagName, attrs } of elements(read)) {
        expect(HTML_ELEMENTS).toContain(tagName)
        for (const { name, value } of attrs) {
          expect(HTML_ATTRIBUTES).toContain(name)
          if (name === 'href') expect(value).toMatch(/^(?:https?:|mailto:|#(?:note|ref|section)-)/i)
          if (name === 'src') expect(value).toMatch(/^data:image\//)
        }
      }
      const shown = [
        ...(printed.title.trim() === '' ? [] : [printed.title]),
        printed.date,
        plainTextOf(printed.blocks),
        ...find(read, 'h2')
          .filter((each) => attribute(each, 'id') === 'notes')
          .map(textOf),
        ...printed.notes.map(({ blocks }) => plainTextOf(blocks)),
      ].join('')
      const body = elements(read).find(({ tagName }) => tagName === 'body')
      expect(letters(body === undefined ? '' : textOf(body))).toBe(
        letters(shown.replaceAll(/[\0\p{Cs}]/gu, '\uFFFD')),
      )
    }),
    { numRuns: 300 },
  )
})

test('tells which characters it cannot hold, and keeps every other as it is stored', () => {
  const stored = 'a\u00AD\u200B\uFEFFb\u0301 -- … \u0001'
  const { html, warnings } = printHtml(brief([paragraph(text(`${stored}\0\uD800`))]), evidenceOf(''))
  expect(html).toContain(`<p>${stored}\uFFFD\uFFFD</p>`)
  expect(warnings).toMatchObject([{ code: 'characters-replaced' }])
  expect(warnings[0]?.message).toContain('U+0000, U+D800')
})

test('keeps the line that begins a block of code, and a carriage return in it', () => {
  const read = page(brief([{ type: 'code', lang: null, value: '\n\r\n one\r' }]))
  expect(find(read, 'pre').map(textOf)).toEqual(['\n\r\n one\r'])
})

test('loads nothing and runs nothing', () => {
  const { html } = printHtml(brief([paragraph(text('x'))]), evidenceOf(''))
  const policy = find(parse(html), 'meta').find((meta) => attribute(meta, 'http-equiv') !== null)
  expect(policy && attribute(policy, 'content')).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src data:; base-uri 'none'; form-action 'none'$/,
  )
  expect(html).not.toMatch(/<script|@import|url\(/i)
})

test('each linked quote unfolds its source below its block', () => {
  const quoted: PhrasingContent = {
    type: 'quotedWords',
    language: 'en',
    quote: quoteOf('an_1'),
    children: [text('hold the wall')],
  }
  const block: BlockContent = {
    type: 'blockquote',
    data: { language: 'en', quote: quoteOf('an_2') },
    children: [paragraph(text('They hold'))],
  }
  const read = page(brief([paragraph(text('They “'), quoted, text('”.')), block]))
  expect(find(read, 'span', 'quote').map((each) => attribute(each, 'data-annotation'))).toEqual(['an_1'])
  expect(find(read, 'blockquote', 'quote').map((each) => attribute(each, 'data-annotation'))).toEqual([
    'an_2',
  ])
  const article = find(read, 'article')[0]
  const order = (article === undefined ? [] : childrenOf(article)).flatMap((child) =>
    'tagName' in child ? [child.tagName] : [],
  )
  expect(order).toEqual(['header', 'p', 'details', 'blockquote', 'details'])
  const [context] = find(read, 'details')
  const told =
    context === undefined
      ? ''
      : childrenOf(context)
          .map((child) => childrenOf(child).map(textOf).join(''))
          .join('\n')
  expect(told).toContain('… They hold the wall.They hold the wall.They hold the wall.')
  expect(told).toContain('Verdictaltered')
})

test('notes lead back to each place that refers to them', () => {
  const note = { type: 'footnoteReference', identifier: '1', label: '1' } as const
  const read = page(
    brief([paragraph(text('a'), note, note)], { notes: [{ blocks: [paragraph(text('Said so.'))] }] }),
  )
  expect(find(read, 'a', 'back').map((each) => attribute(each, 'href'))).toEqual(['#ref-1', '#ref-1-2'])
  const ids = elements(read).flatMap((each) => attribute(each, 'id') ?? [])
  expect(ids).toEqual(['ref-1', 'ref-1-2', 'notes', 'note-1'])
  expect(find(read, 'sup', 'comma')).toHaveLength(1)
})

test('says where words change their language and direction', () => {
  const quoted = (language: string | null, value: string): PhrasingContent => ({
    type: 'quotedWords',
    language,
    children: [text(value)],
  })
  const read = page(
    brief([
      paragraph(
        text('They said '),
        quoted('fr', 'non'),
        quoted('ar', 'لا'),
        quoted(null, '不是的'),
        quoted('en', 'no'),
      ),
      paragraph(text('قالوا لا')),
    ]),
  )
  const told = elements(read).map((each) => [each.tagName, attribute(each, 'lang'), attribute(each, 'dir')])
  expect(told.filter(([, lang, dir]) => lang !== null || dir !== null)).toEqual([
    ['html', 'en', 'ltr'],
    ['span', 'fr', null],
    ['span', 'ar', 'rtl'],
    ['span', 'zh', null],
    ['p', 'ar', 'rtl'],
  ])
})

test('tables name their columns and rows, and no header is made up', () => {
  const rows = [
    { type: 'tableRow' as const, children: [cell('Who'), cell('What')] },
    { type: 'tableRow' as const, children: [cell('Hale', true), cell('wall')] },
  ]
  const scopes = (headless: boolean) =>
    find(page(brief([{ type: 'table', data: { headless }, children: rows }])), 'th').map((each) => [
      textOf(each),
      attribute(each, 'scope'),
    ])
  expect(scopes(false)).toEqual([
    ['Who', 'col'],
    ['What', 'col'],
    ['Hale', 'row'],
  ])
  expect(scopes(true)).toEqual([['Hale', 'row']])
})

test('a picture stands in the page; one that is damaged, or elsewhere, is described', () => {
  const whole = printHtml(brief([pictured('b')]), evidenceOf('', PIXEL))
  const read = parse(whole.html)
  expect(
    find(read, 'img').map((each) => [attribute(each, 'alt'), attribute(each, 'src')?.slice(0, 22)]),
  ).toEqual([['The wall', 'data:image/png;base64,']])
  expect(find(read, 'figcaption').flatMap(childrenOf).map(textOf)).toEqual(['In May'])
  expect(whole.warnings).toEqual([])
  for (const bytes of [
    PIXEL.subarray(0, PIXEL.length - 12),
    PIXEL.subarray(0, 20),
    new Uint8Array([1, 2]),
    null,
  ]) {
    const { html, warnings } = printHtml(brief([pictured('b'), pictured()]), evidenceOf('', bytes))
    expect(find(parse(html), 'img')).toEqual([])
    expect(html).toContain('The wall</em>')
    expect(warnings).toMatchObject([{ code: 'images-left-out' }])
  }
})

test('links lead out to pages and mail only, and inside to headings', () => {
  const link = (url: string): BlockContent => paragraph({ type: 'link', url, children: [text('there')] })
  const heading: BlockContent = { type: 'heading', depth: 2, children: [text('The strike: day 2')] }
  const urls = [
    'https://a.example/?a=1&b="2"',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '#the-strike-day-2',
    '#no',
  ]
  const read = page(brief([heading, ...urls.map(link)]))
  expect(find(read, 'a').map((each) => attribute(each, 'href'))).toEqual([urls[0], '#section-1'])
  expect(find(read, 'h2').map((each) => attribute(each, 'id'))).toEqual(['section-1'])
})

test('the same brief gives the same bytes', () => {
  assert(
    property(
      anyBrief,
      (printed) => printHtml(printed, evidenceOf('a')).html === printHtml(printed, evidenceOf('a')).html,
    ),
  )
})

test('Chinese characters alone are Japanese in a Japanese brief, and Chinese in an English one', () => {
  const blocks = [paragraph(text('水門閉鎖')), paragraph(text('水門を閉鎖した'))]
  const languages = (language: string) =>
    find(page(brief(blocks, { title: '', language })), 'p')
      .slice(1)
      .map((each) => attribute(each, 'lang'))
  expect(languages('ja')).toEqual([null, null])
  expect(languages('en')).toEqual(['zh', 'ja'])
})

const tableHtml = (...rows: string[][]): string => {
  const children = rows.map((row) => ({
    type: 'tableRow' as const,
    children: row.map((words) => cell(words)),
  }))
  return printHtml(brief([{ type: 'table', align: [], children }]), evidenceOf('a')).html
}

test('a date in a table stays on one line beside a long cell, in a table of many columns it need not', () => {
  const long = 'words '.repeat(20)
  expect(tableHtml(['A'], ['2024-03-11', long])).toContain('class="short">2024-03-11<')
  const many = Array.from({ length: 9 }, () => '2024-03-11')
  expect(tableHtml(['A'], [...many, long])).not.toContain('class="short">2024-03-11<')
})
