import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLOURS, type Annotation } from '../contract/annotations.ts'
import { codePointsOf } from './code-points.ts'
import { faultsOfPage } from './fixtures/model.ts'
import { annotationsIn, readWebAnnotation } from './read.ts'
import { webAnnotationPage } from './write.ts'

const said = fc.option(fc.string({ unit: 'grapheme', maxLength: 12 }))

const attribution = fc.record({
  speaker: said,
  role: said,
  stance: said,
  topic: said,
  date: said,
  place: said,
  language: said,
  quotedBy: said,
})

/** A text and an annotation somewhere on it: of one segment or of several, or without a place. */
const annotated = fc
  .record({
    text: fc.string({ unit: 'grapheme', minLength: 8, maxLength: 80 }),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 }),
    status: fc.constantFrom('anchored', 'moved', 'orphaned'),
    comment: said,
    tags: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 3 }),
    colour: fc.constantFrom(...COLOURS),
    attribution: fc.option(attribution),
    url: fc.option(fc.oneof(fc.webUrl(), fc.string())),
    id: fc.uuid(),
  })
  .map(({ text, cuts, status, url, id, ...beside }) => {
    const offsets = cuts.map((cut) => Math.floor(cut * text.length)).toSorted((a, b) => a - b)
    const drawn = offsets.flatMap((start, at) => {
      const end = offsets[at + 1] ?? start
      return at % 2 === 0 && end > start ? [{ start, end }] : []
    })
    const found = drawn.length > 0 ? drawn : [{ start: 0, end: text.length }]
    const segments = status === 'orphaned' ? [] : found
    const exact = found.map(({ start, end }) => text.slice(start, end)).join(' ')
    const annotation: Annotation = {
      ...beside,
      id: `an_${id}`,
      source: `src_${id}`,
      version: 1,
      start: segments[0]?.start ?? null,
      end: segments.at(-1)?.end ?? null,
      segments,
      exact,
      prefix: text.slice(0, found[0]?.start),
      suffix: text.slice(found.at(-1)?.end),
      status,
    }
    return { annotation, citekey: 'marrow2024port', url, codePoints: codePointsOf(text) }
  })

test('whatever is exported keeps to the model of Web Annotations, and is read again', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(annotated, { maxLength: 5, selector: ({ annotation }) => annotation.id }),
      (all) => {
        const page: unknown = JSON.parse(JSON.stringify(webAnnotationPage(all)))
        expect(faultsOfPage(page)).toEqual([])
        expect((annotationsIn(page) ?? []).map(readWebAnnotation).map(({ kind }) => kind)).toEqual(
          all.map(() => 'annotation'),
        )
      },
    ),
  )
})

const quote = { type: 'TextQuoteSelector', exact: 'words' }
const good = {
  id: 'urn:verbatim:annotation:1',
  type: 'Annotation',
  target: { source: 'https://example.com/', selector: [quote] },
}
const pageOf = (item: unknown) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'AnnotationPage',
  items: [item],
})

test('the measure itself takes what the model shows and finds each breach', () => {
  expect(faultsOfPage(pageOf(good))).toEqual([])
  const position = { type: 'TextPositionSelector', start: 4, end: 9 }
  const breaches: readonly unknown[] = [
    { ...good, id: undefined },
    { ...good, id: 'no iri' },
    { ...good, type: 'Note' },
    { ...good, target: [] },
    { ...good, colour: 'yellow' },
    { ...good, 'other:colour': 'yellow' },
    { ...good, motivation: 'liking' },
    { ...good, body: [] },
    { ...good, body: { type: 'TextualBody' } },
    { ...good, body: { type: 'TextualBody', value: 'x', format: 'Markdown' } },
    { ...good, body: [{ type: 'TextualBody', value: 'x' }], bodyValue: 'x' },
    { ...good, target: { selector: quote } },
    { ...good, target: { source: ['https://a.example/', 'https://b.example/'] } },
    { ...good, target: { source: 'https://a.example/', selector: { ...quote, exact: undefined } } },
    { ...good, target: { source: 'https://a.example/', selector: { ...quote, prefix: ['a', 'b'] } } },
    { ...good, target: { source: 'https://a.example/', selector: { ...position, start: -1 } } },
    { ...good, target: { source: 'https://a.example/', selector: { ...position, end: 4.5 } } },
    { ...good, target: { source: 'https://a.example/', selector: { ...position, end: 2 } } },
    { ...good, target: { source: 'https://a.example/', selector: { type: 'WordSelector' } } },
  ]
  for (const breach of breaches) expect(faultsOfPage(pageOf(breach)), JSON.stringify(breach)).not.toEqual([])
})
