import type { Annotation } from '../../shared/contract/annotations.ts'
import type { VerifyReport } from '../../shared/contract/library.ts'
import { prepare, type PreparedText } from '../../shared/verdict/prepared.ts'
import { placeIn, textsOfAnchors } from '../annotations/reanchor.ts'
import { damagedAnnotations, listAnchors, listAnnotations, type AnchorRow } from '../db/annotations.ts'
import type { Reader } from '../db/reader.ts'
import { getSourceRow } from '../db/sources.ts'
import { findVersion, readText, type VersionRow } from '../db/versions.ts'
import { isOnDamagedText, messageOf, type Damage } from './damage.ts'

interface Current {
  readonly version: VersionRow
  readonly text: PreparedText
}

/** Finds every annotation again in its source's current version, from its text and not from what was noted. */
export function verifyAnnotations(reader: Reader, damaged: Damage[]): VerifyReport['annotations'] {
  const counts = { anchored: 0, moved: 0, orphaned: 0 }
  const texts = new Map<string, Current | null>()
  const own = textsOfAnchors(reader)
  for (const id of damagedAnnotations(reader))
    damaged.push({ what: 'annotation', id, message: 'What is stored of this annotation makes none.' })
  for (const annotation of listAnnotations(reader, {})) {
    try {
      const current = texts.get(annotation.source) ?? currentOf(reader, annotation.source)
      texts.set(annotation.source, current)
      counts[current === null ? 'orphaned' : statusOf(reader, annotation, current, own, damaged)]++
    } catch (error) {
      if (!isOnDamagedText(error)) {
        damaged.push({ what: 'annotation', id: annotation.id, message: messageOf(error) })
      }
    }
  }
  return counts
}

function currentOf(reader: Reader, source: string): Current | null {
  const row = getSourceRow(reader, source)
  const version = row && findVersion(reader, row.id)
  return version ? { version, text: prepare(readText(reader, version)) } : null
}

function statusOf(
  reader: Reader,
  { id, status }: Annotation,
  { version, text }: Current,
  own: ReturnType<typeof textsOfAnchors>,
  damaged: Damage[],
): Annotation['status'] {
  const newest = listAnchors(reader, id).at(-1)
  if (!newest) return 'orphaned'
  if (newest.version !== version.id) return placeIn(text, newest, own(newest)).status
  if (holds(text.raw, newest)) return status
  damaged.push({
    what: 'annotation',
    id,
    message: 'The words of this annotation are not those of its place in the text.',
  })
  return 'orphaned'
}

const holds = (text: string, { segments, exact }: AnchorRow): boolean =>
  segments.map(({ start, end }) => text.slice(start, end)).join(' ') === exact
