/** What the first bytes of a picture say of it; a size in pixels of 0 where they do not tell. */
export interface Picture {
  readonly mediaType: string
  readonly width: number
  readonly height: number
}

interface Format {
  readonly mediaType: string
  readonly is: (bytes: Buffer) => boolean
  /** Width and height; null where they cannot be read. */
  readonly size: (bytes: Buffer) => readonly [width: number, height: number] | null
}

/** Picture formats that cannot carry script. */
const FORMATS: readonly Format[] = [
  {
    mediaType: 'image/png',
    is: (bytes) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a',
    size: (bytes) => (bytes.length < 24 ? null : [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]),
  },
  {
    mediaType: 'image/jpeg',
    is: (bytes) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff',
    size: jpegSize,
  },
  {
    mediaType: 'image/gif',
    is: (bytes) => /^GIF8[79]a/.test(bytes.subarray(0, 6).toString('latin1')),
    size: (bytes) => (bytes.length < 10 ? null : [bytes.readUInt16LE(6), bytes.readUInt16LE(8)]),
  },
  {
    mediaType: 'image/webp',
    is: (bytes) => /^RIFF....WEBP/s.test(bytes.subarray(0, 12).toString('latin1')),
    size: webpSize,
  },
  {
    mediaType: 'image/avif',
    is: (bytes) => /^....ftypavi[fs]/s.test(bytes.subarray(0, 12).toString('latin1')),
    size: avifSize,
  },
]

/** As many bytes as a picture's kind and, nearly always, its size are read from. */
export const PICTURE_HEAD = 64 * 1024

/** A picture of a kind that cannot carry script, by its content; null for all else. */
export function pictureIn(given: Uint8Array): Picture | null {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const format = FORMATS.find(({ is }) => is(bytes))
  if (format === undefined) return null
  const [width, height] = format.size(bytes) ?? [0, 0]
  return { mediaType: format.mediaType, width, height }
}

/** Walks over the segments to the frame header, which stands below metadata of any length. */
function jpegSize(bytes: Buffer): readonly [number, number] | null {
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

function webpSize(bytes: Buffer): readonly [number, number] | null {
  if (bytes.length < 30) return null
  switch (bytes.subarray(12, 16).toString('latin1')) {
    case 'VP8 ':
      return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff]
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
    }
    case 'VP8X':
      return [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1]
    default:
      return null
  }
}

/** The first `ispe` box, which stands near the start. */
function avifSize(bytes: Buffer): readonly [number, number] | null {
  const at = bytes.subarray(0, PICTURE_HEAD).indexOf('ispe')
  return at < 0 || at + 16 > bytes.length ? null : [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)]
}
