import { getBOMEncoding } from '@exodus/bytes/encoding.js'
import type { Failure } from '../../shared/contract/failures.ts'
import { refused } from '../../shared/contract/failures.ts'
import type { TextFormat } from '../../shared/contract/sources.ts'
import { utf16ByStatistics } from './decode.ts'
import { knownFormat } from './signatures.ts'

const SAMPLE = 64 * 1024
/** Share of control characters above which bytes are no text. */
const CONTROL_SHARE = 0.02

/** Refuses bytes that are no text in any encoding, naming what they are; of those `meant` as text the binary ones. */
export function refuseNonText(bytes: Uint8Array, encodingGiven: boolean, meant = false): void {
  if (bytes.length === 0) throw empty()
  const known = meant ? null : knownFormat(bytes)
  if (known !== null) throw unsupported(known.name, known.wayOut)
  if (!encodingGiven && isBinary(bytes)) {
    throw binary()
  }
}

const binary = (): Failure =>
  refused('binary', 'The file holds binary data and no text. Nothing was imported.')

/** Refuses words that only looked like UTF-16 before they were decoded: text holds next to no U+0000. */
export function refuseZeros(text: string): void {
  const sample = text.slice(0, SAMPLE)
  const zeros = sample.length - sample.replaceAll('\0', '').length
  if (zeros > sample.length * CONTROL_SHARE) throw binary()
}

export const empty = (): Failure =>
  refused('empty', 'The file is empty: there are no words in it. Nothing was imported.')

export const unsupported = (name: string, wayOut: string | null): Failure =>
  refused(
    'unsupported',
    `This is ${name}, not an article that Verbatim reads. Nothing was imported.${wayOut === null ? '' : ` ${wayOut}`}`,
    { type: name },
  )

/** UTF-16 of Greek to Chinese is full of control bytes, so it is looked for before the bytes are judged. */
function isBinary(bytes: Uint8Array): boolean {
  if (getBOMEncoding(bytes) !== null) return false
  const sample = bytes.subarray(0, SAMPLE)
  let controls = 0
  for (const byte of sample) if (isControl(byte)) controls += 1
  return controls > sample.length * CONTROL_SHARE && utf16ByStatistics(bytes) === null
}

/** ISO-2022-JP is written with escapes (0x1b). */
const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b)

const OPENING = /^(?:\ufeff|\s|<!--[\s\S]{0,20000}?-->|<\?xml[^>]{0,500}\?>)*/u
const HTML_ROOT = /^<(?:!doctype\s+html|html|head|body|meta|title|link|base|script|style)\b/i
const HTML_PART =
  /^<(?:!doctype|p|div|article|section|main|header|h[1-6]|table|span|a|ul|ol|blockquote|figure|img|center|font|b|i|em|strong)\b/i
const XML_ROOT = /^<(?:!doctype\s+)?([a-z][\w.:-]*)/i
const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n[\s\S]{0,20000}?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u

/** What kind of text these words are, by content; a name decides only where content does not. */
export function sniffText(text: string, name: string): TextFormat {
  if (text.trim() === '') throw empty()
  const start = OPENING.exec(text.slice(0, SAMPLE))?.[0].length ?? 0
  const body = text.slice(start, start + 2000)
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (HTML_ROOT.test(body)) return 'html'
  if (['md', 'markdown', 'mdown', 'mkd'].includes(extension)) return 'markdown'
  if (extension === 'txt') return 'text'
  if (HTML_PART.test(body) || (/^x?html?$/.test(extension) && /<[a-z!]/i.test(text))) return 'html'
  refuseOtherText(text, body)
  return FRONT_MATTER.test(text) ? 'markdown' : 'text'
}

/** Text formats that hold an article, or many, in a wrapping that is not read as plain words. */
function refuseOtherText(text: string, body: string): void {
  if (/^(?:<\?xml|<svg|<rss|<feed)/i.test(text.trimStart())) {
    throw unsupported(`an XML document (${XML_ROOT.exec(body)?.[1] ?? 'unknown'})`, null)
  }
}
