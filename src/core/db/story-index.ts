import { isOneStory, LEAST_ESTIMATE, likenessOf, type Likeness } from '../../shared/story/likeness.ts'
import { mayBeCompared, shinglesOf } from '../../shared/story/shingles.ts'
import { bandsOf, estimatedLikeness, signatureOf } from '../../shared/story/signature.ts'
import type { Sha256, SourceId } from './ids.ts'
import type { Reader } from './reader.ts'
import { admit, isSaidOf, linkedTo, regroup } from './story-groups.ts'
import { shinglesOfText } from './text-work.ts'
import type { Writer } from './writer.ts'

/** Of all texts whose bands meet a new one's, so many are read and compared: the likest. */
const MOST_COMPARED = 16

/** Sources of an older library that each write compares on its way. */
const PENDING_AT_ONCE = 2

/**
 * Brings the stories of changed sources up to date, and takes up some that
 * wait. `told` are those of which a person said something, or took it back.
 */
export function refreshStories(
  writer: Writer,
  changed: ReadonlySet<SourceId>,
  told: ReadonlySet<SourceId>,
): void {
  const touched = new Set(told)
  for (const source of changed) {
    settle(writer, source, touched)
    if (isSaidOf(writer, source)) touched.add(source)
  }
  comparePending(writer, PENDING_AT_ONCE, touched)
  if (touched.size > 0) regroup(writer, touched)
}

/** Compares sources that wait, at most `count`; true where more are left. */
export function takeUpPending(writer: Writer, count: number): boolean {
  const touched = new Set<SourceId>()
  comparePending(writer, count, touched)
  regroup(writer, touched)
  return writer.sql('SELECT 1 FROM story_pending LIMIT 1').get() !== undefined
}

/** Forgets all that follows from the texts, and compares every source anew. */
export function rebuildStories(writer: Writer, sources: readonly SourceId[]): void {
  for (const table of ['signature', 'band', 'link', 'member', 'pending'])
    writer.run(`DELETE FROM story_${table}`)
  for (const source of sources) compare(writer, source)
  regroup(writer, new Set(sources))
}

function comparePending(writer: Writer, count: number, touched: Set<SourceId>): void {
  const waiting = writer
    .sql<{ readonly source: SourceId }>('SELECT source_id AS source FROM story_pending LIMIT ?')
    .all(count)
  for (const { source } of waiting) settle(writer, source, touched)
}

/** Compares a source; where its story cannot be settled by adding it, it and its old and new mates are `touched`. */
function settle(writer: Writer, source: SourceId, touched: Set<SourceId>): void {
  const compared = compare(writer, source)
  if (compared === null) return
  const { left, met } = compared
  if (left.length === 0 && (met.length === 0 || admit(writer, source, met))) return
  for (const each of [source, ...left, ...met]) touched.add(each)
}

interface Signed {
  readonly id: number
  readonly text: Sha256
  readonly signature: string | null
}

interface Current {
  readonly text: Sha256
  readonly words: number
}

const CURRENT = `SELECT v.text_sha256 AS text, v.words FROM version v JOIN source s ON s.id = v.source_id
WHERE s.id = ? AND s.deleted_at IS NULL AND v.deleted_at IS NULL ORDER BY v.imported_at DESC, v.id DESC LIMIT 1`

const SIGNED = 'SELECT id, text_sha256 AS text, signature FROM story_signature WHERE source_id = ?'

/** Which sources a source is linked to no longer, and which it is now. */
interface Compared {
  readonly left: readonly SourceId[]
  readonly met: readonly SourceId[]
}

/** Compares a source's current text with all others; null where it is the one that was compared before. */
function compare(writer: Writer, source: SourceId): Compared | null {
  writer.run('DELETE FROM story_pending WHERE source_id = ?', source)
  const current = writer.sql<Current>(CURRENT).get(source)
  const signed = writer.sql<Signed>(SIGNED).get(source)
  if (current?.text === signed?.text) return null
  const left = signed === undefined ? [] : forget(writer, source, signed)
  return { left, met: current === undefined ? [] : enter(writer, source, current) }
}

function forget(writer: Writer, source: SourceId, { id, signature }: Signed): SourceId[] {
  const mates = linkedTo(writer, source)
  for (const key of signature === null ? [] : bandsOf(fromBase64(signature)))
    writer.run('DELETE FROM story_band WHERE band_key = ? AND signature_id = ?', key, id)
  writer.run('DELETE FROM story_signature WHERE id = ?', id)
  writer.run('DELETE FROM story_link WHERE source_id = ?', source)
  writer.run('DELETE FROM story_link WHERE other_id = ?', source)
  return mates
}

