import { passageAt, type Range } from '../../shared/anchoring/passage.ts'
import type { NewAnchor } from '../db/annotations.ts'
import type { Reader } from '../db/reader.ts'
import { findVersion, readText, type VersionRow } from '../db/versions.ts'
import { noText, sourceNamed } from '../sources/sources.ts'

/** The newest version of a source, with its text. */
export interface CurrentText {
  readonly version: VersionRow
  readonly text: string
  readonly citekey: string
}

/** Throws `REFUSED` `no-text` for a source without one. */
export function currentText(reader: Reader, source: string): CurrentText {
  const { id, citekey } = sourceNamed(reader, source)
  const version = findVersion(reader, id)
  if (version === null) throw noText(citekey)
  return { version, text: readText(reader, version), citekey }
}

/** Of a version and its text, the anchor of ranges in order, of which none overlaps another. */
export function anchorOf(
  { version, text }: { readonly version: Pick<VersionRow, 'id'>; readonly text: string },
  ranges: readonly Range[],
): NewAnchor {
  const { prefix, suffix } = passageAt(text, {
    start: ranges[0]?.start ?? 0,
    end: ranges.at(-1)?.end ?? 0,
  })
  return {
    version: version.id,
    segments: ranges.map(({ start, end }) => ({ start, end })),
    exact: ranges.map(({ start, end }) => text.slice(start, end)).join(' '),
    prefix,
    suffix,
  }
}
