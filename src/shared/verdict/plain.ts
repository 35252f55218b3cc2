import { isArabicMark, isInvisible } from './characters.ts'

const UNSEEN =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff\u0640]|[\u064b-\u06ed]/

/**
 * A text as lists of words are written: letters composed, nothing unseen between them, no Arabic vowel marks. A word
 * divided by a soft hyphen or stretched by a tatweel means what it means. Offsets are lost.
 */
export function plainText(text: string): string {
  const seen = UNSEEN.test(text)
    ? [...text]
        .filter((c) => !isInvisible(c.codePointAt(0) ?? 0) && !isArabicMark(c.codePointAt(0) ?? 0))
        .join('')
    : text
  return seen.normalize('NFC')
}
