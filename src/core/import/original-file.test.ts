import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  openSync,
  rmSync,
  truncateSync,
  writeFileSync,
  closeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { LARGEST_ORIGINAL, readOriginalFile } from './original-file.ts'
import { readStream } from './standard-input.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbatim-original-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('reading an original', () => {
  it('gives its bytes', async () => {
    expect(Buffer.from(await readOriginalFile(file('a', 'words'))).toString()).toBe('words')
  })

  it('refuses one that is too large before reading it', async () => {
    const path = file('large', '')
    truncateSync(path, LARGEST_ORIGINAL + 1)
    await expect(readOriginalFile(path)).rejects.toMatchObject({ reason: 'too-large' })
  })

  it('refuses one that keeps changing', async () => {
    const path = file('growing', 'x'.repeat(4_000_000))
    const descriptor = openSync(path, 'a')
    let grows = true
    // Once in every turn of the loop, so between any two steps of the reading, however fast they are.
    const grow = (): void => {
      if (!grows) return
      appendFileSync(descriptor, 'more')
      setImmediate(grow)
    }
    grow()
    const turn = expect(readOriginalFile(path)).rejects.toMatchObject({ reason: 'changed-while-read' })
    await turn.finally(() => (grows = false))
    closeSync(descriptor)
  })

  it('says that a folder is no file', async () => {
    await expect(readOriginalFile(folder)).rejects.toMatchObject({ reason: 'not-a-file' })
  })

  it('says that one vanished', async () => {
    await expect(readOriginalFile(join(folder, 'gone'))).rejects.toMatchObject({ reason: 'absent' })
  })

  it.skipIf(process.getuid?.() === 0)('says that one may not be read', async () => {
    const path = file('closed', 'x')
    chmodSync(path, 0)
    await expect(readOriginalFile(path)).rejects.toMatchObject({ reason: 'unreadable' })
  })
})

describe('reading a stream', () => {
  it('joins its pieces', async () => {
    const pieces = Readable.from([Buffer.from('a'), Buffer.from('b')])
    expect(Buffer.from(await readStream(pieces)).toString()).toBe('ab')
  })

  it('stops at the largest original', async () => {
    const piece = new Uint8Array(16 * 1024 * 1024)
    async function* endless() {
      for (;;) yield piece
    }
    await expect(readStream(endless())).rejects.toMatchObject({ reason: 'too-large' })
  })
})
