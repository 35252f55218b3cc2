import { expect, test } from 'vitest'
import { diffWords } from '../../../shared/verdict/diff.ts'
import { markedOf } from './marked.ts'

const SOURCE =
  'They consolidate around de facto leadership that is able and willing to engage in result-oriented discussions with Baku'

const of = (brief: string, source = SOURCE) => markedOf(diffWords(source, brief), source)

test('a word that was added or changed stands in brackets', () => {
  const brief = SOURCE.replace('around de', 'around a de').replace('result-oriented', 'results-oriented')
  expect(of(brief)).toEqual({
    kind: 'words',
    words: SOURCE.replace('around de', 'around [a] de').replace('result-oriented', '[results-oriented]'),
  })
})

test('words that were left out are an omission', () => {
  expect(of(SOURCE.replace('able and willing ', 'able '))).toMatchObject({ kind: 'words' })
})

test('a changed capital stands alone in brackets', () => {
  expect(of(SOURCE.replace('They', 'they'))).toEqual({
    kind: 'words',
    words: SOURCE.replace('They', '[t]hey'),
  })
})

test('a dropped negation is not mended by brackets', () => {
  const source = 'We would not improve the quay at the expense of the fleet'
  expect(of(source.replace('not ', ''), source)).toEqual({ kind: 'off', why: 'grave', grave: 'negation' })
})

test('a changed number is not mended by brackets', () => {
  const source = 'We counted 43 berths along the quay in March'
  expect(of(source.replace('43', '34'), source)).toEqual({ kind: 'off', why: 'grave', grave: 'number' })
})

test('words that are the same have nothing to mark', () => {
  expect(of(SOURCE)).toEqual({ kind: 'off', why: 'nothing' })
})
