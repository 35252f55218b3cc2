import { describe, expect, it } from 'vitest'
import { pictureIn } from '../../picture.ts'
import { readHtml } from '../html.ts'
import { addressesIn } from './image-addresses.ts'

const png = (width: number, height = 1): Buffer => {
  const bytes = Buffer.alloc(33)
  bytes.write('89504e470d0a1a0a0000000d49484452', 'hex')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
const data = (width: number): string => `data:image/png;base64,${png(width).toString('base64')}`

const SAVED: Readonly<Record<string, Buffer>> = { small: png(10), middle: png(400), large: png(1200) }

/** The width of each image that is kept of a page whose pictures were saved under these names. */
const widths = (html: string): number[] =>
  readHtml({
    text: `<p>Words.</p>${html}`,
    name: '',
    resources: (address) => SAVED[address] ?? null,
  }).images.map(({ bytes }) => pictureIn(bytes)?.width ?? 0)

describe('the best saved picture', () => {
  it.each([
    ['<img src=small>', 10],
    ['<img src=gone srcset="small 1x, middle 2x, absent 3x">', 400],
    ['<img src=small data-src=large>', 1200],
    ['<img src=small data-srcset="middle 400w,large 1200w">', 1200],
    ['<img src=small data-lazy-src=middle data-original=large>', 1200],
    ['<img src=small data-author-photo=large>', 10],
    ['<picture><source srcset="large 2x" type=image/png><img src=small alt=x></picture>', 1200],
    ['<picture><source data-srcset=middle></picture>', 400],
    [`<img src="${data(1)}" data-src=middle>`, 400],
    [`<img src="data:image/svg+xml,<svg>" srcset="${data(7)} 1x, ${data(9)} 2x">`, 9],
    [
      `<style>:root{--sf-img-1:url("${data(3)}");--sf-img-2: url(${data(8)})}</style><img src="data:image/svg+xml,<svg>" style="background-size:100%;background-image: var(--sf-img-2)!important">`,
      8,
    ],
    ['<img src="data:image/gif,GIF89a%05%00%01%00">', 5],
  ])('of %s', (html, width) => {
    expect(widths(html)).toEqual([width])
  })

  it.each([
    '<img src=gone alt="">',
    '<img src="data:text/html,<script>">',
    '<img src="data:image/svg+xml,<svg>">',
  ])('of %s is none', (html) => {
    expect(widths(html)).toEqual([])
  })
})

it('is kept in a long article too, where it is loaded late', () => {
  const words = `<p>${'The harbour board said on Thursday that the quay stays open, and that it would pay. '.repeat(5)}</p>`
  const page = `<nav><a href=/>Home</a></nav><div class=story>${words}<figure><img data-src=large alt=x></figure>${words}<div><img data-srcset="middle 400w" alt=y></div>${words}</div>`
  expect(widths(page)).toEqual([1200, 400])
})

it('reads a list of sizes', () => {
  expect(addressesIn(' a.jpg 1x, b,c.jpg 2x ,d.jpg,')).toEqual(['a.jpg', 'b,c.jpg', 'd.jpg'])
  expect(addressesIn('a, b 300w 200h, data:image/png;base64,AA 2x')).toEqual([
    'a',
    'b',
    'data:image/png;base64,AA',
  ])
})

describe('the size of a picture', () => {
  it.each([
    ['png', png(300, 200).toString('hex'), 300, 200],
    ['gif', '4749463839612c01c800', 300, 200],
    ['jpeg', 'ffd8ffe00004ffffffc200110800c8012c03', 300, 200],
    ['webp', '524946460000000057454250565038580a000000000000002b0100c70000', 300, 200],
    ['avif', '0000001c6674797061766966000000000000000c69737065000000000000012c000000c8', 300, 200],
  ])('of %s stands in its first bytes', (kind, hex, width, height) => {
    expect(pictureIn(Buffer.from(hex, 'hex'))).toEqual({ mediaType: `image/${kind}`, width, height })
  })

  it('is unknown of a broken one', () => {
    for (const hex of ['89504e470d0a1a0a', '474946383961', 'ffd8ffe0', '52494646000000005745425056503858'])
      expect(pictureIn(Buffer.from(hex, 'hex'))).toMatchObject({ width: 0, height: 0 })
  })
})
