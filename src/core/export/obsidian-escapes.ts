import type { Flavour } from './flavoured-text.ts'
import { OBJECT } from './flavoured-text.ts'

const PLACES = ['autolink', 'destinationLiteral', 'destinationRaw', 'titleQuote', 'titleApostrophe'] as const

const inText = (character: string) => ({
  character,
  inConstruct: 'phrasing' as const,
  notInConstruct: [...PLACES],
})

/**
 * What Obsidian reads as more than CommonMark and GFM do: links between notes, marked words,
 * comments, tags, mathematics, names of blocks, notes within the line, kinds of callouts.
 */
export const OBSIDIAN: Flavour = {
  unsafe: [...[...'$^#'].map(inText), { ...inText('='), before: '=' }, { ...inText('%'), before: '%' }],
  says: ({ character, block, at, before, after, inHeading }) => {
    const later = block.slice(at + 1)
    switch (character) {
      case '[':
        return after.startsWith('[') || after.startsWith(OBJECT) || /^!|^.\]\s/u.test(after)
          ? 'keep'
          : 'as-ever'
      case '$':
        return later.includes('$') && !/^ \S/u.test(after) ? 'keep' : 'drop'
      case '^':
        return /^[[\uFFFC]/u.test(after) || isBlockName(before, after) ? 'keep' : 'drop'
      case '#':
        return isTag(before, after) || isHeading(before, after) || (inHeading && /^#*\s*$/u.test(after))
          ? 'keep'
          : 'drop'
      case '=':
        return later.includes('==') || /(?:^|\n)[ \t]*$/u.test(before) ? 'keep' : 'drop'
      case '%':
        return 'keep'
      default:
        return 'as-ever'
    }
  },
}

/** It begins a heading; behind an ampersand it is escaped in place of that. */
const isHeading = (before: string, after: string): boolean =>
  before.endsWith('&') || (/(?:^|\n)[ \t]*$/u.test(before) && /^#*(?:\s|$)/u.test(after))

/** A name stands alone at the end of a line: ` ^name`. */
const isBlockName = (before: string, after: string): boolean =>
  /(?:^|[\s\uFFFC])$/u.test(before) && /^[\w-]*(?:\s|$|\uFFFC)/u.test(after)

/** A tag begins after a space, and is no number. */
const isTag = (before: string, after: string): boolean =>
  /(?:^|[^\p{L}\p{M}\p{N}_/#-])$/u.test(before) &&
  /^[\p{L}\p{M}\p{N}\p{S}_/-]/u.test(after) &&
  !/^\d+(?![\p{L}\p{M}_/-])/u.test(after)
