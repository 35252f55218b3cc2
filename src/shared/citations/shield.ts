/**
 * The processor reads markup and quotation marks in the texts that it is given.
 * A library's titles are plain text, in which `<i>` is four characters, and the
 * words around a citation are the author's own: what it would touch goes through
 * it as private characters and comes back as it was.
 */

const MARKUP = '<>'
const TOUCHED = `<>"'“”‘’«»‹›„‚`
const BASE = 0xf8d0
const PRIVATE = /[\uF8D0-\uF8DF]/gu

const shielded = (text: string, touched: string): string =>
  Array.from(text.replaceAll(PRIVATE, ''), (character) =>
    touched.includes(character) ? String.fromCharCode(BASE + TOUCHED.indexOf(character)) : character,
  ).join('')

/** A fact, in which nothing is markup. */
export const asFact = (text: string): string => shielded(text, MARKUP)

/** An author's words, of which nothing may change. */
export const asWords = (text: string): string => shielded(text, TOUCHED)

/** Takes the shield off again. */
export const unshielded = (text: string): string =>
  text.replaceAll(PRIVATE, (character) => TOUCHED.charAt(character.charCodeAt(0) - BASE))
