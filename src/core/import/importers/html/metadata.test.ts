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
    ['<meta name=date content="03/04/2024">', null, null],
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
