import { describe, expect, it } from 'vitest'
import { bylineOf } from './byline.ts'
import { datelineOf } from './dateline.ts'
import { dateIn } from './dates.ts'
import { languageOf } from './language.ts'
import { firstSentence } from './title.ts'

describe('a date', () => {
  it.each([
    ['14 March 2024', '2024-03-14'],
    ['March 14th, 2024 at 9:30', '2024-03-14'],
    ['2024-03-14T09:30:00Z', '2024-03-14'],
    ['20240314', '2024-03-14'],
    ['March 2024', '2024-03'],
    ['14 mars 2024', '2024-03-14'],
    ['14. März 2024', '2024-03-14'],
    ['14 de marzo de 2024', '2024-03-14'],
    ['14 марта 2024 г.', '2024-03-14'],
    ['2024年3月14日', '2024-03-14'],
    ['14.03.2024', '2024-03-14'],
    ['03/14/2024', '2024-03-14'],
    ['03/04/2024', null],
    ['30 February 2024', null],
    ['2024-13-01', null],
    ['2024', '2024'],
    ['no date', null],
  ])('in %j is %j', (text, date) => {
    expect(dateIn(text)).toBe(date)
  })
})

describe('a dateline', () => {
  it.each([
    ['ISLAMABAD: Pakistan', 'ISLAMABAD'],
    ['NEW YORK, March 14 (Reuters) - The', 'NEW YORK'],
    ['WASHINGTON (AP) — The', 'WASHINGTON'],
    ['LONDON/PARIS: The', 'LONDON/PARIS'],
    ['NOTE: this', null],
    ['THE HEADLINE IN CAPITALS: A STORY', null],
    ['The board: said', null],
    ['A: b', null],
    ['NATO said: yes', null],
  ])('of %j is %j', (text, place) => {
    expect(datelineOf(text)?.place ?? null).toBe(place)
  })
})

describe('a byline', () => {
  it.each([
    [
      'By Ilse Marrow, The Tidewater Courier, 14 March 2024',
      ['Ilse Marrow'],
      'The Tidewater Courier',
      '2024-03-14',
    ],
    ['By Ann Lee and Bo Ek', ['Ann Lee', 'Bo Ek'], null, null],
    ['By Ann Lee, Bo Ek and Cy Orr', ['Ann Lee', 'Bo Ek', 'Cy Orr'], null, null],
    ['By Ann Lee | Reuters | May 2, 2023', ['Ann Lee'], 'Reuters', '2023-05-02'],
    ['Von Karl-Heinz van der Berg', ['Karl-Heinz van der Berg'], null, null],
  ])('of %j', (line, authors, publication, published) => {
    expect(bylineOf(line)).toEqual({ authors, publication, published })
  })

  it.each(['By and large the harbour is open.', 'Words by Ann', 'By nightfall, the port was closed'])(
    'is not %j',
    (line) => {
      expect(bylineOf(line)).toBeNull()
    },
  )
})

describe('a first sentence', () => {
  it.each([
    ['Dr. Lee of the U.S. Navy spoke. More.', 'Dr. Lee of the U.S. Navy spoke.'],
    ['It fell 2.5 per cent. More.', 'It fell 2.5 per cent.'],
    ['“It is so.” He left.', '“It is so.”'],
    ['没有问题。还有。', '没有问题。'],
    ['No stop', 'No stop'],
  ])('of %j is %j', (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence)
  })
})

describe('a language', () => {
  const german =
    'Der Hafenvorstand wird den nördlichen Kai nicht vor dem Ende der Saison schließen, sagte die Vorsitzende.'
  it('is what the words are in, finer where the page says so', () => {
    expect(languageOf(german, null)).toBe('de')
    expect(languageOf(german, 'de_AT')).toBe('de-AT')
    expect(languageOf(german, 'en')).toBe('de')
    expect(languageOf('x', 'not a tag')).toBeNull()
    expect(languageOf('Hello world', null)).toBeNull()
    expect(languageOf('新华社北京电', null)).toBe('zh')
  })
})
