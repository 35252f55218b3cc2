import type { Byline } from '../byline.ts'
import { bylineOf, isName } from '../byline.ts'
import { datelineOf } from '../dateline.ts'
import { dateIn } from '../dates.ts'
import type { Metadata } from '../extraction.ts'
import { NO_METADATA } from '../extraction.ts'
import { titleFrom } from '../title.ts'
import { endsSentence } from './text-lines.ts'

const LONGEST_HEADLINE = 200
const HEADER_LINES = 6
const LONGEST_HEADER_LINE = 160

/**
 * What the first lines of a plain text say of it: a headline without a full
 * stop, then a byline, a date, an address. Every line stays in the text.
 * `paragraphs` are lists of lines.
 */
export function headerOf(paragraphs: readonly (readonly string[])[]): Metadata {
  const lines = paragraphs.flatMap((paragraph) => paragraph.map((line) => line.trim()))
  const headline = headlineOf(paragraphs)
  const header = readHeader(lines.slice(headline === null ? 0 : 1))
  const body = header.rest[0] === undefined ? '' : bodyFrom(paragraphs, header.rest[0])
  return {
    ...NO_METADATA,
    title: headline ?? titleFrom(body),
    authors: [...header.authors],
    publication: header.publication,
    published: header.published,
    url: header.url,
    place: datelineOf(body)?.place ?? null,
  }
}

/** The first line, when it stands alone above more text and closes no sentence with a full stop. */
function headlineOf(paragraphs: readonly (readonly string[])[]): string | null {
  const [first = [], second] = paragraphs
  const whole = first[0]?.trim().replace(/\s+/gu, ' ') ?? ''
  const line = whole.replace(/^(?:title|headline)\s*:\s+/iu, '')
  const alone = first.length === 1 ? second !== undefined : isHeaderLine(first[1]?.trim() ?? '')
  if (!alone || line === '' || line.length > LONGEST_HEADLINE) return null
  if (datelineOf(line) !== null || isHeaderLine(line)) return null
  return endsSentence(line) && !/[?!]["'”’»)]*$/u.test(line) ? null : line
}

interface Header extends Byline {
  readonly url: string | null
  /** The lines below the header. */
  readonly rest: readonly string[]
}

function readHeader(lines: readonly string[]): Header {
  let header: Header = { authors: [], publication: null, published: null, url: null, rest: lines }
  let passed = 0
  for (const [index, line] of lines.slice(0, HEADER_LINES).entries()) {
    const found = headerLine(line)
    if (found === null) {
      if (index > 0 || line.length > LONGEST_HEADER_LINE || endsSentence(line) || datelineOf(line) !== null)
        break
      continue
    }
    passed = index + 1
    header = merge(header, found)
  }
  return { ...header, rest: lines.slice(passed) }
}

const merge = (header: Header, found: Partial<Header>): Header => ({
  ...header,
  authors: header.authors.length > 0 ? header.authors : (found.authors ?? []),
  publication: header.publication ?? found.publication ?? null,
  published: header.published ?? found.published ?? null,
  url: header.url ?? found.url ?? null,
})

const isHeaderLine = (line: string): boolean => headerLine(line) !== null

const ADDRESS = /^(?:(?:source|url|link|from)\s*:\s*)?(https?:\/\/\S+)$/iu
const LABELLED = /^(authors?|written by|byline|date|published)\s*:\s+(\S.*)$/iu
const AGENCY_LINE =
  /^\(?(Reuters|AFP|AP|The Associated Press|Associated Press|dpa|Agence France-Presse|Xinhua|TASS|Interfax|Bloomberg|PTI|APP|UPI|ANSA|EFE|Kyodo|Yonhap|BBC News|CNN)\)?$/u
const OUTLET_LINE = /^(?:source|publication|publisher|published (?:in|by))\s*:?\s+(\S.{1,80})$/iu

function headerLine(line: string): Partial<Header> | null {
  if (line === '' || line.length > LONGEST_HEADER_LINE) return null
  const address = ADDRESS.exec(line)?.[1]
  if (address !== undefined) return { url: address }
  return labelled(line) ?? bylineOf(line) ?? dateLine(line) ?? unledByline(line) ?? outletLine(line)
}

/** "Author: Ann Lee". A title's label is read where headlines are. */
function labelled(line: string): Partial<Header> | null {
  const [, label = '', value = ''] = LABELLED.exec(line) ?? []
  if (/^(?:author|written|byline)/i.test(label)) {
    const { authors, publication, published } = bylineOf(`By ${value.replace(/^by\s+/i, '')}`) ?? NO_BYLINE
    return authors.length === 0 ? null : { authors, publication, published }
  }
  if (/^(?:date|published)$/i.test(label)) {
    const published = dateIn(value)
    return published === null ? null : { published }
  }
  return null
}

const NO_BYLINE: Byline = { authors: [], publication: null, published: null }

function outletLine(line: string): Partial<Header> | null {
  const publication = (AGENCY_LINE.exec(line) ?? OUTLET_LINE.exec(line))?.[1]
  return publication === undefined || endsSentence(line) ? null : { publication }
}

/** A line that is a date and little else: "Published: 14 March 2024, 09:30 GMT". */
function dateLine(line: string): Partial<Header> | null {
  const published = dateIn(line)
  if (published === null) return null
  const words = line.match(/\p{L}{3,}/gu) ?? []
  return words.length <= 5 && line.length <= 60 && !line.includes(', The ') && !isUnled(line)
    ? { published }
    : null
}

/** "Ilse Marrow, The Tidewater Courier, 14 March 2024": a byline that says no "by". */
const unledByline = (line: string): Partial<Header> | null => (isUnled(line) ? bylineOf(`By ${line}`) : null)

function isUnled(line: string): boolean {
  const parts = line.split(/\s*[,|]\s*/u)
  const words = parts[0]?.split(' ').length ?? 0
  return (
    parts.length >= 2 &&
    words >= 2 &&
    words <= 4 &&
    isName(parts[0] ?? '') &&
    dateIn(parts.slice(1).join(', ')) !== null
  )
}

/** The paragraph that holds a line, from that line on. */
function bodyFrom(paragraphs: readonly (readonly string[])[], line: string): string {
  for (const paragraph of paragraphs) {
    const index = paragraph.findIndex((candidate) => candidate.trim() === line)
    if (index >= 0) return paragraph.slice(index).join(' ')
  }
  return line
}
