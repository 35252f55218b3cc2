import type { PartAtom, WordSegment } from './pattern.ts'

/** How the holes of a part-word stand in the source's word: folded offsets within that word. */
export interface PartPlace {
  readonly kind: 'capital' | 'part'
  readonly holes: readonly { readonly start: number; readonly end: number; readonly shown: string }[]
}

const LEAST_KEPT = 4

/**
 * Reads `elect[ed]` or `[T]he` against a word of the source: a capital changes
 * the case of the first letter only; a part keeps at least four letters and half
 * of the longer of both words. Digits never stand in for a part.
 */
export function locatePart(atom: PartAtom, word: string): PartPlace | null {
  const capital = locateCapital(atom.segments, word)
  if (capital) return capital
  if (/\p{N}/u.test(word) || atom.segments.some((s) => /\p{N}/u.test(s.text))) return null
  const kept = letters(atom.segments.filter((s) => !s.hole))
  const shown = letters(atom.segments)
  if (kept < LEAST_KEPT || kept * 2 < Math.max(shown, [...word].length)) return null
  const holes = locateHoles(atom.segments, word)
  return holes ? { kind: 'part', holes } : null
}

function locateCapital(segments: readonly WordSegment[], word: string): PartPlace | null {
  const [first, rest] = segments
  if (!first?.hole || segments.length > 2 || rest?.hole) return null
  const letter = [...word][0] ?? ''
  if ([...first.text].length !== 1 || letter.toLowerCase() !== first.text.toLowerCase()) return null
  if (word.slice(letter.length) !== (rest?.text ?? '')) return null
  return { kind: 'capital', holes: [{ start: 0, end: letter.length, shown: first.text }] }
}

function letters(segments: readonly WordSegment[]): number {
  return segments.reduce((sum, s) => sum + [...s.text].length, 0)
}

/** Kept pieces must stand in the word in order, the outer ones at its ends. */
function locateHoles(segments: readonly WordSegment[], word: string): PartPlace['holes'] | null {
  const holes: { start: number; end: number; shown: string }[] = []
  let at = 0
  for (let i = 0; i < segments.length; i += 1) {
    const segment = segments[i]
    if (!segment) continue
    if (!segment.hole) {
      if (!word.startsWith(segment.text, at)) return null
      at += segment.text.length
      continue
    }
    const next = segments[i + 1]
    const end = next ? endOfHole(word, at, next, i + 2 >= segments.length) : word.length
    if (end < at) return null
    holes.push({ start: at, end, shown: segment.text })
    at = end
  }
  return at === word.length ? holes : null
}

function endOfHole(word: string, at: number, next: WordSegment, last: boolean): number {
  if (next.hole) return at
  if (!last) return word.indexOf(next.text, at)
  return word.endsWith(next.text) ? Math.max(word.length - next.text.length, -1) : -1
}
