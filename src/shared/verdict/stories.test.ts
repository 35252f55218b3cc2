import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shelfOf, typed, witnessOf } from './fixtures/shelf.ts'
import { judge } from './judge.ts'

const SENTENCE = 'The northern gate stays shut until the rain comes.'
const TEXTS = [
  SENTENCE,
  `Nothing new. ${SENTENCE}`,
  SENTENCE.replace('shut', 'not shut'),
  SENTENCE.replace('The', 'the'),
  'Nobody said anything of gates.',
]
const quotations = [
  SENTENCE,
  SENTENCE.replace('shut', '[shut]'),
  SENTENCE.replace('northern ', ''),
  'stays not shut until',
]

const witnesses = fc.array(
  fc.record({
    text: fc.constantFrom(...TEXTS),
    story: fc.constantFrom(null, 'src_1', 'src_2'),
    current: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
)

test('a story changes no verdict, nothing that is found, and not the place that is judged', () => {
  fc.assert(
    fc.property(
      witnesses,
      fc.constantFrom(...quotations),
      fc.constantFrom('s0', 'other', null),
      (made, text, cited) => {
        const told = (grouped: boolean) =>
          judge(
            typed(text, cited),
            shelfOf(
              ...made.map(({ story, ...each }, at) =>
                witnessOf(`s${String(at)}`, each.text, {
                  current: each.current,
                  story: grouped ? story : null,
                }),
              ),
            ),
          )
        const [grouped, alone] = [told(true), told(false)]
        const inOrder = (row: typeof grouped) =>
          row.found.map(({ source, start }) => `${source} ${String(start)}`).toSorted()
        expect({ ...grouped, found: inOrder(grouped) }).toEqual({ ...alone, found: inOrder(alone) })
        expect(grouped.found[0]).toEqual(alone.found[0])
      },
    ),
  )
})
