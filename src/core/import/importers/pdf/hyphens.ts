import type { Line } from './lines.ts'

/** What becomes of a hyphen at a line's end; `unsure` is kept and marked. */
export type LineEnd = 'joined' | 'kept' | 'unsure'

/**
 * Follows a hyphen of which the page alone does not tell whether it is the word's
 * own: invisible, and read both ways when a quotation is checked.
 */
export const UNSURE = '\u00ad'

/** First parts that keep their hyphen before a word: well-known, self-made. */
const COMPOUND_FIRSTS = new Set(
  'self well ill so long short high low half full part single double multi two three four five large small cross hard soft far near old new much ever all one best better good early late mid ex anglo vice'.split(
    ' ',
  ),
)
/** They do so in some words, and in others are written together. */
const PREFIXES = new Set(
  'non anti co pre post pro re semi sub super ultra over under out inter counter'.split(' '),
)
/** First parts of words that are written together. */
const CLOSED_FIRSTS = new Set(
  'some any every no with there here how what where who when which how never more further mean news day night work home house land under over out up down back fore after water head hand foot book'.split(
    ' ',
  ),
)
const SUFFIX =
  /^(?:abl[ey]|ibl[ey]|al|ally|ance|ances|ancy|ary|ate|ated|ates|ed|ence|ences|ency|ent|er|ers|est|ful|fully|hood|ic|ical|ing|ings|ion|ions|ish|ism|ist|ists|ity|ities|ive|ize|ized|ise|ised|less|ly|ment|ments|ness|or|ors|ous|ship|ships|some|tion|tions|sion|sions|ward|wards|wise|y)$/
/** Languages that write their compounds together. */
const CLOSED_LANGUAGES = /^(?:de|nl|sv|da|no|nb|nn|fi|is|hu|et)\b/

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‐’'][\p{L}\p{M}\p{N}]+)*/gu

/** Tells, from the words that a document has inside its lines, how those that it divides at line ends are written. */
export class Hyphens {
  readonly #known = new Map<string, number>()
  readonly #closed: boolean

  constructor(lines: Iterable<Line>, language: string | null) {
    this.#closed = CLOSED_LANGUAGES.test(language ?? '')
    for (const { words } of lines) {
      words.forEach(({ text }, index) => {
        const divided = index === words.length - 1 && /[-‐\u00ad]$/u.test(text)
        if (!divided) this.#learn(text)
      })
    }
  }

  #learn(text: string): void {
    for (const [word] of text.toLowerCase().matchAll(WORD)) {
      this.#add(word.replaceAll('‐', '-'))
      const parts = word.split(/[-‐]/)
      if (parts.length > 1) for (const part of parts) this.#add(part)
    }
  }

  #add(word: string): void {
    this.#known.set(word, (this.#known.get(word) ?? 0) + 1)
  }

  #count(word: string): number {
    return this.#known.get(word) ?? 0
  }

  /** `before` ends in a hyphen, which is the last of its line; `after` begins the next one. */
  decide(before: string, after: string): LineEnd {
    const first = /([\p{L}\p{M}\p{N}]+)[-‐\u00ad]$/u.exec(before)?.[1] ?? ''
    const second = /^[\p{L}\p{M}\p{N}]+/u.exec(after)?.[0] ?? ''
    if (/\p{N}$/u.test(first) || /^\p{N}/u.test(second) || /:\/\/|@|^www\./.test(before)) return 'kept'
    const one = first.toLowerCase()
    const two = second.toLowerCase()
    const whole = this.#count(one + two)
    const parted = this.#count(`${one}-${two}`)
    if (whole !== parted) return whole > parted ? 'joined' : 'kept'
    if (/^\p{Lu}/u.test(second) && /\p{Ll}$/u.test(first)) return 'kept'
    return this.#guess(one, two)
  }

  /** The document does not tell. */
  #guess(first: string, second: string): LineEnd {
    if (SUFFIX.test(second) || CLOSED_FIRSTS.has(first)) return 'joined'
    if (COMPOUND_FIRSTS.has(first) && second.length > 3)
      return first === 'so' && second !== 'called' ? 'joined' : 'kept'
    if (this.#closed) return 'joined'
    if (PREFIXES.has(first) && this.#count(second) > 0) return 'unsure'
    return first.length > 3 && second.length > 3 && this.#count(first) > 0 ? 'unsure' : 'joined'
  }
}
