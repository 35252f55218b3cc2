import { z } from 'zod'
import type { DocumentNode } from './document.ts'
import type { DerivedText } from './text.ts'

const offset = z.number().int().nonnegative()

/**
 * Where a stretch of text stands in the original:
 * - `characters`: UTF-16 offsets into the decoded original; `exact` when the
 *   stretch is copied unit for unit, else they bound the element it comes from;
 * - `page`: a page (counted from 1) and its range of text items;
 * - `cfi`: an EPUB canonical fragment identifier.
 */
export const OriginPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('characters'), start: offset, end: offset, exact: z.boolean() }),
  z.strictObject({ kind: z.literal('page'), page: offset, firstItem: offset, lastItem: offset }),
  z.strictObject({ kind: z.literal('cfi'), cfi: z.string() }),
])
export type OriginPlace = z.infer<typeof OriginPlace>

/** A stretch of the text (UTF-16, `end` exclusive) and its place in the original. */
export const OriginRange = z.strictObject({ start: offset, end: offset, place: OriginPlace })
export type OriginRange = z.infer<typeof OriginRange>

/** What an importer knows while it builds: the place of a block, or of a text node that is a copy. */
export type OriginNotes = WeakMap<DocumentNode, OriginPlace>

/** The origin map of a document just built: in order of the text, not overlapping. */
export function originMap(derived: DerivedText, notes: OriginNotes): OriginRange[] {
  const ranges: OriginRange[] = []
  let run = 0
  for (const block of derived.blocks) {
    const before = ranges.length
    for (; run < derived.runs.length; run += 1) {
      const copy = derived.runs[run]
      if (copy === undefined || copy.start >= block.end) break
      const place = notes.get(copy.node)
      if (copy.length === 0 || place?.kind !== 'characters' || !place.exact) continue
      const start = place.start + copy.from
      ranges.push({
        start: copy.start,
        end: copy.start + copy.length,
        place: { ...place, start, end: start + copy.length },
      })
    }
    const place = notes.get(block.node)
    if (ranges.length === before && place !== undefined)
      ranges.push({ start: block.start, end: block.end, place })
  }
  return ranges
}

/** The place in the original of a UTF-16 offset into the text, or null where none is known. */
export function originAt(ranges: readonly OriginRange[], at: number): OriginPlace | null {
  const range = ranges.find(({ start, end }) => start <= at && at < end)
  if (range === undefined) return null
  const { place } = range
  if (place.kind !== 'characters' || !place.exact) return place
  const start = place.start + (at - range.start)
  return { ...place, start, end: start + 1 }
}
