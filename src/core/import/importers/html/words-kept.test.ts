import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deriveText } from '../../../../shared/document/text.ts'
import { readHtml } from '../html.ts'

const INLINE =
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var x-a'.split(
    ' ',
  )
const BLOCK =
  'address article aside blockquote center details div dl dd dt fieldset figcaption figure footer form h1 h3 header hgroup legend li main nav ol p pre search section summary table tbody td th tr caption ul'.split(
    ' ',
  )

/** Trees of elements that a browser shows, in any order; `#` stands for a word. */
const TREES: fc.Arbitrary<string> = fc.letrec<{ tree: string; node: string }>((tie) => ({
  node: fc
    .tuple(fc.constantFrom(...INLINE, ...BLOCK), tie('tree'), fc.boolean())
    .map(([name, inside, closed]) => `<${name}>${inside}${closed ? `</${name}>` : ''}`),
  tree: fc
    .array(
      fc.oneof(
        { maxDepth: 6, depthIdentifier: 'tree' },
        fc.constantFrom(' # ', '#', '<br>', '<hr>'),
        tie('node'),
      ),
      {
        maxLength: 5,
      },
    )
    .map((parts) => parts.join('')),
})).tree

it('the caption of a table that only lays out the page is kept', () => {
  const html = '<body><table><caption>Tide table</caption><tr><td><h1>Noon</h1><p>High.</p></td></tr></table>'
  expect(deriveText(readHtml({ text: html, name: 'a.html', whole: true }).document).text).toBe(
    'Tide table\nNoon\nHigh.',
  )
})

it('every word that a page shows is in the text once, whatever elements it stands in', () => {
  fc.assert(
    fc.property(TREES, (tree) => {
      let count = 0
      const html = tree.replace(/#/g, () => `word${String((count += 1))}x `)
      const { text } = deriveText(readHtml({ text: `<body>${html}`, name: 'a.html', whole: true }).document)
      expect(text.match(/word\d+x/g)?.toSorted() ?? []).toEqual(
        Array.from({ length: count }, (_, index) => `word${String(index + 1)}x`).toSorted(),
      )
    }),
    { numRuns: 500 },
  )
})
