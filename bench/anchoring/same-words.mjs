import { fold } from '../../src/shared/verdict/fold.ts'
import { wordsOf } from '../../src/shared/verdict/words.ts'

/** Whether two passages have the same words under the typographic fold. */
export const sameWords = (one, other) => wordsIn(one) === wordsIn(other)

function wordsIn(text) {
  const folded = fold(text)
  return wordsOf(folded)
    .map(({ start, end }) => folded.text.slice(start, end))
    .join(' ')
}
