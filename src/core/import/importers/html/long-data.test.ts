import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { withoutLongData } from './long-data.ts'

const piece = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.nat(3000).map((length) => `data:image/png;base64,${'A'.repeat(length)}"`),
  fc.constant('long-data-0-7.'),
)

it('gives back every page and every place in it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const page = pieces.join('<')
      const short = withoutLongData(page)
      expect(short.restored(short.source)).toBe(page)
      for (let at = 0; at <= short.source.length; at += 1)
        if (short.source[at] === '<') expect(page[short.originalOffset(at)]).toBe('<')
      expect(short.originalOffset(short.source.length)).toBe(page.length)
    }),
  )
})

it('takes long data out and leaves short ones', () => {
  expect(withoutLongData(`<img src="data:image/png;base64,${'A'.repeat(5000)}">`).source.length).toBeLessThan(
    80,
  )
  const small = '<img src="data:image/png;base64,AAAA">'
  expect(withoutLongData(small).source).toBe(small)
})
