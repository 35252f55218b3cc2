/**
 * What a format of bibliographies has no field for, or would change, on one line that
 * stands in a field of its own: `type:article;tags:port=0Aharbour`. Other programs pass
 * over it. Its presence says that the entry's key is a citekey, and that nothing else is
 * to be guessed.
 */
export type ExactFacts = ReadonlyMap<string, string>

/** The field's name in BibTeX, and how its line begins elsewhere. */
export const EXACT_FIELD = 'verbatim'

/** Letters, digits and a few marks only: no format reads any of it as its own. */
export const writeExactFacts = (facts: ExactFacts): string =>
  [...facts].map(([name, value]) => `${name}:${written(value)}`).join(';')

export function readExactFacts(line: string): ExactFacts {
  return new Map(
    line.split(';').flatMap((part): [string, string][] => {
      const cut = part.indexOf(':')
      const value = cut < 0 ? null : read(part.slice(cut + 1))
      return value === null ? [] : [[part.slice(0, cut).trim(), value]]
    }),
  )
}

/** As in addresses, but for the percent sign, which begins a comment in TeX. */
const written = (value: string): string =>
  encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '\ufffd'))
    .replaceAll(/[~_'*!()]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '=')

function read(line: string): string | null {
  try {
    return decodeURIComponent(line.trim().replaceAll('=', '%'))
  } catch {
    // What somebody changed is passed over: the entry's own fields say the rest.
    return null
  }
}
