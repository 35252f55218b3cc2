/** A word whose spelling can be looked up: UTF-16 offsets, `end` exclusive; `word` with straight apostrophes. */
export interface SpelledWord {
  readonly start: number
  readonly end: number
  readonly word: string
}

/** Addresses, citekeys and what holds digits, underscores or slashes are no words of a language. */
const RUN = /[\p{L}\p{M}\p{N}_@#/\\.:'’·\u00AD-]+/gu
/** Joined by apostrophes, and by the Catalan point between two l. */
const WORD = /[\p{L}\p{M}\u00AD]+(?:['’·][\p{L}\p{M}\u00AD]+)*/gu
const NO_WORDS = /[@#_\\\p{N}]|\/\/|\.\p{L}|\p{L}\/|^www\./u
const APOSTROPHES = /’/g
const SOFT_HYPHENS = /\u00AD/g

/** The words of a text that a dictionary may know, in order. Words in capitals are names and shortenings. */
export function spelledWords(text: string): readonly SpelledWord[] {
  const words: SpelledWord[] = []
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (NO_WORDS.test(run)) continue
    for (const found of run.matchAll(WORD)) {
      const word = found[0].replaceAll(APOSTROPHES, "'").replaceAll(SOFT_HYPHENS, '')
      const start = index + found.index
      if (word.length > 1 && word !== word.toUpperCase())
        words.push({ start, end: start + found[0].length, word })
    }
  }
  return words
}
