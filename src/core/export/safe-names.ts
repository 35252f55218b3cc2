import { fileName, foldedName } from '../../shared/file-name.ts'

/** `fileName` without anything that a link in Markdown reads as its own. */
export const safeName = (title: string, otherwise: string): string =>
  fileName(title.normalize('NFC').replaceAll(/[#^[\]%{}`$@;~'’&!=+,]+/gu, ' '), otherwise)

/** Gives names out, each once: also where a file system knows no capitals, or takes letters apart. */
export class SafeNames {
  readonly #taken = new Set<string>()

  /** A name for a title that no one has yet, numbered where it must be. */
  claim(title: string, otherwise: string): string {
    const wanted = safeName(title, otherwise)
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : `${wanted} ${String(number)}`
      const folded = foldedName(name)
      if (this.#taken.has(folded)) continue
      this.#taken.add(folded)
      return name
    }
  }
}
