import { transliterate } from './transliterate.ts'

/** What a citekey is made of. `published` is an ISO 8601 date or null. */
export interface CitekeyFacts {
  readonly title: string
  readonly authors: readonly string[]
  readonly published: string | null
}

const STOP_WORDS = new Set(
  `a an the of in on at by for from to with and or but nor as is are was were be been being am do does did has have had
  will would can could shall should may might must not no this that these those it its he she they we you i his her
  their our your my into over under after before about against between than then how why what when where who which
  der die das den dem des ein eine einer eines einem einen und oder im am zum zur von mit auf für ist sind haben
  le la les un une des du de et ou en au aux est sont el los las una unos unas del y o es il lo gli uno e di dei da
  os um uma do dos na nas het een van voor op det en ett och av i и в на не с по для о об из к у за`.split(
    /\s+/u,
  ),
)
const NAME_SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|esq)\.?$/iu

/**
 * First author's family name, else the first significant word of the title; the
 * year, else `nd`; the next significant title word; all in ASCII lower case.
 */
export function citekeyFrom({ title, authors, published }: CitekeyFacts): string {
  const words = significantWords(title)
  const family = transliterate(familyName(authors[0] ?? ''))
  const year = /^\d{4}/.exec(published ?? '')?.[0] ?? 'nd'
  const [first, second] = family === '' ? words : [family, words[0]]
  return `${first ?? 'source'}${year}${second ?? ''}`
}

/** The citekey with a, b … z, aa … behind it when another source has it already. */
export function freeCitekey(citekey: string, taken: ReadonlySet<string>): string {
  if (!taken.has(citekey)) return citekey
  for (let number = 0; ; number += 1) {
    const candidate = citekey + lettersOf(number)
    if (!taken.has(candidate)) return candidate
  }
}

/** "Marrow" of "Ilse Marrow" and of "Marrow, Ilse". */
export function familyName(author: string): string {
  const comma = author.indexOf(',')
  if (comma > 0 && !NAME_SUFFIX.test(author.slice(comma + 1).trim())) return author.slice(0, comma)
  const words = author.replaceAll(',', ' ').split(/\s+/u)
  return words.filter((word) => !NAME_SUFFIX.test(word)).at(-1) ?? ''
}

function significantWords(title: string): string[] {
  const plain = title.normalize('NFC').replace(/['’´ʼ](?:s\b|(?=\p{L}))/gu, '')
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((word) => /\p{L}/u.test(word) && !STOP_WORDS.has(word.toLowerCase()))
    .map(transliterate)
    .filter((word) => word.length > 1)
}

function lettersOf(number: number): string {
  const rest = Math.floor(number / 26)
  const letter = String.fromCharCode(97 + (number % 26))
  return rest === 0 ? letter : lettersOf(rest - 1) + letter
}
