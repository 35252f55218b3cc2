import { deflateSync, inflateSync } from 'node:zlib'

/*
 * Makes a picture of a window small: its few colours become a palette. Reads what Chromium writes (8 bits a channel,
 * RGB or RGBA, not interlaced), by the PNG specification, third edition.
 */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const LARGEST_PALETTE = 256

const chunksOf = (png) => {
  const chunks = []
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

const paeth = (left, up, corner) => {
  const estimate = left + up - corner
  const [a, b, c] = [left, up, corner].map((each) => Math.abs(estimate - each))
  return a <= b && a <= c ? left : b <= c ? up : corner
}

const FILTERS = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => paeth(left, up, corner),
]

/** Undoes the line filters; the pixels' bytes, `channels` a pixel. */
const unfiltered = (lines, width, height, channels) => {
  const stride = width * channels
  const pixels = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = FILTERS[lines[y * (stride + 1)]]
    const from = y * stride
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? pixels[from + x - channels] : 0
      const up = y > 0 ? pixels[from + x - stride] : 0
      const corner = x >= channels && y > 0 ? pixels[from + x - stride - channels] : 0
      pixels[from + x] = lines[y * (stride + 1) + 1 + x] + filter(left, up, corner)
    }
  }
  return pixels
}

const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]

const distance = (one, other) => {
  const [a, b] = [parts(one), parts(other)]
  return a.reduce((sum, value, at) => sum + (value - b[at]) ** 2, 0)
}

/** Each pixel's place in the palette of the 256 commonest colours; the rare ones, in edges of letters, go to the next. */
const indexed = (pixels, channels) => {
  const colours = new Uint32Array(pixels.length / channels)
  const counts = new Map()
  for (let pixel = 0; pixel < colours.length; pixel += 1) {
    const at = pixel * channels
    const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]
    colours[pixel] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const common = [...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour)
  const palette = common.slice(0, LARGEST_PALETTE)
  const places = new Map(palette.map((colour, place) => [colour, place]))
  for (const colour of common.slice(LARGEST_PALETTE)) {
    const distances = palette.map((each) => distance(each, colour))
    places.set(colour, distances.indexOf(Math.min(...distances)))
  }
  return { palette, places: Buffer.from(Array.from(colours, (colour) => places.get(colour))) }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

const crc = (bytes) => {
  let value = 0xffffffff
  for (const byte of bytes) value = CRC_TABLE[(value ^ byte) & 255] ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc(body), body.length + 4)
  return out
}

/** The same picture with a palette, smaller; colours may move by what no eye sees. */
export const shrunk = (png) => {
  const chunks = chunksOf(png)
  const header = Buffer.from(chunks[0].data)
  const [width, height, type] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]]
  const channels = type === 6 ? 4 : 3
  const data = Buffer.concat(chunks.filter((each) => each.type === 'IDAT').map((each) => each.data))
  const { palette, places } = indexed(unfiltered(inflateSync(data), width, height, channels), channels)
  header[9] = 3
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) places.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width)
  const colours = Buffer.from(palette.flatMap(parts))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
