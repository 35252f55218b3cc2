import type { QuotationLink } from '../../shared/quotations/quotation.ts'
import { sameWords } from '../../shared/verdict/same-words.ts'
import type { PinnedPassage } from '../../shared/verdict/witness.ts'
import { speakerOf } from '../db/actors.ts'
import { findAnnotation, listAnchors, type AnchorRow } from '../db/annotations.ts'
import { versionCandidate } from '../db/candidates.ts'
import type { Reader } from '../db/reader.ts'
import { findVersionById } from '../db/versions.ts'
import type { LibraryShelf } from './shelf.ts'
import { passageWords } from '../../shared/verdict/passage-words.ts'

/**
 * The passage that a linked quote is held against, re-read from the stored text:
 * of the version it is pinned to, else of its anchor. Null when the annotation is
 * unknown or gone, or has no place in the source's current version and the author
 * has not kept an older one.
 */
export function pinnedPassage(
  reader: Reader,
  shelf: LibraryShelf,
  link: QuotationLink,
): PinnedPassage | null {
  const annotation = findAnnotation(reader, link.annotation)
  if (annotation === null) return null
  if (link.version === null && annotation.status === 'orphaned') return null
  const anchors = listAnchors(reader, annotation.id)
  const anchor =
    link.version === null ? currentAnchor(anchors, link) : anchorIn(reader, anchors, link.version)
  return anchor ? passageOf(reader, shelf, anchor) : null
}

/** The newest anchor that an annotation has in a version of its source. */
export const anchorIn = (
  reader: Reader,
  anchors: readonly AnchorRow[],
  version: number,
): AnchorRow | undefined =>
  anchors.findLast((anchor) => findVersionById(reader, anchor.version)?.number === version)

/**
 * A quote goes along to a newer anchor that has the same words; where they
 * changed, it stays with its own until the author moves it.
 */
function currentAnchor(anchors: readonly AnchorRow[], link: QuotationLink): AnchorRow | undefined {
  const newest = anchors.at(-1)
  const own = anchors.find(({ id }) => id === link.anchor)
  return own && newest && !sameWords(own.exact, newest.exact) ? own : newest
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
    exact: passageWords(witness.text, segments),
    segments,
    speaker: speakerOf(reader, annotation),
  }
}
