import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesOf } from './differences.ts'
import { chineseReport, report, withChangedWords } from './fixtures/reports.ts'
import { isOneStory, LEAST_ESTIMATE, likenessOf } from './likeness.ts'
import { mayBeCompared, shinglesOf } from './shingles.ts'
import { bandsOf, estimatedLikeness, signatureOf } from './signature.ts'

const shingles = (text: string): Uint32Array => shinglesOf(text) ?? new Uint32Array()
const likeness = (one: string, other: string) => likenessOf(shingles(one), shingles(other))
const areOne = (one: string, other: string): boolean => isOneStory(likeness(one, other))
/** Whether the index would bring the two together. */
const areFound = (one: string, other: string): boolean => {
  const [mine, theirs] = [one, other].map((text) => signatureOf(shingles(text)))
  if (!mine || !theirs) return false
  const keys = new Set(bandsOf(mine))
  return bandsOf(theirs).some((key) => keys.has(key)) && estimatedLikeness(mine, theirs) >= LEAST_ESTIMATE
}

const WIRE = report(1)
const paragraphs = WIRE.split('\n')
const half = paragraphs.slice(0, paragraphs.length / 2).join('\n')

describe('copies of one report', () => {
  it.each([
    ['the same words', WIRE],
    ['another headline above them', `Lake row goes on as talks fail\n${WIRE}`],
    ['the last paragraph cut', paragraphs.slice(0, -1).join('\n')],
    ['the last half cut', half],
    ['a changed word', WIRE.replace(/ \w+ /, ' quite ')],
    ['every fifteenth word changed', withChangedWords(WIRE, 15)],
    ['other typography and case', WIRE.toUpperCase().replaceAll(' ', '  ')],
    ['a paragraph of their own at the end', `${WIRE}\n${report(2).split('\n')[0] ?? ''}`],
  ])('with %s are one story, and found', (_, copy) => {
    expect([areOne(WIRE, copy), areFound(WIRE, copy)]).toEqual([true, true])
  })

  it('in a script without spaces are one story, and found', () => {
    const text = chineseReport(1)
    const copy = `${text.slice(0, 40)}另外${text.slice(42, 420)}`
    expect([areOne(text, copy), areFound(text, copy)]).toEqual([true, true])
  })
})

describe('texts of their own', () => {
  it.each([
    ['another report', report(2)],
    [
      'one that shares a third of its paragraphs',
      [...paragraphs.slice(0, paragraphs.length / 3), report(3)].join('\n'),
    ],
    ['an extract of a sixth', paragraphs.slice(0, 2).join('\n')],
    ['a book that holds it', [report(4), report(5), report(6), report(7), WIRE].join('\n')],
  ])('such as %s are no story', (_, text) => {
    expect(areOne(WIRE, text)).toBe(false)
  })

  it('in a script without spaces are no story', () => {
    expect(areOne(chineseReport(1), chineseReport(2))).toBe(false)
  })

  it.each([
    ['fewer than fifty words', WIRE.split(/\s+/).slice(0, 49).join(' ')],
    [
      'fewer than a hundred characters without spaces',
      chineseReport(1)
        .replaceAll(/[，。\n]/g, '')
        .slice(0, 99),
    ],
    ['no words', '— … —'],
    ['more than twenty thousand words', 'word '.repeat(20_001)],
  ])('and such with %s are not compared', (_, text) => {
    expect(shinglesOf(text)).toBeNull()
  })

  it('are told by their number of words alone where that is clear', () => {
    expect([49, 50, 20_000, 40_000, 40_001].map(mayBeCompared)).toEqual([false, true, true, true, false])
  })

  it('are compared from fifty words on', () => {
    expect(shinglesOf(WIRE.split(/\s+/).slice(0, 50).join(' '))).not.toBeNull()
  })
})

