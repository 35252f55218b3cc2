import type { Hit } from './find.ts'

/** What a regular expression found, and what is to stand in its place. */
export interface PatternHit extends Hit {
  readonly put: string
}

export interface Pattern {
  readonly source: string
  /** Whether capitals matter. */
  readonly caseful: boolean
}

/** Null for what is no regular expression. `^` and `$` are the ends of a paragraph. */
export function compiled({ source, caseful }: Pattern): RegExp | null {
  try {
    return new RegExp(source, caseful ? 'gmu' : 'gimu')
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * Where a regular expression finds something, in order, at most `most`; places without a character are passed over.
 * `template` may name what was found: `$&`, `$1`, `$<name>`, `$$`. It may take without end: call it where it can be
 * ended from outside.
 */
export function patternHits(
  text: string,
  regex: RegExp,
  template: string,
  most: number,
): readonly PatternHit[] {
  const hits: PatternHit[] = []
  for (const match of text.matchAll(regex)) {
    if (match[0] === '') continue
    hits.push({ start: match.index, end: match.index + match[0].length, put: filledIn(template, match) })
    if (hits.length === most) break
  }
  return hits
}

const NAMED = /\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/g

/** A number that names no group stands as it is written. */
const filledIn = (template: string, match: RegExpMatchArray): string =>
  template.replaceAll(NAMED, (whole, dollar?: string, all?: string, group?: string, name?: string) => {
    if (dollar !== undefined) return '$'
    if (all !== undefined) return match[0]
    if (group !== undefined) return grouped(match, group) ?? whole
    return name === undefined || match.groups === undefined ? whole : (match.groups[name] ?? '')
  })

/** Of two figures the first alone where there are not so many groups. */
function grouped(match: RegExpMatchArray, figures: string): string | null {
  const number = Number(figures)
  if (number > 0 && number < match.length) return match[number] ?? ''
  const first = Number(figures.slice(0, 1))
  if (figures.length === 1 || first === 0 || first >= match.length) return null
  return (match[first] ?? '') + figures.slice(1)
}
