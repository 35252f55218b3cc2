import { refused } from '../../../shared/contract/failures.ts'
import { decode } from '../decode.ts'
import type { Article, PackagedFormat, PackagedOriginal, Resources } from '../extraction.ts'
import { readHtml } from './html.ts'
import { PropertyList, type PropertyObject } from './webarchive/property-list.ts'

/** A page with its pictures, as Safari saves it. */
export const WEBARCHIVE: PackagedFormat = {
  importer: 'webarchive',
  version: 2,
  mediaType: 'application/x-webarchive',
  is: isWebArchive,
  read: readWebArchive,
}

/** A property list that names a main resource; how it is written out depends on the program. */
function isWebArchive(bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return whole.subarray(0, 6).toString('latin1') === 'bplist' && whole.includes('WebMainResource')
}

/** The main resource alone: what stands in frames has archives of its own inside. */
function readWebArchive({ bytes, name, encoding }: PackagedOriginal): Article {
  const archive = archiveIn(bytes)
  if (archive === null) throw damaged()
  const { main, resources } = archive
  if (!/^(?:text\/html|application\/xhtml\+xml|text\/plain|)$/i.test(main.mediaType)) throw noPage()
  const decoded = decode(main.bytes, { html: true, encoding, declared: main.encoding })
  const url = /^https?:\/\//i.test(main.address) ? main.address : null
  const text = main.mediaType === 'text/plain' ? `<plaintext>${decoded.text}` : decoded.text
  return { ...readHtml({ text, name, resources, url }), encoding: decoded.encoding }
}

interface Resource {
  readonly bytes: Uint8Array
  readonly address: string
  readonly mediaType: string
  readonly encoding: string | null
}

/** Null where the file is damaged or was not written whole: its table of contents stands at its end. */
function archiveIn(bytes: Uint8Array): { main: Resource; resources: Resources } | null {
  try {
    const top = new PropertyList(bytes).top()
    const main = resourceIn(member(top, 'WebMainResource'))
    return main === null
      ? null
      : { main, resources: resourcesIn(member(top, 'WebSubresources'), main.address) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const member = (object: PropertyObject | null, key: string): PropertyObject | null =>
  object?.kind === 'dictionary' ? object.get(key) : null

function resourceIn(object: PropertyObject | null): Resource | null {
  const data = member(object, 'WebResourceData')
  if (data?.kind !== 'data') return null
  return {
    bytes: data.bytes,
    address: wordsOf(member(object, 'WebResourceURL')) ?? '',
    mediaType: wordsOf(member(object, 'WebResourceMIMEType'))?.toLowerCase() ?? '',
    encoding: wordsOf(member(object, 'WebResourceTextEncodingName')),
  }
}

const wordsOf = (object: PropertyObject | null): string | null =>
  object?.kind === 'string' ? object.value : null

/** No honest page has more pictures; a list may name one again and again. */
const MOST = 20_000

function resourcesIn(list: PropertyObject | null, base: string): Resources {
  const held = new Map<string, Uint8Array>()
  let count = 0
  for (const object of list?.kind === 'array' ? list.items() : []) {
    const resource = resourceIn(object)
    if (resource !== null) held.set(withoutHash(resource.address, base) ?? resource.address, resource.bytes)
    count += 1
    if (count === MOST) break
  }
  return (address) => {
    const whole = address.startsWith('data:') ? null : withoutHash(address, base)
    return whole === null ? null : (held.get(whole) ?? null)
  }
}

function withoutHash(address: string, base: string): string | null {
  const from = URL.canParse(base) ? base : undefined
  if (!URL.canParse(address, from)) return null
  const url = new URL(address, from)
  url.hash = ''
  return url.href
}

const damaged = (): Error =>
  refused(
    'damaged',
    'This Safari web archive is damaged, or was not saved or copied whole. Nothing was imported. Save or copy it again.',
  )

const noPage = (): Error =>
  refused(
    'no-page',
    'This Safari web archive holds no page but another file. Nothing was imported. Save that file itself, and import it.',
  )
