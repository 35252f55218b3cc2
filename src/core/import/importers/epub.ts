import type { Block } from '../../../shared/document/blocks.ts'
import type { DocumentNode } from '../../../shared/document/document.ts'
import { childrenOf } from '../../../shared/document/document.ts'
import type { OriginNotes } from '../../../shared/document/origin.ts'
import { xmlText } from '../archive/xml-part.ts'
import type { Archive } from '../archive/zip.ts'
import { damaged, openZip, zipMentions } from '../archive/zip.ts'
import type { Article, PackagedFormat, PackagedOriginal } from '../extraction.ts'
import type { XmlElement } from '../xml.ts'
import { elementsInside, parseXml } from '../xml.ts'
import { ChapterBinder } from './epub/chapter.ts'
import { withHeading } from './epub/headings.ts'
import { bookMetadata } from './epub/metadata.ts'
import type { Entry } from './epub/navigation.ts'
import { navigationOf } from './epub/navigation.ts'
import type { BookPackage, SpineItem } from './epub/package.ts'
import { packageOf } from './epub/package.ts'
import { convert, pageFrom } from './html/converted.ts'
import { ImageCollector } from './html/images.ts'
import type { PageElement } from './html/page.ts'
import { descendants } from './html/page.ts'

/** Books, EPUB 2 and 3: the files of the reading order, bound to one document. */
export const EPUB: PackagedFormat = {
  importer: 'epub',
  version: 1,
  mediaType: 'application/epub+zip',
  is: (bytes) =>
    zipMentions(bytes, 'mimetypeapplication/epub+zip') ||
    zipMentions(bytes, 'META-INF/container.xml', '.opf'),
  read: readEpub,
}

interface Chapter {
  readonly item: SpineItem
  readonly root: XmlElement
}

async function readEpub({ bytes }: PackagedOriginal): Promise<Article> {
  const zip = await openZip(bytes)
  const book = await packageOf(zip)
  const chapters = await chaptersOf(zip, book)
  if (chapters.length === 0) throw damaged()
  const pictures = await picturesOf(zip, book)
  const images = new ImageCollector((address) => pictures.get(address) ?? null)
  const places = new Map<number, string>()
  const page = pageFrom(await bound(zip, book, chapters, places))
  const { children, notes } = convert(page, page.root, { base: null, images })
  return {
    document: {
      type: 'document',
      format: 1,
      language: null,
      direction: directionOf(chapters),
      children,
      origins: [],
    },
    notes: inBook(children, notes, places),
    metadata: bookMetadata(book.root),
    images: images.all(),
  }
}

/** Pages in the reading order. The navigation document is a list of what follows, not a part of it. */
async function chaptersOf(zip: Archive, book: BookPackage): Promise<Chapter[]> {
  const chapters: Chapter[] = []
  for (const item of book.spine) {
    if (item.path === book.navigation?.path) continue
    const bytes = await zip.read(item.path)
    if (bytes !== null) chapters.push({ item, root: parseXml(xmlText(bytes), { xhtml: true }) })
  }
  return chapters
}

/** All chapters as one element, each with its heading, behind the cover where no chapter shows it. */
async function bound(
  zip: Archive,
  book: BookPackage,
  chapters: readonly Chapter[],
  places: Map<number, string>,
): Promise<PageElement> {
  const { chapters: contents, pages } = await navigationOf(zip, book)
  const entries = new Map<string, Entry>()
  for (const entry of contents) if (!entries.has(entry.target.path)) entries.set(entry.target.path, entry)
  const binder = new ChapterBinder({
    prefixes: new Map(chapters.map(({ item }, index) => [item.path, `c${String(index + 1)}-`])),
    pages: new Map(pages.map(({ target, label }) => [`${target.path}#${target.fragment}`, label])),
    places,
  })
  const heading = (name: string, words: string): PageElement =>
    binder.element(name, [{ kind: 'text', value: words }])
  const sections = chapters.map(({ root, item }) =>
    withHeading(binder.of(root, item), entries.get(item.path), heading),
  )
  const whole = binder.element('div', sections)
  const cover = book.cover?.path ?? ''
  if (cover === '' || shows(whole, cover)) return whole
  const picture = binder.element('img', [], new Map([['src', cover]]))
  return { ...whole, children: [binder.element('figure', [picture]), ...whole.children] }
}

function shows(whole: PageElement, picture: string): boolean {
  for (const { name, attributes } of descendants(whole))
    if (name === 'img' && attributes.get('src') === picture) return true
  return false
}

async function picturesOf(zip: Archive, book: BookPackage): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  for (const { path, mediaType } of book.items) {
    if (!mediaType.startsWith('image/')) continue
    const bytes = await zip.read(path)
    if (bytes !== null) pictures.set(path, bytes)
  }
  return pictures
}

function directionOf(chapters: readonly Chapter[]): 'ltr' | 'rtl' | null {
  for (const { root } of chapters)
    for (const { name, attributes } of elementsInside(root)) {
      const given = ['html', 'body'].includes(name) ? attributes.get('dir')?.toLowerCase() : undefined
      if (given === 'ltr' || given === 'rtl') return given
      if (name === 'body') break
    }
  return null
}

/** The places of blocks as fragment identifiers of the book, in place of those in the page it was bound to. */
function inBook(
  children: readonly Block[],
  notes: OriginNotes,
  places: ReadonlyMap<number, string>,
): OriginNotes {
  const inside: OriginNotes = new WeakMap()
  const waiting: DocumentNode[] = [...children]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const place = notes.get(node)
    const cfi = place?.kind === 'characters' ? places.get(place.start) : undefined
    if (cfi !== undefined) inside.set(node, { kind: 'cfi', cfi })
    for (const child of childrenOf(node)) waiting.push(child)
  }
  return inside
}
