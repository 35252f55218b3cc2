import { describe, expect, it } from 'vitest'
import { senseWords, type SenseCode } from './lexicon.ts'

describe('words that turn a sense', () => {
  it.each<[SenseCode, string, readonly string[]]>([
    ['condition', 'so\u00adfern es geht', ['sofern']],
    ['condition', 'до\u0301ма, если можно', ['если']],
    ['hedge', 'mo\u0308glicherweise', ['möglicherweise']],
    ['negation', 'لـن نبيع', ['لن']],
    ['negation', 'وَلَمْ نبع', ['ولم']],
    ['quantifier', '心配た\u3099け', ['だけ']],
    ['negation', 'le 7 mai', []],
    ['negation', 'non l’ho mai detto', ['non', 'mai']],
    ['condition', 'Une école à Paris', []],
    ['condition', 'à moins que', ['à moins']],
    ['condition', 's’il pleut', ["s'il"]],
    ['negation', 'Il n’est là', ["n'est"]],
  ])('%s in %s', (code, text, words) => {
    expect(senseWords(code, text)).toEqual(words)
  })

  it.each([
    ['Se chiude il forno, che è il cuore della piazza', ['se']],
    ['Se o governo não pagar, não há uma obra', ['se']],
    ['Se vende el piso de los padres en una calle', []],
    ['Le maire, qui se dit confiant, a vu le préfet et les élus', []],
  ])('se in %s', (text, words) => {
    expect(senseWords('condition', text)).toEqual(words)
  })
})
