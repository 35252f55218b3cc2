import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkedQuotes } from './counts.ts'
import { briefText } from './draft.ts'
import { LINE_BREAK, element, makeParagraph, makeText } from './make.ts'
import type { Block, FootnoteNode, Inline, LinkedQuote, ListItemNode } from './nodes.ts'
import { parseBrief } from './parse.ts'
import { printBrief } from './print.ts'
import { quoteWords } from './quote-words.ts'
import { BriefState } from './state.ts'

/** Passages that are hard to carry through Markdown, by annotation id. */
const PASSAGES: readonly string[] = [
  'The wall may hold for a year',
  '“We go,” he said. “Not now.”',
  '“We will not go”',
  'He said [in 2021] that *all* is _well_ `here`',
  'First paragraph.\nSecond one — with a dash.',
  'He left.\n— Odran Teague',
  '# no heading\n- no item\n1. no number\n> no quotation\n::: no fence\n    no code',
  'a\n\nb',
  'Look: https://example.org/a_b?c=d&e and a@b.org, :quote[x]{#y} [@key, p. 3] [^1] <b>&amp;</b> \\ ]',
  '« Nous restons »',
  '彼は「行かない」と言った。\u3000次。',
  'قال الوزير: «لا»',
  'ends with a backslash \\',
  'tab\tand\u00A0no-break\u2028space 🙂',
  "it's the countries' '90s",
]
const passageOf = (id: string) => {
  const exact = PASSAGES[Number(/^an-(\d+)$/u.exec(id)?.[1] ?? -1)]
  return exact === undefined ? null : { anchorId: `anc-${id}`, exact }
}
const parse = (markdown: string) => parseBrief(markdown, { name: 'Untitled', passageOf })

const NASTY = [
  '# > - + * _ ` ~ | [ ] ( ) { } < > ! & \\ : ; @ ^ = . , ? / $ % " \' “ ” ‘ ’ « » „'.split(' '),
  [' ', '  ', '\t', '\u00A0', '\u200B', '[@a; see -@b, p. 3]', '&#x20;', '=== ', '[ ]', '[^1]:', 'e\u0301'],
  '1. 12) [@key] :quote :quote[ ::: :::quote{#an-0} :set-aside[ {#an-0} --- *** ``` ~~ ** __ &amp; <b> <!--'.split(
    ' ',
  ),
  'http://a.b www.a.b a@b.c [^1] [x] ![ ]( 🙂 שלום مرحبا 日本 é word a B 7 … […] [sic] [T]he'.split(' '),
].flat()
const words = fc
  .array(fc.constantFrom(...NASTY, 'word', ' ', 'of ', ' the'), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))
const format = fc.constantFrom(0, 0, 0, 0, 1, 2, 3, 4, 16, 5, 17)

const citation: fc.Arbitrary<Inline> = fc
  .array(
    fc.record({
      citekey: fc.constantFrom('marrow2024port', 'a', 'key:1', 'x_y', 'né', 'with space?', '9lives'),
      locator: fc.constantFrom(null, 'p. 3', 'pp. 3–5, 8', '¶ 4', '12', 'ch. iv'),
      prefix: fc.constantFrom('', 'see', 'see [also]', 'cf. a;b'),
      suffix: fc.constantFrom('', ', emphasis added', ' and so on', ', a@b; c [d] \\'),
      suppressAuthor: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((items) => ({ type: 'citation', version: 1, items }))

const linked: fc.Arbitrary<LinkedQuote> = fc
  .record({
    index: fc.nat(PASSAGES.length - 1),
    pin: fc.constantFrom(null, 2),
    other: fc.oneof(
      fc.constant(null),
      words.map((text) => text.trim() || 'word'),
    ),
    translated: fc.boolean(),
  })
  .map(({ index, pin, other, translated }) => ({
    version: 1,
    annotation: `an-${index}`,
    anchor: `anc-an-${index}`,
    pin,
    alterations: [],
    shown: PASSAGES[index] ?? '',
    ...(other === null || translated ? {} : { asWritten: other }),
    translation: translated ? (other ?? 'own words') : null,
    emphasis: [],
  }))

const text = fc.tuple(words, format).map(([value, bits]): Inline => makeText(value, bits))
const leaf: fc.Arbitrary<Inline> = fc.oneof(
  { arbitrary: text, weight: 6 },
  { arbitrary: fc.constant<Inline>(LINE_BREAK), weight: 1 },
  { arbitrary: citation, weight: 1 },
  { arbitrary: linked.map((quote): Inline => ({ type: 'linked-quote', ...quote })), weight: 2 },
  { arbitrary: fc.constant<Inline>({ type: 'footnote-reference', version: 1, label: '1' }), weight: 1 },
  {
    arbitrary: fc
      .record({ alt: words, address: fc.constantFrom('a.png', 'https://a.b/c (d).png', 'x y.jpg') })
      .map((image): Inline => ({ type: 'image', version: 1, blob: null, title: null, ...image })),
    weight: 1,
  },
)
const inlines: fc.Arbitrary<readonly Inline[]> = fc.array(
  fc.oneof(
    { arbitrary: leaf, weight: 8 },
    {
      arbitrary: fc.array(text, { minLength: 1, maxLength: 2 }).map((children): Inline => ({
        ...element,
        type: 'link',
        url: 'https://a.b/c_d',
        title: null,
        rel: null,
        target: null,
        children,
      })),
      weight: 1,
    },
    {
      arbitrary: fc
        .array(leaf, { minLength: 1, maxLength: 3 })
        .map((children): Inline => ({ ...element, type: 'set-aside', children })),
      weight: 1,
    },
  ),
  { minLength: 1, maxLength: 5 },
)

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    inlines.map((children): Block => makeParagraph(children)),
    fc
      .tuple(inlines, fc.constantFrom('h1', 'h2', 'h4'))
      .map(([children, tag]): Block => ({ ...element, type: 'heading', tag, children })),
    fc.constant<Block>({ type: 'horizontalrule', version: 1 }),
    linked.map((quote): Block => ({ type: 'linked-quote-block', ...quote })),
    fc
      .record({
        language: fc.constantFrom(null, 'js'),
        lines: fc.array(words, { minLength: 1, maxLength: 3 }),
      })
      .map(({ language, lines }): Block => ({
        ...element,
        type: 'code',
        language,
        meta: null,
        children: lines.flatMap((line, index) =>
          index === 0 ? [makeText(line)] : [LINE_BREAK, makeText(line)],
        ),
      })),
    fc.array(inlines, { minLength: 4, maxLength: 4 }).map((cells): Block => ({
      ...element,
      type: 'table',
      children: [0, 1].map((row) => ({
        ...element,
        type: 'tablerow',
        children: [0, 1].map((column) => ({
          ...element,
          type: 'tablecell',
          headerState: row === 0 ? 1 : 0,
          colSpan: 1,
          rowSpan: 1,
          children: [makeParagraph(cells[row * 2 + column] ?? [])],
        })),
      })),
    })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((children): Block => ({ ...element, type: 'quote', shadowRoot: true, children })),
    fc
      .tuple(
        fc.constantFrom('bullet', 'number', 'check'),
        fc.array(fc.oneof(inlines, fc.array(tie('block'), { minLength: 1, maxLength: 3 })), {
          minLength: 1,
          maxLength: 3,
        }),
      )
      .map(([listType, items]): Block => ({
        ...element,
        type: 'list',
        listType,
        start: 1,
        tag: listType === 'number' ? 'ol' : 'ul',
        children: items.map((children, index): ListItemNode => ({
          ...element,
          type: 'listitem',
          value: index + 1,
          ...(listType === 'check' ? { checked: index % 2 === 0 } : {}),
          children,
        })),
      })),
  ),
}))

