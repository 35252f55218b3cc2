import { parametrised } from './content-type.ts'
import { entityIn, LONGEST_HEADER, type Headers } from './headers.ts'

/** What bytes that begin with a message's header are: a page that a browser saved, or a letter. */
export type MessageKind = 'page' | 'letter'

const SAVED = /saved by|\bmhtml\b|\bunmht\b/i
/** Fields that only the post adds. */
const POSTED = ['received', 'return-path', 'delivered-to', 'message-id', 'to', 'dkim-signature']

/** Null for bytes that are no message. */
export function messageKind(bytes: Uint8Array): MessageKind | null {
  if (!mayBe(bytes)) return null
  const headers = entityIn(bytes.subarray(0, LONGEST_HEADER))?.headers
  if (headers === undefined) return null
  const typed = headers.has('content-type') && headers.has('mime-version', 'content-transfer-encoding')
  if (headers.has('snapshot-content-location')) return 'page'
  if (typed && SAVED.test(headers.words('from') ?? '')) return 'page'
  if (headers.has('from') && (typed || headers.has('mime-version')) && headers.has(...POSTED)) return 'letter'
  if (typed && isPageType(headers)) return 'page'
  return isLetter(headers, typed) ? 'letter' : null
}

/** Begins with a field's name and a colon; a byte order mark and empty lines apart. */
const mayBe = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?[\r\n]{0,20}[A-Za-z][!-9;-~]{0,79}[ \t]*:/.test(
    Buffer.from(bytes.subarray(0, 128)).toString('latin1'),
  )

/** Word and old browsers name no sender; a page without pictures is no multipart. */
function isPageType(headers: Headers): boolean {
  const { value } = parametrised(headers.raw('content-type'))
  if (value === 'multipart/related') return true
  return value === 'text/html' && headers.has('content-location', 'content-base', 'x-mimeole')
}

/** Plain words may begin like a letter ("From: …"): what a program that sends mail writes must be among the fields. */
const isLetter = (headers: Headers, typed: boolean): boolean =>
  headers.has('from', 'sender') &&
  headers.has('date', 'subject') &&
  (typed || headers.has('mime-version', 'message-id', 'received', 'return-path'))
