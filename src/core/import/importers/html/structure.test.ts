import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../shared/document/blocks.ts'
import { DocumentSchema } from '../../../../shared/document/schema.ts'
import { deriveText } from '../../../../shared/document/text.ts'
import { readHtml } from '../html.ts'

const WORDS =
  'The harbour board said on Thursday that the quay stays open, and that it would pay for the wall.'
/** A page of one article, so that everything goes through the search for it too. */
const story = (inside: string): string =>
  `<!doctype html><title>Port stays open</title><body><article><h1>Port stays open</h1><p>${WORDS} ${WORDS}</p>
  ${inside}<p>${WORDS} ${WORDS} ${WORDS}</p></article>`
const documentOf = (html: string) => DocumentSchema.parse(readHtml({ text: html, name: 'a.html' }).document)
const lines = (inside: string): string[] =>
  deriveText(documentOf(story(inside)))
    .text.split('\n')
    .filter((line) => !line.startsWith(WORDS))
const blocks = (inside: string): Block[] =>
  documentOf(story(inside)).children.filter((block) => !JSON.stringify(block).includes(WORDS))

describe('other parts of a page', () => {
  it('are tables with headers, captions and spans', () => {
    const table =
      '<table><caption>Berths</caption><thead><tr><th>Quay<th colspan=2>Ships</thead><tr><td rowspan=2>North<td>4<td>5<tr><td>6<td>7</table>'
    expect(blocks(table)).toMatchObject([
      {
        type: 'table',
        children: [
          { type: 'caption' },
          { children: [{ header: true }, { header: true, columns: 2 }] },
          { children: [{ rows: 2, header: false }, {}, {}] },
          { children: [{}, {}] },
        ],
      },
    ])
  })

  it('are lists inside lists, and lists of definitions', () => {
    expect(blocks('<ul><li>Quay<ol start=3><li>North<li>South</ol></ul>')).toMatchObject([
      {
        type: 'list',
        ordered: false,
        children: [{ children: [{ type: 'paragraph' }, { type: 'list', ordered: true, start: 3 }] }],
      },
    ])
    expect(blocks('<dl><dt>Quay<dd>A wall for ships.</dl>')).toMatchObject([{ type: 'definition-list' }])
  })

  it('are details with their summary', () => {
    expect(
      lines('<details><summary>The quay</summary><p>It was built of stone and is still open.</p></details>'),
    ).toEqual(['The quay', 'It was built of stone and is still open.'])
  })

  it('are marks, struck words among them', () => {
    const inside =
      '<p>It is <del>half</del> <ins>quite</ins> full, H<sub>2</sub>O and m<sup>2</sup>, <q>we say</q>, of a wall.</p>'
    expect(lines(inside)).toEqual(['It is half quite full, H2O and m2, we say, of a wall.'])
    const types = JSON.stringify(blocks(inside))
    for (const type of ['strike', 'underline', 'subscript', 'superscript', 'inline-quotation'])
      expect(types).toContain(type)
  })

  it('are pictures with captions, whatever the page calls its figures', () => {
    const box =
      '<div class="wp-caption alignleft"><a href="/wall"><img src=wall.gif alt=Wall></a><p class="wp-caption-text">The wall in March</p></div>'
    expect(blocks(box)).toMatchObject([
      { type: 'figure', children: [{ type: 'paragraph' }, { type: 'caption' }] },
    ])
    const words =
      '<div class=story><p class=caption>The wall is still open.</p><p>So says the board.</p></div>'
    expect(blocks(words).map(({ type }) => type)).not.toContain('figure')
  })

  it('are embedded quotations with who said it', () => {
    const inside =
      '<blockquote class="twitter-tweet"><p>All berths stay open.</p>— Harbour (@harbour) <a href="https://t.ex/b">March 14, 2024</a></blockquote><blockquote cite="https://ex.org"><p>Not so.</p><footer>— <cite>Ilse Marrow</cite></footer></blockquote>'
    expect(lines(inside)).toEqual([
      'All berths stay open.',
      '— Harbour (@harbour) March 14, 2024',
      'Not so.',
      '— Ilse Marrow',
    ])
    expect(blocks(inside).map(({ type }) => type)).toEqual(['quotation', 'quotation'])
  })

  it('are the words of a language with readings, without the readings', () => {
    expect(
      lines('<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>は開いている。まだ開いている。</p>'),
    ).toEqual(['港は開いている。まだ開いている。'])
  })

  it('are words that a page shows, and not those it hides', () => {
    expect(
      lines(
        '<p>It costs <span aria-hidden=true>$5</span><span class="sr-only">five dollars</span> a day <span style="display:none">not</span>at the <span hidden>old </span>quay.</p>',
      ),
    ).toEqual(['It costs $5 a day at the quay.'])
  })
})

const GIF = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
const bytes = new Uint8Array(Buffer.from(GIF, 'base64'))
const resources = (address: string) => (address === 'wall.gif' ? bytes : null)

describe('a picture', () => {
  it.each([
    ['loaded late', '<img src="data:image/gif;base64,AAAA" data-src="wall.gif" alt=Wall>'],
    ['of several sizes', '<picture><source srcset="wall.gif 2x"><img alt=Wall></picture>'],
    [
      'for those without scripts',
      '<span class=lazy></span><noscript><img src="wall.gif" alt=Wall></noscript>',
    ],
    [
      'with a twin for those without scripts',
      '<img class=lazy src="x.gif" alt=Wall><noscript><img src="wall.gif" alt=Wall></noscript>',
    ],
  ])('%s is kept once, with its caption', (_, picture) => {
    const html = story(`<figure>${picture}<figcaption>The wall</figcaption></figure>`)
    const { document, images } = readHtml({ text: html, name: 'a.html', resources })
    const written = JSON.stringify(document)
    expect(images).toHaveLength(1)
    expect(written.match(/"type":"image"/g)).toHaveLength(1)
    expect(written).toContain(images[0]?.sha256)
    expect(written).toContain('"type":"caption","children":[{"type":"text","value":"The wall"}]')
  })
})

describe('a link', () => {
  it.each([
    [
      'its base',
      '<base href="https://ex.org/a/"><link rel=canonical href="https://ex.org/b/c">',
      'https://ex.org/a/d',
    ],
    [
      'a relative base',
      '<base href="../x/"><link rel=canonical href="https://ex.org/b/c">',
      'https://ex.org/x/d',
    ],
    ['its canonical address', '<link rel=canonical href="https://ex.org/b/c">', 'https://ex.org/b/d'],
    [
      'a base that is no web address',
      '<base href="javascript:a"><link rel=canonical href="https://ex.org/b/c">',
      'https://ex.org/b/d',
    ],
  ])('is resolved by %s', (_, head, href) => {
    const html = story('<p>The board has <a href="d">said so</a> on Thursday.</p>').replace(
      '<body>',
      `${head}<body>`,
    )
    expect(JSON.stringify(documentOf(html))).toContain(`"href":"${href}"`)
  })
})
