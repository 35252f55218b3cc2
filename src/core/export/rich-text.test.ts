import { assert, property } from 'fast-check'
import type { BlockContent } from 'mdast'
import { parseFragment } from 'parse5'
import type { DefaultTreeAdapterMap } from 'parse5'
import { expect, test } from 'vitest'
import { anyBrief, evidenceOf, quoteOf } from './fixtures/any-brief.ts'
import { HTML_ELEMENTS } from './html-tree.ts'
import type { PrintedBrief } from './printed-brief.ts'
import { printRichText } from './rich-text.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']
const elements = (node: Node): readonly Element[] =>
  ('childNodes' in node ? node.childNodes : []).flatMap((child) =>
    'tagName' in child ? [child, ...elements(child)] : [],
  )

const paragraph = (...children: Extract<BlockContent, { type: 'paragraph' }>['children']): BlockContent => ({
  type: 'paragraph',
  children,
})

test('any brief becomes words that run, load and lead into nothing', () => {
  assert(
    property(anyBrief, (printed) => {
      const html = printRichText(printed, evidenceOf('</div><script>alert(1)</script>'))
      const read = parseFragment(html)
      for (const { tagName, attrs } of elements(read)) {
        expect(HTML_ELEMENTS).toContain(tagName)
        expect(['style', 'script', 'details', 'meta']).not.toContain(tagName)
        for (const { name, value } of attrs) {
          expect(name).not.toMatch(/^(?:id|class|on.*)$/u)
          if (name === 'href') expect(value).toMatch(/^(?:https?|mailto):/iu)
          if (name === 'src') expect(value).toMatch(/^data:image\//u)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('a note, its number and the bibliography stand as a document has them', () => {
  const printed: PrintedBrief = {
    title: 'Walls & <weirs>',
    language: 'en',
    date: '2024-03-14',
    blocks: [
      paragraph(
        { type: 'text', value: 'They “' },
        {
          type: 'quotedWords',
          language: 'en',
          quote: quoteOf('an_1'),
          children: [{ type: 'text', value: 'hold' }],
        },
        { type: 'text', value: '”.' },
        { type: 'footnoteReference', identifier: '1' },
      ),
      { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Bibliography' }] },
      {
        ...paragraph({ type: 'text', value: 'Marrow, A. The port.' }),
        data: { entry: 'marrow2024port' },
      } as BlockContent,
    ],
    notes: [{ blocks: [paragraph({ type: 'text', value: 'Marrow, p. 3.' })] }],
  }
  const html = printRichText(printed, evidenceOf('They hold the wall.'))
  expect(html.replaceAll('\n', '')).toBe(
    '<div lang="en" dir="ltr"><h1>Walls &amp; &lt;weirs&gt;</h1>' +
      '<p>They “<span data-annotation="an_1">hold</span>”.<sup>1</sup></p>' +
      '<h2>Bibliography</h2><p>Marrow, A. The port.</p>' +
      '<h2>Notes</h2><ol><li><p>Marrow, p. 3. </p></li></ol></div>',
  )
})
