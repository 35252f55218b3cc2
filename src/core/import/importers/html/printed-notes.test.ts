import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../shared/document/blocks.ts'
import { DocumentSchema } from '../../../../shared/document/schema.ts'
import { deriveText } from '../../../../shared/document/text.ts'
import { readHtml } from '../html.ts'

const WORDS =
  'The harbour board said on Thursday that the quay stays open, and that it would pay for the wall.'
/** A page of one article, so that everything goes through the search for it too. */
const story = (inside: string): string =>
  `<!doctype html><title>Port stays open</title><body><article><h1>Port stays open</h1><p>${WORDS} ${WORDS}</p>
  ${inside}<p>${WORDS} ${WORDS} ${WORDS}</p></article>`
const documentOf = (html: string) => DocumentSchema.parse(readHtml({ text: html, name: 'a.html' }).document)
const lines = (inside: string): string[] =>
  deriveText(documentOf(story(inside)))
    .text.split('\n')
    .filter((line) => !line.startsWith(WORDS))
const blocks = (inside: string): Block[] =>
  documentOf(story(inside)).children.filter((block) => !JSON.stringify(block).includes(WORDS))

describe('a footnote', () => {
  const NOTES = '<ol><li>In March.</li><li>In May.</li></ol>'
  const REFERRED =
    '<p>It is full<sup>1</sup>, they say.<sup>[2]</sup> So be it, says the board of the port.</p>'

  it.each(['Notes', 'References', 'Fußnoten', 'Notes et références'])(
    'whose reference is no link is one, under the heading %s',
    (heading) => {
      const inside = `${REFERRED}<h2>${heading}</h2>${NOTES}`
      expect(lines(inside)).toEqual([
        'It is full, they say. So be it, says the board of the port.',
        heading,
        'In March.',
        'In May.',
      ])
      expect(blocks(inside).filter(({ type }) => type === 'footnote')).toMatchObject([
        { label: '1' },
        { label: '2' },
      ])
    },
  )

  it.each([
    [
      'a power',
      `<p>An area of 10<sup>2</sup> km<sup>2</sup> and 1<sup>1</sup> here.</p><h2>Notes</h2>${NOTES}`,
    ],
    ['a note too few', `<p>It is full<sup>1</sup>, they say.</p><h2>Notes</h2>${NOTES}`],
    ['no heading', `${REFERRED}${NOTES}`],
    [
      'a number twice',
      `${REFERRED}<p>It is 40 km<sup>2</sup> wide, the board of the port says.</p><h2>Notes</h2>${NOTES}`,
    ],
  ])('is none where there is %s', (_, inside) => {
    expect(blocks(inside).filter(({ type }) => type === 'footnote')).toEqual([])
    expect(JSON.stringify(blocks(inside))).toContain('superscript')
  })
})
