import { describe, expect, it } from 'vitest'
import { deriveText } from '../../../../shared/document/text.ts'
import { readHtml } from '../html.ts'

const textOf = (html: string): string => deriveText(readHtml({ text: html, name: 'a.html' }).document).text

describe('a page that baits slow patterns', () => {
  it.each([
    [
      'in a footnote',
      `<p>a<sup><a href="#fn1">1</a></sup></p><p id=fn1>b <a href="#r">${'1'.repeat(60)}x</a></p>`,
    ],
    ['in its data', `<script type="application/ld+json">${'-->'.repeat(300_000)}x</script><p>a`],
    ['in its names', `<p class="${'related-'.repeat(100_000)}x">a`],
    ['in its title', `<title>${' -'.repeat(200_000)}x</title><p>a`],
    ['in bars of a byline', `<div class=byline>${'| '.repeat(200_000)}x</div><p>a`],
    ['in commas of its data', `<script type="application/ld+json">{${', '.repeat(300_000)}x</script><p>a`],
    ['in a line with a number', `<h1>a</h1><p>${'1 on '.repeat(100_000)}x</p><p>a`],
    ['in a date', `<time>${'1 '.repeat(200_000)}x</time><p>a`],
    ['in a byline', `<div class=byline>${'By A '.repeat(100_000)}</div><p>a`],
    ['in its style', `<p style="${'display '.repeat(200_000)}">a`],
  ])('is read at once: %s', (_, html) => {
    const started = performance.now()
    textOf(html)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
