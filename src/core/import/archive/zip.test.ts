import { describe, expect, it } from 'vitest'
import { writeZip } from './fixtures/write-zip.ts'
import type { Packed } from './fixtures/write-zip.ts'
import { ARCHIVE_LIMITS, openZip, zipMentions } from './zip.ts'

const words = async (bytes: Uint8Array, name: string): Promise<string | null> => {
  const found = await (await openZip(bytes)).read(name)
  return found === null ? null : Buffer.from(found).toString()
}

describe('a zip', () => {
  it('gives its files by name', async () => {
    const bytes = writeZip([
      { name: 'a/', content: '', stored: true },
      { name: 'a/port.txt', content: 'The port stays open.' },
      { name: 'stored', content: 'As it is', stored: true },
    ])
    const zip = await openZip(bytes)
    expect(zip.names).toEqual(['a/port.txt', 'stored'])
    expect(await words(bytes, 'a/port.txt')).toBe('The port stays open.')
    expect(await words(bytes, 'stored')).toBe('As it is')
    expect(await words(bytes, 'absent')).toBeNull()
  })

  it('that stands inside a larger buffer is read alike', async () => {
    const bytes = writeZip([{ name: 'a', content: 'Words' }])
    const around = Buffer.concat([Buffer.alloc(7, 1), bytes, Buffer.alloc(5, 1)])
    expect(await words(around.subarray(7, 7 + bytes.length), 'a')).toBe('Words')
  })

  it.each<[string, readonly Packed[], string]>([
    ['with a name that climbs out', [{ name: '../../etc/passwd', content: 'x' }], 'unsafe-archive'],
    ['with an absolute name', [{ name: '/etc/passwd', content: 'x' }], 'unsafe-archive'],
    ['with a drive’s name', [{ name: 'C:/x', content: 'x' }], 'unsafe-archive'],
    ['with a password', [{ name: 'a', content: 'x', flags: 1 }], 'encrypted'],
    ['with a strong password', [{ name: 'a', content: 'x', flags: 0x41 }], 'encrypted'],
    ['of zeros', [{ name: 'a', content: Buffer.alloc(8 * 1024 * 1024) }], 'zip-bomb'],
    ['that says it is huge', [{ name: 'a', content: 'x', lie: 4_000_000_000 }], 'zip-bomb'],
  ])('%s is refused before anything is unpacked', async (_, files, reason) => {
    await expect(openZip(writeZip(files))).rejects.toMatchObject({ kind: 'REFUSED', reason })
  })

  it('with too many files is refused', async () => {
    const files = Array.from({ length: 4 }, (_, index) => ({ name: `f${String(index)}`, content: '' }))
    await expect(openZip(writeZip(files), { ...ARCHIVE_LIMITS, entries: 3 })).rejects.toMatchObject({
      reason: 'zip-bomb',
    })
  })

  it('whose file is larger than the directory says is not unpacked past that', async () => {
    const bytes = writeZip([{ name: 'a', content: Buffer.alloc(1024 * 1024), lie: 10 }])
    const zip = await openZip(bytes)
    await expect(zip.read('a')).rejects.toMatchObject({ reason: 'damaged' })
  })

  it('that was cut off anywhere is damaged', async () => {
    const whole = writeZip([{ name: 'a', content: 'The port stays open. '.repeat(20) }])
    for (let length = 4; length < whole.length; length += 1)
      await expect(openZip(whole.subarray(0, length))).rejects.toMatchObject({ reason: 'damaged' })
  })

  it('with other bytes than were packed is damaged', async () => {
    const bytes = writeZip([{ name: 'a', content: 'The port stays open.', stored: true }])
    bytes[31] = 0x21
    await expect((await openZip(bytes)).read('a')).rejects.toMatchObject({ reason: 'damaged' })
  })
})

it('is known by what it names, without unpacking', () => {
  const bytes = writeZip([{ name: 'word/document.xml', content: 'x' }])
  expect(zipMentions(bytes, 'word/')).toBe(true)
  expect(zipMentions(bytes, 'word/', 'ppt/')).toBe(false)
  expect(zipMentions(Buffer.from('word/'), 'word/')).toBe(false)
})
