import type { ExportWarning } from './evidence.ts'

/** Replaces characters that a format cannot hold, and remembers which. */
export class Unholdable {
  readonly #pattern: RegExp
  readonly #found = new Set<string>()

  /** `pattern` finds such a character; with the flags `gu`. */
  constructor(pattern: RegExp) {
    this.#pattern = pattern
  }

  readonly fit = (text: string): string =>
    text.replace(this.#pattern, (character) => {
      this.#found.add(character)
      return '\uFFFD'
    })

  /** `what` names the file: “The page”. */
  warnings(what: string): readonly ExportWarning[] {
    if (this.#found.size === 0) return []
    const message = `${what} shows \uFFFD in place of characters that it cannot hold: ${namedList(this.#found)}.`
    return [{ code: 'characters-replaced', message }]
  }
}

const NAMED = 12

/** `漢 (U+6F22), U+0001 and 3 more` */
export function namedList(characters: ReadonlySet<string>): string {
  const named = [...characters].slice(0, NAMED).map((character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `${character} (${code})` : code
  })
  const more = characters.size - named.length
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '')
}
