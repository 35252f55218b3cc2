import type { Region } from './columns.ts'
import type { Line } from './lines.ts'
import { noteMarkOf } from './markers.ts'
import type { Draft, Setting } from './paragraphs.ts'

/** Notes are set smaller than this share of the text. */
const NOTE_SHARE = 0.96

/**
 * Parts the notes at the foot of a column from its text: smaller lines at its
 * end, from the first that begins with a note's mark. Lines above it that are
 * as small go on a note of the page before, as do lines without a mark where that
 * note (`goesOn`) ended in the middle of a sentence.
 */
export function footOf(
  region: Region,
  setting: Setting,
  goesOn: boolean,
): { readonly text: readonly Line[]; readonly notes: readonly Line[] } {
  const { lines } = region
  let from = lines.length
  while (from > 0 && isSmall(lines[from - 1], setting)) from -= 1
  const marked = lines.findIndex((line, index) => index >= from && noteMarkOf(line) !== null)
  if (marked < 0 && !goesOn) return { text: lines, notes: [] }
  const above = lines.slice(from, marked < 0 ? lines.length : marked)
  const apart = (lines[from]?.baseline ?? 0) - (lines[from - 1]?.baseline ?? -Infinity)
  const continued = above.length > 0 && above.length <= 12 && apart > setting.leading(setting.body) * 1.05
  if (marked < 0 && !continued) return { text: lines, notes: [] }
  const start = continued ? from : marked
  return { text: lines.slice(0, start), notes: lines.slice(start) }
}

const isSmall = (line: Line | undefined, { body }: Setting): boolean =>
  line !== undefined && line.size < body * NOTE_SHARE

/** The notes of a column's foot; one without a mark goes on one of the page before. */
export function notesOf(region: Region, lines: readonly Line[], page: number): Draft[] {
  const drafts: { lines: Line[]; marker: Draft['marker'] }[] = []
  for (const line of lines) {
    const marker = noteMarkOf(line)
    const open = drafts.at(-1)
    if (marker === null && open !== undefined) open.lines.push(line)
    else drafts.push({ lines: [line], marker })
  }
  return drafts.map(({ lines: own, marker }) => ({
    lines: own.map((line) => ({ line, page })),
    kind: 'note',
    marker,
    aside: region.aside,
    full: false,
    indented: false,
  }))
}
