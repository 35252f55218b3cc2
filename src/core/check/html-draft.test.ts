import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOffset, startOffset } from '../../shared/quotations/draft.ts'
import { findQuotations } from '../../shared/quotations/find.ts'
import { htmlDraft } from './html-draft.ts'

const texts = (html: string) => htmlDraft(html).places.map(({ text }) => text)
const found = (html: string) =>
  findQuotations(htmlDraft(html)).map(({ text, start, end, link }) => ({
    text,
    at: html.slice(start, end),
    link: link?.annotation ?? null,
  }))

test('each block is a line of its own, white space folded as a browser folds it', () => {
  expect(
    texts(`<!doctype html><title>No words</title><style>p{}</style><h1> A
      head </h1><div>Loose <b>words</b>
      <p>and <i>more</i> <br> below</div><ul><li>one<li>two</ul><table><tr><td>x<td>y</table><!-- not --><script>“no”</script>`),
  ).toEqual(['A head', 'Loose words', 'and more\nbelow', 'one', 'two', 'x', 'y'])
})

test('a quotation is found with its place in the page, references and tags among its words', () => {
  const html = '<p>She said &ldquo;we will <em>not</em> close&nbsp;the\n  river&rdquo; today.</p>'
  expect(found(html)).toEqual([
    {
      text: 'we will not close\u00A0the river',
      at: 'we will <em>not</em> close&nbsp;the\n  river',
      link: null,
    },
  ])
})

test('words in q stand in quotation marks, and a block quotation is one', () => {
  expect(found('<p>He said <q>it is not so</q>.</p>')).toMatchObject([
    { text: 'it is not so', at: 'it is not so' },
  ])
  expect(found('<blockquote><p>It is low.</p><p>It is not empty.</p></blockquote>')).toMatchObject([
    { text: 'It is low.\nIt is not empty.' },
  ])
})

test.each([
  ['<span hidden>not</span>', 'we will close'],
  ['<span style="color: red; display: none">not</span>', 'we will close'],
  ['<span style="visibility:hidden!important">not</span>', 'we will close'],
  ['<span style="font-size:0px">not</span>', 'we will close'],
  ['<span style="font-size:0.9em">not</span>', 'we will not close'],
  ['<span style="opacity:0">not</span>', 'we will close'],
  ['<span style="text-decoration: line-through">not</span>', 'we will close'],
  ['<math><mtext>not</mtext></math>', 'we will not close'],
  ['<bdo dir="rtl">43</bdo>', 'we will \u202e43\u202c close'],
])('a reader of a page sees %s, or does not', (between, expected) => {
  expect(found(`<p>“we will ${between} close” they said</p>`)[0]?.text.replaceAll('  ', ' ')).toBe(expected)
})

test('what Verbatim’s own pages mark as a quote is linked, within a line and as a block', () => {
  expect(found('<p>He said “<span class="quote" data-annotation="an_1">not so</span>”.</p>')).toMatchObject([
    { text: 'not so', at: 'not so', link: 'an_1' },
  ])
  const block = '<blockquote class="quote" data-annotation="an_2"><p>It is low.</p></blockquote>'
  expect(found(block)).toMatchObject([{ text: 'It is low.', link: 'an_2' }])
})

test('what an exported quote unfolds is none of its words, and is judged as any others', () => {
  const unfolded =
    '<details class="context"><summary>Context</summary><p class="passage">Much “was said before” it.</p></details>'
  const block = `<blockquote class="quote" data-annotation="an_2"><p>It is low.</p>${unfolded}</blockquote>`
  expect(found(block)).toMatchObject([
    { text: 'It is low.', link: 'an_2' },
    { text: 'was said before', link: null },
  ])
})

test('no class makes a block quotation something else', () => {
  expect(found('<blockquote class="passage">It is not empty.</blockquote>')).toMatchObject([
    { text: 'It is not empty.' },
  ])
})

test('the number of a note is no word of a quotation, and its body is a note', () => {
  const note = '<a href="#n1" role="doc-noteref">1</a>'
  const html = `<p>He said “it is low<sup>${note}</sup>”.</p><ol><li id="n1"><p>There. <a role="doc-backlink">↩</a></p></li></ol>`
  expect(found(html)).toMatchObject([{ text: 'it is low' }])
  expect(htmlDraft(html).places.map(({ text, footnote }) => [text, footnote])).toEqual([
    ['He said “it is low”.', null],
    ['There.', 'n1'],
  ])
})

test('the words of code and of what is struck out are told apart', () => {
  const [place] = htmlDraft('<p>a <code>“x”</code> <del>gone</del></p>').places
  expect(place?.nodes.map(({ kind }) => kind)).toEqual(['code', 'struck'])
})

test('no page is read deeper than a person writes', () => {
  expect(() => htmlDraft('<div>'.repeat(2000))).toThrow('nested more than 500 deep')
})

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '“': '&ldquo;', '”': '&#8221;' }

test('whatever words stand in a paragraph are read as they are, each where it stands', () => {
  const word = fc.oneof(
    fc.constantFrom('&', '<', '“', '”', 'amp;', '&amp;', 'x;', '’', '漢', '😀', '[@a]', '"', '>'),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .map((text) => text.replaceAll(/[\s\p{C}&<]/gu, 'x')),
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const text = words.join(' ')
      const html = `<p>${text.replaceAll(/[&<“”]/gu, (sign) => NAMED[sign] ?? sign)}</p>`
      const [place] = htmlDraft(html).places
      // A citation adds no words, and nothing begins with white space.
      expect(place?.text ?? '').toBe(text.replaceAll('[@a]', '').trimStart())
      if (place === undefined) return
      expect(startOffset(place, 0)).toBeGreaterThanOrEqual(3)
      expect(endOffset(place, place.text.length)).toBeLessThanOrEqual(html.length - 4)
    }),
    { numRuns: 500 },
  )
})
