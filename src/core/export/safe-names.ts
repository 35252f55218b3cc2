/** Bytes in UTF-8 that a name may have: file systems end at 255, and endings and numbers come to it. */
const LONGEST = 120

/** Names that Windows keeps for itself, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/**
 * A title as a name that every file system takes: no separators, no control or formatting
 * characters, nothing that a link in Markdown reads as its own, no dot or space at an end,
 * not too long. `otherwise` where nothing is left of it.
 */
export function safeName(title: string, otherwise: string): string {
  const plain = title
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*#^[\]%{}`$@;~'’&!=+,]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
  const name = shortened(plain.trim()).replaceAll(/^[. -]+|[. ]+$/gu, '')
  if (name === '') return otherwise
  return RESERVED.test(name) ? `_${name}` : name
}

function shortened(name: string): string {
  let bytes = 0
  let kept = ''
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > LONGEST) return kept
    kept += character
  }
  return kept
}

/** Gives names out, each once: also where a file system knows no capitals, or takes letters apart. */
export class SafeNames {
  readonly #taken = new Set<string>()

  /** A name for a title that no one has yet, numbered where it must be. */
  claim(title: string, otherwise: string): string {
    const wanted = safeName(title, otherwise)
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : `${wanted} ${String(number)}`
      const folded = name.normalize('NFKD').toLowerCase()
      if (this.#taken.has(folded)) continue
      this.#taken.add(folded)
      return name
    }
  }
}
