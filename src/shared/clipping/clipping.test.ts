import { expect, test } from 'vitest'
import type { Source } from '../contract/sources.ts'
import { clipOf, type Clipping } from './clipping.ts'

const SOURCE = {
  id: 'src_1',
  citekey: 'solm2026read',
  title: 'Read the <treaty>',
  authors: ['Petra Solm', 'Ada & Son'],
  publication: 'The Observer',
  published: '2026-03-15',
  url: 'https://observer.example/?a=1&b="2"',
  language: 'en',
  versions: 2,
} as unknown as Source

const clipping = (words: readonly string[], over: Partial<Source> = {}): Clipping => ({
  source: { ...SOURCE, ...over },
  version: 2,
  segments: words.map((_, index) => ({ start: index * 10, end: index * 10 + 5 })),
  words,
  annotation: 'an_1',
})

test('words stand in quotation marks with their citation, and HTML tells where they are from', () => {
  const { text, html } = clipOf(clipping(['a <b> & c']))
  expect(text).toBe(
    '“a <b> & c” (Petra Solm, Ada & Son, “Read the <treaty>”, The Observer, 2026-03-15, https://observer.example/?a=1&b="2")',
  )
  expect(html).toBe(
    '<p><span data-verbatim="verbatim:src_1?version=2&amp;segments=0-5&amp;annotation=an_1" lang="en"' +
      ' cite="https://observer.example/?a=1&amp;b=&quot;2&quot;">“a &lt;b&gt; &amp; c”</span>' +
      ' (<a href="https://observer.example/?a=1&amp;b=&quot;2&quot;">Petra Solm, Ada &amp; Son, “Read the &lt;treaty&gt;”,' +
      ' The Observer, 2026-03-15, https://observer.example/?a=1&amp;b=&quot;2&quot;</a>)</p>',
  )
})

test('a quotation keeps its own marks, two quotations and the words between get a pair', () => {
  expect(clipOf(clipping(['“so it is”'])).text).toMatch(/^“so it is” \(/)
  expect(clipOf(clipping(['“yes” and “no”'])).text).toMatch(/^““yes” and “no”” \(/)
})

test('what is left out between parts is marked', () => {
  expect(clipOf(clipping(['one', 'two'])).text).toMatch(/^“one \[…\] two” \(/)
})

test('several paragraphs are a block quotation', () => {
  expect(clipOf(clipping(['one\ntwo'])).html).toContain('<p>“one</p><p>two”</p></blockquote>')
})

test('marks are those of the language, and an address that is none of the web is no link', () => {
  const { text, html } = clipOf(clipping(['ja'], { language: 'de', url: 'javascript:alert(1)' }))
  expect(text).toMatch(/^„ja“ \(/)
  expect(html).not.toContain('href')
})
