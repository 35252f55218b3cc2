import type { BibliographyFormat, Entry } from '../../bibliography.ts'
import { dateIn } from '../../dates.ts'
import type { XmlElement } from '../../xml.ts'
import { elementsInside, elementsOf, firstInside, parseXml, wordsInside } from '../../xml.ts'
import { workOf } from './work.ts'

/** Zotero's RDF: items, and beside them the journals and the like that they are parts of. */
export const ZOTERO_RDF: BibliographyFormat = {
  importer: 'zotero-rdf',
  mediaType: 'application/rdf+xml',
  is: (head) => head.includes('<rdf:RDF') && head.includes('zotero.org/namespaces/export'),
  read: (text) => {
    const rdf = firstInside(parseXml(text), 'RDF')
    if (rdf === null) return null
    const named = new Map(
      elementsOf(rdf).map((element) => [element.attributes.get('rdf:about') ?? '', element] as const),
    )
    return elementsOf(rdf)
      .filter((element) => isItem(element))
      .map((item, index) => entryOf(item, named, String(index + 1)))
  },
}

/** What hangs on an item (files, notes, journals) has another kind or none. */
function isItem(element: XmlElement): boolean {
  const kind = wordsOf(elementsOf(element, 'itemType')[0])
  return kind !== '' && kind !== 'attachment' && kind !== 'note'
}

const TYPES: Readonly<Record<string, string>> = {
  journalArticle: 'article-journal',
  newspaperArticle: 'article-newspaper',
  magazineArticle: 'article-magazine',
  book: 'book',
  bookSection: 'chapter',
  report: 'report',
  webpage: 'webpage',
  blogPost: 'post-weblog',
  conferencePaper: 'paper-conference',
  thesis: 'thesis',
}

function entryOf(item: XmlElement, named: ReadonlyMap<string, XmlElement>, number: string): Entry {
  const within = elementsOf(item, 'isPartOf').flatMap((part) => {
    const elsewhere = named.get(part.attributes.get('rdf:resource') ?? '')
    return elsewhere === undefined ? elementsOf(part) : [elsewhere]
  })
  const container = within.map((part) => wordsOf(elementsOf(part, 'title')[0])).find((title) => title !== '')
  const publisher = elementsOf(item, 'publisher')[0]
  const identifiers = [item, ...within].flatMap((each) => elementsOf(each, 'identifier')).map(wordsOf)
  const about = item.attributes.get('rdf:about') ?? ''
  return workOf({
    name: about === '' ? number : about,
    title: wordsOf(elementsOf(item, 'title')[0]),
    authors: peopleIn(elementsOf(item, 'authors')[0] ?? elementsOf(item, 'editors')[0]),
    publication: container ?? (publisher === undefined ? '' : wordsOf(firstInside(publisher, 'name'))),
    published: dateIn(wordsOf(elementsOf(item, 'date')[0])),
    url: [...identifiers, about].find((each) => /^https?:/.test(each)) ?? '',
    doi: identifiers.find((each) => /^doi\b/i.test(each)) ?? '',
    language: wordsOf(elementsOf(item, 'language')[0]),
    type: TYPES[wordsOf(elementsOf(item, 'itemType')[0])] ?? 'document',
    keywords: [],
    exact: null,
  })
}

function peopleIn(list: XmlElement | undefined): string[] {
  if (list === undefined) return []
  return [...elementsInside(list)]
    .filter(({ name }) => name === 'Person')
    .map((person) =>
      ['givenName', 'givenname', 'surname']
        .map((part) => wordsOf(elementsOf(person, part)[0]))
        .filter((part) => part !== '')
        .join(' '),
    )
}

const wordsOf = (element: XmlElement | null | undefined): string =>
  element === null || element === undefined ? '' : wordsInside(element).trim()
