import type { Inline } from '../../shared/brief/nodes.ts'
import type { CitedPlace } from './cited-brief.ts'

const FULL_STOP = /^[.。．۔։।]/u
const OTHER_SIGN = /^[,;:!?)\]،؛؟]/u

/**
 * A style of notes ends what it writes with a full stop; inside an author's own note the sentence is the
 * author's. The style's stop gives way to one that was typed after it, and to another sign unless it may
 * belong to an abbreviation, as in “ibid.”.
 */
export function withoutStop(place: CitedPlace, next: Inline | undefined): CitedPlace {
  const after = next?.type === 'text' ? next.text : ''
  const last = place.runs.at(-1)
  if (last === undefined || !(FULL_STOP.test(after) || OTHER_SIGN.test(after))) return place
  const stop = FULL_STOP.test(after) ? /\.(?=["”’»]*$)/u : /(?:^|(?<=[\p{N}"”’»)\]]))\.(?=["”’»]*$)/u
  const text = last.text.replace(stop, '')
  return { ...place, runs: [...place.runs.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])] }
}
