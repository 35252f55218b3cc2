import type { DocumentNode } from './document.ts'
import type { OriginPlace, OriginRange } from './origin-range.ts'
import type { DerivedText } from './text.ts'

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
