import { TextDecoder, normalizeEncoding } from '@exodus/bytes/encoding.js'
import { decodeWords } from './encoded-words.ts'

/** A `Content-Type` or `Content-Disposition`: its value in lower case, its parameters by name in lower case. */
export interface Parametrised {
  readonly value: string
  readonly parameters: ReadonlyMap<string, string>
}

const PARAMETER = /;\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"\s]*))/gs

/** Reads a field of structure; null and nonsense have an empty value. */
export function parametrised(field: string | null): Parametrised {
  const given = field ?? ''
  const value = given.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const parameters = new Map<string, string>()
  const pieces = new Map<string, string[]>()
  for (const [, name = '', quoted, plain = ''] of given.slice(value.length).matchAll(PARAMETER)) {
    const [base = '', ...marks] = name.toLowerCase().split('*')
    const content = quoted?.replace(/\\(.)/gs, '$1') ?? plain
    if (marks.length === 0) parameters.set(base, decodeWords(content))
    else pieces.set(base, [...(pieces.get(base) ?? []), content])
  }
  for (const [name, parts] of pieces) parameters.set(name, extended(parts.join('')))
  return { value, parameters }
}

/** RFC 2231: `charset'language'percent-encoded`; pieces come in their order. */
function extended(content: string): string {
  const [charset = '', , words] = content.split("'", 3)
  if (words === undefined) return content
  const encoding = normalizeEncoding(charset) ?? 'utf-8'
  const bytes = words.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return new TextDecoder(encoding).decode(Buffer.from(bytes, 'latin1'))
}
