import { findQuote } from '../../shared/anchoring/find-quote.ts'
import { splitsCharacter, type Range } from '../../shared/anchoring/passage.ts'
import { reanchor } from '../../shared/anchoring/reanchor.ts'
import { refused } from '../../shared/contract/failures.ts'
import { sameWords } from '../../shared/verdict/same-words.ts'
import type { PreparedText } from '../../shared/verdict/prepared.ts'
import type { CodePoints } from '../../shared/web-annotation/code-points.ts'
import type { Selected } from '../../shared/web-annotation/read.ts'

interface Held {
  readonly text: PreparedText
  readonly codePoints: CodePoints
}

/**
 * Where what an annotation selects stands in a text. The words decide: a position that has other words is only a hint
 * where to look. Words that stand there no longer as they were highlighted are not placed on what is like them. Throws
 * `REFUSED`: `not-in-text`, `changed`, `ambiguous`, `out-of-range`, `splits-character`, `blank-passage`.
 */
export function placeSelected({ text, codePoints }: Held, { quote, position }: Selected): Range {
  const range = position === null ? null : rangeAt(position, codePoints)
  if (quote === null) return checkedRange(text, range)
  if (range !== null && sameWords(text.raw.slice(range.start, range.end), quote.exact)) return range
  if (quote.prefix === '' && quote.suffix === '') return onlyPlace(text, quote.exact)
  const hint = range ?? { start: 0, end: 0 }
  const found = reanchor(text, { ...quote, ...hint })
  switch (found.status) {
    case 'anchored':
      return { start: found.start, end: found.end }
    case 'moved':
      throw refused(
        'changed',
        `Its words stand there no longer as they were highlighted; now it reads “${text.raw.slice(found.start, found.end)}”. It was not imported.`,
      )
    case 'orphaned':
      throw notInText(quote.exact)
  }
}

function rangeAt({ start, end }: Range, codePoints: CodePoints): Range | null {
  const from = codePoints.unitAt(start)
  const to = codePoints.unitAt(end)
  return from === null || to === null ? null : { start: from, end: to }
}

function checkedRange({ raw }: PreparedText, range: Range | null): Range {
  if (range === null)
    throw refused('out-of-range', 'Its position lies beyond the end of the text. It was not imported.')
  if (splitsCharacter(raw, range.start) || splitsCharacter(raw, range.end))
    throw refused('splits-character', 'It begins or ends inside a character. It was not imported.')
  if (raw.slice(range.start, range.end).trim() === '')
    throw refused('blank-passage', 'There are no words in its passage. It was not imported.')
  return range
}

function onlyPlace(text: PreparedText, exact: string): Range {
  const found = findQuote(text.raw, { quote: exact })
  switch (found.kind) {
    case 'found':
      return { start: found.passage.start, end: found.passage.end }
    case 'ambiguous':
      throw refused(
        'ambiguous',
        `Its words stand ${String(found.places.length)} times in the text, and nothing says which are meant. It was not imported.`,
      )
    case 'absent':
    case 'elsewhere':
      throw notInText(exact)
  }
}

const notInText = (exact: string) =>
  refused('not-in-text', `Its words (“${shortened(exact)}”) are not in the text. It was not imported.`)

const shortened = (words: string): string => {
  const characters = Array.from(words.replaceAll(/\s+/g, ' '))
  return characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : characters.join('')
}
