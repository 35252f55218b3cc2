import type { ImportRow } from './import-rows.ts'

/** How far an import is. `weight` counts bytes, and a little for each file. */
export interface Progress {
  readonly done: number
  readonly all: number
  readonly weight: number
  readonly total: number
}

/** What a file costs beside its bytes, as so many of them: a thousand small ones take their time too. */
const EACH = 16_000

export function progressOf(rows: readonly ImportRow[]): Progress {
  let [done, all, weight, total] = [0, 0, 0, 0]
  for (const { found, parts, bytes, state } of rows) {
    if (found !== null) continue
    const size = bytes ?? 0
    if (state.kind === 'waiting' || state.kind === 'reading') {
      const left = parts === null ? 1 : Math.max(0, parts.all - parts.came)
      all += left
      total += size + left * EACH
      if (parts !== null && parts.all > 0) weight += (size * Math.min(parts.came, parts.all)) / parts.all
    } else {
      done += 1
      all += 1
      weight += size + EACH
      total += size + EACH
    }
  }
  return { done, all, weight, total }
}

/** From 0 to 1. */
export const shareOf = ({ weight, total }: Progress): number =>
  total === 0 ? 0 : Math.min(1, weight / total)

/** Where and when (in milliseconds) the import began that goes on now. */
export interface Start {
  readonly at: number
  readonly done: number
  readonly weight: number
}

export interface Pace {
  /** Files in a minute, rounded; null while too little is known. */
  readonly perMinute: number | null
  readonly secondsLeft: number | null
}

/** Earlier than this nothing is foretold. */
const SPEAKS_AFTER_MS = 3000
const MINUTE_MS = 60_000

/** How fast it goes, and how long it will take if it goes on so. */
export function paceOf(progress: Progress, start: Start, now: number): Pace {
  const elapsed = now - start.at
  const [done, weight] = [progress.done - start.done, progress.weight - start.weight]
  if (elapsed < SPEAKS_AFTER_MS || done <= 0) return { perMinute: null, secondsLeft: null }
  const left = progress.total - progress.weight
  return {
    perMinute: rounded((done / elapsed) * MINUTE_MS),
    secondsLeft: weight <= 0 ? null : Math.ceil(((left / weight) * elapsed) / 1000),
  }
}

/** To two digits: it is a guess, and shall look like one. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return Math.max(1, Math.round(value / unit) * unit)
}
