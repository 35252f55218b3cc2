import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { endOffset, startOffset } from './draft.ts'
import { findQuotations } from './find.ts'
import { markdownDraft } from './markdown-draft.ts'
import { textDraft } from './text-draft.ts'

const PIECES =
  "“ ” \" ' ‘ ’ « » „ ‚ ‹ › 「 」 『 』 `` '' ` ´ ′ 5 6\" s’ s' don’t [@a] [@b,\u00A0p.\u00A03] [^1] . , ! ? … — ( ) [ ] > - # | * _ :quote[ ]{#an_1} :::quote{#an_1} ::: :set-aside[ \\ &amp; word words 彼は 🙂"
    .split(' ')
    .concat([' ', ' ', '\n', '\n\n', '\r\n', '\n> ', '\n- ', '\u00A0'])
const draft = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))

it('gives quotations by position, inside the draft, whatever it holds', () => {
  fc.assert(
    fc.property(draft, (text) => {
      for (const found of [findQuotations(markdownDraft(text)), findQuotations(textDraft(text))]) {
        let at = 0
        for (const { start, end, footnotes, ...quotation } of found) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(footnotes.every((place) => place <= quotation.text.length)).toBe(true)
          at = start
        }
      }
    }),
    { numRuns: 1000, seed: 7 },
  )
})

it('takes the words of a plain text as they stand there', () => {
  fc.assert(
    fc.property(draft, (text) => {
      for (const quotation of findQuotations(textDraft(text))) {
        const slice = text.slice(quotation.start, quotation.end)
        const isPlain = !slice.includes('[@') && !/\n\s*\n/u.test(slice)
        if (isPlain)
          expect(quotation.text.replaceAll('\n', '')).toBe(slice.replaceAll('\n', '').replace(/^$/u, ''))
      }
    }),
    { numRuns: 1000, seed: 7 },
  )
})

it('knows where each character of a Markdown place stands', () => {
  fc.assert(
    fc.property(draft, (text) => {
      for (const place of markdownDraft(text).places) {
        for (let at = 0; at < place.text.length; at += 1) {
          const there = text.slice(startOffset(place, at), endOffset(place, at + 1))
          const here = place.text.charAt(at)
          if (!/[\s\0]/u.test(here) && !there.includes(here)) expect(there).toMatch(/^&/u)
        }
      }
    }),
    { numRuns: 500, seed: 7 },
  )
})
