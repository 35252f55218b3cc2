import type { QuotationLink } from '../../shared/quotations/quotation.ts'
import type { PinnedPassage } from '../../shared/verdict/witness.ts'
import { speakerOf } from '../db/actors.ts'
import { findAnnotation, listAnchors, type AnchorRow } from '../db/annotations.ts'
import { versionCandidate } from '../db/candidates.ts'
import type { Reader } from '../db/reader.ts'
import { findVersionById } from '../db/versions.ts'
import type { LibraryShelf } from './shelf.ts'

/**
 * The passage that a linked quote is held against, re-read from the stored text:
 * of the version it is pinned to, else of the annotation's newest anchor. Null
 * when the annotation is unknown or gone, or has no place in the source's current
 * version and the author has not kept an older one.
 */
export function pinnedPassage(
  reader: Reader,
  shelf: LibraryShelf,
  link: QuotationLink,
): PinnedPassage | null {
  const annotation = findAnnotation(reader, link.annotation)
  if (annotation === null) return null
  const anchors = listAnchors(reader, annotation.id)
  const anchor =
    link.version === null
      ? annotation.status === 'orphaned'
        ? undefined
        : anchors.at(-1)
      : anchors.findLast((each) => findVersionById(reader, each.version)?.number === link.version)
  return anchor ? passageOf(reader, shelf, anchor) : null
}

/** The words of an anchor as its version's stored text has them. */
export function passageOf(
  reader: Reader,
  shelf: LibraryShelf,
  { annotation, version, segments }: AnchorRow,
): PinnedPassage | null {
  const candidate = versionCandidate(reader, version)
  if (candidate === null) return null
  const witness = shelf.witness(candidate)
  return {
    witness,
    exact: segments.map(({ start, end }) => witness.text.slice(start, end)).join(' '),
    segments,
    speaker: speakerOf(reader, annotation),
  }
}
