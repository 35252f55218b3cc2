import { expect, it } from 'vitest'
import { childrenOf } from '../../../../shared/document/document.ts'
import { readHtml } from '../html.ts'
import { convert } from './converted.ts'
import { ImageCollector } from './images.ts'
import { parsePage } from './page.ts'

/** The types of a page's blocks with their labels, in order, and the references by label. */
function read(body: string): { readonly blocks: string[]; readonly references: string[] } {
  const page = parsePage(`<!doctype html>${body}`)
  const { children } = convert(page, page.root, { base: null, images: new ImageCollector() })
  return {
    blocks: children.map((block) => (block.type === 'footnote' ? `footnote ${block.label}` : block.type)),
    references: children.flatMap((block) =>
      childrenOf(block).flatMap((node) => (node.type === 'footnote-reference' ? [node.label] : [])),
    ),
  }
}

const FULL = '<p>It is full<a id="fnref1" href="#fn1"><sup>1</sup></a>, they say.</p><p>End.</p>'

it.each([
  ['a number', '<p id="fn1"><a href="#fnref1">1.</a> In March.</p>'],
  ['a number in brackets', '<p><a href="#fnref1" name="fn1">[1]</a> In March.</p>'],
  ['a number behind the words', '<p id="fn1">In March. <a href="#fnref1">1</a></p>'],
])('a note that leads back by %s leaves the paragraph of its reference in its place', (_, note) => {
  expect(read(FULL + note)).toEqual({
    blocks: ['paragraph', 'paragraph', 'footnote 1'],
    references: ['1'],
  })
})

it('holds for a saved page whose article was taken out of it', () => {
  const words = 'The lake is half full and more words stand here for the article. '.repeat(8)
  const page = `<!doctype html><title>T</title><article><p>${words}</p>${FULL}<hr><div id="ftn1"><p><a href="#fnref1" name="fn1">[1]</a> In March.</p></div></article>`
  const { document } = readHtml({ text: page, name: 'a.html' })
  expect(document.children.map(({ type }) => type)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'thematic-break',
    'footnote',
  ])
})

it('notes that stand before the words that refer to them are notes all the same', () => {
  expect(read(`<h2>Notes</h2><p id="fn1"><a href="#fnref1">1.</a> In March.</p>${FULL}`)).toEqual({
    blocks: ['heading', 'paragraph', 'paragraph', 'footnote 1'],
    references: ['1'],
  })
})

it('a note that refers to another one is none of its own', () => {
  const notes =
    '<p id="fn1"><a href="#fnref1">1</a> See <a href="#fn2">2</a>.</p><p id="fn2"><a href="#fnref2">2</a> In May.</p>'
  const words = '<p>Full<a id="fnref1" href="#fn1">1</a> or not<a id="fnref2" href="#fn2">2</a>.</p>'
  expect(read(words + notes).blocks).toEqual(['paragraph', 'footnote 1', 'footnote 2'])
})

it('a link of very many digits inside a note takes no time', () => {
  const note = `<p id="fn1">In March. <a href="#x">${'1'.repeat(200)}x</a><a href="#x">${'back '.repeat(200)}</a></p>`
  const started = performance.now()
  read(FULL + note)
  expect(performance.now() - started).toBeLessThan(1000)
})

it('the printed number of a note that leads back is none of its words', () => {
  const page = parsePage(
    `<!doctype html>${FULL}<p id="fn1"><a href="#fnref1">1.</a> In March. <a href="#fnref1">[↩]</a></p>`,
  )
  const { children } = convert(page, page.root, { base: null, images: new ImageCollector() })
  expect(children.at(-1)).toMatchObject({
    type: 'footnote',
    children: [{ type: 'paragraph', children: [{ value: ' In March. ' }] }],
  })
})
