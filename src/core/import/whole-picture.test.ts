import { deflateSync, crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { PIXEL } from './importers/fixtures/picture.ts'
import { isWholePicture } from './whole-picture.ts'

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  const data = deflateSync(Buffer.alloc(2))
  const parts = [chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([PIXEL.subarray(0, 8), ...parts])
}

/** A JPEG’s parts as far as they are looked at: frame, scan, end. */
const JPEG = Buffer.from('ffd8ffc0000b080002000301011100ffda0008010100003f00ffd9', 'hex')
const GIF = Buffer.from('47494638396101000100800000000000ffffff2c00000000010001000002024401003b', 'hex')

test('a whole picture is whole', () => {
  for (const bytes of [PIXEL, png(1, 1), JPEG, GIF]) expect(isWholePicture(bytes)).toBe(true)
})

test('a picture that ends early is not, wherever it ends', () => {
  for (const bytes of [PIXEL, JPEG, GIF])
    for (let end = 0; end < bytes.length; end += 1) expect(isWholePicture(bytes.subarray(0, end))).toBe(false)
})

test('a picture without extent, or with an absurd one, is not', () => {
  for (const [width, height] of [
    [0, 1],
    [1, 0],
    [0, 0],
    [2_000_000_000, 2_000_000_000],
  ] as const)
    expect(isWholePicture(png(width, height))).toBe(false)
})

test('a picture with changed bytes is not', () => {
  const bytes = Buffer.from(PIXEL)
  bytes.writeUInt8(bytes.readUInt8(45) ^ 1, 45)
  expect(isWholePicture(bytes)).toBe(false)
})
