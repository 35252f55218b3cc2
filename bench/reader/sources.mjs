import { makePdf } from '../../src/core/import/importers/pdf/fixtures/make-pdf.ts'
import { SOURCE_IRI, TERMS } from '../../src/shared/web-annotation/write.ts'

const WORDS =
  'the river council treaty harbour season report minister answered question water sluice canal border winter record number people decision against between agreed closed opened during another morning before several without'.split(
    ' ',
  )

/** Numbers from 0 to 1, the same at each run. */
const seeded = (seed) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const sentence = (random, words) =>
  `${Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')}.`

/** Paragraphs of some eighty words, a heading every fifty. */
export const article = (title, words) => {
  const random = seeded(words)
  const blocks = [`# ${title}`]
  for (let written = 0; written < words; written += 80) {
    if (blocks.length % 50 === 0) blocks.push(`## Part ${blocks.length / 50}`)
    blocks.push(Array.from({ length: 5 }, () => sentence(random, 16)).join(' '))
  }
  return `${blocks.join('\n\n')}\n`
}

/** Pages of forty lines. */
export const report = (title, pages) => {
  const random = seeded(pages)
  const line = (at) => ({ x: 60, y: 780 - at * 17, size: 10, text: sentence(random, 12) })
  return makePdf({
    info: { Title: title },
    pages: Array.from({ length: pages }, () => ({ type: Array.from({ length: 40 }, (_, at) => line(at)) })),
  })
}

const COLOURS = ['yellow', 'blue', 'green', 'orange', 'violet']

/**
 * Web Annotations all over a text, of five words or so each; of a text with more of them than words they lie over one
 * another and begin within words.
 */
export const annotationsOf = (id, url, text, count) => {
  const apart = (text.length - 60) / count
  return Array.from({ length: count }, (_, index) => {
    const at = Math.floor(index * apart)
    const start = apart > 10 ? text.indexOf(' ', at) + 1 : at
    const end = start + (apart > 10 ? 30 : 20 + (index % 17))
    return {
      '@context': ['http://www.w3.org/ns/anno.jsonld', { verbatim: TERMS }],
      type: 'Annotation',
      body: [],
      target: {
        source: url ?? `${SOURCE_IRI}${id}`,
        selector: [
          { type: 'TextPositionSelector', start, end },
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, end),
            prefix: text.slice(Math.max(0, start - 30), start),
            suffix: text.slice(end, end + 30),
          },
        ],
      },
      'verbatim:colour': COLOURS[index % 5],
    }
  })
}
