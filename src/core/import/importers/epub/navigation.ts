import { xmlIn, xmlText } from '../../archive/xml-part.ts'
import type { Archive } from '../../archive/zip.ts'
import type { XmlElement } from '../../xml.ts'
import { elementsInside, elementsOf, firstInside, parseXml, wordsInside } from '../../xml.ts'
import type { BookAddress } from './address.ts'
import { resolved } from './address.ts'
import type { BookPackage } from './package.ts'

/** A line of a table of contents or of a page list. `depth` counts from 1. */
export interface Entry {
  readonly target: BookAddress
  readonly label: string
  readonly depth: number
}

export interface Navigation {
  readonly chapters: readonly Entry[]
  readonly pages: readonly Entry[]
}

/** By EPUB 3's navigation document, and EPUB 2's where that is silent. */
export async function navigationOf(zip: Archive, book: BookPackage): Promise<Navigation> {
  const modern = book.navigation === null ? NONE : await fromDocument(zip, book.navigation.path)
  const older = book.contents === null ? NONE : await fromContents(zip, book.contents.path)
  return {
    chapters: modern.chapters.length > 0 ? modern.chapters : older.chapters,
    pages: modern.pages.length > 0 ? modern.pages : older.pages,
  }
}

const NONE: Navigation = { chapters: [], pages: [] }

async function fromDocument(zip: Archive, path: string): Promise<Navigation> {
  const bytes = await zip.read(path)
  if (bytes === null) return NONE
  const lists = [...elementsInside(parseXml(xmlText(bytes), { xhtml: true }))].filter(
    ({ name }) => name === 'nav',
  )
  const entries = (type: string): Entry[] =>
    lists
      .filter(({ attributes }) => (attributes.get('epub:type') ?? '').split(/\s+/).includes(type))
      .flatMap((list) => elementsOf(list, 'ol').flatMap((items) => itemsOf(items, path, 1)))
  return { chapters: entries('toc'), pages: entries('page-list') }
}

/** The tree is of limited depth. */
function itemsOf(list: XmlElement, path: string, depth: number): Entry[] {
  return elementsOf(list, 'li').flatMap((item) => {
    const [link] = elementsOf(item, 'a')
    const own = link === undefined ? [] : entryOf(link.attributes.get('href'), wordsInside(link), path, depth)
    return [...own, ...elementsOf(item, 'ol').flatMap((inner) => itemsOf(inner, path, depth + 1))]
  })
}

async function fromContents(zip: Archive, path: string): Promise<Navigation> {
  const contents = await xmlIn(zip, path)
  if (contents === null) return NONE
  const map = firstInside(contents, 'navMap')
  const list = firstInside(contents, 'pageList')
  return {
    chapters: map === null ? [] : pointsOf(map, 'navPoint', path, 1),
    pages: list === null ? [] : pointsOf(list, 'pageTarget', path, 1),
  }
}

function pointsOf(parent: XmlElement, name: string, path: string, depth: number): Entry[] {
  return elementsOf(parent, name).flatMap((point) => {
    const [label] = elementsOf(point, 'navLabel')
    const [content] = elementsOf(point, 'content')
    const words = label === undefined ? '' : wordsInside(label)
    return [
      ...entryOf(content?.attributes.get('src'), words, path, depth),
      ...pointsOf(point, name, path, depth + 1),
    ]
  })
}

function entryOf(href: string | undefined, words: string, path: string, depth: number): Entry[] {
  const target = href === undefined ? null : resolved(href, path)
  const label = words.replace(/\s+/gu, ' ').trim()
  return target === null || label === '' ? [] : [{ target, label, depth }]
}