describe('the numbers', () => {
  it('are the same on every machine', () => {
    const text = `${WIRE}\n${chineseReport(1)}`
    const set = shingles(text)
    const signature = signatureOf(set)
    expect([set.length, set[0], set.at(-1), signature[0], signature[63], bandsOf(signature)[31]])
      .toMatchInlineSnapshot(`
      [
        793,
        7540045,
        4290153323,
        6471620,
        3026485,
        946335995,
      ]
    `)
  })

  it('estimate the likeness within four standard errors, and find as often as they say', () => {
    let [found, tried] = [0, 0]
    for (let seed = 0; seed < 60; seed += 1) {
      const [one, other] = setsOfLikeness(0.3, seed)
      const real = likenessOf(one, other).likeness
      const estimate = estimatedLikeness(signatureOf(one), signatureOf(other))
      expect(Math.abs(estimate - real)).toBeLessThan(4 * Math.sqrt((real * (1 - real)) / 64))
      const keys = new Set(bandsOf(signatureOf(one)))
      tried += 1
      if (bandsOf(signatureOf(other)).some((key) => keys.has(key))) found += 1
    }
    expect(found / tried).toBeGreaterThan(0.85)
  })

  it('seldom bring texts together that have nothing in common', () => {
    const keys = new Set<number>()
    let met = 0
    for (let seed = 10; seed < 210; seed += 1) {
      for (const key of bandsOf(signatureOf(shingles(report(seed))))) {
        if (keys.has(key)) met += 1
        keys.add(key)
      }
    }
    expect(met).toBeLessThan(40)
  })
})

const sorted = (values: readonly number[]): Uint32Array => Uint32Array.from(values).toSorted()

/** Two sets of hashes of which about that share is in both. */
function setsOfLikeness(share: number, seed: number): readonly [Uint32Array, Uint32Array] {
  const hashes = (from: number, count: number): number[] =>
    Array.from({ length: count }, (_, at) => Math.imul(seed * 100_000 + from + at + 1, 0x9e3779b1) >>> 0)
  const own = Math.round((400 * (1 - share)) / (2 * share))
  const both = hashes(0, 400)
  return [sorted([...both, ...hashes(10_000, own)]), sorted([...both, ...hashes(20_000, own)])]
}

const words = fc.array(fc.constantFrom('port', 'quay', 'sea', '43', 'not', '湖', '水', 'Ähre', '\n', 'x.'), {
  maxLength: 150,
})
const texts = words.map((each) => each.join(' '))

describe('for any texts', () => {
  it('likeness goes both ways, is whole for the same, and never above what is contained', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [mine, theirs] = [shingles(one), shingles(other)]
        const there = likenessOf(mine, theirs)
        expect(likenessOf(theirs, mine)).toEqual(there)
        expect(there.likeness).toBeLessThanOrEqual(there.contained)
        if (mine.length > 0) expect(likenessOf(mine, mine)).toEqual({ likeness: 1, contained: 1 })
      }),
    )
  })

  it('shingles are distinct, in rising order, and blind to typography', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const set = shingles(text)
        expect([...set]).toEqual([...new Set(set)].toSorted((a, b) => a - b))
        expect(shingles(`\u200b${text.replaceAll(' ', '\u00a0 ')}`)).toEqual(set)
      }),
    )
  })

  it('equal sets have equal signatures, whose bands meet', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(signatureOf(shingles(text))).toEqual(signatureOf(shingles(text)))
        expect(estimatedLikeness(signatureOf(shingles(text)), signatureOf(shingles(text)))).toBe(1)
      }),
    )
  })

  it('what differs rebuilds both sides', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const diff = differencesOf(one, other)
        const side = (op: string): string =>
          diff.map((each) => (each.op === 'equal' || each.op === op ? each.text : '')).join('')
        expect([side('delete'), side('insert')]).toEqual([one, other])
      }),
    )
  })
})

describe('what differs', () => {
  it('is told by words, within the paragraphs that differ', () => {
    const copy = paragraphs
      .slice(1, -1)
      .map((each, at) => (at === 3 ? `${each} Not so.` : each))
      .join('\n')
    const diff = differencesOf(WIRE, copy)
    expect(diff.filter(({ op }) => op === 'insert').map(({ text }) => text.trim())).toEqual(['Not so.'])
    expect(diff.filter(({ op }) => op === 'delete').map(({ text }) => text.trim())).toEqual([
      paragraphs[0],
      paragraphs.at(-1),
    ])
  })

  it('is nothing between equal texts', () => {
    expect(differencesOf(WIRE, WIRE)).toEqual([{ op: 'equal', text: WIRE }])
  })

  it('is found in long texts too', () => {
    const long = Array.from({ length: 40 }, (_, at) => report(at)).join('\n')
    const diff = differencesOf(long, long.replace(report(20), report(20).replace(/\w+\.$/, 'elsewhere.')))
    expect(diff.filter(({ op }) => op !== 'equal')).toHaveLength(2)
  })
})
