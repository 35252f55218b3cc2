import { TextDecoder, normalizeEncoding } from '@exodus/bytes/encoding.js'
import { quotedPrintable } from './transfer.ts'

/** Each is at most 75 characters by RFC 2047; some programs write longer ones. */
const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?]{0,4000})\?=/gi

interface Piece {
  readonly encoding: string
  readonly bytes: Uint8Array
}

/**
 * A header's value with its encoded words (RFC 2047) read. White space between
 * two of them is none, and a character may be cut between them, so the bytes
 * of neighbours are joined before they are decoded. What cannot be read stays
 * as it is written.
 */
export function decodeWords(value: string): string {
  let read = ''
  let run: Piece[] = []
  let end = 0
  const flush = (): void => {
    read += textOf(run)
    run = []
  }
  for (const match of value.matchAll(WORD)) {
    const between = value.slice(end, match.index)
    const piece = pieceOf(match)
    if (run.length === 0 || between.trim() !== '' || piece === null) {
      flush()
      read += between
    }
    if (piece === null) read += match[0]
    else run.push(piece)
    end = match.index + match[0].length
  }
  flush()
  return read + value.slice(end)
}

/** The language that RFC 2231 lets follow the charset is of no use here. */
function pieceOf([, charset = '', kind = '', content = '']: RegExpExecArray): Piece | null {
  const encoding = normalizeEncoding(charset.split('*', 1)[0] ?? '')
  if (encoding === null || encoding === 'replacement') return null
  const bytes =
    kind.toLowerCase() === 'b'
      ? Buffer.from(content, 'base64')
      : quotedPrintable(Buffer.from(content.replaceAll('_', '=20'), 'latin1'))
  return { encoding, bytes }
}

function textOf(run: readonly Piece[]): string {
  let text = ''
  for (let at = 0; at < run.length;) {
    const encoding = run[at]?.encoding ?? 'utf-8'
    const from = at
    while (at < run.length && run[at]?.encoding === encoding) at += 1
    text += new TextDecoder(encoding).decode(Buffer.concat(run.slice(from, at).map(({ bytes }) => bytes)))
  }
  return text
}
