import { indexedText, type IndexedText } from '../../shared/search/fold.ts'
import { mayBeCompared, shinglesOf } from '../../shared/story/shingles.ts'
import { fold } from '../../shared/verdict/fold.ts'
import { wordKeys } from '../../shared/verdict/similar.ts'
import { wordCodes, type WordCodes } from '../../shared/verdict/word-codes.ts'
import { wordsOf } from '../../shared/verdict/words.ts'

interface Work {
  readonly text: string
  codes?: WordCodes
  indexed?: IndexedText
  shingles?: Uint32Array | null
}

/** The text that was worked on last: what one transaction asks of it twice, and `workAhead` before it. */
let last: Work = { text: '' }

function workOn(text: string): Work {
  if (last.text !== text) last = { text }
  return last
}

export const codesOfText = (text: string): WordCodes => (workOn(text).codes ??= codesOf(text))

function codesOf(text: string): WordCodes {
  const folded = fold(text)
  return wordCodes(wordKeys(folded, wordsOf(folded)))
}

export const countWords = (text: string): number => codesOfText(text).length

export const indexedBody = (text: string): IndexedText => (workOn(text).indexed ??= indexedText(text))

export function shinglesOfText(text: string): Uint32Array | null {
  const work = workOn(text)
  if (work.shingles === undefined) work.shingles = shinglesOf(text)
  return work.shingles
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Does what storing a text will ask for, piece by piece, so that other calls have their turn between: all of it inside
 * the transaction would hold them up for a tenth of a second where a text is long.
 */
export async function workAhead(text: string): Promise<void> {
  const words = countWords(text)
  await turn()
  indexedBody(text)
  await turn()
  if (mayBeCompared(words)) shinglesOfText(text)
  await turn()
}
