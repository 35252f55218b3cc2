import type { AttributedPassage, Shelf, Witness } from '../../shared/verdict/witness.ts'
import { speakerOf } from '../db/actors.ts'
import { listAnchors, listAnnotations, type AnchorRow } from '../db/annotations.ts'
import {
  versionCandidate,
  versionsHoldingAll,
  versionsOfCitekey,
  type VersionCandidate,
} from '../db/candidates.ts'
import type { SourceId, VersionId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { findCitedRow } from '../db/sources.ts'
import { pagesOfVersion } from '../sources/pages.ts'
import { findVersionById, readText } from '../db/versions.ts'
import { resemblance, type Resemblance } from './resembling.ts'

/** A shelf that remembers for one check what it was asked: the same version is the same object. */
export interface LibraryShelf extends Shelf {
  readonly witness: (candidate: VersionCandidate) => Witness
}

/** The library as the judge sees it. Texts are read, and their hashes checked, when first looked into. */
export function shelfOf(reader: Reader, resembling: Resemblance = resemblance(reader)): LibraryShelf {
  const known = new Map<VersionId, Witness>()
  const frequencies = new Map<string, number>()
  const named = new Map<string, readonly Witness[]>()
  const witness = (candidate: VersionCandidate): Witness => {
    const found = known.get(candidate.version.id) ?? witnessOf(reader, candidate)
    known.set(candidate.version.id, found)
    return found
  }
  const witnessWith = (version: VersionId): Witness | null => {
    const candidate = versionCandidate(reader, version)
    return candidate && witness(candidate)
  }
  return {
    witness,
    cited: (citekey) => {
      const before = named.get(citekey)
      if (before !== undefined) return before
      const versions = versionsOfCitekey(reader, citekey).map(witness)
      const found = versions.length > 0 ? versions : withoutText(reader, citekey)
      named.set(citekey, found)
      return found
    },
    holdingAll: (words) => versionsHoldingAll(reader, words, frequencies).map(witness),
    resembling: function* (keys) {
      for (const { version, atMost } of resembling(keys)) {
        const found = known.get(version) ?? witnessWith(version)
        if (found !== null) yield { witness: found, atMost }
      }
    },
    annotationAt: attributions(reader),
  }
}

function witnessOf(reader: Reader, candidate: VersionCandidate): Witness {
  const { source, citekey, title, publication, story, inTrash, version } = candidate
  let text: string | null = null
  let pages: { readonly at: Witness['pageAt'] | null } | null = null
  return {
    sourceId: source,
    citekey,
    version: version.number,
    current: version.current,
    inTrash,
    title,
    publication,
    story,
    get text() {
      text ??= readText(reader, version)
      return text
    },
    get pageAt() {
      pages ??= { at: pagesOfVersion(reader, version) }
      return pages.at ?? undefined
    },
  }
}

/** A source that is known from a bibliography: only its title can be quoted. It has no version, so that is 0. */
function withoutText(reader: Reader, citekey: string): Witness[] {
  const source = findCitedRow(reader, citekey)
  if (source === null || source.id === citekey || source.versions > 0) return []
  const { id: sourceId, title, publication, story } = source
  return [
    {
      sourceId,
      citekey: source.citekey,
      version: 0,
      current: true,
      inTrash: false,
      title,
      publication,
      story,
      text: '',
    },
  ]
}

interface Attributed {
  readonly annotation: string
  readonly version: VersionId
  readonly segments: AnchorRow['segments']
}

/** Who speaks where, by every anchor of a source's annotations; a source's are read once. */
function attributions(reader: Reader): Shelf['annotationAt'] {
  const known = new Map<string, readonly Attributed[]>()
  return ({ sourceId, version, text }, start, end): AttributedPassage | null => {
    const places = known.get(sourceId) ?? attributedPlaces(reader, sourceId as SourceId)
    known.set(sourceId, places)
    let most = 0
    let best: Attributed | null = null
    for (const place of places) {
      const shared = sharedLetters(text, place.segments, start, end)
      if (shared <= most || findVersionById(reader, place.version)?.number !== version) continue
      most = shared
      best = place
    }
    return best === null ? null : { annotation: best.annotation, speaker: speakerOf(reader, best.annotation) }
  }
}

/** How many letters and digits of a range stand in a passage too. */
function sharedLetters(text: string, segments: AnchorRow['segments'], start: number, end: number): number {
  return segments.reduce((sum, segment) => {
    const shared = text.slice(Math.max(start, segment.start), Math.min(end, segment.end))
    return sum + (shared.match(/[\p{L}\p{N}]/gu)?.length ?? 0)
  }, 0)
}

function attributedPlaces(reader: Reader, source: SourceId): Attributed[] {
  return listAnnotations(reader, { source })
    .filter(({ attribution }) => attribution?.speaker != null)
    .flatMap(({ id }) =>
      listAnchors(reader, id).map(({ version, segments }) => ({ annotation: id, version, segments })),
    )
}
