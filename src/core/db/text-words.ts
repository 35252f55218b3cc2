import { WORD_CODE_RULES, type WordCodes } from '../../shared/verdict/word-codes.ts'
import type { Sha256, VersionId } from './ids.ts'
import type { Reader } from './reader.ts'
import { codesOfText } from './text-work.ts'
import type { Writer } from './writer.ts'

/** Texts of an older library whose codes each write makes on its way. */
const PENDING_AT_ONCE = 10

const WAITING = `SELECT t.id, t.content FROM text t LEFT JOIN text_words w ON w.text_sha256 = t.id
WHERE w.rules IS NOT ? LIMIT ?`

/** Keeps the codes of a text's words, once for all versions that have it. */
export function keepWordCodes(writer: Writer, sha256: Sha256, text: string): void {
  const known = writer.sql('SELECT 1 FROM text_words WHERE text_sha256 = ? AND rules = ?')
  if (known.get(sha256, WORD_CODE_RULES) !== undefined) return
  const { buffer, byteOffset, byteLength } = codesOfText(text)
  writer.run(
    'INSERT OR REPLACE INTO text_words (text_sha256, rules, codes) VALUES (?, ?, ?)',
    sha256,
    WORD_CODE_RULES,
    new Uint8Array(buffer, byteOffset, byteLength),
  )
}

/** Whether a connection has seen that no text waits. Each new one gets its codes with it, so none ever waits again. */
const waits = (): { none: boolean } => ({ none: false })

/** Makes the codes of texts that wait, at most `count`; true where more may be left. */
export function takeUpWordCodes(writer: Writer, count: number = PENDING_AT_ONCE): boolean {
  const seen = writer.kept(waits)
  if (seen.none) return false
  const waiting = writer
    .sql<{ readonly id: Sha256; readonly content: string }>(WAITING)
    .all(WORD_CODE_RULES, count)
  for (const { id, content } of waiting) keepWordCodes(writer, id, content)
  seen.none = waiting.length < count
  return !seen.none
}

export const wordCodesPending = (reader: Reader): boolean =>
  reader.sql(WAITING).get(WORD_CODE_RULES, 1) !== undefined

const EVERY = `SELECT v.id, w.codes FROM version v
LEFT JOIN text_words w ON w.text_sha256 = v.text_sha256 AND w.rules = ? WHERE v.deleted_at IS NULL ORDER BY v.id`

/** The codes of every version's words, of sources in the trash too, the oldest first; null where they are not made yet. */
export function listWordCodes(reader: Reader): readonly {
  readonly version: VersionId
  readonly codes: WordCodes | null
}[] {
  return reader
    .sql<{ readonly id: VersionId; readonly codes: Uint8Array | null }>(EVERY)
    .all(WORD_CODE_RULES)
    .map(({ id, codes }) => ({ version: id, codes: codes === null ? null : codesIn(codes) }))
}

/** A view where the bytes lie on an even address, else a copy. */
function codesIn(bytes: Uint8Array): WordCodes {
  const even = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice()
  return new Uint16Array(even.buffer, even.byteOffset, even.byteLength >> 1)
}
