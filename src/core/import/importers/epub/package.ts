import type { Failure } from '../../../../shared/contract/failures.ts'
import { refused } from '../../../../shared/contract/failures.ts'
import { xmlIn } from '../../archive/xml-part.ts'
import type { Archive } from '../../archive/zip.ts'
import { damaged } from '../../archive/zip.ts'
import type { XmlElement } from '../../xml.ts'
import { elementsInside, elementsOf, firstInside } from '../../xml.ts'
import { resolved } from './address.ts'

export interface ManifestItem {
  readonly id: string
  /** Its name in the archive. */
  readonly path: string
  readonly mediaType: string
  readonly properties: readonly string[]
}

/** A file of the reading order. `step` is its part of a fragment identifier: `/6/4[chapter-1]`. */
export interface SpineItem {
  readonly path: string
  readonly step: string
}

/** A book's package document. */
export interface BookPackage {
  /** The package document itself, for its metadata. */
  readonly root: XmlElement
  readonly items: readonly ManifestItem[]
  readonly spine: readonly SpineItem[]
  /** EPUB 3's navigation document. */
  readonly navigation: ManifestItem | null
  /** EPUB 2's table of contents. */
  readonly contents: ManifestItem | null
  readonly cover: ManifestItem | null
}

/** By container and package document. `REFUSED` failures: `damaged`, `locked`. */
export async function packageOf(zip: Archive): Promise<BookPackage> {
  await refuseLocked(zip)
  const container = await xmlIn(zip, 'META-INF/container.xml')
  const rootFile = container === null ? null : firstInside(container, 'rootfile')
  const path = rootFile?.attributes.get('full-path') ?? zip.names.find((name) => name.endsWith('.opf')) ?? ''
  const root = firstInside((await xmlIn(zip, path)) ?? NOTHING, 'package')
  const manifest = root === null ? null : firstInside(root, 'manifest')
  const spine = root === null ? null : firstInside(root, 'spine')
  if (root === null || manifest === null || spine === null) throw damaged()
  const items = elementsOf(manifest, 'item').flatMap((item) => itemOf(item, path))
  const byId = new Map(items.map((item) => [item.id, item]))
  const contents = byId.get(spine.attributes.get('toc') ?? '')
  const has = (property: string): ManifestItem | undefined =>
    items.find(({ properties }) => properties.includes(property))
  return {
    root,
    items,
    spine: spineOf(root, spine, byId),
    navigation: has('nav') ?? null,
    contents: contents ?? items.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml') ?? null,
    cover: has('cover-image') ?? byId.get(coverId(root)) ?? null,
  }
}

const NOTHING: XmlElement = {
  kind: 'element',
  name: '#root',
  attributes: new Map(),
  children: [],
  start: 0,
  end: 0,
}

function itemOf({ attributes }: XmlElement, base: string): ManifestItem[] {
  const path = resolved(attributes.get('href') ?? '', base)?.path
  if (path === undefined) return []
  return [
    {
      id: attributes.get('id') ?? '',
      path,
      mediaType: attributes.get('media-type') ?? '',
      properties: (attributes.get('properties') ?? '').split(/\s+/),
    },
  ]
}

function spineOf(root: XmlElement, spine: XmlElement, byId: ReadonlyMap<string, ManifestItem>): SpineItem[] {
  const place = (elementsOf(root).indexOf(spine) + 1) * 2
  return elementsOf(spine).flatMap((reference, index) => {
    const item = byId.get(reference.attributes.get('idref') ?? '')
    if (item === undefined) return []
    return [{ path: item.path, step: `/${String(place)}/${String((index + 1) * 2)}[${escaped(item.id)}]` }]
  })
}

/** As a fragment identifier holds an id. */
export const escaped = (id: string): string => id.replace(/[[\]^,()=;]/g, '^$&')

function coverId(root: XmlElement): string {
  for (const { name, attributes } of elementsInside(root))
    if (name === 'meta' && attributes.get('name') === 'cover') return attributes.get('content') ?? ''
  return ''
}

/** Ways of scrambling fonts, which is all that a book without protection has encrypted. */
const FONTS_ONLY = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

async function refuseLocked(zip: Archive): Promise<void> {
  const encryption = await xmlIn(zip, 'META-INF/encryption.xml')
  if (encryption === null) return
  for (const data of elementsInside(encryption)) {
    if (data.name !== 'EncryptedData') continue
    const method = firstInside(data, 'EncryptionMethod')?.attributes.get('Algorithm') ?? ''
    if (!FONTS_ONLY.has(method)) throw locked()
  }
}

const locked = (): Failure =>
  refused(
    'locked',
    'This book is locked by its seller’s copy protection (DRM), so its words cannot be read. Nothing was imported. Import a copy without protection.',
  )
