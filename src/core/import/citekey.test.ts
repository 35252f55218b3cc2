import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citekeyFrom, familyName, freeCitekey } from './citekey.ts'

describe('a citekey', () => {
  it.each([
    ['Port authority denies closing the northern quay', ['Ilse Marrow'], '2024-03-14', 'marrow2024port'],
    ['Pakistan has condemned the so-called presidential elections', [], null, 'pakistanndcondemned'],
    ['The war of the worlds', ['Wells, H. G.'], '1898', 'wells1898war'],
    ['Übermut', ['Søren Łukaß'], '2020-01', 'lukass2020ubermut'],
    ['An offer', ['Wanda Kjær-Nováková', 'B'], null, 'kjaernovakovandoffer'],
    ['Война и мир', ['Лев Толстой'], '1869', 'tolstoi1869voina'],
    ['Azerbaijan’s separatists', ['Sammy Davis Jr.'], null, 'davisndazerbaijan'],
    ['43 berths stay', [], '2024', 'berths2024stay'],
    ['日本', ['王小明'], '2024', 'source2024'],
    ['', [], null, 'sourcend'],
  ])('of %j by %j in %j is %s', (title, authors, published, citekey) => {
    expect(citekeyFrom({ title, authors, published })).toBe(citekey)
  })

  it('gets a, b … when another source has it', () => {
    expect(freeCitekey('x', new Set())).toBe('x')
    expect(freeCitekey('x', new Set(['x']))).toBe('xa')
    expect(freeCitekey('x', new Set(['x', 'xa', 'xb']))).toBe('xc')
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `x${letter}`)
    expect(freeCitekey('x', new Set(['x', ...letters]))).toBe('xaa')
  })

  it('is ASCII lower case whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, author) => {
        expect(citekeyFrom({ title, authors: [author], published: null })).toMatch(/^[a-z0-9]+$/)
      }),
    )
  })
})

describe('a family name', () => {
  it.each([
    ['Ilse Marrow', 'Marrow'],
    ['Marrow, Ilse', 'Marrow'],
    ['Martin Luther King, Jr.', 'King'],
    ['Reuters', 'Reuters'],
  ])('of %j is %s', (author, family) => {
    expect(familyName(author)).toBe(family)
  })
})
