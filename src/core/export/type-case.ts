import type { ExportWarning } from './evidence.ts'
import type { Coverage, FamilyName } from './fonts.ts'
import { draws } from './fonts.ts'
import { privateName } from './font-name.ts'
import type { FontName, Script } from './typst-data.ts'
import { namedList } from './unholdable.ts'

export type Hand = Script | 'mono'

const LETTERS: readonly FamilyName[] = [
  'Noto Serif Hebrew',
  'Amiri',
  'Noto Sans Armenian',
  'Noto Sans Georgian',
  'Noto Serif Devanagari',
]
const LATIN: readonly FamilyName[] = ['Source Serif 4', 'Noto Serif']
const HAN: readonly FamilyName[] = ['Noto Sans SC', 'Noto Sans JP', 'NanumMyeongjo']
const REST: readonly FamilyName[] = ['Noto Emoji', 'Source Code Pro']

/** The families of each script, in the order in which they are tried. */
const CHAINS: Readonly<Record<Hand, readonly FamilyName[]>> = {
  latn: [...LATIN, ...LETTERS, ...HAN, ...REST],
  arab: ['Amiri', ...LATIN, ...LETTERS, ...HAN, ...REST],
  hans: ['Noto Sans SC', ...LATIN, ...LETTERS, ...HAN, ...REST],
  jpan: ['Noto Sans JP', ...LATIN, ...LETTERS, ...HAN, ...REST],
  kore: ['NanumMyeongjo', ...LATIN, ...LETTERS, ...HAN, ...REST],
  mono: ['Source Code Pro', ...LATIN, ...LETTERS, ...HAN, ...REST],
}

const LINE_SEPARATORS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029])
const REPLACEMENT = 0xfffd

/** Marks of direction: they print nothing but order what stands around them. */
const DIRECTION_MARK = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
/** Joiners and variation selectors: they shape the letters and signs beside them. */
const SHAPING = /\p{Join_Control}|\p{Variation_Selector}/u
const SHAPED =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Han}\p{Extended_Pictographic}\p{Regional_Indicator}]/u

/**
 * The type a brief is set from: takes each text before it is printed, remembers
 * which families it needs, and what it could not set as stored. Line separators
 * inside a text become spaces; control characters are left out; what no bundled
 * font can draw, and half of a surrogate pair, becomes U+FFFD. Characters that print
 * nothing (soft hyphen, zero-width space, byte order mark …) are left out in silence
 * unless they order or shape what stands beside them: some readers of PDF would show
 * them again at each letter that they once stood by.
 */
export class TypeCase {
  readonly #coverage: Coverage
  readonly #needed = new Set<FamilyName>(['Source Serif 4'])
  readonly #seen = new Map<string, number | null>()
  readonly #replaced = new Set<string>()
  readonly #leftOut = new Set<string>()

  constructor(coverage: Coverage) {
    this.#coverage = coverage
  }

  /** The text as it can be set by hand `hand`. */
  fit(text: string, hand: Hand): string {
    if (hand === 'latn' && /^[ -~]*$/.test(text)) return text
    let fitted = ''
    const shaped = SHAPED.test(text)
    for (const character of text) {
      if (!shaped && SHAPING.test(character)) continue
      const codePoint = this.#fitCharacter(character, hand)
      if (codePoint !== null) fitted += String.fromCodePoint(codePoint)
    }
    return fitted
  }

  /** The families that the texts given so far are set in. */
  needed(): ReadonlySet<FamilyName> {
    return this.#needed
  }

  /** Whether some of them draw Han, Kana or Hangul. */
  holdsEastern(): boolean {
    return HAN.some((family) => this.#needed.has(family))
  }

  /** The families of a script that are needed, under the names by which Typst knows them. */
  chain(hand: Hand): readonly FontName[] {
    const needed = CHAINS[hand].filter(
      (family, at, all) => this.#needed.has(family) && all.indexOf(family) === at,
    )
    if (hand === 'hans' || hand === 'jpan' || hand === 'kore')
      return [{ name: privateName('Source Serif 4'), covers: 'latin-in-cjk' }, ...needed.map(privateName)]
    return needed.map(privateName)
  }

  warnings(): readonly ExportWarning[] {
    const warnings: ExportWarning[] = []
    if (this.#replaced.size > 0)
      warnings.push({
        code: 'characters-replaced',
        message: `The PDF shows \uFFFD in place of characters that no bundled font has: ${namedList(this.#replaced)}.`,
      })
    if (this.#leftOut.size > 0)
      warnings.push({
        code: 'characters-left-out',
        message: `The PDF leaves out control characters, which cannot be printed: ${namedList(this.#leftOut)}.`,
      })
    return warnings
  }

  #fitCharacter(character: string, hand: Hand): number | null {
    const key = hand + character
    const known = this.#seen.get(key)
    if (known !== undefined) return known
    const fitted = this.#choose(character, hand)
    this.#seen.set(key, fitted)
    return fitted
  }

  #choose(character: string, hand: Hand): number | null {
    const codePoint = character.codePointAt(0) ?? REPLACEMENT
    if (LINE_SEPARATORS.has(codePoint)) return 0x20
    if (/^\p{Cc}$/u.test(character)) {
      this.#leftOut.add(character)
      return null
    }
    if (/^\p{Cs}$/u.test(character)) return this.#replace(character, hand)
    if (DIRECTION_MARK.test(character)) return codePoint
    if (/^\p{Default_Ignorable_Code_Point}$/u.test(character))
      return SHAPING.test(character) ? codePoint : null
    const family = CHAINS[hand].find((name) => draws(this.#coverage, name, codePoint))
    if (family !== undefined) {
      this.#needed.add(family)
      return codePoint
    }
    return /^\p{Zs}$/u.test(character) ? codePoint : this.#replace(character, hand)
  }

  #replace(character: string, hand: Hand): number {
    if (character !== '\uFFFD') this.#replaced.add(character)
    const family = CHAINS[hand].find((name) => draws(this.#coverage, name, REPLACEMENT))
    if (family !== undefined) this.#needed.add(family)
    return REPLACEMENT
  }
}
