import { mapQuotes } from '../../shared/brief/map-nodes.ts'
import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import { relinkQuote } from '../../shared/brief/relink-quote.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { Settled, Settling } from '../../shared/contract/annotations.ts'
import { Failure, refused } from '../../shared/contract/failures.ts'
import { passageWords } from '../../shared/verdict/passage-words.ts'
import { stateOf } from '../briefs/briefs.ts'
import { setAnchoring } from '../db/anchoring.ts'
import { appendAnchor, findAnchor, listAnchors, type AnchorRow } from '../db/annotations.ts'
import { addRevision, briefsQuoting, readBrief, saveBrief } from '../db/briefs.ts'
import type { AnnotationId, BriefId, SourceId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { findVersion, findVersionById, type VersionRow } from '../db/versions.ts'
import type { Writer } from '../db/writer.ts'
import type { Library } from '../library/library.ts'
import { annotationNamed } from './known.ts'
import { migrating } from './migration.ts'
import { placeAnnotation } from './move.ts'
import { textsOfAnchors } from './reanchor.ts'

/**
 * A person's decision on annotations of an older version. Their quotes in briefs go along, as one step of undo; each
 * brief is kept as a revision before. A brief that cannot be read is left as it is, and named. Throws `REFUSED`:
 * `unknown-annotation`; `no-place` where one that is lost is taken; `no-older-version`.
 */
export function settle(library: Library, settling: Settling): Settled {
  return library.write(LABELS[settling.decision], (writer) => {
    const ids = settling.decision === 'place' ? [settling.annotation] : settling.annotations
    if (settling.decision === 'place') placeAnnotation(writer, settling)
    const changes = new Map(ids.map((id) => [id, changeOf(writer, id, settling.decision)]))
    return {
      ...changeBriefs(writer, changes),
      annotations: ids.map((id) => annotationNamed(writer, id)),
    }
  })
}

const LABELS: Readonly<Record<Settling['decision'], string>> = {
  take: 'take the new places',
  keep: 'keep the older version',
  place: 'choose a passage',
}

type Change = (quote: LinkedQuote) => LinkedQuote

/** Sets the annotation where it was decided; gives what becomes of its quotes. */
function changeOf(writer: Writer, named: string, decision: Settling['decision']): Change {
  const { source } = annotationNamed(writer, named)
  const id = named as AnnotationId
  const current = findVersion(writer, source as SourceId)
  const anchors = listAnchors(writer, id)
  const found = current === null ? null : migrating(anchors, current)
  if (current === null || found === null) throw noOlderVersion()
  return decision === 'keep'
    ? keeping(writer, id, current, found)
    : taking(writer, id, current, found, decision)
}

type Found = NonNullable<ReturnType<typeof migrating>>

function taking(
  writer: Writer,
  id: AnnotationId,
  current: VersionRow,
  { now, decided }: Found,
  decision: 'take' | 'place',
): Change {
  if (now === null) throw noPlace()
  let place = now
  const stays = decision === 'place' || decided === 'taken'
  if (!stays) {
    // A place of its own says that a person looked at it.
    const made = appendAnchor(writer, id, placeOf(now))
    setAnchoring(writer, id, current.id, 'anchored')
    place = findAnchor(writer, made) ?? now
  }
  const words = wordsOfAnchors(writer)
  const to = { anchorId: place.id, exact: words(place) ?? place.exact }
  return (quote) => {
    const own = findAnchor(writer, quote.anchor)
    return relinkQuote(quote, own === null ? null : words(own), to)
  }
}

function keeping(writer: Writer, id: AnnotationId, current: VersionRow, { old, decided }: Found): Change {
  if (decided !== 'kept') {
    appendAnchor(writer, id, placeOf(old))
    setAnchoring(writer, id, current.id, 'orphaned')
  }
  return (quote) => {
    const own = findAnchor(writer, quote.anchor)
    const kept = own === null || own.version === current.id ? old : own
    const number = findVersionById(writer, kept.version)?.number ?? null
    if (own !== null && own.version !== current.id) return { ...quote, pin: quote.pin ?? number }
    const words = wordsOfAnchors(writer)
    const from = own === null ? null : words(own)
    const back = relinkQuote(quote, from, { anchorId: kept.id, exact: words(kept) ?? kept.exact })
    return { ...back, pin: number }
  }
}

const placeOf = ({ version, segments, exact, prefix, suffix }: AnchorRow) => ({
  version,
  segments,
  exact,
  prefix,
  suffix,
})

/** The words of an anchor as its version's text has them; null where that is damaged. */
function wordsOfAnchors(reader: Reader): (anchor: AnchorRow) => string | null {
  const texts = textsOfAnchors(reader)
  return (anchor) => {
    const text = texts(anchor)
    return text === null ? null : passageWords(text, anchor.segments)
  }
}

function changeBriefs(
  writer: Writer,
  changes: ReadonlyMap<string, Change>,
): Pick<Settled, 'briefs' | 'unread'> {
  const briefs: string[] = []
  const unread: string[] = []
  for (const { id } of briefsQuoting(writer, [...changes.keys()])) {
    const row = readBrief(writer, id)
    const before = row === null ? null : readable(row.content)
    if (before === null) {
      unread.push(id)
      continue
    }
    const after = mapQuotes(before, (quote) => changes.get(quote.annotation)?.(quote) ?? quote)
    const content = JSON.stringify(after)
    if (content === JSON.stringify(before)) continue
    addRevision(writer, id as BriefId)
    saveBrief(writer, id as BriefId, { content })
    briefs.push(id)
  }
  return { briefs, unread }
}

function readable(content: string): BriefState | null {
  try {
    return stateOf(content)
  } catch (thrown) {
    if (thrown instanceof Failure) return null
    throw thrown
  }
}

const noPlace = (): Failure =>
  refused(
    'no-place',
    'A highlight has no place in the new version. Nothing was changed. Choose its passage, or keep the older version.',
  )

const noOlderVersion = (): Failure =>
  refused('no-older-version', 'This highlight was made in the newest version. Nothing was changed.')
