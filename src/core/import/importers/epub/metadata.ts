import { safeLink } from '../../../../shared/document/link.ts'
import { dateIn } from '../../dates.ts'
import type { Metadata } from '../../extraction.ts'
import { NO_METADATA } from '../../extraction.ts'
import type { XmlElement } from '../../xml.ts'
import { elementsInside, wordsInside } from '../../xml.ts'

/** What a book's package document says about it, in EPUB 2's and 3's ways. */
export function bookMetadata(root: XmlElement): Metadata {
  const all = [...elementsInside(root)]
  const named = (name: string): XmlElement[] =>
    all.filter((element) => element.name === name && wordsOf(element) !== '')
  const refined = (element: XmlElement, property: string): string => {
    const id = element.attributes.get('id')
    const meta = all.find(
      ({ name, attributes }) =>
        name === 'meta' &&
        id !== undefined &&
        attributes.get('refines') === `#${id}` &&
        attributes.get('property') === property,
    )
    return meta === undefined ? '' : wordsOf(meta)
  }
  return {
    ...NO_METADATA,
    type: 'book',
    title: titleOf(named('title'), refined),
    authors: authorsOf(named('creator'), refined),
    publication: first(named('publisher')),
    published: dateOf(named('date')),
    url: addressOf([...named('source'), ...named('identifier')]),
    language: first(named('language')),
  }
}

type Refined = (element: XmlElement, property: string) => string

function titleOf(titles: readonly XmlElement[], refined: Refined): string {
  const kind = (wanted: string): XmlElement | undefined =>
    titles.find((title) => refined(title, 'title-type') === wanted)
  const main = kind('main') ?? titles[0]
  const subtitle = kind('subtitle')
  if (main === undefined) return ''
  return subtitle === undefined ? wordsOf(main) : `${wordsOf(main)}: ${wordsOf(subtitle)}`
}

/** Those who wrote it, where the book tells them from editors and translators; else all. */
function authorsOf(creators: readonly XmlElement[], refined: Refined): string[] {
  const role = (creator: XmlElement): string => creator.attributes.get('opf:role') ?? refined(creator, 'role')
  const authors = creators.filter((creator) => ['aut', ''].includes(role(creator)))
  return [...new Set((authors.length > 0 ? authors : creators).map(wordsOf))]
}

const event = ({ attributes }: XmlElement): string => attributes.get('opf:event') ?? ''

/** Of its publication, and never of the last change to the file. */
function dateOf(dates: readonly XmlElement[]): string | null {
  const date = dates.find((each) => event(each) === 'publication') ?? dates.find((each) => event(each) === '')
  return date === undefined ? null : dateIn(wordsOf(date).slice(0, 10))
}

const addressOf = (candidates: readonly XmlElement[]): string | null =>
  candidates
    .map((element) => safeLink(wordsOf(element), null))
    .find((address) => address?.startsWith('http') === true) ?? null

const first = ([element]: readonly XmlElement[]): string | null =>
  element === undefined ? null : wordsOf(element)

const wordsOf = (element: XmlElement): string => wordsInside(element).replace(/\s+/gu, ' ').trim()
