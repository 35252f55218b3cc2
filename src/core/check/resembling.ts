import { leastShared, windowSize } from '../../shared/verdict/similar.ts'
import { mostInWindow, type WordCodes } from '../../shared/verdict/word-codes.ts'
import type { VersionId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { listWordCodes } from '../db/text-words.ts'

/** A version that may have a passage like a quotation, and how many of its words a window of it shares at most. */
export interface ResemblingVersion {
  readonly version: VersionId
  readonly atMost: number
}

/**
 * Finds the versions of a library that may have a passage like some words, those that may share most first. The codes of
 * all texts are read once, when first asked; a version without any may share all.
 */
export function resemblance(reader: Reader): (keys: readonly string[]) => readonly ResemblingVersion[] {
  let library: readonly { readonly version: VersionId; readonly codes: WordCodes | null }[] | null = null
  return (keys) => {
    library ??= listWordCodes(reader)
    const least = leastShared(keys.length)
    const most = mostInWindow(keys, windowSize(keys.length))
    const byMost = new Map<number, VersionId[]>()
    for (const { version, codes } of library) {
      const atMost = codes === null ? keys.length : most(codes)
      if (atMost < least) continue
      const same = byMost.get(atMost)
      if (same === undefined) byMost.set(atMost, [version])
      else same.push(version)
    }
    return [...byMost]
      .toSorted(([one], [other]) => other - one)
      .flatMap(([atMost, versions]) => versions.map((version) => ({ version, atMost })))
  }
}
