import { isAbbreviation } from './abbreviations.ts'
import type { Place } from './draft.ts'

const TERMINATOR = /[.!?…]+|[。！？．｡।؟۔]+/gu
const CLOSING = /^[)\]}”’"'»›」』“‘*]+/u
const NAMED_SPEECH =
  /^(?:[\p{Lu}][\p{L}\p{M}.’'-]*\s+){1,5}(?:said|says|told|asked|added|replied|wrote|shouted|demanded|answered|warned|continued|insisted|noted|exclaimed)(?![\p{L}\p{N}])/u

/**
 * Where a new sentence begins in a place's text (UTF-16 units, ascending). Own rules,
 * never the platform's segmenter, whose data differ between machines. Citations and
 * footnote references right after a sentence's end still belong to it.
 */
export function sentenceStarts(place: Place): readonly number[] {
  const known = KNOWN.get(place)
  if (known !== undefined) return known
  const starts = foundStarts(place)
  KNOWN.set(place, starts)
  return starts
}

const KNOWN = new WeakMap<Place, readonly number[]>()

function foundStarts(place: Place): readonly number[] {
  const { text } = place
  const stops = place.nodes
    .filter((node) => node.kind === 'citation' || node.kind === 'footnote')
    .map((node) => node.start)
  const starts: number[] = []
  for (const found of text.matchAll(TERMINATOR)) {
    const stop = found.index + found[0].length
    const closing = CLOSING.exec(text.slice(stop, stop + 8))?.[0] ?? ''
    const end = afterStops(text, stop + closing.length, stops)
    if (end < text.length && endsSentence(text, found, closing, end)) starts.push(end)
  }
  return starts
}

/** Beyond the citations and footnote references that follow, with a full stop after them. */
function afterStops(text: string, from: number, stops: readonly number[]): number {
  let end = from
  for (const stop of stops) {
    if (stop < end || /\S/u.test(text.slice(end, stop))) continue
    end = stop
    if (/^\s*[.!?]/u.test(text.slice(end))) end += /^\s*[.!?]+/u.exec(text.slice(end))?.[0].length ?? 0
  }
  return end
}

function endsSentence(text: string, found: RegExpExecArray, closing: string, end: number): boolean {
  if (/[。！？．｡।؟۔]/u.test(found[0])) return true
  const rest = text.slice(end, end + 200)
  const open = /^\s+[“"«„‘'‚‹「『([¿¡—–-]*\s*/u.exec(rest)
  if (open === null) return false
  const next = rest.slice(open[0].length)
  if (/^\p{Ll}/u.test(next)) return false
  if (closing !== '' && NAMED_SPEECH.test(next)) return false
  if (found[0] !== '.' || closing !== '') return true
  const word = /[\p{L}\p{M}\p{N}.]*$/u.exec(text.slice(Math.max(0, found.index - 24), found.index))?.[0] ?? ''
  return !isAbbreviation(word, next)
}
