import type { Draft, Setting } from './paragraphs.ts'

/** So much larger than the text is a heading. */
const LARGER = 1.12
/** So much larger, even a sentence is one. */
const MUCH_LARGER = 1.4
const LONGEST = 220
const LONGEST_BOLD = 120

export const textOf = ({ lines }: Draft): string =>
  lines.map(({ line }) => line.words.map(({ text }) => text).join(' ')).join(' ')

/** What ranks a heading among the others, largest first; null for what is none. */
export function headingKey(draft: Draft, { body }: Setting): number | null {
  if (draft.kind !== 'text') return null
  const text = textOf(draft)
  if (!/\p{L}/u.test(text)) return null
  const size = Math.max(...draft.lines.map(({ line }) => line.size))
  if (size >= body * MUCH_LARGER) return text.length <= LONGEST ? size : null
  if (size >= body * LARGER) return text.length <= LONGEST && !isSentence(text) ? size : null
  const bold = draft.lines.every(({ line }) => line.bold)
  if (!bold || draft.lines.length > 2 || text.length > LONGEST_BOLD || size < body * 0.9) return null
  return /[.,;]$/.test(text) ? null : size
}

const isSentence = (text: string): boolean => text.length > 60 && /[.;:,]\d*$/.test(text)

export type Level = 1 | 2 | 3 | 4 | 5 | 6

/** An entry of the file's own table of contents: its words and how deep it stands, from 0. */
export interface OutlineEntry {
  readonly title: string
  readonly depth: number
}

/**
 * The level of each heading among the drafts: by size, or as the outline has
 * it where that names the very words.
 */
export function headingLevels(
  drafts: readonly Draft[],
  setting: Setting,
  outline: readonly OutlineEntry[],
): ReadonlyMap<Draft, Level> {
  const depths = new Map(outline.map(({ title, depth }) => [bare(title), depth]))
  const keys = new Map<Draft, number>()
  const levels = new Map<Draft, Level>()
  for (const draft of drafts) {
    const key = headingKey(draft, setting)
    if (key !== null) keys.set(draft, key)
    else if (draft.kind !== 'note' && draft.lines.length <= 3) {
      const depth = depths.get(bare(textOf(draft)))
      if (depth !== undefined) levels.set(draft, level(depth + 1))
    }
  }
  // Where most of a file is large, as in slides, size tells nothing.
  if (keys.size > drafts.length * 0.6 && drafts.length > 10) return levels
  const sizes = [...new Set(keys.values())].toSorted((a, b) => b - a)
  for (const [draft, key] of keys) levels.set(draft, level(sizes.indexOf(key) + 1))
  return levels
}

const level = (number: number): Level => ([1, 2, 3, 4, 5, 6] as const)[Math.min(number, 6) - 1] ?? 6

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
