/**
 * A text's words as short codes, one a word in order, so that a whole library can be looked through for the
 * places that are like a quotation. Equal words have equal codes; two words may share one, so a code only ever
 * narrows where to look: it never judges.
 */
export type WordCodes = Uint16Array

/** The number of the way codes are made: of words, fold and hash. Codes made otherwise are made anew. */
export const WORD_CODE_RULES = 1

const CODES = 0x1_0000

export const wordCodes = (keys: readonly string[]): WordCodes => Uint16Array.from(keys, codeOf)

/** FNV-1a over UTF-16 units, its halves folded together. */
function codeOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 16)) & 0xffff
}

/**
 * Tells how many of a quotation's words (with repetition) any window of so many words of a text holds at most:
 * never fewer than there are. Made once for a quotation and used for many texts.
 */
export function mostInWindow(keys: readonly string[], size: number): (codes: WordCodes) => number {
  const wanted = new Uint16Array(CODES)
  const seen = new Uint16Array(CODES)
  const codes = wordCodes(keys)
  for (const code of codes) wanted[code] = (wanted[code] ?? 0) + 1
  return (text) => {
    let held = 0
    let most = 0
    for (let end = 0; end < text.length; end += 1) {
      const leaves = end < size ? undefined : text[end - size]
      if (leaves !== undefined && (wanted[leaves] ?? 0) > 0) {
        const left = (seen[leaves] ?? 0) - 1
        seen[leaves] = left
        if (left < (wanted[leaves] ?? 0)) held -= 1
      }
      const comes = text[end] ?? 0
      if ((wanted[comes] ?? 0) === 0) continue
      if ((seen[comes] ?? 0) < (wanted[comes] ?? 0)) held += 1
      seen[comes] = (seen[comes] ?? 0) + 1
      if (held > most) most = held
    }
    for (const code of codes) seen[code] = 0
    return most
  }
}
