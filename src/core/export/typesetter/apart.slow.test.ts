import { fileURLToPath } from 'node:url'
import type { BlockContent } from 'mdast'
import { expect, test } from 'vitest'
import { USUAL_LOOK } from '../../../shared/contract/pdf-look.ts'
import { printPdf } from '../pdf.ts'
import type { PrintedBrief } from '../printed-brief.ts'
import { setApart } from './apart.ts'

const ENTRY = fileURLToPath(new URL('entry.ts', import.meta.url))
const FONTS = fileURLToPath(new URL('../../../../resources/fonts', import.meta.url))

const paragraph = (value: string): BlockContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
})
const brief = (blocks: BlockContent[]): PrintedBrief => ({
  title: 'Walls',
  language: 'en',
  date: '2024-03-14',
  blocks,
  notes: [],
})
const request = (blocks: BlockContent[]) => ({
  brief: brief(blocks),
  images: new Map<string, Uint8Array>(),
  fonts: FONTS,
  look: USUAL_LOOK,
})

test('sets the same pages as in the same thread, and this thread goes on meanwhile', async () => {
  const asked = request(
    Array.from({ length: 300 }, (_, at) => paragraph(`${String(at)} ${'words '.repeat(80)}`)),
  )
  let turns = 0
  const timer = setInterval(() => (turns += 1), 5)
  const apart = await setApart(ENTRY, asked)
  clearInterval(timer)
  const here = await printPdf(asked.brief, { image: () => null }, FONTS)
  expect(Buffer.from(apart.bytes).equals(Buffer.from(here.bytes))).toBe(true)
  expect([apart.pages, apart.warnings]).toEqual([here.pages, here.warnings])
  expect(turns).toBeGreaterThan(10)
})

test('is stopped by its signal, before it begins and while it sets', async () => {
  const asked = request(Array.from({ length: 3000 }, () => paragraph('words '.repeat(120))))
  await expect(setApart(ENTRY, asked, AbortSignal.abort())).rejects.toMatchObject({ reason: 'stopped' })
  const stopping = new AbortController()
  const setting = setApart(ENTRY, asked, stopping.signal)
  setTimeout(() => stopping.abort(), 200)
  await expect(setting).rejects.toMatchObject({ kind: 'REFUSED', reason: 'stopped' })
})

test('tells of a thread that ends without an answer', async () => {
  await expect(setApart(`${ENTRY}.gone`, request([paragraph('x')]))).rejects.toThrow(/entry\.ts\.gone/u)
})
