import { fold } from './fold.ts'

/** Whether two passages have the same words under the typographic fold, white space at their ends aside. */
export const sameWords = (one: string, other: string): boolean =>
  one === other || fold(one).text.trim() === fold(other).text.trim()
