import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sha256 } from '../db/ids.ts'
import type { BlobStore } from './store.ts'
import { blobStore } from './store.ts'

let folder: string
let blobs: BlobStore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
  blobs = blobStore(folder, folder)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const BYTES = new Uint8Array([0, 255, 13, 10, 0])
const HASH = 'f'.repeat(64) as Sha256

describe.each(['put', 'keep'] as const)('the store of originals (%s)', (way) => {
  const store = (bytes: Uint8Array): Promise<Sha256> | Sha256 => blobs[way](bytes)

  it('gives back the very bytes', async () => {
    const sha256 = await store(BYTES)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(new Uint8Array(blobs.read(sha256))).toEqual(BYTES)
    expect(await blobs.verify(sha256)).toBe(true)
    const streamed: Buffer[] = []
    for await (const piece of blobs.stream(sha256)) streamed.push(piece as Buffer)
    expect(new Uint8Array(Buffer.concat(streamed))).toEqual(BYTES)
  })

  it('stores the same bytes once and leaves no partial file', async () => {
    const sha256 = await store(BYTES)
    expect(await store(BYTES)).toBe(sha256)
    await store(new Uint8Array())
    expect([...blobs.list()]).toHaveLength(2)
    expect(readdirSync(folder).every((name) => /^[0-9a-f]{2}$/.test(name))).toBe(true)
  })

  it('makes its folder anew where all of it is gone', async () => {
    rmSync(folder, { recursive: true })
    const sha256 = await store(BYTES)
    expect(await blobs.verify(sha256)).toBe(true)
  })

  it('notices bytes that changed, and heals them when they are stored again', async () => {
    const sha256 = await store(BYTES)
    writeFileSync(blobs.pathOf(sha256), 'other')
    expect(await blobs.verify(sha256)).toBe(false)
    expect(() => blobs.read(sha256)).toThrow('no longer what was imported')
    await store(BYTES)
    expect(await blobs.verify(sha256)).toBe(true)
  })

  it('stores many megabytes', async () => {
    const large = Buffer.alloc(5 * 1024 * 1024, 'words ')
    expect(Buffer.compare(Buffer.from(blobs.read(await store(large))), large)).toBe(0)
  })

  it('stores the same bytes at once from two sides', async () => {
    const [one, other] = await Promise.all([store(BYTES), store(BYTES)])
    expect(one).toBe(other)
    expect(readdirSync(folder).every((name) => /^[0-9a-f]{2}$/.test(name))).toBe(true)
  })

  it('says in one sentence that the disk refuses', async () => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, '')
    await expect((async () => store(BYTES))()).rejects.toMatchObject({ kind: 'LIBRARY' })
  })

  it('says what is missing', async () => {
    expect(blobs.has(HASH)).toBe(false)
    expect(await blobs.verify(HASH)).toBe(false)
    expect(() => blobs.read(HASH)).toThrow('A stored original is missing.')
  })
})
