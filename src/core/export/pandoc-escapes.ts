import type { Flavour } from './flavoured-text.ts'
import { OBJECT } from './flavoured-text.ts'

/** Addresses and titles have their own rules. */
const PLACES = ['autolink', 'destinationLiteral', 'destinationRaw', 'titleQuote', 'titleApostrophe'] as const

const inText = (character: string) => ({
  character,
  inConstruct: 'phrasing' as const,
  notInConstruct: [...PLACES],
})

/** What may number a list besides digits: `a.`, `iv)`, `#.`; a single capital wants two spaces after its stop. */
const NUMERAL = '(?:[a-z#]|[ivxlcdm]+|[IVXLCDM]{2,})'

/**
 * What `pandoc -f markdown` reads as more than CommonMark does: citations, mathematics, raised
 * and lowered words, attributes, TeX, typographic marks, lists by letters, line blocks, divs.
 */
export const PANDOC: Flavour = {
  unsafe: [
    ...[...'\\"\'@$^~{'].map(inText),
    { ...inText('-'), before: '-' },
    { ...inText('.'), before: '\\.', after: '\\.' },
    // It begins a definition, a div, or the caption of a table beside it.
    { atBreak: true, before: '(?:[Tt]able|TABLE)?', character: ':' },
    { atBreak: true, character: '|' },
    { atBreak: true, character: '+', after: '[-=:+]' },
    { atBreak: true, character: '-', after: '[+:|-]' },
    { atBreak: true, character: '(' },
    { atBreak: true, before: NUMERAL, character: '.', after: '(?:[ \\t\\r\\n]|$)' },
    { atBreak: true, before: '[A-Z]', character: '.', after: '(?:[ \\t]{2}|[\\t\\r\\n]|[ \\t]*$)' },
    { atBreak: true, before: `(?:${NUMERAL}|[A-Z]|\\d+)`, character: ')', after: '(?:[ \\t\\r\\n]|$)' },
  ],
  // Within emphasis two of them keep it from ending, even inside a word.
  besides: /_{2,}/u,
  says: ({ character, block, at, before, after, inHeading, bracketed }) => {
    const later = block.slice(at + 1)
    switch (character) {
      case '[':
      case ']':
        if (bracketed !== null) return isPlainlyBracketed(bracketed) ? 'drop' : 'keep'
        return before.endsWith('!') || after.startsWith('^') ? 'keep' : 'as-ever'
      case '@':
        return /(?:^|\s)[\p{L}\p{N}._+-]*[\p{L}\p{N}]$/u.test(before) || /^ \S/u.test(after) ? 'drop' : 'keep'
      case '$':
        return later.includes('$') && !/^ \S/u.test(after) ? 'keep' : 'drop'
      case '^':
        return later.includes('^') || /^[[\uFFFC]/u.test(after) || before.endsWith(OBJECT) ? 'keep' : 'drop'
      case '~':
        return later.includes('~') || (startsLine(block, at) && /^\s/u.test(after)) ? 'keep' : 'drop'
      case '{':
        return inHeading || /[\])`\uFFFC]$/u.test(before) ? 'keep' : 'drop'
      case '(':
        if (before.endsWith(']')) return 'as-ever'
        return startsLine(block, at) &&
          !/^(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#|@[\w-]*)\)(?:\s|$)/u.test(later)
          ? 'drop'
          : 'keep'
      case '#':
        return /^[.)](?:\s|$)/u.test(later) ? 'keep' : 'as-ever'
      case ':':
        return /[ps]$/u.test(before) && after.startsWith('/') ? 'drop' : 'keep'
      case '.':
        return /[Ww]$/u.test(before) && /^[\w-]/u.test(after) ? 'drop' : 'as-ever'
      default:
        return 'as-ever'
    }
  },
}

const startsLine = (block: string, at: number): boolean => /(?:^|\n)[ \t]*$/u.test(block.slice(0, at))

/** Brackets in pairs that no reader takes for more than brackets. */
function isPlainlyBracketed(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '[') depth += 1
    if (character === ']') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0 && !/\][[({:]|!\[|\[[\^@!-]/u.test(text)
}
