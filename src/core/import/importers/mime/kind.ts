import { parametrised } from './content-type.ts'
import { entityIn, LONGEST_HEADER, type Headers } from './headers.ts'

/** What bytes that begin with a message's header are: a page that a browser saved, or a letter. */
export type MessageKind = 'page' | 'letter'

const SAVED = /saved by|\bmhtml\b|\bunmht\b/i
/** Fields that only programs that send or carry mail write. */
const POSTED = ['received', 'return-path', 'delivered-to', 'message-id', 'dkim-signature', 'mime-version']

/** Null for bytes that are no message. The name decides only where hardly any field does. */
export function messageKind(bytes: Uint8Array, name: string): MessageKind | null {
  if (!mayBe(bytes)) return null
  const headers = entityIn(bytes.subarray(0, LONGEST_HEADER))?.headers
  if (headers === undefined) return null
  const sender = headers.words('from') ?? headers.words('sender') ?? ''
  if (headers.has('snapshot-content-location')) return 'page'
  if (headers.has('content-type') && SAVED.test(sender)) return 'page'
  if (isLetter(headers, sender, name)) return 'letter'
  return isPage(headers, name) ? 'page' : null
}

/** Begins with a field's name and a colon; a byte order mark and empty lines apart. */
const mayBe = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?[\r\n]{0,20}[A-Za-z][!-9;-~]{0,79}[ \t]*:/.test(
    Buffer.from(bytes.subarray(0, 128)).toString('latin1'),
  )

/** Word and old browsers name no sender; a page without pictures is no multipart. */
function isPage(headers: Headers, name: string): boolean {
  if (!headers.has('mime-version', 'content-transfer-encoding') && !/\.mht(?:ml)?$/i.test(name)) return false
  const { value } = parametrised(headers.raw('content-type'))
  if (value === 'multipart/related') return true
  return value === 'text/html' && headers.has('content-location', 'content-base', 'x-mimeole')
}

/** Plain words may begin like a letter ("From: …"): one more field must be such as a program writes. */
function isLetter(headers: Headers, sender: string, name: string): boolean {
  if (sender === '' || !headers.has('date', 'subject', 'to')) return false
  return /\.eml$/i.test(name) || (headers.has(...POSTED) && (sender.includes('@') || headers.has('date')))
}
