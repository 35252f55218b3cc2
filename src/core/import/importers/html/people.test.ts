import { describe, expect, it } from 'vitest'
import { peopleIn } from './people.ts'

describe('the people in what a page’s data say of its author', () => {
  it.each([
    [['Ilse Marrow and Jan Quay, Special to The Courier'], ['Ilse Marrow', 'Jan Quay']],
    [['Ilse Marrow Special to The Courier'], ['Ilse Marrow']],
    [['Ilse Marrow for The Courier'], ['Ilse Marrow']],
    [['Ilse Marrow | Harbour Media for Courier.com'], ['Ilse Marrow']],
    [['Ilse Marrow, Vice President, Quay Corp, and Jan Quay, PhD'], ['Ilse Marrow', 'Jan Quay']],
    [['Ilse Marrow, MS, RD'], ['Ilse Marrow']],
    [['By Ilse Marrow. Photographs by Jan Quay'], ['Ilse Marrow']],
    [['Ilse Marrow; photos: Jan Quay'], ['Ilse Marrow']],
    [['Analysis by Ilse Marrow'], ['Ilse Marrow']],
    [['Von Ilse Marrow und Jan Quay'], ['Ilse Marrow', 'Jan Quay']],
    [['Por Ilse Marrow y Jan Quay'], ['Ilse Marrow', 'Jan Quay']],
    [['José Ortega y Gasset'], ['José Ortega y Gasset']],
    [['Par Ilse Marrow et Jan Quay'], ['Ilse Marrow', 'Jan Quay']],
    [['Текст: Венера Ерофеева'], ['Венера Ерофеева']],
    [['作者：王小明'], ['王小明']],
    [['Jan Quay Associated Press'], ['Jan Quay']],
    [['Jan Quay The Courier'], ['Jan Quay']],
    [['Jan Quay', 'The Courier', 'courier.com'], ['Jan Quay']],
    [['Jan Quay', 'Reuters'], ['Jan Quay']],
    [['Reuters'], ['Reuters']],
    [['Courier.com'], []],
    [['Courier News Bureau'], []],
    [['Science X staff'], []],
    [['Editorial'], []],
    [['Organisation for Quays'], ['Organisation for Quays']],
    [['https://ex.org/authors/ilse'], []],
    [['@ilse'], []],
    [['harbour_watch'], ['harbour_watch']],
  ])('of %j are %j', (values, people) => {
    expect(peopleIn(values, ['The Courier', 'courier.com'])).toEqual(people)
  })

  it('are read in no time from a very long value', () => {
    const started = performance.now()
    peopleIn([', and '.repeat(100_000), 'for The '.repeat(100_000), ' photos'.repeat(100_000)], ['A'])
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
