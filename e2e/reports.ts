import { makePdf, type MadePdf, type Type } from '../src/core/import/importers/pdf/fixtures/make-pdf.ts'

const line = (y: number, text: string, size = 11): Type => ({ x: 72, y, text, size })

const BODY = [
  'The river commission met on Tuesday and agreed that the lower depart-',
  'ment would keep the sluices closed until the thaw. “We will not empty',
  'our own lake to keep it open,” said the minister, who was asked twice.',
  'The other side replied that a canal that is half full feeds nobody, and',
  'asked for a new count of the water that had been let through in spring.',
]

const NAMES = ['sluice', 'barge', 'heron', 'willow', 'ferry', 'weir', 'reed', 'otter', 'lock', 'mill']

/** Its words are its own: what stands on every page is taken for a running head. */
const page = (number: number): { readonly type: readonly Type[] } => {
  const name = `${NAMES[number % 10] ?? ''} and the ${NAMES[Math.floor(number / 10) % 10] ?? ''}`
  const words = number === 1 ? BODY : [`Of the ${name} the report says little, and nothing that was new.`]
  return {
    type: [
      ...words.map((each, index) => line(700 - index * 15, each)),
      line(560 - number, `This paragraph of the ${name} stands on sheet number ${String(number)} alone.`),
    ],
  }
}

/** A PDF of some pages, each of which names its number. */
export const report = (pages: number, more: Partial<MadePdf> = {}): Uint8Array =>
  makePdf({
    pages: Array.from({ length: pages }, (_, index) => page(index + 1)),
    info: { Title: 'Report of the commission' },
    ...more,
  })
