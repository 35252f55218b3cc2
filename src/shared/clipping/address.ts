import type { Segment } from '../contract/annotations.ts'

/** Where a copied passage stands. Offsets are UTF-16 units into that version's text, `end` exclusive. */
export interface PassageAddress {
  /** Id of the source. */
  readonly source: string
  readonly version: number
  readonly segments: readonly Segment[]
  /** The highlight that it is, if it is one. */
  readonly annotation: string | null
}

/** `verbatim:SOURCE?version=1&segments=12-40,60-72&annotation=an_…` */
export const writeAddress = ({ source, version, segments, annotation }: PassageAddress): string =>
  `verbatim:${source}?version=${String(version)}&segments=${segments
    .map(({ start, end }) => `${String(start)}-${String(end)}`)
    .join(',')}${annotation === null ? '' : `&annotation=${annotation}`}`

const ADDRESS =
  /^verbatim:(?<source>src_[\w-]{1,80})\?version=(?<version>\d{1,6})&segments=(?<segments>\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9}){0,99})(?:&annotation=(?<annotation>an_[\w-]{1,80}))?$/u

/** Null for anything but an address as `writeAddress` writes it; whether there is such a place is not looked at. */
export function readAddress(address: string): PassageAddress | null {
  const groups = ADDRESS.exec(address)?.groups
  if (groups === undefined) return null
  const { source = '', version = '', segments = '', annotation = null } = groups
  const parts = segments.split(',').map((part): Segment => {
    const [start = 0, end = 0] = part.split('-').map(Number)
    return { start, end }
  })
  return { source, version: Number(version), segments: parts, annotation: annotation ?? null }
}
