import type { Direction, Script, Voice } from './typst-data.ts'

const SCRIPTS: Readonly<Record<string, Script>> = {
  zh: 'hans',
  yue: 'hans',
  ja: 'jpan',
  ko: 'kore',
  ar: 'arab',
  fa: 'arab',
  ur: 'arab',
  ps: 'arab',
  sd: 'arab',
  ug: 'arab',
  ckb: 'arab',
}
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'ps', 'sd', 'ug', 'ckb', 'he', 'yi', 'dv', 'syr'])

/** The voice of a language tag (BCP 47); null for none or for what is no tag. */
export function voiceOf(language: string | null): Voice | null {
  const parts = /^([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}))?(?![a-z])/i.exec(language ?? '')
  if (parts?.[1] === undefined) return null
  const lang = parts[1].toLowerCase()
  return { script: SCRIPTS[lang] ?? 'latn', lang, region: parts[2]?.toUpperCase() ?? null }
}

const OWN_FONTS = /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const HAS_HAN: ReadonlySet<Script | undefined> = new Set<Script>(['hans', 'jpan', 'kore'])

/**
 * The voice that a text's own letters ask for; null where any serves, or that of `around` does: Chinese
 * characters alone are no sign of Chinese in a Japanese or Korean text.
 */
export function voiceOfText(text: string, around: Voice | null = null): Voice | null {
  if (!OWN_FONTS.test(text)) return null
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(/\p{Script=Hangul}/gu)
  const han = count(/\p{Script=Han}/gu)
  const arabic = count(/\p{Script=Arabic}/gu)
  const half = count(/\p{L}/gu) / 2
  if (arabic > half) return { script: 'arab', lang: 'ar', region: null }
  if (kana + han > half && kana > 0) return { script: 'jpan', lang: 'ja', region: null }
  if (hangul + han > half && hangul > 0) return { script: 'kore', lang: 'ko', region: null }
  if (han > half && !HAS_HAN.has(around?.script)) return { script: 'hans', lang: 'zh', region: null }
  return null
}

const STRONG = /[\p{L}\p{Nl}]/u
const STRONG_RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** The direction of the first letter that has one (Unicode bidirectional algorithm, rules P2 and P3); null for none. */
export function directionOfText(text: string): Direction | null {
  const letter = STRONG.exec(text)
  if (letter === null) return null
  return STRONG_RIGHT_TO_LEFT.test(letter[0]) ? 'rtl' : 'ltr'
}

/** Whether some letter runs against a direction. */
export const runsAgainst = (text: string, direction: Direction): boolean =>
  direction === 'ltr'
    ? STRONG_RIGHT_TO_LEFT.test(text)
    : /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(text)

export function directionOf(language: string | null): Direction | null {
  const voice = voiceOf(language)
  if (voice === null) return null
  return RIGHT_TO_LEFT.has(voice.lang) ? 'rtl' : 'ltr'
}
