import { findQuotations } from '../../shared/quotations/find.ts'
import type { MadeOf, Quotation, QuotationLink } from '../../shared/quotations/quotation.ts'
import { textDraft } from '../../shared/quotations/text-draft.ts'
import type { PinnedPassage, Shelf, Witness } from '../../shared/verdict/witness.ts'

/** Words that are shown in their surroundings, so that a reader sees what they are cut from: UTF-16 units. */
const SURROUNDED = 300

/**
 * Tells which quotations of a draft are none of its author's: what an export says it made of sources, and what is shown
 * to be so. Saying it is not enough: all else is judged as ever, wherever it stands.
 */
export class SourceMade {
  readonly #shelf: Shelf
  readonly #passageOf: (link: QuotationLink) => PinnedPassage | null
  /** What the draft quotes, without what it says is of sources. */
  readonly #quoted: readonly Quotation[]
  readonly #plain = new Map<Witness, string>()

  constructor(
    quotations: readonly Quotation[],
    shelf: Shelf,
    passageOf: (link: QuotationLink) => PinnedPassage | null,
  ) {
    this.#shelf = shelf
    this.#passageOf = passageOf
    this.#quoted = quotations.filter(({ madeOf }) => madeOf === undefined)
  }

  holds({ text, madeOf, state }: Quotation): boolean {
    if (madeOf === undefined) return false
    const sources = madeOf.citekeys.flatMap((citekey) => this.#shelf.cited(citekey))
    if (sources.some((source) => this.#isPassage(madeOf, source))) return true
    if (state === 'set-aside') return false
    return (
      this.#isQuoted(madeOf, sources) ||
      (state === 'closed' && sources.some((source) => isOfTitle(text, source)))
    )
  }

  /** The text of a source, letter for letter, from one mark of a cut to the other, long enough that nothing hides in it. */
  #isPassage({ words }: MadeOf, source: Witness): boolean {
    const plain = plainOf(words).replace(/^… ?/u, '').replace(/ ?…$/u, '')
    const text = this.#plain.get(source) ?? plainOf(source.text)
    this.#plain.set(source, text)
    return plain !== '' && (plain === text || (plain.length >= SURROUNDED && text.includes(plain)))
  }

  /** The words of a quotation that the draft has elsewhere, of the same source: they are judged there. */
  #isQuoted({ words }: MadeOf, sources: readonly Witness[]): boolean {
    const plain = plainOf(words)
    const keys = new Set(sources.map(({ citekey }) => citekey))
    return this.#quoted.some(
      (one) => plainOf(one.text) === plain && this.#keysOf(one).some((key) => keys.has(key)),
    )
  }

  #keysOf({ link, citation }: Quotation): readonly string[] {
    if (link === null) return citation?.items.map(({ citekey }) => citekey) ?? []
    const passage = this.#passageOf(link)
    return passage === null ? [] : [passage.witness.citekey]
  }
}

const plainOf = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/**
 * A source's title in a note or bibliography quotes nobody, nor do words that the title itself quotes; a style may
 * change its capitals and marks.
 */
function isOfTitle(text: string, { title }: Witness): boolean {
  const letters = lettersOf(text)
  return letters !== '' && wordsIn(title).includes(letters)
}

const wordsIn = (title: string): readonly string[] => [
  lettersOf(title),
  ...findQuotations(textDraft(title)).map(({ text }) => lettersOf(text)),
]

const lettersOf = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ')
