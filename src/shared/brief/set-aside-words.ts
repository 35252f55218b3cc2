import type { BriefState } from './state.ts'

type Extra = BriefState['extra']

/** The field of the front matter that lists them. */
const FIELD = 'set-aside'

/**
 * The words that are no quotation wherever the brief has them between quotation
 * marks (a term, a title), as its author said; without marks.
 */
export function setAsideWords(extra: Extra): readonly string[] {
  const listed = extra[FIELD]
  const all = typeof listed === 'string' ? [listed] : Array.isArray(listed) ? listed : []
  return all.filter((words): words is string => typeof words === 'string' && words.trim() !== '')
}

/** The fields of a brief with these words in place of those before. */
export function withSetAsideWords(extra: Extra, words: readonly string[]): Extra {
  const others = Object.entries(extra).filter(([name]) => name !== FIELD)
  return Object.fromEntries(words.length === 0 ? others : [...others, [FIELD, [...words]]])
}
