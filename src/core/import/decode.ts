import { isUtf8 as isValidUtf8 } from 'node:buffer'
import { TextDecoder, getBOMEncoding, normalizeEncoding } from '@exodus/bytes/encoding.js'
import sniffHTMLEncoding from 'html-encoding-sniffer'
import { detect } from 'jschardet'
import { Failure } from '../../shared/contract/failures.ts'

/** `encoding` is the WHATWG name in lower case; `text` is without byte order mark. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

/** Names that jschardet gives and the Encoding standard does not know. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['cp949', 'euc-kr'],
  ['johab', 'euc-kr'],
  ['cp874', 'windows-874'],
  ['cp950', 'big5'],
  ['cp936', 'gbk'],
  ['hz-gb-2312', 'gbk'],
  ['macroman', 'macintosh'],
  ['maccyrillic', 'x-mac-cyrillic'],
])
const DETECTION_SAMPLE = 256 * 1024
const FALLBACK = 'windows-1252'

/** The standard's name for an encoding's label, in lower case. An unknown label is a `USAGE` failure. */
export function knownEncoding(label: string): string {
  const name = encodingNamed(label)
  if (name !== null) return name
  throw new Failure(
    'USAGE',
    'unknown-encoding',
    `“${label}” is no encoding that Verbatim knows. Nothing was imported. Name one such as utf-8, windows-1252 or shift_jis.`,
  )
}

/** The same, or null for a label that is unknown. */
export function encodingNamed(label: string): string | null {
  const name = ALIASES.get(label.trim().toLowerCase()) ?? normalizeEncoding(label)
  return name === 'replacement' ? null : name
}

export interface DecodeOptions {
  readonly html: boolean
  /** The name of the encoding to use, whatever the bytes say; null to find out. */
  readonly encoding: string | null
  /** The label that stood beside the bytes, in a header; a page's own word counts less. */
  readonly declared?: string | null
}

/**
 * Decodes a text of unknown encoding: byte order mark, UTF-16 by its bytes,
 * ISO-2022-JP by its escapes, strict UTF-8, the label beside it, an HTML
 * page's own word, then statistics. Malformed bytes become U+FFFD.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const encoding = options.encoding ?? detectEncoding(bytes, options)
  return { encoding, text: new TextDecoder(encoding).decode(bytes) }
}

function detectEncoding(bytes: Uint8Array, { html, declared = null }: DecodeOptions): string {
  return (
    getBOMEncoding(bytes) ??
    utf16ByStatistics(bytes) ??
    iso2022ByEscapes(bytes) ??
    (isUtf8(bytes) ? 'utf-8' : null) ??
    labelled(declared) ??
    (html ? declaredEncoding(bytes) : null) ??
    statistically(bytes)
  )
}

/** Shares of plausible characters below this are no UTF-16. */
const PLAUSIBLE_SHARE = 0.9
/** Blocks of letters and signs that real text is made of, first and last code point of each. */
const PLAUSIBLE: readonly (readonly [first: number, last: number])[] = [
  [0x09, 0x0d],
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x300, 0x6ff],
  [0x900, 0xdff],
  [0xe00, 0xe7f],
  [0x10a0, 0x10ff],
  [0x1e00, 0x1fff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20bf],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff00, 0xffef],
  [0x1f300, 0x1faff],
]

const isPlausible = (character: string): boolean => {
  const point = character.codePointAt(0) ?? 0
  return PLAUSIBLE.some(([first, last]) => first <= point && point <= last)
}

/** UTF-16 of Latin letters is half zeros, of Greek to Arabic full of bytes below 9; else zeros in UTF-8 are stray. */
const ZERO_SHARE = 0.2

const countOf = (bytes: Uint8Array, test: (byte: number) => boolean): number =>
  bytes.reduce((count, byte) => (test(byte) ? count + 1 : count), 0)

/** UTF-16 without a mark: some byte is zero, and one byte order alone makes plausible text. */
export function utf16ByStatistics(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, DETECTION_SAMPLE & ~1)
  if (bytes.length % 2 !== 0 || bytes.length < 4 || !sample.includes(0)) return null
  const zeros = countOf(sample, (byte) => byte === 0)
  const others = countOf(sample, (byte) => byte > 0 && byte < 9)
  if (zeros < sample.length * ZERO_SHARE && others === 0 && isValidUtf8(bytes)) return null
  const shares = (['utf-16le', 'utf-16be'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(sample)
    const characters = Array.from(text)
    return { encoding, share: characters.filter(isPlausible).length / Math.max(characters.length, 1) }
  })
  const [best, other] = shares.toSorted((a, b) => b.share - a.share)
  if (best === undefined || other === undefined) return null
  return best.share >= PLAUSIBLE_SHARE && best.share > other.share ? best.encoding : null
}

/** ISO-2022-JP is pure ASCII to every other test. */
function iso2022ByEscapes(bytes: Uint8Array): string | null {
  const escape = bytes.indexOf(0x1b)
  if (escape < 0) return null
  const head = String.fromCharCode(...bytes.subarray(escape + 1, escape + 3))
  return /^(?:\$[@B]|\([IJ])$/.test(head) ? 'iso-2022-jp' : null
}

/** Strictly valid, or so nearly that the few broken bytes must be damage and not another encoding. */
function isUtf8(bytes: Uint8Array): boolean {
  if (isValidUtf8(bytes)) return true
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const others = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  return others >= 20 && broken <= others / 50
}

/** ASCII says nothing of bytes above it, and UTF-8 was looked at before. */
function labelled(label: string | null): string | null {
  const name = label === null || /^\s*(?:us-)?ascii\s*$/i.test(label) ? null : encodingNamed(label)
  return name === 'utf-8' ? null : name
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const unknown = 'x-user-defined'
  const name = sniffHTMLEncoding(bytes, { defaultEncoding: unknown }).toLowerCase()
  return name === unknown || name === 'utf-8' ? null : encodingNamed(name)
}

function statistically(bytes: Uint8Array): string {
  const { encoding } = detect(bytes.subarray(0, DETECTION_SAMPLE))
  const name = typeof encoding === 'string' ? encodingNamed(encoding) : null
  return name === null || name.startsWith('utf-') ? FALLBACK : name
}
