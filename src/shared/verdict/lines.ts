import { prepare, type PreparedText } from './prepared.ts'

/** At a line's end, or marked by an importer that joined the lines and could not tell (docs/formats/document.md). */
const LINE_HYPHEN = /(?<=\p{L}\p{M}*)(?:[-‐\u00ad]\s+|[-‐]\u00ad)(?=\p{Ll}|\p{Lo})/gu

/**
 * The readings of a paged text in which words divided at a line end are whole:
 * once without those hyphens (com-mittee), once with them (long-term). Offsets
 * lead to the text as it is stored. None where no line ends in a hyphen.
 */
export function joinLines(raw: string): readonly PreparedText[] {
  const found = [...raw.matchAll(LINE_HYPHEN)]
  if (found.length === 0) return []
  const ends = found.map(({ index, 0: hyphen }) => ({ start: index, end: index + hyphen.length }))
  return [
    without(raw, ends),
    without(
      raw,
      ends.map(({ start, end }) => ({ start: start + 1, end })),
    ),
  ]
}

function without(raw: string, dropped: readonly { start: number; end: number }[]): PreparedText {
  const map = new Int32Array(raw.length)
  const kept: string[] = []
  let length = 0
  let at = 0
  for (const { start, end } of [...dropped, { start: raw.length, end: raw.length }]) {
    kept.push(raw.slice(at, start))
    for (; at < start; at += 1) map[length++] = at
    at = end
  }
  const made = prepare(kept.join(''))
  const last = (to: number): number => (to === 0 ? 0 : (map[to - 1] ?? raw.length - 1) + 1)
  return {
    ...made,
    raw,
    from: made.from.map((from) => (from < length ? (map[from] ?? raw.length) : raw.length)),
    to: made.to.map(last),
    joinsLines: true,
  }
}
