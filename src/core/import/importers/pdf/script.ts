/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Letters between which no space is written, so that a gap or a line's end is none. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u
const LEFT_TO_RIGHT = /[\p{L}\p{N}]/u

export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)
export const isUnspaced = (text: string): boolean => UNSPACED.test(text)

/** Most of the words that have a direction are so. */
export function isMostlyRightToLeft(words: readonly string[]): boolean {
  const rtl = words.filter(isRightToLeft).length
  return rtl > 0 && rtl * 2 >= words.filter((word) => /\p{L}/u.test(word)).length
}

/** `number` for digits, which run left to right within right-to-left words, `none` for punctuation. */
export function directionOf(text: string): 'ltr' | 'rtl' | 'number' | 'none' {
  if (isRightToLeft(text)) return 'rtl'
  if (/\p{N}/u.test(text)) return 'number'
  return LEFT_TO_RIGHT.test(text) ? 'ltr' : 'none'
}

const PRESENTED = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdfd\ufe10-\ufe19\ufe30-\ufe48\ufe70-\ufefc]/u

/** Letters in place of the forms that a font has of them: ﬁ is fi. What is no character is left out. */
export const lettersOf = (text: string): string => (/^[ -~]+$/.test(text) ? text : withoutForms(text))

const withoutForms = (text: string): string =>
  (PRESENTED.test(text) ? text.normalize('NFKC') : text)
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/[\p{Cc}\ufeff\ufffe\uffff]/gu, '')
