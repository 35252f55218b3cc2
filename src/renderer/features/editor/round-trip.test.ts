import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { element, joined, LINE_BREAK, makeParagraph, makeText } from '../../../shared/brief/make.ts'
import type {
  Block,
  FootnoteNode,
  Inline,
  LinkedQuote,
  ListItemNode,
  RootNode,
} from '../../../shared/brief/nodes.ts'
import { parseBrief } from '../../../shared/brief/parse.ts'
import { Root } from '../../../shared/brief/schema.ts'
import { openSheet, sheetOf } from './draft-editor.ts'

function through(root: RootNode): RootNode {
  const editor = openSheet(root)
  try {
    return sheetOf(editor).root
  } finally {
    editor.dispose()
  }
}

const DRAFT = `---
title: Reactions
lang: en
---

# What was said

He said :quote[would not improve]{#an-1} in *May* [see @marrow2024port, p. 3].[^1] So “it goes”, :set-aside[“peace”].

:::quote{#an-1}
would not […] improve
:::

> Typed *block*
>
> second

- one
  1. inner
- [x] done

| a | b |
|---|--:|
| **c** | :quote[own]{#an-1 translation} |

\`\`\`ts title
const a = 1

b
\`\`\`

---

[link](https://example.org "T") ![alt](a.png) ~~gone~~ \`code\`

[^1]: The note, two

    paragraphs.
`

const passageOf = (id: string) => ({ anchorId: `anc-${id}`, exact: 'would not quickly improve' })

test('a brief with a node of every kind comes back as it was', () => {
  const { root } = parseBrief(DRAFT, { name: 'x', passageOf })
  expect(through(root)).toEqual(root)
  expect(Root.safeParse(through(root)).success).toBe(true)
})

const words = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .map((text) => text.replaceAll(/[\n\r\t]/g, ' '))
const text = fc
  .tuple(words, fc.constantFrom(0, 1, 2, 3, 4, 16, 23))
  .map(([of, format]) => makeText(of, format))

const linked: fc.Arbitrary<LinkedQuote> = fc.record({
  version: fc.constant(1 as const),
  annotation: fc.constantFrom('an_1', 'an_2'),
  anchor: fc.constant('anc_1'),
  pin: fc.constantFrom(null, 2),
  alterations: fc.constantFrom([], [{ kind: 'omission' as const, start: 2, end: 5, text: '[…]' }]),
  shown: words,
  translation: fc.option(words),
  emphasis: fc.constantFrom([], [{ start: 0, end: 1, format: 2 }]),
})
const written = fc
  .tuple(linked, fc.option(words))
  .map(([quote, asWritten]) => (asWritten === null ? quote : { ...quote, asWritten }))

const leaf: fc.Arbitrary<Inline> = fc.oneof(
  text,
  fc.constant(LINE_BREAK),
  written.map((quote): Inline => ({ type: 'linked-quote', ...quote })),
  fc.constantFrom('1', 'é').map((label): Inline => ({ type: 'footnote-reference', version: 1, label })),
  fc
    .record({ alt: words, address: words, title: fc.option(words) })
    .map((image): Inline => ({ type: 'image', version: 1, blob: null, ...image })),
  fc.tuple(words, fc.option(words), fc.boolean()).map(([citekey, locator, suppressAuthor]): Inline => ({
    type: 'citation',
    version: 1,
    items: [{ citekey, locator, prefix: '', suffix: ', x', suppressAuthor }],
  })),
)
const leaves = fc.array(leaf, { minLength: 1, maxLength: 5 }).map(joined)
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: leaf },
  leaves.map((children): Inline => ({
    ...element,
    type: 'link',
    url: 'https://example.org/',
    title: null,
    rel: null,
    target: null,
    children,
  })),
  leaves.map((children): Inline => ({ ...element, type: 'set-aside', children })),
)
/** Neighbouring links to one place are one link to the editor, as they are to a reader. */
const parted = (nodes: readonly Inline[]): readonly Inline[] =>
  joined(nodes.filter((node, at) => node.type !== 'link' || nodes[at - 1]?.type !== 'link'))
const inlines = fc.array(inline, { maxLength: 5 }).map(parted)
const paragraph = inlines.map(makeParagraph)
const simple: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  fc
    .tuple(fc.constantFrom('h1' as const, 'h3' as const, 'h6' as const), inlines)
    .map(([tag, children]): Block => ({ ...element, type: 'heading', tag, children })),
  written.map((quote): Block => ({ type: 'linked-quote-block', ...quote })),
  fc.constant<Block>({ type: 'horizontalrule', version: 1 }),
  fc.tuple(fc.option(words), fc.option(words)).map(([language, meta]): Block => ({
    ...element,
    type: 'code',
    language,
    meta,
    children: [makeText('a'), LINE_BREAK, makeText('b')],
  })),
)
const item = (value: number): fc.Arbitrary<ListItemNode> =>
  fc
    .oneof(inlines, fc.array(simple, { minLength: 1, maxLength: 2 }))
    .map((children): ListItemNode => ({ ...element, type: 'listitem', value, children }))
const block: fc.Arbitrary<Block> = fc.oneof(
  simple,
  fc
    .array(simple, { minLength: 1, maxLength: 3 })
    .map((children): Block => ({ ...element, type: 'quote', shadowRoot: true, children })),
  fc.tuple(item(1), item(2)).map(([one, two]): Block => ({
    ...element,
    type: 'list',
    listType: 'bullet',
    start: 1,
    tag: 'ul',
    children: [one, two],
  })),
  fc.tuple(item(1), item(2), fc.boolean()).map(([one, two, checked]): Block => ({
    ...element,
    type: 'list',
    listType: 'check',
    start: 1,
    tag: 'ul',
    children: [
      { ...one, checked },
      { ...two, checked: !checked },
    ],
  })),
  fc
    .tuple(fc.array(paragraph, { minLength: 2, maxLength: 2 }), fc.boolean())
    .map(([cells, isHeaded]): Block => ({
      ...element,
      type: 'table',
      children: [
        {
          ...element,
          type: 'tablerow',
          children: cells.map((cell) => ({
            ...element,
            type: 'tablecell' as const,
            format: 'right' as const,
            headerState: isHeaded ? (1 as const) : (0 as const),
            colSpan: 1 as const,
            rowSpan: 1 as const,
            children: [cell],
          })),
        },
      ],
    })),
)
const footnote = fc
  .array(simple, { minLength: 1, maxLength: 2 })
  .map((children): FootnoteNode => ({ ...element, type: 'footnote', label: '1', children }))
/** Neighbouring lists of one kind are one list to the editor. */
const apart = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((each, at) => each.type !== 'list' || blocks[at - 1]?.type !== 'list')

const root: fc.Arbitrary<RootNode> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 5 }), fc.array(footnote, { maxLength: 1 }))
  .map(([blocks, notes]): RootNode => ({ ...element, type: 'root', children: [...apart(blocks), ...notes] }))

test('whatever brief is opened comes back as it was', () => {
  fc.assert(
    fc.property(root, (before) => {
      expect(through(before)).toEqual(before)
    }),
    { numRuns: 150 },
  )
})
