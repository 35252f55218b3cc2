import type { AttributedPassage, Shelf, Witness } from '../../shared/verdict/witness.ts'
import { speakerOf } from '../db/actors.ts'
import { listAnnotations } from '../db/annotations.ts'
import {
  versionsHoldingAll,
  versionsHoldingSome,
  versionsOfCitekey,
  type VersionCandidate,
} from '../db/candidates.ts'
import type { SourceId, VersionId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { getSourceRow } from '../db/sources.ts'
import { readText } from '../db/versions.ts'

/** A shelf that remembers its witnesses for one check: the same version is the same object. */
export interface LibraryShelf extends Shelf {
  readonly witness: (candidate: VersionCandidate) => Witness
}

/** The library as the judge sees it. Texts are read, and their hashes checked, when first looked into. */
export function shelfOf(reader: Reader): LibraryShelf {
  const known = new Map<VersionId, Witness>()
  const witness = (candidate: VersionCandidate): Witness => {
    const found = known.get(candidate.version.id) ?? witnessOf(reader, candidate)
    known.set(candidate.version.id, found)
    return found
  }
  return {
    witness,
    cited: (citekey) => versionsOfCitekey(reader, citekey).map(witness),
    holdingAll: (words) => versionsHoldingAll(reader, words).map(witness),
    holdingSome: (words, least) => versionsHoldingSome(reader, words, least).map(witness),
    annotationAt: attributions(reader),
  }
}

function witnessOf(reader: Reader, { source, citekey, title, inTrash, version }: VersionCandidate): Witness {
  let text: string | null = null
  return {
    sourceId: source,
    citekey,
    version: version.number,
    current: version.current,
    inTrash,
    title,
    publication: getSourceRow(reader, source)?.publication ?? null,
    story: null,
    get text() {
      text ??= readText(reader, version)
      return text
    },
  }
}

/** Who speaks where, by the annotations of each source; a source's are read once. */
function attributions(reader: Reader): Shelf['annotationAt'] {
  const known = new Map<string, ReturnType<typeof listAnnotations>>()
  return ({ sourceId, version }, start, end): AttributedPassage | null => {
    const annotations = known.get(sourceId) ?? listAnnotations(reader, { source: sourceId as SourceId })
    known.set(sourceId, annotations)
    const covering = annotations.find(
      (each) =>
        each.version === version &&
        each.attribution?.speaker != null &&
        each.segments.some((segment) => segment.start <= start && end <= segment.end),
    )
    return covering ? { annotation: covering.id, speaker: speakerOf(reader, covering.id) } : null
  }
}
