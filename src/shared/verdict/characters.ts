/** Character classes of quotations.md § 3, decided once, by code point. */

/** Soft hyphen, zero-width and bidirectional marks. Overrides (U+202D, U+202E) stay: they change what is seen. */
export function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202c) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x2069) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  )
}

export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

export function isLineBreak(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** Glyphs that serve as an apostrophe inside a word, and at its edge as a single quotation mark. */
export function isApostrophe(code: number): boolean {
  return (
    code === 0x27 ||
    code === 0x60 ||
    code === 0xb4 ||
    code === 0x2bb ||
    code === 0x2bc ||
    code === 0x2018 ||
    code === 0x2019 ||
    code === 0x201b ||
    code === 0x1fef ||
    code === 0x1ffd ||
    code === 0xff07 ||
    code === 0xff40
  )
}

/** Quotation marks that never stand inside a word. */
export function isQuotationMark(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0xab ||
    code === 0xbb ||
    code === 0x201a ||
    (code >= 0x201c && code <= 0x201f) ||
    code === 0x2039 ||
    code === 0x203a ||
    (code >= 0x300c && code <= 0x300f) ||
    (code >= 0x301d && code <= 0x301f) ||
    (code >= 0xfe41 && code <= 0xfe44) ||
    code === 0xff02 ||
    code === 0xff62 ||
    code === 0xff63
  )
}

/** En and em dash and their like, around which spacing is free. */
export function isLongDash(code: number): boolean {
  return (code >= 0x2013 && code <= 0x2015) || code === 0xfe31 || code === 0xfe32 || code === 0xfe58
}

/** Hyphens, the Armenian and the Hebrew one too, the minus sign and the figure dash. */
export function isHyphen(code: number): boolean {
  return (
    code === 0x2d ||
    code === 0x58a ||
    code === 0x5be ||
    (code >= 0x2010 && code <= 0x2012) ||
    code === 0x2043 ||
    code === 0x2212 ||
    code === 0xfe63 ||
    code === 0xff0d
  )
}

/** Arabic vowel marks and tatweel; hamza and madda (U+0653–0655) make letters and stay. */
export function isArabicMark(code: number): boolean {
  return (
    code === 0x640 ||
    (code >= 0x64b && code <= 0x652) ||
    (code >= 0x656 && code <= 0x65f) ||
    code === 0x670 ||
    (code >= 0x6d6 && code <= 0x6dc) ||
    (code >= 0x6df && code <= 0x6e8 && code !== 0x6e5 && code !== 0x6e6) ||
    (code >= 0x6ea && code <= 0x6ed) ||
    (code >= 0xfc5e && code <= 0xfc63) ||
    (code >= 0xfcf2 && code <= 0xfcf4) ||
    (code >= 0xfe70 && code <= 0xfe7f)
  )
}

export function isArabicPresentation(code: number): boolean {
  return (code >= 0xfb50 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc)
}

/**
 * Code points whose compatibility form is only another look: ligatures,
 * digraphs, full- and half-width letters, presentation forms. Superscripts,
 * fractions and enclosed letters are not: 10² is not 102.
 */
export function hasCompatibilityForm(code: number): boolean {
  return (
    code === 0x132 ||
    code === 0x133 ||
    (code >= 0x1c4 && code <= 0x1cc) ||
    (code >= 0x1f1 && code <= 0x1f3) ||
    (code >= 0xfb00 && code <= 0xfb4f) ||
    isArabicPresentation(code) ||
    (code >= 0xfe10 && code <= 0xfe18) ||
    (code >= 0xfe33 && code <= 0xfe6b && code !== 0xfe52) ||
    (code >= 0xff01 && code <= 0xffdc && code !== 0xff0e)
  )
}

const MARK = /^\p{M}$/u

export function isCombining(code: number): boolean {
  return code >= 0x300 && MARK.test(String.fromCodePoint(code))
}

/** Conjoining Hangul and the vowels of Kirat Rai, which compose although none of them is a mark. */
export function isConjoining(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0xa960 && code <= 0xa97c) ||
    (code >= 0xd7b0 && code <= 0xd7fb) ||
    code === 0x16d63 ||
    (code >= 0x16d67 && code <= 0x16d6a)
  )
}

const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u3005-\u3007\u30fc]$/u

/** A character of a script written without spaces: each is a word of its own. */
export function isUnspaced(code: number): boolean {
  return code >= 0xe00 && UNSPACED.test(String.fromCodePoint(code))
}

const HAN_OR_KANA =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u3007\u300c-\u300f\u30fc\uff01-\uff0f]$/u

/** Where a line break between two of these is no space. */
export function isHanOrKana(code: number): boolean {
  return code >= 0x2e80 && HAN_OR_KANA.test(String.fromCodePoint(code))
}

const WORD = /^[\p{L}\p{M}\p{N}]$/u
const DIGIT = /^\p{Nd}$/u

export function isWordCharacter(code: number): boolean {
  if (code < 0x80) return isAsciiLetter(code) || (code >= 0x30 && code <= 0x39)
  return WORD.test(String.fromCodePoint(code))
}

export function isDigit(code: number): boolean {
  if (code < 0x80) return code >= 0x30 && code <= 0x39
  return DIGIT.test(String.fromCodePoint(code))
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}
