import { z } from 'zod'
import type { BibliographyFormat, Entry } from '../../bibliography.ts'
import { dateIn } from '../../dates.ts'
import type { ExactFacts } from '../../../../shared/citations/exact-facts.ts'
import { EXACT_FIELD, readExactFacts } from '../../../../shared/citations/exact-facts.ts'
import type { Told } from './work.ts'
import { isoOf, workOf } from './work.ts'

/** CSL-JSON: a list of items, alone or as the `items` of an object. */
export const CSL_JSON: BibliographyFormat = {
  importer: 'csl-json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  is: (head) =>
    /^\s*[[{]/.test(head) &&
    /"(?:title|issued|author|container-title|DOI)"\s*:/.test(head) &&
    /"type"\s*:/.test(head),
  read: (text) => {
    const found = File.safeParse(parsed(text))
    if (!found.success) return null
    const items = Array.isArray(found.data) ? found.data : found.data.items
    const read = items.map((item) => CslItem.safeParse(item).data ?? null)
    if (read.every((item) => item === null)) return null
    return read.map((item, index) => {
      const name = String(index + 1)
      return item === null ? { kind: 'broken', name } : entryOf(item, name)
    })
  },
}

const Words = z.union([z.string(), z.number()]).optional().catch(undefined)
const Name = z.looseObject({
  family: Words,
  given: Words,
  literal: Words,
  suffix: Words,
  'non-dropping-particle': Words,
  'dropping-particle': Words,
})
const Names = z.array(Name).optional().catch(undefined)
const DateParts = z
  .looseObject({
    'date-parts': z.array(z.array(z.union([z.number(), z.string(), z.null()]))).optional(),
    raw: Words,
    literal: Words,
  })
  .optional()
  .catch(undefined)

/** What is read of an item; everything else in it, and what has another shape, is left. */
export const CslItem = z.looseObject({
  type: z.string(),
  id: Words,
  title: Words,
  'container-title': Words,
  publisher: Words,
  author: Names,
  editor: Names,
  issued: DateParts,
  URL: Words,
  DOI: Words,
  language: Words,
  keyword: Words,
  custom: z
    .looseObject({ [EXACT_FIELD]: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})
export type CslItem = z.infer<typeof CslItem>

const File = z.union([z.array(z.unknown()), z.looseObject({ items: z.array(z.unknown()) })])

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON is no bibliography of this kind.
    return null
  }
}

const words = (value: string | number | undefined): string => (value === undefined ? '' : String(value))

/** A CSL item as an entry; `name` where it has no id, `exact` what stands beside the fields of CSL. */
export const entryOf = (item: CslItem, name: string, exact: ExactFacts | null = exactIn(item)): Entry =>
  workOf(toldBy(item, name, exact))

function exactIn({ custom }: CslItem): ExactFacts | null {
  const line = custom?.[EXACT_FIELD]
  return line === undefined ? null : readExactFacts(line)
}

function toldBy(item: CslItem, name: string, exact: ExactFacts | null): Told {
  const authors = item.author ?? item.editor ?? []
  return {
    name: words(item.id) || name,
    title: withoutMarkup(words(item.title)),
    authors: authors.map(nameOf).filter((author) => exact !== null || !/^others$/i.test(author)),
    publication: withoutMarkup(words(item['container-title'])) || words(item.publisher),
    published: dateOf(item.issued),
    url: words(item.URL),
    doi: words(item.DOI),
    language: words(item.language),
    type: item.type,
    keywords: words(item.keyword).split(/,\s*/u),
    exact,
  }
}

function nameOf(name: z.infer<typeof Name>): string {
  const parts = [
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
    name.suffix,
  ]
  return (
    words(name.literal) ||
    parts
      .map(words)
      .filter((part) => part !== '')
      .join(' ')
  )
}

const numberOf = (value: string | number | null | undefined): number | null =>
  value === undefined || value === null || value === '' ? null : Number(value)

function dateOf(date: z.infer<typeof DateParts>): string | null {
  const [year, month, day] = date?.['date-parts']?.[0] ?? []
  const told = numberOf(year)
  if (told !== null) return isoOf(told, numberOf(month), numberOf(day))
  return dateIn(words(date?.raw) || words(date?.literal))
}

/** The few tags that CSL allows in a title. */
const withoutMarkup = (title: string): string =>
  title.replace(/<\/?(?:i|b|em|strong|sub|sup|sc|span)(?:\s[^<>]{0,100})?>/gi, '')
