import type { Place } from './draft.ts'

/** `[!quote]`, by which Obsidian and GitHub make a callout of a block quotation; what follows it are words. */
const MARK = /^\[![a-z][a-z-]*\][+-]?[ \t]*\n?/iu

/** The place without the mark of a callout among its words, where the file has it unescaped. */
export function withoutCalloutMark(place: Place, source: string, shift: number): Place {
  const mark = place.blockQuotation === null ? null : MARK.exec(place.text)
  const [first] = place.segments
  if (mark === null || first === undefined || source[first.start - shift] !== '[') return place
  return { ...place, nodes: [{ kind: 'struck', start: 0, end: mark[0].length }, ...place.nodes] }
}
