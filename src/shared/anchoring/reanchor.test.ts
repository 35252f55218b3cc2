import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepare } from '../verdict/prepared.ts'
import { passageAt } from './passage.ts'
import { reanchor } from './reanchor.ts'

const OLD =
  'The harbour board will not close the northern quay before the end of the season, its chair said. ' +
  'All 43 berths stay open, and nobody’s licence is at risk. The union was less certain. ' +
  'The wall may hold for a year, said its secretary, Wanda Novak. The minister called it regrettable.'

const passage = (words: string) => {
  const start = OLD.indexOf(words)
  return passageAt(OLD, { start, end: start + words.length })
}

const found = (words: string, text: string): string => {
  const answer = reanchor(prepare(text), passage(words))
  return answer.status === 'orphaned'
    ? 'orphaned'
    : `${answer.status}: ${text.slice(answer.start, answer.end)}`
}

const BERTHS = 'All 43 berths stay open, and nobody’s licence is at risk'

describe('a passage is found again', () => {
  test('in the same text', () => expect(found(BERTHS, OLD)).toBe(`anchored: ${BERTHS}`))

  test('after words were put before it', () => {
    expect(found(BERTHS, `A correction of Monday. ${OLD}`)).toBe(`anchored: ${BERTHS}`)
  })

  test('when only typography changed', () => {
    const text = OLD.replaceAll('’', "'").replaceAll(' berths', '\nberths')
    expect(found(BERTHS, text)).toBe("anchored: All 43\nberths stay open, and nobody's licence is at risk")
  })

  test('as moved with the full stop that it ended with', () => {
    expect(found(`${BERTHS}.`, OLD.replace('43', '34'))).toBe(`moved: ${BERTHS.replace('43', '34')}.`)
    expect(found(`${BERTHS}.`, OLD.replace('43', '34').replace('risk.', 'risk!'))).toBe(
      `moved: ${BERTHS.replace('43', '34')}`,
    )
  })

  test('as moved when a number, a name or a negation changed', () => {
    expect(found(BERTHS, OLD.replace('43', '34'))).toMatch(/^moved: All 34 berths/)
    expect(
      found('may hold for a year, said its secretary, Wanda Novak', OLD.replace('Wanda', 'Vera')),
    ).toMatch(/^moved/)
    expect(found('may hold for a year', OLD.replace('a year', 'a month'))).toBe('moved: may hold for a month')
    const close = 'will not close the northern quay before the end'
    expect(found(close, OLD.replace('will not', 'will'))).toMatch(/^moved: will close/)
  })

  test('where its context is, when its words stand twice', () => {
    const text = `${BERTHS}, said a poster. ${OLD}`
    expect(reanchor(prepare(text), passage(BERTHS))).toMatchObject({ start: text.lastIndexOf('All 43') })
  })
})

const scanned = (text: string): string =>
  text.replaceAll('th', 'tb').replaceAll('e s', 'es').replaceAll('The', 'Tbe')

describe('a passage whose letters changed', () => {
  test('as in a poor scan is moved to its place', () => {
    const text = scanned(OLD)
    expect(found(BERTHS, text)).toMatch(/^moved: All 43 bertbs? ?/)
    expect(found('The union was less certain', text)).toMatch(/^moved: Tbe union wa/)
  })

  test('is found though its paragraph went elsewhere', () => {
    const elsewhere = 'Of the lakes of the north another report will tell in spring. '.repeat(40)
    expect(found(BERTHS, `${elsewhere}\n${OLD}`)).toBe(`anchored: ${BERTHS}`)
  })
})

describe('a passage is orphaned', () => {
  test('when it was cut out and its very words stand in another sentence', () => {
    const text = `${OLD.replace('The wall may hold for a year, said', 'Said')} Of the dam at Orsk he wrote that the wall may hold for a year, and of the other one nothing.`
    expect(found('wall may hold for a year', text)).toBe('orphaned')
  })

  test('when it was cut out', () => expect(found(BERTHS, OLD.replace(`${BERTHS}. `, ''))).toBe('orphaned'))

  test('when it is short and only a lookalike in another place is left', () => {
    expect(found('43 berths', `${OLD.replace('43 berths', 'Forty')} In 1902 there were 43 berths.`)).toBe(
      'orphaned',
    )
    expect(found('stay open', OLD.replace('stay open', 'remain open'))).toBe('orphaned')
  })

  test('rather than set on part of a word', () => {
    expect(found('The union', OLD.replace('The union', 'The unionists'))).toBe('orphaned')
  })
})

test('whatever is called anchored has the same words, whatever happened to the text', () => {
  const words = OLD.split(' ')
  const edits = fc.array(fc.tuple(fc.nat(words.length - 1), fc.constantFrom('', 'not', '7', 'Vera', 'x y')), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(edits, fc.nat(words.length - 9), fc.integer({ min: 2, max: 8 }), (changes, from, length) => {
      const start = words.slice(0, from).join(' ').length + (from > 0 ? 1 : 0)
      const exact = words.slice(from, from + length).join(' ')
      const edited = [...words]
      for (const [at, word] of changes) edited[at] = word
      const text = edited.filter((word) => word !== '').join(' ')
      const answer = reanchor(prepare(text), passageAt(OLD, { start, end: start + exact.length }))
      if (answer.status === 'orphaned') return true
      return (text.slice(answer.start, answer.end) === exact) === (answer.status === 'anchored')
    }),
  )
})

describe('of passages all over a long text in which every seventh word changed', () => {
  const random = seeded(7)
  const vocabulary = Array.from(
    { length: 2000 },
    (_, at) => `w${at.toString(36)}${'abcdef'.slice(random(6))}`,
  )
  const before = Array.from({ length: 20_000 }, () => vocabulary[random(2000)] ?? '')
  const after = before.map((word) => (random(7) === 0 ? (vocabulary[random(2000)] ?? '') : word))
  const passages = Array.from({ length: 40 }, () => {
    const first = random(19_900)
    const words = before.slice(first, first + 5 + random(20)).join(' ')
    return { first, length: words.split(' ').length, start: offset(before, first), words }
  })
  const text = before.join(' ')

  test('almost all are found, and none at a wrong place', () => {
    const changed = prepare(after.join(' '))
    const misses = passages.map(({ first, start, words }) => {
      const answer = reanchor(changed, passageAt(text, { start, end: start + words.length }))
      return answer.status === 'orphaned' ? null : Math.abs(answer.start - offset(after, first))
    })
    expect(misses.filter((miss) => miss !== null && miss > 40)).toEqual([])
    expect(misses.filter((miss) => miss === null).length).toBeLessThan(4)
  })

  test('none is found where it was cut out', () => {
    for (const { first, length, start, words } of passages) {
      const cut = prepare([...before.slice(0, first), ...before.slice(first + length)].join(' '))
      expect(reanchor(cut, passageAt(text, { start, end: start + words.length }))).toEqual({
        status: 'orphaned',
      })
    }
  })
})

/** Where word `at` begins in the words joined by spaces. */
const offset = (words: readonly string[], at: number): number =>
  words.slice(0, at).join(' ').length + Math.min(at, 1)

/** Whole numbers below a limit, the same at every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
