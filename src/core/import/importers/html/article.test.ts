import { describe, expect, it } from 'vitest'
import { deriveText } from '../../../../shared/document/text.ts'
import { readHtml } from '../html.ts'

const textOf = (html: string): string => deriveText(readHtml({ text: html, name: 'a.html' }).document).text

const WORDS =
  'The harbour board said on Thursday that the quay stays open, and that it would pay for the wall, come what may.'
const story = (inside = ''): string =>
  `<!doctype html><title>Port stays open | The Courier</title><body><header><a href=/>Home</a></header><main><article>
  <h1>Port stays open</h1>${[1, 2, 3, 4].map((n) => `<p>${n}. ${WORDS} ${WORDS}</p>`).join('')}${inside}
  ${[5, 6, 7, 8].map((n) => `<p>${n}. ${WORDS} ${WORDS}</p>`).join('')}</article></main><footer>Courier Ltd</footer>`
const lines = (inside: string): string[] =>
  textOf(story(inside))
    .split('\n')
    .filter((line) => !line.includes(WORDS))

describe('what a page puts among the words of an article', () => {
  it.each([
    '<div class="related-stories"><h3>Strike ends</h3><p>Dockers went back to work on Monday.</p></div>',
    '<p><a href=/x>Dockers went back to work on Monday</a></p>',
    '<p><strong>Read more:</strong> <a href=/x>Dockers went back to work</a></p>',
    '<h3>You may also like</h3><p><a href=/x>Strike ends after a week</a> [VIDEO]</p>',
    '<p><strong>DON’T MISS</strong><br><a href=/x>Dockers went back to work on Monday</a> [INSIGHT] | <a href=/y>Wall begun at last in the northern part of the port</a> [VIDEO] | <a href=/z>Forty-three berths are to be mended by the spring</a></p>',
    '<h3>More Great Courier Stories</h3>',
    '<div class="d-none"><p>Unseen words of a page, which nobody can read.</p></div>',
    '<p>Sign up for our newsletter to get the harbour in your inbox daily.</p>',
    '<div class="ArticleShareTools">Share this on WhatsApp</div>',
    '<div>Share | Tweet | Email</div>',
    '<p>Advertisement</p>',
    '<div class=post-meta>Posted on 14 March 2024</div>',
    '<nav><ul><li><a href=/a>News</a><li><a href=/b>Sport</a></ul></nav>',
    '<p style="visibility:hidden">Unseen words of a page, which nobody can read.</p>',
    '<div style="display: none"><p>Unseen words of a page, which nobody can read.</p></div>',
    '<div hidden><p>Unseen words of a page, which nobody can read.</p></div>',
    '<div aria-hidden=true><p>Unseen words of a page, which nobody can read.</p></div>',
  ])('is left out: %s', (inside) => {
    expect(lines(inside)).toEqual([])
  })

  it.each([
    [
      '<div class="hidden md:block"><p>Words that wide windows show, and they are long enough.</p></div>',
      ['Words that wide windows show, and they are long enough.'],
    ],
    ['<h2>What the board said</h2>', ['What the board said']],
    ['<h2>Highlights</h2>', ['Highlights']],
    [
      '<blockquote><p>“Not at the expense of the fleet.”</p></blockquote>',
      ['“Not at the expense of the fleet.”'],
    ],
    [
      '<div class="social-media-embed"><blockquote class=twitter-tweet><p>All berths stay open. <a href="https://t.example/a">t.example/a</a></p>— Harbour (@harbour) <a href="https://t.example/b">March 14, 2024</a></blockquote></div>',
      ['All berths stay open. t.example/a', '— Harbour (@harbour) March 14, 2024'],
    ],
    [
      '<figure><img src=q.jpg alt=Quay><figcaption>The quay at dawn</figcaption></figure>',
      ['The quay at dawn'],
    ],
    ['<ul><li>All 43 berths</li><li>One quay</li></ul>', ['All 43 berths', 'One quay']],
    ['<table><tr><th>Stone<th>Wall<tr><td>43,000<td>2.5</table>', ['Stone\tWall', '43,000\t2.5']],
    ['<pre><code>a = 1\nb = 2</code></pre>', ['a = 1', 'b = 2']],
    [
      '<aside class="callout tip"><p>The wall was begun in 1871 and never done.</p></aside>',
      ['The wall was begun in 1871 and never done.'],
    ],
    [
      '<p>It rests with <span class=person><a href=/m>Ilse Marrow</a><span><span><img src=m.jpg><a href=/m>Ilse Marrow</a><a href=/2>Strike ends</a></span></span></span>, who chairs the board of the harbour.</p>',
      ['It rests with Ilse Marrow, who chairs the board of the harbour.'],
    ],
  ])('is kept when it is part of the article: %s', (inside, kept) => {
    expect(lines(inside)).toEqual(kept)
  })

  it('is left out when it is another article', () => {
    const other = `<article><h2><a href=/2>Strike ends</a></h2><p>${WORDS.replace('Thursday', 'Monday')}</p></article>`
    expect(textOf(story().replace('</main>', `${other.repeat(3)}</main>`))).not.toContain('Monday')
  })

  it('is kept when it is hidden and yet the article', () => {
    expect(
      textOf(story().replace('<article>', '<article aria-hidden=true style="visibility: hidden">')),
    ).toContain('8. The')
  })

  it('is kept when the page gives its article a name that others give to furniture', () => {
    expect(textOf(story().replace('<article>', '<article class=sidebar>'))).toContain('8. The')
  })
})

describe('a page whose article holds no words', () => {
  it.each([
    '<article><img src=x></article><p>Words beside it.',
    '<main></main><p>Words beside it.',
    '<article class=x><p>Advertisement</p></article>',
  ])('is read all the same: %s', (html) => {
    expect(textOf(`<!doctype html>${html}`)).not.toBe('')
  })
})

describe('words that the search for an article misses', () => {
  it('are in when they stand in the page’s own article', () => {
    const sections = `<section><div><h2>Afterwards</h2><p>${'The wall was begun in 1871, and it was never done by anybody. '.repeat(2)}</p></div></section>`
    const page = `<!doctype html><title>T</title><div><article><section><div>${`<p>${WORDS} ${WORDS}</p>`.repeat(9)}</div></section>${sections}</article></div>`
    expect(textOf(page)).toContain('begun in 1871')
  })
})
