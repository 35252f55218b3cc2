import { describe, expect, it } from 'vitest'
import type { DocumentNode } from '../../../shared/document/document.ts'
import { childrenOf } from '../../../shared/document/document.ts'
import { originAt, originMap } from '../../../shared/document/origin.ts'
import { DocumentSchema } from '../../../shared/document/schema.ts'
import { deriveText } from '../../../shared/document/text.ts'
import { readHtml } from './html.ts'

const read = (text: string) => readHtml({ text, name: 'a.html' })
const textOf = (text: string): string => deriveText(DocumentSchema.parse(read(text).document)).text
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

describe('the words of a page', () => {
  it.each([
    ['<p>a <b>b</b><i> c</i>\n\t d</p>', 'a b c d'],
    ['<p>a<br>b<br/> c</p>', 'a\nb\nc'],
    ['<h1>T</h1>words <em>loose</em><p>p</p>tail', 'T\nwords loose\np\ntail'],
    ['<ol start=4><li>a<li><p>b</p><p>c</p><ul><li>d</ul></ol>', 'a\nb\nc\nd'],
    ['<blockquote><p>q</p>r</blockquote>', 'q\nr'],
    ['<pre><code class=language-js>a\n\n  b\nc</code></pre>', 'a\n\n b\nc'],
    ['<table><caption>C</caption><tr><th>a<th>b<tr><td>1<td> 2 <td>3</table>', 'C\na\tb\n1\t2\t3'],
    ['<table><tr><td><p>a<p>b<td><div><div>c</div></div>d<br><div>e</div></table>', 'a\nb\tc\nd\ne'],
    ['<table role=presentation><tr><td><p>a</p><td>b</table>', 'a\nb'],
    ['<figure><img src=x alt="not text"><figcaption>cap</figcaption></figure><p>a', 'cap\na'],
    ['<dl><dt>a<dd>b<dd><p>c<div></div></dl>', 'a\nb\nc'],
    ['<p>x<img alt=no src=y>y<svg><text>no</text></svg><math><mi>z</mi></math></p>', 'xyz'],
    ['<p>a<script>no</script><style>no</style><template>no</template><noscript>no</noscript></p>', 'a'],
    ['<p>a<input value=no><button>no</button><select><option>no</select><textarea>no</textarea></p>', 'a'],
    ['<a href=/x><h2>t</h2><p>p</p></a>', 't\np'],
    ['<p>e&#x301;&nbsp;\u2009&shy;“ &#0;&#xd800;</p>', 'e\u0301\u00a0\u2009\u00ad“ \ufffd\ufffd'],
    ['<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>', '漢'],
  ])('of %j', (html, text) => {
    expect(textOf(html)).toBe(text)
  })

  it('are all of a short article, which a search for long paragraphs would miss', () => {
    const { document, metadata } = read(`<!doctype html><title>Port stays open | The Courier</title>
      <header><nav><a href=/>Home</a></nav></header><main><article><h1>Port stays open</h1>
      <p class=byline>By <a rel=author href=/m>Ilse Marrow</a></p><p>VELLMOUTH: It <em>stays</em> open<sup><a href="#fn1">1</a></sup>.</p>
      <h2>Said</h2><blockquote><p>“Not at the expense of the fleet.”</p></blockquote><ul><li>All 43 berths<li>One quay</ul>
      <table><tr><th>Stone<td>43,000</table><ol class=footnotes><li id=fn1>Survey. <a href="#r">↩</a></ol></article></main>
      <aside><a href=/x>Other story</a></aside><footer>© Courier</footer>`)
    expect(deriveText(document).text).toBe(
      'VELLMOUTH: It stays open.\nSaid\n“Not at the expense of the fleet.”\nAll 43 berths\nOne quay\nStone\t43,000\nSurvey.',
    )
    expect(metadata).toMatchObject({ title: 'Port stays open', authors: ['Ilse Marrow'] })
  })

  it('are those of the article, without what stands around it', () => {
    const words =
      'The harbour board said on Thursday that the quay stays open, and that it would pay for the wall. '
    const story = Array.from({ length: 6 }, (_, index) => `<p>${index}. ${words.repeat(3)}</p>`).join('')
    const text = textOf(
      `<nav><a href=/>Home</a></nav><div class=sidebar><ul><li><a href=/1>Other</a></ul></div><article>${story}</article><footer>All rights</footer>`,
    )
    expect(text).toContain('5. The harbour board')
    expect(text).not.toMatch(/Home|Other|All rights/)
  })
})

