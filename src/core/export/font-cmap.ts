/**
 * Which characters a TrueType or OpenType font can draw, read from its `cmap`
 * table (OpenType 1.9, "cmap": formats 4 and 12; every other format is left out,
 * the fonts of this product hold none that matters).
 */
export interface CodePointRange {
  readonly first: number
  /** Inclusive. */
  readonly last: number
}

/** Where a table lies in a font file, in bytes. */
export interface TablePlace {
  readonly offset: number
  readonly length: number
}

const DIRECTORY_HEAD = 12
const DIRECTORY_ROW = 16

/** How many bytes of the file's start hold its table directory; `head` is at least 12 bytes long. */
export function directoryLength(head: DataView): number {
  return DIRECTORY_HEAD + DIRECTORY_ROW * head.getUint16(4)
}

/** Finds a table such as `cmap` by its directory row; null when the font has none. */
export function findTable(directory: DataView, tag: string): TablePlace | null {
  const tables = directory.getUint16(4)
  for (let row = 0; row < tables; row++) {
    const at = DIRECTORY_HEAD + DIRECTORY_ROW * row
    if (tagAt(directory, at) === tag)
      return { offset: directory.getUint32(at + 8), length: directory.getUint32(at + 12) }
  }
  return null
}

/** The code points of a `cmap` table as sorted ranges that neither touch nor overlap. */
export function readCmap(table: DataView): readonly CodePointRange[] {
  const ranges: CodePointRange[] = []
  for (let index = 0; index < table.getUint16(2); index++) {
    const platform = table.getUint16(4 + 8 * index)
    const offset = table.getUint32(8 + 8 * index)
    if (platform === 1) continue
    const format = table.getUint16(offset)
    if (format === 4) ranges.push(...readSegments(table, offset))
    if (format === 12) ranges.push(...readGroups(table, offset))
  }
  return mergeRanges(ranges)
}

/** Whether sorted ranges hold a code point (binary search). */
export function inRanges(ranges: readonly CodePointRange[], codePoint: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) return false
    if (codePoint < range.first) high = middle - 1
    else if (codePoint > range.last) low = middle + 1
    else return true
  }
  return false
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
}

/** Format 4: segments of the Basic Multilingual Plane; a code point whose glyph is 0 is not drawn. */
function* readSegments(table: DataView, offset: number): Iterable<CodePointRange> {
  const count = table.getUint16(offset + 6) / 2
  const ends = offset + 14
  const starts = ends + 2 * count + 2
  const deltas = starts + 2 * count
  const glyphOffsets = deltas + 2 * count
  for (let segment = 0; segment < count; segment++) {
    const first = table.getUint16(starts + 2 * segment)
    const last = Math.min(table.getUint16(ends + 2 * segment), 0xfffe)
    const delta = table.getUint16(deltas + 2 * segment)
    const glyphOffsetAt = glyphOffsets + 2 * segment
    const glyphOffset = table.getUint16(glyphOffsetAt)
    for (let codePoint = first; codePoint <= last; codePoint++) {
      const raw =
        glyphOffset === 0 ? codePoint : glyphAt(table, glyphOffsetAt + glyphOffset + 2 * (codePoint - first))
      const drawn = glyphOffset === 0 ? ((raw + delta) & 0xffff) !== 0 : raw !== 0
      if (drawn) yield { first: codePoint, last: codePoint }
    }
  }
}

function glyphAt(table: DataView, at: number): number {
  return at + 2 <= table.byteLength ? table.getUint16(at) : 0
}

/** Format 12: groups over all planes. */
function* readGroups(table: DataView, offset: number): Iterable<CodePointRange> {
  const count = table.getUint32(offset + 12)
  for (let group = 0; group < count; group++) {
    const at = offset + 16 + 12 * group
    const first = table.getUint32(at)
    yield table.getUint32(at + 8) === 0
      ? { first: first + 1, last: table.getUint32(at + 4) }
      : { first, last: table.getUint32(at + 4) }
  }
}

function mergeRanges(ranges: CodePointRange[]): readonly CodePointRange[] {
  const merged: CodePointRange[] = []
  for (const range of ranges.toSorted((one, other) => one.first - other.first)) {
    const before = merged.at(-1)
    if (before !== undefined && range.first <= before.last + 1)
      merged[merged.length - 1] = { first: before.first, last: Math.max(before.last, range.last) }
    else if (range.first <= range.last) merged.push(range)
  }
  return merged
}
