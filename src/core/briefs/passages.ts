import { around } from '../../shared/anchoring/around.ts'
import { citationOf } from '../../shared/clipping/clipping.ts'
import type { Passage } from '../../shared/contract/passages.ts'
import { findAnchor, findAnnotation, listAnchors, type AnchorRow } from '../db/annotations.ts'
import type { Reader } from '../db/reader.ts'
import { findKeptSource } from '../db/sources.ts'
import { findTrashedSource } from '../db/trash.ts'
import { findVersionById, readText } from '../db/versions.ts'
import { passageWords } from '../../shared/verdict/passage-words.ts'

const AROUND = 300

export interface WantedPassage {
  readonly annotation: string
  /** Without it the newest anchor. */
  readonly anchor?: string | undefined
}

/** The passages of annotations with what stands around them, re-read from the stored texts. */
export function listPassages(reader: Reader, wanted: readonly WantedPassage[]): Passage[] {
  return wanted.map((one) => passageOf(reader, one)).filter((passage) => passage !== null)
}

function passageOf(reader: Reader, { annotation, anchor }: WantedPassage): Passage | null {
  const found = findAnnotation(reader, annotation)
  const place = anchor === undefined ? listAnchors(reader, annotation).at(-1) : findAnchor(reader, anchor)
  const source = found && findKeptSource(reader, found.source)
  const version = place && findVersionById(reader, place.version)
  if (!found || !place || !source || !version || place.annotation !== annotation) return null
  return {
    annotation,
    anchor: place.id,
    source: source.id,
    citekey: source.citekey,
    title: source.title,
    version: version.number,
    ...placeIn(readText(reader, version), place),
    speaker: found.attribution?.speaker ?? null,
    role: found.attribution?.role ?? null,
    cited: citationOf(source),
    versions: source.versions,
    inTrash: findTrashedSource(reader, source.id) === source.id,
  }
}

function placeIn(text: string, { segments }: AnchorRow) {
  const start = segments[0]?.start ?? 0
  const end = segments.at(-1)?.end ?? start
  return {
    start,
    end,
    exact: passageWords(text, segments),
    ...around(text, { start, end }, AROUND),
    paragraph: text.slice(0, start).split('\n').length,
  }
}