function enter(writer: Writer, source: SourceId, { text, words }: Current): SourceId[] {
  const shingles = shinglesOfCurrent(writer, { text, words })
  const signature = shingles === null ? null : signatureOf(shingles)
  writer.run(
    'INSERT INTO story_signature (source_id, text_sha256, signature) VALUES (?, ?, ?)',
    source,
    text,
    signature === null ? null : toBase64(signature),
  )
  const entered = writer.sql<Signed>(SIGNED).get(source)
  if (shingles === null || signature === null || entered === undefined) return []
  const mates: SourceId[] = []
  for (const { source: other, text: its } of likest(writer, signature)) {
    const found = likenessOf(
      shingles,
      its === text ? shingles : (shinglesOf(contentOf(writer, its)) ?? NOTHING),
    )
    if (!isOneStory(found)) continue
    const pair = [source, other].toSorted()
    writer.run(
      'INSERT INTO story_link (source_id, other_id, likeness) VALUES (?, ?, ?)',
      ...pair,
      found.likeness,
    )
    mates.push(other)
  }
  for (const key of bandsOf(signature))
    writer.run('INSERT OR IGNORE INTO story_band (band_key, signature_id) VALUES (?, ?)', key, entered.id)
  return mates
}

const NOTHING = new Uint32Array()

interface Candidate {
  readonly source: SourceId
  readonly text: Sha256
  readonly signature: string
}

/** Of so many texts with one key all are copies of the same, and other keys bring the rest. */
const MOST_WITH_ONE_KEY = 48

const MEETING = `SELECT DISTINCT s.source_id AS source, s.text_sha256 AS text, s.signature
FROM json_each(?) k JOIN story_signature s ON s.id IN (
  SELECT signature_id FROM story_band WHERE band_key = k.value ORDER BY signature_id DESC LIMIT ${String(MOST_WITH_ONE_KEY)})`

/** The sources whose signatures are most like one, if alike enough. */
function likest(writer: Writer, signature: Uint32Array): readonly Candidate[] {
  return writer
    .sql<Candidate>(MEETING)
    .all(JSON.stringify(bandsOf(signature)))
    .map((candidate) => ({
      ...candidate,
      estimate: estimatedLikeness(signature, fromBase64(candidate.signature)),
    }))
    .filter(({ estimate }) => estimate >= LEAST_ESTIMATE)
    .toSorted((a, b) => b.estimate - a.estimate || (a.source < b.source ? -1 : 1))
    .slice(0, MOST_COMPARED)
}

/** Of a story of very many sources so many texts are read to say how alike they are. */
const MOST_LIKENED = 40

/** How alike a source's current text is to those of others; null for those that are not compared, and beyond the first 40. */
export function likenessesOf(
  reader: Reader,
  source: SourceId,
  others: readonly SourceId[],
): ReadonlyMap<SourceId, Likeness | null> {
  const shinglesOfSource = (id: SourceId): Uint32Array | null => {
    const current = reader.sql<Current>(CURRENT).get(id)
    return current === undefined ? null : shinglesOfCurrent(reader, current)
  }
  const mine = shinglesOfSource(source)
  const linked = new Set(linkedTo(reader, source))
  const likestFirst = others.toSorted((a, b) => Number(linked.has(b)) - Number(linked.has(a)))
  return new Map(
    likestFirst.map((other, at) => {
      const theirs = mine === null || at >= MOST_LIKENED ? null : shinglesOfSource(other)
      return [other, mine !== null && theirs !== null ? likenessOf(mine, theirs) : null]
    }),
  )
}

/** A long text is not even read. */
const shinglesOfCurrent = (reader: Reader, { text, words }: Current): Uint32Array | null =>
  mayBeCompared(words) ? shinglesOfText(contentOf(reader, text)) : null

/** As it is stored: what only groups needs no proof that it is whole. */
const contentOf = (reader: Reader, text: Sha256): string =>
  reader.sql<{ readonly content: string }>('SELECT content FROM text WHERE id = ?').get(text)?.content ?? ''

function toBase64(values: Uint32Array): string {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4)
  return bytes.toString('base64')
}

function fromBase64(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64')
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4))
}
