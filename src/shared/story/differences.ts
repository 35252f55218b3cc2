import type { DiffOperation } from '../contract/check.ts'
import { pairTokens } from '../anchoring/pair-tokens.ts'
import { diffWords } from '../verdict/diff.ts'

/**
 * What differs between two texts of one story, word by word. `equal` and
 * `delete` together rebuild `one` exactly, `equal` and `insert` rebuild
 * `other`. Paragraphs that both have in the same order are passed over first,
 * so that words are compared only within what lies between them.
 */
export function differencesOf(one: string, other: string): readonly DiffOperation[] {
  const [mine, theirs] = [paragraphsOf(one), paragraphsOf(other)]
  const operations: DiffOperation[] = []
  let [left, right] = [0, 0]
  for (const [at, to] of [...commonRuns(mine, theirs), [mine.length, theirs.length] as const]) {
    operations.push(...diffWords(mine.slice(left, at).join(''), theirs.slice(right, to).join('')))
    const equal = mine[at]
    if (equal !== undefined) operations.push({ op: 'equal', text: equal })
    left = at + 1
    right = to + 1
  }
  return merged(operations)
}

/** Each with the line feed that ends it; joined they are the text. */
const paragraphsOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const MOST_CELLS = 4_000_000

/** A longest common subsequence of paragraphs, as pairs of indices; by their number alone where there are many. */
function commonRuns(
  one: readonly string[],
  other: readonly string[],
): readonly (readonly [number, number])[] {
  const row = other.length + 1
  if ((one.length + 1) * row > MOST_CELLS) return pairsOfMany(one, other)
  const lengths = new Uint32Array((one.length + 1) * row)
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const both = one[i] === other[j] ? (lengths[(i + 1) * row + j + 1] ?? 0) + (one[i]?.length ?? 0) : 0
      lengths[i * row + j] = Math.max(both, lengths[(i + 1) * row + j] ?? 0, lengths[i * row + j + 1] ?? 0)
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let [i, j] = [0, 0]; i < one.length && j < other.length;) {
    if (one[i] === other[j]) pairs.push([i++, j++])
    else if ((lengths[(i + 1) * row + j] ?? 0) >= (lengths[i * row + j + 1] ?? 0)) i += 1
    else j += 1
  }
  return pairs
}

function pairsOfMany(
  one: readonly string[],
  other: readonly string[],
): readonly (readonly [number, number])[] {
  const known = new Map<string, number>()
  const numbered = (paragraphs: readonly string[]): Int32Array =>
    Int32Array.from(paragraphs, (paragraph) => {
      const number = known.get(paragraph) ?? known.size
      known.set(paragraph, number)
      return number
    })
  const pairs = pairTokens({ one: numbered(one), other: numbered(other) })
  return Array.from(pairs, (there, here) => [here, there] as const).filter(([, there]) => there >= 0)
}

/** Neighbours of one kind as one, where they are of one class. */
function merged(operations: readonly DiffOperation[]): readonly DiffOperation[] {
  const whole: DiffOperation[] = []
  for (const operation of operations) {
    const last = whole.at(-1)
    if (last?.op === operation.op && last.class === operation.class)
      whole[whole.length - 1] = { ...last, text: last.text + operation.text }
    else if (operation.text !== '') whole.push(operation)
  }
  return whole
}
