import { reportedSpeakers } from './attributions.ts'
import type { Part } from './part.ts'
import { sentenceStarts } from './sentences.ts'

/**
 * Names that the draft gives as speaker near a quotation: "X said", "said X",
 * "according to X", "X:", in the quotation's own sentence. `start` is its opening
 * mark in the first part's place, `end` is behind its closing mark in the last's.
 */
export function speakersNear(parts: readonly Part[], start: number, end: number): readonly string[] {
  const first = parts[0]
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return []
  const since = sentenceStarts(first.place).findLast((at) => at <= start) ?? 0
  const until = sentenceStarts(last.place).find((at) => at >= end) ?? last.place.text.length
  const before = first.place.text.slice(Math.max(since, start - 400), start)
  const after = last.place.text.slice(end, Math.min(until, end + 300))
  return reportedSpeakers(before, after)
}
