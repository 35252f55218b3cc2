import type { Region } from './columns.ts'
import type { Line } from './lines.ts'
import { markerOf, noteMarkOf, type Marker } from './markers.ts'

/** A line and the page that it stands on. */
export interface PlacedLine {
  readonly line: Line
  readonly page: number
}

/** Lines that belong together, before it is known what they are. */
export interface Draft {
  readonly lines: readonly PlacedLine[]
  readonly kind: 'text' | 'item' | 'note'
  /** Of a list's item or of a note. */
  readonly marker: Marker | null
  readonly aside: boolean
  /** The last line reaches so far that its end says nothing. */
  readonly full: boolean
  /** The first line stands in from the others of its column. */
  readonly indented: boolean
  /** A note that stands with the others at the end, not at the foot of its page. */
  readonly gathered?: true
}

/** How a document is set: told by most of its lines. */
export interface Setting {
  /** The size of most letters, in points. */
  readonly body: number
  /** From baseline to baseline, of lines of that size. */
  readonly leading: (size: number) => number
}

/** The measures of a document from the lines of its columns. */
export function settingOf(regions: Iterable<Region>): Setting {
  const letters = new Map<number, number>()
  const gaps = new Map<number, Map<number, number>>()
  for (const { lines: all } of regions) {
    const lines = aboveNotes(all)
    lines.forEach((line, index) => {
      letters.set(line.size, (letters.get(line.size) ?? 0) + lettersIn(line))
      const next = lines[index + 1]
      if (next?.size !== line.size) return
      const gap = Math.round((next.baseline - line.baseline) * 4) / 4
      const counts = gaps.get(line.size) ?? new Map<number, number>()
      gaps.set(line.size, counts.set(gap, (counts.get(gap) ?? 0) + 1))
    })
  }
  const usual = new Map([...gaps].map(([size, counts]) => [size, mostCommon(counts)]))
  return { body: mostCommon(letters) ?? 10, leading: (size) => usual.get(size) ?? size * 1.3 }
}

/** Without notes at the foot, of which a short paper may have more than text. */
function aboveNotes(lines: readonly Line[]): readonly Line[] {
  const largest = lines.map(({ size }, index) => Math.max(size, lines[index - 1]?.size ?? 0))
  const first = lines.findIndex(
    (line, index) => index > 0 && line.size < (largest[index] ?? 0) * 0.96 && noteMarkOf(line) !== null,
  )
  return first < 0 ? lines : lines.slice(0, first)
}

const lettersIn = ({ words }: Line): number => words.reduce((sum, { text }) => sum + text.length, 0)

function mostCommon(counts: ReadonlyMap<number, number>): number | null {
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** The paragraphs and items of a stretch of a page, from its first line to its last. */
export function paragraphsOf(
  region: Region,
  lines: readonly Line[],
  page: number,
  setting: Setting,
): Draft[] {
  const drafts: Draft[] = []
  let open: Line[] = []
  let marker: Marker | null = null
  const close = (): void => {
    const last = open.at(-1)
    const first = open[0]
    if (first === undefined || last === undefined) return
    drafts.push({
      lines: open.map((line) => ({ line, page })),
      kind: marker === null ? 'text' : 'item',
      marker,
      aside: region.aside,
      full: region.right - last.end < last.size * 2,
      indented: first.start > region.left + first.size * 0.7,
    })
    open = []
  }
  lines.forEach((line, index) => {
    const begins = markerOf(line, lines[index + 1] ?? null, marker !== null)
    const previous = open.at(-1)
    const around = { region, lines, index, setting, inItem: marker !== null }
    if (previous !== undefined && (begins !== null || parts(previous, line, open, around))) close()
    if (open.length === 0) marker = begins
    open.push(line)
  })
  close()
  return drafts
}

interface Around {
  readonly region: Region
  readonly lines: readonly Line[]
  readonly index: number
  readonly setting: Setting
  readonly inItem: boolean
}

/** Whether a new paragraph begins between two lines of a column. */
function parts(previous: Line, line: Line, open: readonly Line[], around: Around): boolean {
  const { size } = line
  const gap = line.baseline - previous.baseline
  if (Math.abs(size - previous.size) > size * 0.08) return true
  if (gap > around.setting.leading(size) * 1.25 + 0.5 || gap < 0) return true
  if (open.every(({ bold }) => bold) !== line.bold) return true
  if (hasCells(previous) && hasCells(line)) return true
  if (isDivided(previous, line)) return false
  if (size > around.setting.body * 1.12) return false
  if (around.inItem && leavesItem(open, line)) return true
  if (around.inItem) return false
  const { region } = around
  const inset = region.left + size * 0.7
  if (line.start > inset && previous.start <= inset - size * 0.2 && line.start - previous.start < size * 5)
    return open.length > 1 || !isHanging(around)
  const room = rightEdge(around) - previous.end
  const [word] = line.words
  return word !== undefined && room > word.end - word.start + size * 1.3
}

/** In font sizes: no justified line has such gaps, a table's row has. */
const CELL_GAP = 1.7

const hasCells = ({ words, size }: Line): boolean =>
  words.some((word, index) => (words[index + 1]?.start ?? word.end) - word.end > size * CELL_GAP)

/** A word runs over from one line to the next. */
const isDivided = (previous: Line, line: Line): boolean =>
  /[\p{L}\p{N}][-‐]$/u.test(previous.words.at(-1)?.text ?? '') &&
  /^[\p{L}\p{N}]/u.test(line.words[0]?.text ?? '')

/** Lines of an item begin below its words, or all at its marker; one that does not is another paragraph's. */
function leavesItem(open: readonly Line[], line: Line): boolean {
  const [first, ...rest] = open
  if (first === undefined) return false
  const hangs = rest.every(({ start }) => start > first.start + line.size * 0.4)
  return rest.length > 0 && hangs && line.start < first.start + line.size * 0.4
}

/** The lines after the first stand in, as in a bibliography. */
function isHanging({ lines, index }: Around): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  return line !== undefined && next !== undefined && Math.abs(next.start - line.start) < line.size * 0.3
}

/** Where the lines around end: those that begin at the same place, where there are some, else all of the column. */
function rightEdge({ region, lines, index, setting }: Around): number {
  const line = lines[index]
  if (line === undefined) return region.right
  const near = setting.leading(line.size) * 1.25 + 0.5
  const same = (other: Line | undefined, beside: Line | undefined): boolean =>
    other !== undefined &&
    beside !== undefined &&
    Math.abs(other.start - line.start) < line.size * 0.4 &&
    Math.abs(other.baseline - beside.baseline) <= near
  let from = index
  let to = index + 1
  while (same(lines[from - 1], lines[from])) from -= 1
  while (same(lines[to], lines[to - 1])) to += 1
  const run = lines.slice(from, to)
  return run.length < 3 && run.length < lines.length ? region.right : Math.max(...run.map(({ end }) => end))
}
