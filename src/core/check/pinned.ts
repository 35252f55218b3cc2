import { passageWords } from '../../shared/verdict/passage-words.ts'
import type { QuotationLink } from '../../shared/quotations/quotation.ts'
import { sameWords } from '../../shared/verdict/same-words.ts'
import type { PinnedPassage } from '../../shared/verdict/witness.ts'
import { speakerOf } from '../db/actors.ts'
import type { AnchorRow } from '../db/annotations.ts'
import type { VersionCandidate } from '../db/candidates.ts'
import { listPins, type Pin } from '../db/pins.ts'
import type { Reader } from '../db/reader.ts'
import type { LibraryShelf } from './shelf.ts'

/**
 * Tells the passage that a linked quote is held against, re-read from the stored
 * text: of the version it is pinned to, else of its anchor. Null when the
 * annotation is unknown or gone, or has no place in the source's current version
 * and the author has not kept an older one, or the row of its anchor is damaged. Only the annotations of `links` are
 * looked up, all at once.
 */
export function pinnedPassages(
  reader: Reader,
  shelf: LibraryShelf,
  links: readonly QuotationLink[],
): (link: QuotationLink) => PinnedPassage | null {
  const pins = listPins(
    reader,
    links.map(({ annotation }) => annotation),
  )
  return (link) => {
    const pin = pins.get(link.annotation)
    if (pin === undefined || (link.version === null && pin.status === 'orphaned')) return null
    const anchor = link.version === null ? currentAnchor(pin.anchors, link) : anchorIn(pin, link.version)
    const version = anchor && pin.versionOf(anchor)
    const passage = version ? passageOf(reader, shelf, anchor, version) : null
    // Where a row’s words are not those at its place, one of the two is damaged.
    return passage?.exact === anchor?.exact ? passage : null
  }
}

/** The newest anchor that an annotation has in a version of its source. */
export const anchorIn = (pin: Pin, version: number): AnchorRow | undefined =>
  pin.anchors.findLast((anchor) => pin.versionOf(anchor)?.version.number === version)

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
  { annotation, segments }: AnchorRow,
  version: VersionCandidate,
): PinnedPassage {
  const witness = shelf.witness(version)
  let speaker: { readonly found: PinnedPassage['speaker'] } | null = null
  return {
    witness,
    exact: passageWords(witness.text, segments),
    segments,
    get speaker() {
      speaker ??= { found: speakerOf(reader, annotation) }
      return speaker.found
    },
  }
}
