import { unzipSync } from 'fflate'
import { fromBufferPromise } from 'yauzl'
import { expect, test } from 'vitest'
import type { PackageFile } from './proof.ts'
import { zipped } from './zip.ts'

const file = (path: string, content: string | Uint8Array): PackageFile => ({
  path,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})
const noise = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 2_654_435_761) >>> 13)

const FILES = [
  file('sources/002-é.txt', 'قال رئيس البلدية'),
  file('brief.md', 'The wall. '.repeat(400_000)),
  file('originals/001.bin', noise(2_500_000)),
  file('empty.txt', ''),
]

async function zipOf(files: readonly PackageFile[], check?: () => void): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of zipped(files, check)) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('holds the files as they are, the text packed', async () => {
  const zip = await zipOf(FILES)
  const read = Object.entries(unzipSync(zip)).map(([path, bytes]) => file(path, bytes))
  expect(read.map(({ path }) => path)).toEqual([
    'brief.md',
    'empty.txt',
    'originals/001.bin',
    'sources/002-é.txt',
  ])
  for (const { path, bytes } of read)
    expect(Buffer.compare(bytes, FILES.find((each) => each.path === path)?.bytes ?? new Uint8Array())).toBe(0)
  expect(zip.length).toBeLessThan(2_600_000)
})

test('is the same bytes whatever the order and the time, with names that say they are UTF-8', async () => {
  const zip = await zipOf(FILES)
  expect(await zipOf(FILES.toReversed())).toEqual(zip)
  const entries = []
  for await (const entry of (await fromBufferPromise(zip)).eachEntry()) entries.push(entry)
  expect(entries.map((entry) => entry.lastModFileDate)).toEqual(entries.map(() => 0x21))
  expect(entries.filter((entry) => (entry.generalPurposeBitFlag & 0x8_00) !== 0)).toHaveLength(1)
})

test('is made piece by piece and can be stopped', async () => {
  let asked = 0
  const stop = (): void => {
    asked += 1
    if (asked === 3) throw new Error('stopped')
  }
  await expect(zipOf(FILES, stop)).rejects.toThrow('stopped')
})
