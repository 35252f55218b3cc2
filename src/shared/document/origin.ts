import type { DocumentNode } from './document.ts'
import type { OriginPlace, OriginRange } from './origin-range.ts'
import type { DerivedText, Run } from './text.ts'

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
      if (copy.length === 0 || place === undefined) continue
      if (place.kind === 'characters' && !place.exact) continue
      addRange(ranges, { start: copy.start, end: copy.start + copy.length, place: placeOfCopy(place, copy) })
    }
    const place = notes.get(block.node)
    if (ranges.length === before && place !== undefined)
      ranges.push({ start: block.start, end: block.end, place })
  }
  return ranges
}

function placeOfCopy(place: OriginPlace, copy: Run): OriginPlace {
  if (place.kind !== 'characters') return place
  const start = place.start + copy.from
  return { ...place, start, end: start + copy.length }
}

/** Stretches of one text node that white space parts are one where its place is not exact. */
function addRange(ranges: OriginRange[], range: OriginRange): void {
  const last = ranges.at(-1)
  if (last !== undefined && last.place === range.place && range.start - last.end <= 1)
    ranges[ranges.length - 1] = { ...last, end: range.end }
  else ranges.push(range)
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
