import type { Word } from './words.ts'

/** Words side by side on one baseline, from left to right, with whatever is raised among them. */
export interface Line {
  readonly words: readonly Word[]
  readonly start: number
  readonly end: number
  readonly baseline: number
  /** Of most of its letters. */
  readonly size: number
  /** All its words are. */
  readonly bold: boolean
}

export function lineFrom(words: readonly Word[]): Line {
  const ordered = words.toSorted((a, b) => a.start - b.start)
  const size = commonSize(ordered)
  const main = ordered.filter((word) => Math.abs(word.size - size) <= size * 0.1)
  return {
    words: ordered,
    start: Math.min(...ordered.map(({ start }) => start)),
    end: Math.max(...ordered.map(({ end }) => end)),
    baseline: main[0]?.baseline ?? ordered[0]?.baseline ?? 0,
    size,
    bold: main.length > 0 && main.every(({ face }) => face.bold),
  }
}

/** To a tenth of a point, weighed by letters. */
export function commonSize(words: readonly Pick<Word, 'size' | 'text'>[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of words) {
    const rounded = Math.round(size * 10) / 10
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  let best = 0
  let most = 0
  for (const [size, count] of letters)
    if (count > most) {
      best = size
      most = count
    }
  return best
}

/**
 * Puts words of one stretch of a page onto lines, from top to bottom. A word
 * that is smaller and stands a little higher or lower belongs to the line
 * whose height it stands in.
 */
export function linesOf(words: readonly Word[]): Line[] {
  const rows: Row[] = []
  const bySize = words.toSorted((a, b) => b.size - a.size || a.baseline - b.baseline)
  for (const word of bySize) {
    const row = nearest(word, rows)
    if (row === null) rows.push({ words: [word], baseline: word.baseline, size: word.size })
    else row.words.push(word)
  }
  const lines = rows.map((row) => lineFrom(row.words))
  return withInitials(lines).toSorted((a, b) => a.baseline - b.baseline || a.start - b.start)
}

/** A large first letter that hangs over several lines belongs to the first of them. */
function withInitials(lines: readonly Line[]): Line[] {
  const initials = lines.filter(({ words }) => words.length === 1 && (words[0]?.text.length ?? 9) <= 2)
  return initials.reduce<Line[]>(
    (rest, initial) => {
      const [letter] = initial.words
      const first = rest
        .filter(
          ({ start, size, baseline }) =>
            size * 1.8 < initial.size &&
            start >= initial.end - size * 0.5 &&
            start < initial.end + size * 2 &&
            baseline < initial.baseline + size * 0.3 &&
            baseline > initial.baseline - initial.size,
        )
        .toSorted((a, b) => a.baseline - b.baseline)[0]
      if (letter === undefined || first === undefined) return rest
      const set = {
        ...letter,
        size: first.size,
        baseline: first.baseline,
        end: first.words[0]?.start ?? letter.end,
      }
      return [...rest.filter((line) => line !== initial && line !== first), lineFrom([set, ...first.words])]
    },
    [...lines],
  )
}

interface Row {
  readonly words: Word[]
  readonly baseline: number
  readonly size: number
}

function nearest(word: Word, rows: readonly Row[]): Row | null {
  let best: Row | null = null
  for (const row of rows) {
    if (!standsIn(word, row)) continue
    if (best === null || Math.abs(row.baseline - word.baseline) < Math.abs(best.baseline - word.baseline))
      best = row
  }
  return best
}

function standsIn(word: Word, row: Row): boolean {
  const raised = row.baseline - word.baseline
  if (word.size > row.size * 0.9) return Math.abs(raised) < row.size * 0.35
  return word.size > row.size * 0.45 && raised > -row.size * 0.35 && raised < row.size * 0.75
}