const footnote: FootnoteNode = {
  ...element,
  type: 'footnote',
  label: '1',
  children: [makeParagraph([makeText('A note.')])],
}
const state: fc.Arbitrary<BriefState> = fc.record({
  format: fc.constant(1 as const),
  title: words,
  language: fc.constantFrom(null, 'en', 'de-CH'),
  citationStyle: fc.constantFrom(null, 'apa'),
  extra: fc.constantFrom({}, { author: ['A', 'B'], 'key: x': { deep: null, n: 1.5, s: '2024-01-01' } }),
  root: fc
    .array(block, { minLength: 1, maxLength: 4 })
    .map((blocks) => ({ ...element, type: 'root' as const, children: [...blocks, footnote] })),
})

/** One seed, so that a run says the same everywhere; `RUNS=5000` looks further with new ones. */
const MORE = process.env['RUNS']
const RUNS = MORE === undefined ? { numRuns: 150, seed: 7 } : { numRuns: Number(MORE) }

describe('Verbatim Markdown', () => {
  it('brings a brief back as it was read', () => {
    fc.assert(
      fc.property(state, (generated) => {
        BriefState.parse(generated)
        const first = parse(printBrief(generated))
        BriefState.parse(first)
        const printed = printBrief(first)
        expect(parse(printed)).toEqual(first)
        expect(printBrief(parse(printed))).toBe(printed)
      }),
      RUNS,
    )
  })

  it('keeps every character of the text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, format), { minLength: 1, maxLength: 6 }), (pieces) => {
        const children = pieces.map(([value, bits]) => makeText(value, bits))
        const brief: BriefState = {
          format: 1,
          title: 'T',
          language: null,
          citationStyle: null,
          extra: {},
          root: { ...element, type: 'root', children: [makeParagraph(children)] },
        }
        expect(briefText(parse(printBrief(brief)))).toBe(briefText(brief))
      }),
      RUNS,
    )
  })

  it('keeps every linked quote with its words', () => {
    const quotes = fc.array(fc.tuple(linked, fc.boolean()), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(quotes, (pieces) => {
        const children = pieces.map(([quote, isBlock]): Block =>
          isBlock
            ? { type: 'linked-quote-block', ...quote }
            : makeParagraph([makeText('He said '), { type: 'linked-quote', ...quote }, makeText('.')]),
        )
        const root = { ...element, type: 'root' as const, children }
        const read = parse(
          printBrief({ format: 1, title: 'T', language: null, citationStyle: null, extra: {}, root }),
        )
        expect(linkedQuotes(read).map(quoteWords)).toEqual(pieces.map(([quote]) => quoteWords(quote)))
        expect(linkedQuotes(read).map(({ annotation, pin }) => [annotation, pin])).toEqual(
          pieces.map(([{ annotation, pin }]) => [annotation, pin]),
        )
      }),
      RUNS,
    )
  })

  it('reads any Markdown, and what it printed from it as the same', () => {
    const lines = fc.array(
      fc.oneof(
        words,
        fc.constantFrom('', '> ', '- ', '1. ', '| a | b |', '|---|---|', ':::quote{#an-0}', ':::', '```'),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(lines, (parts) => {
        const markdown = `${parts.join('\n')}\n:::\n`
        let first: BriefState
        try {
          first = parse(markdown)
        } catch (error) {
          expect(String(error)).toMatch(/closing|annotation|YAML/u)
          return
        }
        const printed = printBrief(first)
        expect(parse(printed)).toEqual(first)
        expect(printBrief(parse(printed))).toBe(printed)
      }),
      RUNS,
    )
  })
})
