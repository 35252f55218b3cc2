import { describe, expect, it } from 'vitest'
import { instantIn } from '../../instant.ts'
import { readHtml } from '../html.ts'

const factsOf = (html: string) =>
  readHtml({ text: `<!doctype html>${html}<p>Words stand here.`, name: 'a.html' }).metadata
const data = (facts: object): string => `<script type="application/ld+json">${JSON.stringify(facts)}</script>`
const article = (facts: object): string =>
  data({ '@type': 'NewsArticle', headline: 'Port stays open', ...facts })

describe('the authors of a page', () => {
  it.each([
    [
      'persons',
      article({ author: [{ '@type': 'Person', name: 'Ilse Marrow' }, { name: 'Jan Quay' }] }),
      ['Ilse Marrow', 'Jan Quay'],
    ],
    [
      'of a graph',
      data({
        '@graph': [
          { '@type': 'Article', headline: 'T', author: { '@id': '#a' } },
          { '@id': '#a', '@type': 'Person', name: 'Ilse Marrow' },
        ],
      }),
      ['Ilse Marrow'],
    ],
    ['no staff', article({ author: { name: 'Staff Writer' } }), []],
    [
      'not the paper itself',
      article({ author: { name: 'The Courier' }, publisher: { name: 'The Courier' } }),
      [],
    ],
    ['no roles', '<meta name=author content="By Ilse Marrow, Staff Writer">', ['Ilse Marrow']],
    [
      'no addresses',
      '<meta name=author content="Ilse B. Marrow (https://example.org/ilse/)">',
      ['Ilse B. Marrow'],
    ],
    ['no dates', '<div class=byline>By <b>Ilse Marrow</b><br>March 25, 2015</div>', ['Ilse Marrow']],
    ['no degrees', '<meta name=author content="Ilse Marrow, MD, PhD">', ['Ilse Marrow']],
    [
      'every one that is given',
      '<meta name=citation_author content="Marrow, Ilse"><meta name=citation_author content="Quay, Jan">',
      ['Ilse Marrow', 'Jan Quay'],
    ],
    [
      'by what is marked as a name',
      '<cite class="byline vcard"><span>By </span><span class=fn>ILSE MARROW</span><abbr>March 11, 2015 3:46 PM</abbr></cite>',
      ['ILSE MARROW'],
    ],
    [
      'before those of comments',
      '<div class=byline>S Sky</div><div class=author-name>Ilse Marrow</div>',
      ['Ilse Marrow'],
    ],
    [
      'of several in one value',
      '<meta name=author content="Ilse Marrow, Jan Quay and Ole Berg">',
      ['Ilse Marrow', 'Jan Quay', 'Ole Berg'],
    ],
    [
      'of the article that the page is about',
      `<title>Port stays open</title>${data([
        { '@type': 'NewsArticle', headline: 'Another story altogether', author: { name: 'Ole Berg' } },
        { '@type': 'NewsArticle', headline: 'Port stays open', author: { name: 'Ilse Marrow' } },
      ])}`,
      ['Ilse Marrow'],
    ],
    [
      'in lists of lists and as parts of a name',
      article({ author: { '@list': [['Ilse Marrow'], { givenName: 'Jan', familyName: 'Quay' }] } }),
      ['Ilse Marrow', 'Jan Quay'],
    ],
    [
      'of data with a comma too many',
      '<script type="application/ld+json">{"@type":"Article","headline":"T","author":[{"name":"Ilse Marrow"},],}</script>',
      ['Ilse Marrow'],
    ],
    [
      'by the name that the page shows of a writer whose data have a user’s',
      `${article({ author: 'ilse77' })}<a class=author-name href=/u/ilse77>Ilse Marrow</a>`,
      ['Ilse Marrow'],
    ],
    [
      'of microdata, not of its comments',
      '<div class=comments><span itemprop=author>Sky Sail</span></div><span itemprop=author>Ilse Marrow</span><span itemprop=author>Jan Quay</span>',
      ['Ilse Marrow', 'Jan Quay'],
    ],
    [
      'before a date in words',
      '<div class=meta>By <a href=/ilse>Ilse Marrow</a> on Monday, November 18th, 2019 at 11:04 a.m.</div>',
      ['Ilse Marrow'],
    ],
    ['behind a date', '<small>05/10/2018 - Publicado por: Ilse Marrow</small>', []],
    [
      'behind a date under the heading',
      '<h1>T</h1><small>05/10/2018 - Publicado por: Ilse Marrow</small>',
      ['Ilse Marrow'],
    ],
    ['in German', '<h1>Hafen offen</h1><p>Von Ilse Marrow und Jan Quay</p>', ['Ilse Marrow', 'Jan Quay']],
    ['in Chinese', '<h1>港口开放</h1><p>2024-03-14 作者：王小明</p>', ['王小明']],
    ['in Korean', '<h1>항구 개방</h1><p>홍길동 기자</p>', ['홍길동']],
    [
      'with their offices under the heading',
      '<h1>T</h1><div><p>March 24, 2026</p><p>Ilse Marrow, Research Scientist, and Jan Quay, VP and Senior Fellow, Quay Corp</p></div>',
      ['Ilse Marrow', 'Jan Quay'],
    ],
    ['no town', '<h1>T</h1><p>New Harbour, Courier News Bureau</p>', []],
    ['no day', '<h6 class=dateline>Wednesday, 26 February 2025</h6>', []],
    [
      'no terms of use',
      '<p>By clicking “Subscribe” you agree to our Terms and <a>Privacy Policy</a>.</p>',
      [],
    ],
    ['no ministries', '<h4 class=author>The Harbour and Fishing Ministries</h4>', []],
    [
      'a pen name that a template marks',
      '<span class="author vcard"><a class="url fn n">kelpie</a></span>',
      ['kelpie'],
    ],
    ['once each', article({ author: [{ name: 'Ilse Marrow' }, { name: 'ILSE MARROW' }] }), ['Ilse Marrow']],
  ])('are people: %s', (_, html, authors) => {
    expect(factsOf(html).authors).toEqual(authors)
  })
})