describe('links, images and footnotes of a page', () => {
  it('resolves links by the page’s own address and keeps http, https and mailto only', () => {
    const { document } = read(
      '<link rel=canonical href="https://ex.org/a/b.html"><p><a href="../c?d#e">1</a> <a href="mailto:a@b.c">2</a> <a href="ftp://x/">3</a> <a href="#f">4</a>',
    )
    expect(all(document).flatMap((node) => (node.type === 'link' ? [node.href] : []))).toEqual([
      'https://ex.org/c?d#e',
      'mailto:a@b.c',
    ])
    expect(JSON.stringify(read('<p><a href="c">1</a>').document)).not.toContain('link')
  })

  it('keeps images that are data as blobs, others by their description', () => {
    const { document, images } = read(
      `<p>a<img src="${PIXEL}" alt=dot><img src="https://ex.org/i.png" alt=seen><img src="data:image/svg+xml,<svg onload=alert(1)>" alt=""></p>`,
    )
    expect(images).toMatchObject([{ mediaType: 'image/gif' }])
    expect(all(document).filter(({ type }) => type === 'image')).toEqual([
      { type: 'image', blob: images[0]?.sha256, alt: 'dot' },
      { type: 'image', blob: null, alt: 'seen' },
    ])
  })

  it('makes footnotes of references and the bodies they lead to', () => {
    const { document } = read(
      '<p>One<sup id=r1><a href="#fn1">[1]</a></sup> two.</p><ol><li id=fn1><p>The note. <a href="#r1">↩</a></p></ol><p>End.</p>',
    )
    const derived = deriveText(DocumentSchema.parse(document))
    expect(derived.text).toBe('One two.\nEnd.\nThe note.')
    expect(derived.footnoteReferences).toMatchObject([{ offset: 3, node: { target: 'fn1', label: '1' } }])
  })

  it('knows the place of each block in the saved page', () => {
    const html = '<!doctype html><h1>Title</h1>\n<p>One <b>two</b>.</p><ul><li><p>three</p></ul>'
    const { document, notes } = read(html)
    const derived = deriveText(document)
    const ranges = originMap(derived, notes)
    const place = originAt(ranges, derived.text.indexOf('two'))
    expect(place?.kind === 'characters' && html.slice(place.start, place.end)).toBe('<p>One <b>two</b>.</p>')
    expect(ranges).toHaveLength(3)
  })
})

function all(node: DocumentNode): DocumentNode[] {
  return [node, ...childrenOf(node).flatMap(all)]
}

const picture = (index: number): string =>
  `data:image/gif;base64,${Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(740_000, index)]).toString('base64')}`

describe('a large page', () => {
  it.each(['<div>', '<b>', '<ul><li>', '<table><tr><td>'])(
    'nested 100,000 deep by %s keeps its words',
    (tag) => {
      expect(textOf(`${tag.repeat(100_000 / (tag.split('<').length - 1))}deep words`)).toBe('deep words')
    },
  )

  it.each([
    ['articles', '<article>'.repeat(100_000)],
    ['links', '<p>a</p><a href=x>'.repeat(100_000)],
    ['pictures with credits', '<img src=x><p>Wall (Photo: AP)</p>'.repeat(40_000)],
    ['pictures in a line', `<p>${'<span><img>'.repeat(60_000)}`],
  ])(
    'of a hundred thousand %s is read in seconds',
    (_, html) => {
      expect(textOf(`<!doctype html><article><p>words</p>${html}</article>`)).toContain('words')
    },
    20_000,
  )

  it('of 30 MB, most of it pictures, is read in seconds with every picture', () => {
    const figures = Array.from(
      { length: 30 },
      (_, index) =>
        `<p>${'The quay stays open, said the board. '.repeat(6)}</p><figure><img src="${picture(index)}"><figcaption>Quay ${index}</figcaption></figure>`,
    )
    const { images, document } = read(`<!doctype html><title>T</title><article>${figures.join('')}</article>`)
    expect(images).toHaveLength(30)
    expect(all(document).filter(({ type }) => type === 'figure')).toHaveLength(30)
  }, 20_000)

  it('of very many blocks and inline nodes keeps them all', () => {
    expect(textOf(`<div><div>${'<p>a</p>'.repeat(130_000)}</div></div>`)).toHaveLength(259_999)
    expect(textOf(`<p><span>${'a<br>'.repeat(130_000)}</span></p>`)).toHaveLength(259_999)
  })
})
