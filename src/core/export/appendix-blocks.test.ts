import { array, assert, constantFrom, property, record, string, oneof, option } from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { VERDICTS } from '../../shared/contract/check.ts'
import type { Source } from '../../shared/contract/sources.ts'
import type { Appendix, AppendixEntry } from './appendix.ts'
import { appendixBlocks } from './appendix-blocks.ts'
import { printDocx } from './docx.ts'
import { evidenceOf, HOSTILE } from './fixtures/any-brief.ts'
import { readParts } from './fixtures/read-docx.ts'
import { printHtml } from './html.ts'
import { HTML_ELEMENTS } from './html-tree.ts'
import { printMarkdown } from './markdown.ts'
import { printObsidian } from './obsidian.ts'
import { printPandoc } from './pandoc.ts'
import type { PrintedBrief } from './printed-brief.ts'
import { plainTextOf } from './printed-brief.ts'

const ENTRY: AppendixEntry = {
  number: 1,
  words: 'We will now hold the “wall”',
  language: 'en',
  citedInVain: null,
  verdict: 'altered',
  folded: [],
  diff: [
    { op: 'equal', text: 'We will ' },
    { op: 'delete', text: 'not' },
    { op: 'insert', text: 'now' },
    { op: 'equal', text: ' hold the “wall”' },
  ],
  warnings: ['Leaves out a negation of the source: “not”.'],
  speaker: 'Wanda Novak (of the union)',
  place: {
    source: {
      id: 'src_1',
      citekey: 'novak2024wall',
      title: 'The “wall” at Sel',
      publication: 'The Courier',
      published: '2024-03-14',
      url: 'https://courier.example/wall',
      language: 'en',
    } as unknown as Source,
    version: { number: 2, importedAt: '2024-03-15T00:00:00Z' },
    locator: 'p. 3',
    passage: {
      pieces: [
        { text: 'She said: “', held: false },
        { text: 'We will not hold the ‘wall’', held: true },
        { text: '”.\nNo more.', held: false },
      ],
      cut: { before: true, after: false },
    },
  },
  elsewhere: [],
  comment: 'Ask the *clerk*.',
  tags: ['sea', 'wall'],
}
const briefOf = (appendix: Appendix, language: string | null = 'en'): PrintedBrief => ({
  title: 'Walls',
  language,
  date: '2024-03-14',
  blocks: appendixBlocks(appendix, language),
  notes: [],
})

test('prints each quotation with what is behind it', async () => {
  const printed = printMarkdown(briefOf({ evidence: true, entries: [ENTRY] }))
  await expect(printed).toMatchFileSnapshot('fixtures/golden/appendix/md.md')
  const pandoc = printPandoc(briefOf({ evidence: true, entries: [ENTRY] }, 'de'), null)
  await expect(pandoc).toMatchFileSnapshot('fixtures/golden/appendix/pandoc.md')
})

test('a line of a source’s words has their direction, what is told of it the brief’s', () => {
  const arabic = {
    ...ENTRY.place?.source,
    language: 'ar',
    title: 'مجلس الميناء',
    publication: 'الحياة',
    url: null,
  } as unknown as Source
  const passage = { pieces: [{ text: 'لن نغلق النهر.', held: true }], cut: { before: false, after: false } }
  const place = ENTRY.place && { ...ENTRY.place, source: arabic, passage }
  const entries = [{ ...ENTRY, words: 'لن نغلق النهر.', diff: [], warnings: [], speaker: 'ليلى حسن', place }]
  const { html } = printHtml(briefOf({ evidence: true, entries }, 'de'), evidenceOf(''))
  const turned = [...html.matchAll(/<p[^>]*>.*?<\/p>/gsu)].map(([line]) => [
    /^<p[^>]* dir="rtl"/u.test(line),
    /لن نغلق/u.test(line),
  ])
  expect(turned.filter(([isTurned]) => isTurned)).toHaveLength(2)
  expect(turned.every(([isTurned, isSaid]) => isTurned === isSaid)).toBe(true)
})