describe('the title of a page', () => {
  it.each([
    [
      '<title>Port stays open | The Courier</title><meta property=og:site_name content="The Courier"><h1>Port stays open</h1>',
      'Port stays open',
    ],
    ['<title>Port stays open [Courier.net]</title>', 'Port stays open'],
    [
      '<title>Evolve: Shared History — an extension for Ships</title><h1><a href="index.html">an extension for Ships</a></h1><h1>Evolve: Shared History<a>¶</a></h1>',
      'Evolve: Shared History',
    ],
    ['<title>Port stays open_Harbour_Courier</title><h1>Port stays open</h1>', 'Port stays open'],
    [
      '<title>The Courier :: Port stays open</title><meta property=og:site_name content="The Courier">',
      'Port stays open',
    ],
    [
      '<title>Remember 80/90 - Old Ships | Port stays open</title><meta property=og:site_name content="Remember 80/90 - Old Ships">',
      'Port stays open',
    ],
    ['<title>Port | Courier</title><link rel=canonical href="https://news.courier.co.uk/port">', 'Port'],
    ['<title>Port stays open for ever | World | News | Courier.ex</title>', 'Port stays open for ever'],
    ['<title>港口明年将继续开放运营_科技_海港网</title>', '港口明年将继续开放运营'],
    ['<title>Well-known port - half open</title>', 'Well-known port - half open'],
    [
      '<title>Home</title><meta property=og:title content="The Courier"><meta property=og:site_name content="The Courier"><link rel=canonical href="https://ex.org/a"><h1>Port stays open</h1>',
      'Home',
    ],
    [
      '<title>The Courier</title><meta property=og:title content="The Courier"><meta property=og:site_name content="The Courier"><h1>Port stays open</h1>',
      'Port stays open',
    ],
    [article({ headline: 'Port&#8217;s <em>Star</em> &amp; quay &lt; 3' }), 'Port’s Star & quay < 3'],
  ])('of %j', (html, title) => {
    expect(factsOf(html).title).toBe(title)
  })
})

describe('the dates of a page', () => {
  it('are the day it appeared, the moment with its zone, and its last change', () => {
    const html = article({ datePublished: '2024-03-14T23:30:00-0400', dateModified: '2024-03-15T08:00:00Z' })
    expect(factsOf(html)).toMatchObject({
      published: '2024-03-14',
      publishedAt: '2024-03-14T23:30:00-04:00',
      modified: '2024-03-15T08:00:00Z',
    })
  })

  it.each([
    [
      '<meta property="article:published_time" content="2024-03-14T09:30:00Z"><meta property="article:modified_time" content="2024-03-16">',
      '2024-03-14',
      '2024-03-16',
    ],
    [
      '<span itemprop=datePublished content="2024-03-14">Thursday</span><span itemprop=dateModified>15 March 2024</span>',
      '2024-03-14',
      '2024-03-15',
    ],
    ['<time datetime="2024-03-14">yesterday</time>', '2024-03-14', null],
    ['<link rel=canonical href="https://ex.org/2024/3/14/port">', '2024-03-14', null],
    ['<link rel=canonical href="https://ex.org/2024/mar/14/port">', '2024-03-14', null],
    ['<meta name=date content="03/04/2024">', null, null],
    [
      '<h1>T</h1><p class=byline>Published May 22, 2026</p><aside><time datetime="2026-03-05">Mar 5</time></aside>',
      '2026-05-22',
      null,
    ],
    ['<h1>T</h1><div><span>18 NOV 2019 </span></div>', '2019-11-18', null],
    ['<td>기사입력 :[ 2018-08-25 15:24 ]</td>', '2018-08-25', null],
    ['<h1>T</h1><p>Updated 3 May 2024</p><p>Posted 2 May 2024</p>', '2024-05-02', null],
    ['<h1>T</h1><p>The quay was built on 14 March 1871 by the fishermen of the town.</p>', null, null],
    [
      '<h1>T</h1><table class=infobox><tr><td><span class=published>2020-03</span></table><p>Words stand here, and more of them stand there, and others stand elsewhere.',
      null,
      null,
    ],
  ])('of %s', (html, published, modified) => {
    expect(factsOf(html)).toMatchObject({ published, modified })
  })

  it.each([
    ['2024-03-14T09:30:00+01:00', '2024-03-14T09:30:00+01:00'],
    ['2024-03-14 09:30 +0530', '2024-03-14T09:30:00+05:30'],
    ['2024-03-14T09:30:00.123Z', '2024-03-14T09:30:00Z'],
    ['2024-03-14T09:30:00', null],
    ['2024-03-14', null],
    ['2024-13-14T09:30:00Z', null],
  ])('have a moment in %j: %j', (text, instant) => {
    expect(instantIn(text)).toBe(instant)
  })
})

describe('the publication of a page', () => {
  it.each([
    [
      `<title>Port stays open - The Courier</title><meta property=og:site_name content="The Courier">${article({ publisher: { name: 'Harbour Press Agency' } })}`,
      'The Courier',
    ],
    [
      '<meta property=og:site_name content="@courier"><link rel=canonical href="https://courier.ex/a">',
      'courier.ex',
    ],
    [
      '<title>Port stays open</title><meta name=dc.publisher content="Port stays open"><meta property=og:site_name content="Courier">',
      'Courier',
    ],
  ])('of %s', (html, publication) => {
    expect(factsOf(html).publication).toBe(publication)
  })
})
