import { createHash } from 'node:crypto'
import { refused } from '../../shared/contract/failures.ts'
import type { Sha256 } from './ids.ts'
import type { Reader } from './reader.ts'
import { documentContent, textContent } from './schema/versions.ts'
import type { Writer } from './writer.ts'

export function sha256Of(bytes: Uint8Array | string): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256
}

/** Text as it is stored and hashed: without U+0000, which other engines cannot hold, and with no half pairs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\ufffd')
}

/** Stores a version's text, once for all versions that have it. */
export function storeText(writer: Writer, text: string): Sha256 {
  const content = storable(text)
  const id = sha256Of(content)
  writer.insertOnce(textContent, { id, content })
  return id
}

/** Stores a version's document, given as JSON. */
export function storeDocument(writer: Writer, json: string): Sha256 {
  const content = storable(json)
  const id = sha256Of(content)
  writer.insertOnce(documentContent, { id, content })
  return id
}

/** The text stored under a hash, re-read and its hash checked. Failure REFUSED `damaged-text` otherwise. */
export function storedText(reader: Reader, sha256: Sha256): string {
  return checked(reader, 'text', sha256)
}

/** The document stored under a hash, as JSON. Failure REFUSED `damaged-document` where it does not match. */
export function storedDocument(reader: Reader, sha256: Sha256): string {
  return checked(reader, 'document', sha256)
}

function checked(reader: Reader, kind: 'text' | 'document', sha256: Sha256): string {
  const row = reader.sql<{ readonly content: string }>(`SELECT content FROM ${kind} WHERE id = ?`).get(sha256)
  if (row && sha256Of(row.content) === sha256) return row.content
  const found = row ? 'is no longer what was imported' : 'is missing'
  throw refused(
    `damaged-${kind}`,
    `A stored ${kind} ${found}. Nothing was changed; restore the library from a backup.`,
    { sha256 },
  )
}