const remarksOf = (...entries: readonly AppendixEntry[]) =>
  plainTextOf(appendixBlocks({ evidence: false, entries }, null))

test('has remarks alone where only they were asked for, and nothing where there are none', () => {
  expect(remarksOf(ENTRY, { ...ENTRY, number: 2, comment: null, tags: [] })).toBe(
    'Comments and tags1.We will now hold the “wall”Comment: Ask the *clerk*.Tags: sea, wall',
  )
  expect(remarksOf({ ...ENTRY, comment: null, tags: [] })).toBe('')
})

const words = oneof(constantFrom(...HOSTILE), string({ unit: 'binary', maxLength: 30 }), string())
const maybe = option(words)
const entry = record({
  words,
  verdict: constantFrom(...VERDICTS),
  speaker: words,
  comment: maybe,
  tags: array(words, { maxLength: 2 }),
  warnings: array(words, { maxLength: 2 }),
  diff: array(record({ op: constantFrom('equal', 'insert', 'delete'), text: words }), { maxLength: 3 }),
  title: words,
  publication: maybe,
  url: maybe,
  citekey: words,
  pieces: array(words, { minLength: 1, maxLength: 3 }),
}).map(({ title, publication, url, citekey, pieces, ...rest }): AppendixEntry => ({
  ...ENTRY,
  ...rest,
  place: ENTRY.place && {
    ...ENTRY.place,
    source: { ...ENTRY.place.source, title, publication, url, citekey } as Source,
    passage: {
      pieces: pieces.map((text, at) => ({ text, held: at === 1 })),
      cut: { before: true, after: true },
    },
  },
}))
const appendix = record({
  evidence: constantFrom(true, false),
  entries: array(entry, { minLength: 1, maxLength: 2 }),
})

const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '')

test('nothing in it is markup of a page or a document', () => {
  assert(
    property(appendix, (made) => {
      const brief = briefOf(made)
      const shown = letters(`Walls2024-03-14${plainTextOf(brief.blocks)}`)
      const { html } = printHtml(brief, evidenceOf(''))
      const tags = [...html.matchAll(/<([a-z]\w*)[\s>]/gu)].map(([, tag]) => tag)
      for (const tag of tags) expect(HTML_ELEMENTS).toContain(tag)
      expect(letters(textOf(parse(html)))).toBe(letters(`Walls${shown}`))
      const document = readParts(printDocx(brief, evidenceOf('')).bytes).get('word/document.xml') ?? ''
      const read = document
        .replaceAll(/<[^>]*>/gu, '')
        .replaceAll(
          /&(amp|lt|gt|quot);/gu,
          (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '"',
        )
      expect(letters(read)).toBe(shown)
    }),
    { numRuns: 200 },
  )
})

test('in Markdown it reads back as its own words', () => {
  assert(
    property(appendix, (made) => {
      const brief = briefOf(made)
      const printed = printMarkdown(brief)
      const tree = fromMarkdown(printed, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
      expect(letters(wordsOf(tree))).toBe(
        letters(`Walls${plainTextOf(brief.blocks)}`.replaceAll('\0', '\uFFFD')),
      )
      printObsidian(brief, new Map())
      printPandoc(brief, null)
    }),
    { numRuns: 200 },
  )
})

test('is the same each time', () => {
  assert(property(appendix, (made) => printMarkdown(briefOf(made)) === printMarkdown(briefOf(made))))
})

function wordsOf(node: Nodes): string {
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

function textOf(node: { readonly nodeName: string }): string {
  if (node.nodeName === 'style') return ''
  if ('value' in node && typeof node.value === 'string' && node.nodeName === '#text') return node.value
  if (!('childNodes' in node) || !Array.isArray(node.childNodes)) return ''
  return (node.childNodes as readonly { readonly nodeName: string }[]).map(textOf).join('')
}
