import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../shared/contract/failures.ts'
import { readOriginal } from '../read.ts'

type Plain = string | Uint8Array | readonly Plain[] | { readonly [key: string]: Plain }

const head = (kind: number, count: number): Buffer => {
  const long = Buffer.from([kind * 16 + 15, 0x12, 0, 0, 0, 0])
  long.writeUInt32BE(count, 2)
  return count < 15 ? Buffer.from([kind * 16 + count]) : long
}

const references = (indexes: readonly number[]): Buffer =>
  Buffer.from(indexes.flatMap((index) => [index >> 8, index & 255]))

const ascii = (word: string): Buffer =>
  Buffer.concat([Buffer.from([0x5f, 0x10, word.length]), Buffer.from(word)])

/** Writes a binary property list: objects, their offsets, a trailer. */
function propertyList(value: Plain): Buffer {
  const objects: Buffer[] = []
  const add = (item: Plain): number => {
    const index = objects.push(Buffer.alloc(0)) - 1
    objects[index] = encoded(item)
    return index
  }
  const encoded = (item: Plain): Buffer => {
    if (typeof item === 'string')
      // oxlint-disable-next-line no-control-regex
      return /^[\0-\x7f]*$/.test(item)
        ? Buffer.concat([head(5, item.length), Buffer.from(item, 'latin1')])
        : Buffer.concat([head(6, item.length), Buffer.from(item, 'utf16le').swap16()])
    if (item instanceof Uint8Array) return Buffer.concat([head(4, item.length), item])
    if (Array.isArray(item)) return Buffer.concat([head(10, item.length), references(item.map(add))])
    const entries = Object.entries(item)
    const keys = entries.map(([key]) => add(key))
    return Buffer.concat([
      head(13, entries.length),
      references(keys),
      references(entries.map(([, each]) => add(each))),
    ])
  }
  add(value)
  return assembled(objects)
}

function assembled(objects: readonly Buffer[]): Buffer {
  let at = 8
  const table = Buffer.concat(
    objects.map((object) => {
      const offset = Buffer.alloc(4)
      offset.writeUInt32BE(at)
      at += object.length
      return offset
    }),
  )
  const trailer = Buffer.alloc(32)
  trailer.set([4, 2], 6)
  trailer.writeBigUInt64BE(BigInt(objects.length), 8)
  trailer.writeBigUInt64BE(BigInt(at), 24)
  return Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer])
}

const GIF = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')
const resource = (address: string, type: string, bytes: Uint8Array, encoding = 'UTF-8'): Plain => ({
  WebResourceData: bytes,
  WebResourceURL: address,
  WebResourceMIMEType: type,
  WebResourceTextEncodingName: encoding,
})

const archive = (page: Uint8Array, encoding?: string): Plain => ({
  WebMainResource: resource('https://harbour.example/news/1', 'text/html', page, encoding),
  WebSubresources: [
    resource('https://harbour.example/häfen.gif', 'image/gif', GIF),
    resource('https://harbour.example/a.css', 'text/css', Buffer.from('p{}')),
  ],
  WebSubframeArchives: [
    { WebMainResource: resource('https://ads.example/', 'text/html', Buffer.from('<p>Ad')) },
  ],
})

const read = (bytes: Uint8Array, encoding: string | null = null) =>
  readOriginal({ bytes, name: 'page.webarchive', encoding })
const reasonOf = (bytes: Uint8Array): Promise<string> =>
  read(bytes).then(
    () => 'read',
    (error: Failure) => error.reason,
  )

describe('a Safari web archive', () => {
  it('gives its page, its address and its pictures, and nothing of its frames', async () => {
    const page = Buffer.from(
      '<title>Port</title><p>The café stays.</p><img src="../h%C3%A4fen.gif#x" alt=quay><iframe src=https://ads.example/></iframe>',
    )
    const { text, metadata, images, importer, mediaType } = await read(propertyList(archive(page)))
    expect(text).toBe('The café stays.')
    expect({ importer, mediaType }).toEqual({ importer: 'webarchive', mediaType: 'application/x-webarchive' })
    expect(metadata).toMatchObject({ title: 'Port', url: 'https://harbour.example/news/1' })
    expect(images).toHaveLength(1)
  })

  it('reads its page by the encoding that it names', async () => {
    const page = Buffer.from('<p>\xcf\xee\xf0\xf2 \xee\xf2\xea\xf0\xfb\xf2.</p>', 'latin1')
    expect(await read(propertyList(archive(page, 'windows-1251')))).toMatchObject({
      text: 'Порт открыт.',
      encoding: 'windows-1251',
    })
  })

  it('reads the pictures of a page saved from a file without an address', async () => {
    const list: Plain = {
      WebMainResource: resource('', 'text/html', Buffer.from('<p>Words.<img src="x://a/1.gif">')),
      WebSubresources: [resource('x://a/1.gif', 'image/gif', GIF)],
    }
    expect((await read(propertyList(list))).images).toHaveLength(1)
  })

  it('that breaks off anywhere is refused', async () => {
    const whole = propertyList(archive(Buffer.from('<p>The café stays.</p>')))
    for (const share of [0.3, 0.5, 0.9, 0.99])
      expect(await reasonOf(whole.subarray(0, Math.floor(whole.length * share)))).toMatch(
        /damaged|unsupported/,
      )
  })

  it('with any byte changed is read or refused, never more', async () => {
    const whole = propertyList(archive(Buffer.from('<p>The café stays.</p>')))
    for (let at = 8; at < whole.length; at += 7) {
      const broken = Buffer.from(whole)
      broken[at] = (broken[at] ?? 0) ^ 0xff
      expect(await reasonOf(broken)).toMatch(/^(?:read|damaged|no-page|unsupported|empty)$/)
    }
  })

  it('whose lists hold each other without end is read all the same', async () => {
    const bomb = assembled([
      Buffer.from([0xd2, 0, 1, 0, 2, 0, 3, 0, 4]),
      ascii('WebMainResource'),
      ascii('WebSubresources'),
      Buffer.from([0xd1, 0, 5, 0, 6]),
      Buffer.from([0xaf, 0x12, 0, 0, 0, 2, 0, 4, 0, 4]),
      ascii('WebResourceData'),
      Buffer.concat([Buffer.from([0x4c]), Buffer.from('<p>Words</p>')]),
    ])
    expect((await read(bomb)).text).toBe('Words')
  })

  it('is not any other property list', async () => {
    expect(await reasonOf(propertyList({ Name: 'x' }))).toBe('unsupported')
  })
})
