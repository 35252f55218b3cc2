import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import type { BlockContent, PhrasingContent } from 'mdast'
import { expect, test } from 'vitest'
import { pictureOf } from '../import/importers/fixtures/picture.ts'
import { placedWords } from './fixtures/placed-words.ts'
import { readPdf } from './fixtures/read-pdf.ts'
import { printPdf } from './pdf.ts'
import type { PrintedBrief } from './printed-brief.ts'

const FONTS = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
const brief = (blocks: BlockContent[]): PrintedBrief => ({
  title: 'Walls',
  language: 'en',
  date: '2024-03-14',
  blocks,
  notes: [],
})
const print = (printed: PrintedBrief, bytes: Uint8Array | null = null) =>
  printPdf(printed, { image: () => bytes }, FONTS)

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const image: PhrasingContent = { type: 'image', url: '', alt: 'The quay', data: { blob: 'b' } }

test('prints a picture, or its description where it is gone or damaged', async () => {
  const printed = brief([paragraph(text('See '), image)])
  expect((await print(printed, PNG)).warnings).toEqual([])
  const damaged = await print(printed, PNG.subarray(0, 20))
  expect(damaged.warnings.map(({ code }) => code)).toEqual(['images-left-out'])
  expect((await readPdf(damaged.bytes)).text).toContain('The quay')
  expect((await print(printed)).warnings.map(({ code }) => code)).toEqual(['images-left-out'])
})

test('a picture in a line of its own is a figure, with its title below it', async () => {
  const figure = paragraph({ ...image, title: 'The quay in May' })
  const { bytes, warnings } = await print(brief([figure, paragraph(text('And so on.'))]), PNG)
  expect(warnings).toEqual([])
  const { text: shown, accessible, roles } = await readPdf(bytes)
  expect(accessible).toBe(true)
  expect(shown.split('The quay in May')).toHaveLength(2)
  expect(roles).toEqual(expect.arrayContaining(['Figure', 'Caption']))
  const gone = await readPdf((await print(brief([figure]))).bytes)
  expect(gone.text).toMatch(/The quay\s+The quay in May/u)
})

test('a tall picture leaves room for its caption', async () => {
  const { bytes } = await print(brief([paragraph({ ...image, title: 'The tower' })]), pictureOf(100, 900))
  const caption = (await placedWords(bytes)).find(({ words }) => words.includes('The tower'))
  // The foot of the text in this design.
  expect(caption?.base).toBeGreaterThan(96)
})

test('one picture that cannot be set takes no other one with it', async () => {
  const blobs: Readonly<Record<string, Uint8Array>> = { b: PNG, c: withOtherData(PNG) }
  const other: PhrasingContent = { ...image, alt: 'The pier', data: { blob: 'c' } }
  const printed = brief([paragraph(image), paragraph(other)])
  const { bytes, warnings } = await printPdf(printed, { image: (blob) => blobs[blob] ?? null }, FONTS)
  expect(warnings).toEqual([
    { code: 'images-left-out', message: 'One picture is printed as a description only.' },
  ])
  const words = (await readPdf(bytes)).text
  expect([words.includes('The quay'), words.includes('The pier')]).toEqual([false, true])
})

/** The picture with data that no reader can unpack, under sums that are right. */
function withOtherData(png: Buffer): Buffer {
  const at = png.indexOf('IDAT')
  const end = at + 4 + png.readUInt32BE(at - 4)
  const changed = Buffer.from(png)
  changed.fill(0xff, at + 4, end)
  changed.writeUInt32BE(crc32(changed.subarray(at, end)), end)
  return changed
}
