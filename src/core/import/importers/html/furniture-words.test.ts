import { describe, expect, it } from 'vitest'
import { isCredited, isFurnitureLine } from './furniture-words.ts'

describe('a line of furniture', () => {
  it.each([
    'Read more: The harbour wall will cost twice as much',
    'Lire aussi : Les critiques de la CNIL',
    'Sign up for our daily newsletter',
    'Share Tweet Submit 12',
    'Advertisement',
    'Post Comment (+)',
    'Image 1 of / 13',
    'Copyright © 2019 Press TV. All rights reserved.',
    '(Reporting by A. Marrow; Editing by B. Quay)',
    'PUBLISHED: 10:48, Tue, Nov 19, 2019',
    'Tempo de leitura: 1 minuto',
    'Reach the reporter on Twitter at http://example.org/a',
  ])('is %j', (text) => {
    expect(isFurnitureLine(text)).toBe(true)
  })

  it.each([
    'The board shared its plan on Thursday.',
    'Share of the vote',
    'Related to this is the question of who pays for the wall.',
    'More than 40 berths stay open, the board said.',
    'Watch the birds',
    'Highlights of the survey',
    'See also',
    'They follow us everywhere, she told the inquiry.',
    'Copyrights were at the heart of the dispute.',
    'Advertisement spending fell by a tenth.',
    '“Subscribe to nothing,” he said.',
    '1984',
    `© Provided by the Courier ${'The board shocked the harbour when it said that the quay stays open. '.repeat(4)}`,
  ])('is not %j', (text) => {
    expect(isFurnitureLine(text)).toBe(false)
  })

  it.each([
    'share '.repeat(66),
    '('.repeat(399),
    'read more '.repeat(39),
    'a/'.repeat(199),
    'Credit: A '.repeat(29),
  ])('is told in no time, whatever the bait: %#', (text) => {
    const started = performance.now()
    isFurnitureLine(`${text}!`)
    isCredited(`${text}!`)
    expect(performance.now() - started).toBeLessThan(100)
  })
})
