import { describe, expect, it } from 'vitest'
import { linked, passageOf, shelfOf, witnessOf } from './fixtures/shelf.ts'
import { judgeLinked } from './linked.ts'

const text =
  'The board met on Monday.\n“We would not improve the quay at the expense of the fleet,” Teague said. “All 43 berths stay open.”\nNobody answered the illegally installed clerk.'
const witness = witnessOf('marrow2024port', text)
const other = witnessOf(
  'other2024',
  'In another town they said that the wall was quite safe until the spring.',
)
const exact = 'We would not improve the quay at the expense of the fleet'
const shelf = shelfOf(witness, other)
const passage = passageOf(witness, exact)

describe('judgeLinked', () => {
  it.each([
    [exact, 'verbatim'],
    ['improve the quay at the expense of the fleet', 'verbatim'],
    ['We would not improve the quay at the expense of the\u00a0fleet', 'normalised'],
    ['We would not improve the quay […] of the fleet', 'marked'],
    ['We would improve the quay at the expense of the fleet', 'altered'],
    ['All 43 berths stay open', 'altered'],
    ['the wall was quite safe until the spring', 'misattributed'],
    ['something wholly different and never said', 'altered'],
    ['We', 'verbatim'],
  ])('finds %s to be %s', (shown, verdict) => {
    expect(judgeLinked(linked(shown), passage, shelf).verdict).toBe(verdict)
  })
  it('rebuilds the whole passage in the diff of other words', () => {
    const { diff } = judgeLinked(linked('something wholly different'), passage, shelf)
    expect(
      diff
        .filter((o) => o.op !== 'insert')
        .map((o) => o.text)
        .join(''),
    ).toBe(exact)
  })
  it('names the other place in the source', () => {
    const row = judgeLinked(linked('All 43 berths stay open'), passage, shelf)
    expect(row.found.map((f) => f.text)).toContain('All 43 berths stay open')
  })
  it('warns of a negation that the run leaves out', () => {
    const row = judgeLinked(linked('improve the quay at the expense of the fleet'), passage, shelf)
    expect(row.warnings.map((w) => w.code)).toContain('negation')
  })
  it('is orphaned without a passage', () =>
    expect(judgeLinked(linked(exact), null, shelf).verdict).toBe('orphaned'))
  it('does not judge a translation', () => {
    const link = { annotation: 'an_1', version: null, translation: true }
    expect(judgeLinked(linked('Wir würden nicht', { link }), passage, shelf).verdict).toBe('translated')
  })
  it('does not let a passage that cuts a word pass', () => {
    const cut = passageOf(witness, 'legally installed clerk')
    expect(judgeLinked(linked('legally installed clerk'), cut, shelf).verdict).toBe('altered')
  })
  it('lets nothing between two segments go unmarked', () => {
    const one = text.indexOf('We would not')
    const two = text.indexOf('All 43')
    const segments = [
      { start: one, end: one + exact.length },
      { start: two, end: two + 'All 43 berths stay open'.length },
    ]
    const joined = { ...passage, segments }
    const verdict = (shown: string): string => judgeLinked(linked(shown), joined, shelf).verdict
    expect(verdict('at the expense of the fleet All 43 berths stay open')).toBe('altered')
    expect(verdict('at the expense of the fleet,” Teague said. “All 43 berths stay open')).toBe('altered')
    expect(verdict('at the expense of the fleet […] All 43 berths stay open')).toBe('marked')
    expect(verdict('All 43 berths stay open')).toBe('verbatim')
  })
  it('warns of an older version', () => {
    const old = { ...passage, witness: { ...witness, current: false } }
    expect(judgeLinked(linked(exact), old, shelf).warnings.map((w) => w.code)).toContain('older-version')
  })
  it('warns when the draft names another speaker', () => {
    const spoken = { ...passage, speaker: { name: 'Odran Teague', aliases: ['the chair'] } }
    const codes = (name: string): readonly string[] =>
      judgeLinked(linked(exact, { speakers: [name] }), spoken, shelf).warnings.map((w) => w.code)
    expect(codes('Wanda Kjær')).toContain('speaker-mismatch')
    expect(codes('Teague')).not.toContain('speaker-mismatch')
    expect(codes('The chair')).not.toContain('speaker-mismatch')
  })
})
