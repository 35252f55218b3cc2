/** Bytes in UTF-8 that a name may have: file systems end at 255, and endings and numbers come to it. */
const LONGEST = 120

/** Names that Windows keeps for itself, with any ending. */
const RESERVED =
  /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d\u00B9\u00B2\u00B3]|lpt[\d\u00B9\u00B2\u00B3]) *(?:\.|$)/iu

/**
 * A title as a name that every file system takes: no separators, no control or formatting
 * characters (a mark of direction could show another ending than the file has), no dot or
 * space at an end, not too long. `otherwise` where nothing is left of it.
 */
export function fileName(title: string, otherwise: string): string {
  const plain = title
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
  const name = shortened(plain.trim()).replaceAll(/^[. -]+|[. ]+$/gu, '')
  if (name === '') return otherwise
  return RESERVED.test(name) ? `_${name}` : name
}

/** The same for names that are one on some file system: it knows no capitals, or takes letters apart. */
export const foldedName = (name: string): string => name.normalize('NFKD').toUpperCase().toLowerCase()

function shortened(name: string): string {
  let bytes = 0
  let kept = ''
  for (const character of name) {
    bytes += bytesIn(character.codePointAt(0) ?? 0)
    if (bytes > LONGEST) return kept
    kept += character
  }
  return kept
}

function bytesIn(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
