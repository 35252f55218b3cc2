/** A page whose long data are replaced by short names, so that a parser need not walk over them letter by letter. */
export interface Shortened {
  readonly source: string
  /** A value of the parsed page with its data in their place again. */
  readonly restored: (value: string) => string
  /** The offset in the original page of an offset in `source`; both in UTF-16 units. */
  readonly originalOffset: (offset: number) => number
}

const MARK = ';base64,'
/** Shorter data cost a parser next to nothing. */
const LONG = 1024
const DATA = /[A-Za-z0-9+/=]*/y

interface Cut {
  /** Where the name begins and ends in `source`. */
  readonly start: number
  readonly end: number
  /** How much longer the original is up to there. */
  readonly removed: number
  readonly data: string
}

/** Takes long runs of base64 out of a page: SingleFile keeps every picture in the page, often 30 MB of them. */
export function withoutLongData(page: string): Shortened {
  const name = freeName(page)
  if (name === null) return unchanged(page)
  const cuts: Cut[] = []
  const pieces: string[] = []
  let length = 0
  let kept = 0
  for (let at = page.indexOf(MARK); at >= 0; at = page.indexOf(MARK, at + 1)) {
    const start = at + MARK.length
    DATA.lastIndex = start
    const data = DATA.exec(page)?.[0] ?? ''
    if (data.length < LONG) continue
    const short = `${name}${String(cuts.length)}.`
    pieces.push(page.slice(kept, start), short)
    length += start - kept + short.length
    kept = start + data.length
    cuts.push({ start: length - short.length, end: length, removed: kept - length, data })
    at = kept
  }
  if (cuts.length === 0) return unchanged(page)
  const named = new RegExp(String.raw`${name}(\d+)\.`, 'g')
  return {
    source: [...pieces, page.slice(kept)].join(''),
    restored: (value) =>
      value.includes(name)
        ? value.replace(named, (_, index: string) => cuts[Number(index)]?.data ?? '')
        : value,
    originalOffset: (offset) => offset + removedBefore(cuts, offset),
  }
}

const unchanged = (page: string): Shortened => ({
  source: page,
  restored: (value) => value,
  originalOffset: (offset) => offset,
})

/** A name that the page itself does not hold; null for a page made to hold them all. */
function freeName(page: string): string | null {
  const names = Array.from({ length: 20 }, (_, number) => `long-data-${String(number)}-`)
  return names.find((name) => !page.includes(name)) ?? null
}

/** No element begins or ends inside a name, so the cuts that end at or before the offset count. */
function removedBefore(cuts: readonly Cut[], offset: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cuts[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return cuts[low - 1]?.removed ?? 0
}
