import { eld } from 'eld/small'

const SAMPLE = 20_000

/**
 * The language of an article as a BCP 47 tag: what the page declares, unless
 * its words are surely in another one; null when neither tells.
 */
export function languageOf(text: string, declared: string | null): string | null {
  const tag = canonicalTag(declared)
  const sample = text.slice(0, SAMPLE)
  const guess = eld.detect(sample)
  const sure = guess.language !== '' && guess.isReliable() && !isShort(sample)
  const detected = sure ? guess.language : null
  if (tag === null) return detected
  return detected === null || samePrimary(tag, detected) ? tag : detected
}

/** A few words in Latin letters could be in many languages. */
const isShort = (text: string): boolean =>
  !/[^\p{scx=Latin}\P{L}]/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) < 30

/** A declared language as a canonical BCP 47 tag, or null for nonsense and "undetermined". */
export function canonicalTag(declared: string | null): string | null {
  if (declared === null) return null
  try {
    const [tag] = Intl.getCanonicalLocales(declared.trim().replaceAll('_', '-'))
    return tag === undefined || /^(?:und|mul|zxx|mis)\b/.test(tag) ? null : tag
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Norwegian and Serbo-Croatian go by several codes; declared ones are finer than detected ones. */
const FAMILIES: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da'],
  ['sr', 'hr', 'bs', 'sh'],
  ['id', 'ms'],
]

function samePrimary(tag: string, other: string): boolean {
  const primary = tag.split('-')[0] ?? ''
  return primary === other || FAMILIES.some((family) => family.includes(primary) && family.includes(other))
}
