import { leastShared, windowSize } from '../../shared/verdict/similar.ts'
import { mostInWindows, WORD_CODES, wordCodes, type CodedTexts } from '../../shared/verdict/word-codes.ts'
import type { VersionId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { listWordCodes } from '../db/text-words.ts'

/** A version that may have a passage like a quotation, and how many of its words a window of it shares at most. */
export interface ResemblingVersion {
  readonly version: VersionId
  readonly atMost: number
}

export type Resemblance = (keys: readonly string[]) => readonly ResemblingVersion[]

/**
 * Finds the versions of a library that may have a passage like some words, those that may share most first. The codes of
 * all texts are read once, when first asked; a version without any may share all.
 */
export function resemblance(reader: Reader): Resemblance {
  let library: Library | null = null
  return (keys) => {
    library ??= libraryOf(reader)
    const found = [
      ...resembling(keys, library),
      ...library.unknown.map((version) => ({ version, atMost: keys.length })),
    ]
    return found.toSorted((one, other) => other.atMost - one.atMost || (one.version < other.version ? -1 : 1))
  }
}

function resembling(keys: readonly string[], { versions, texts, frequency }: Library): ResemblingVersion[] {
  const size = windowSize(keys.length)
  const least = leastShared(keys.length)
  const telling = tellingKeys(keys, frequency, least)
  const leastTelling = least - (keys.length - telling.length)
  return [...mostInWindows(telling, size, texts)].flatMap((mostTelling, at) => {
    const version = versions[at]
    if (mostTelling < leastTelling || version === undefined) return []
    const [start, end] = [texts.starts[at] ?? 0, texts.starts[at + 1] ?? 0]
    const alone = { codes: texts.codes.subarray(start, end), starts: Uint32Array.of(0, end - start) }
    const atMost = mostInWindows(keys, size, alone)[0] ?? 0
    return atMost < least ? [] : [{ version, atMost }]
  })
}

interface Library {
  readonly versions: readonly VersionId[]
  readonly texts: CodedTexts
  /** Those of whose texts no codes are made yet. */
  readonly unknown: readonly VersionId[]
  /** How often each code stands in all texts. */
  readonly frequency: Uint32Array
}

function libraryOf(reader: Reader): Library {
  const all = listWordCodes(reader)
  const known = all.flatMap(({ version, codes }) => (codes === null ? [] : [{ version, codes }]))
  const starts = new Uint32Array(known.length + 1)
  for (const [at, each] of known.entries()) starts[at + 1] = (starts[at] ?? 0) + each.codes.length
  const codes = new Uint16Array(starts.at(-1) ?? 0)
  for (const [at, each] of known.entries()) codes.set(each.codes, starts[at] ?? 0)
  const frequency = new Uint32Array(WORD_CODES)
  for (const code of codes) frequency[code] = (frequency[code] ?? 0) + 1
  return {
    versions: known.map(({ version }) => version),
    texts: { codes, starts },
    unknown: all.filter((each) => each.codes === null).map(({ version }) => version),
    frequency,
  }
}

/**
 * The words without the commonest. Whatever lacks too many of these lacks too many of all, and that is soon seen, since
 * most words of a text are none of them; some of them must be wanted, or nothing is told.
 */
function tellingKeys(keys: readonly string[], frequency: Uint32Array, least: number): readonly string[] {
  const codes = wordCodes(keys)
  const commonest = keys
    .map((_, at) => ({ at, often: frequency[codes[at] ?? 0] ?? 0 }))
    .toSorted((one, other) => other.often - one.often)
    .slice(0, Math.max(0, least - LEAST_TELLING))
  const dropped = new Set(commonest.map(({ at }) => at))
  return keys.filter((_, at) => !dropped.has(at))
}

const LEAST_TELLING = 5
