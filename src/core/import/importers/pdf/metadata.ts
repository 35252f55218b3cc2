import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Metadata } from '../../extraction.ts'
import { NO_METADATA } from '../../extraction.ts'
import type { OutlineEntry } from './headings.ts'
import type { Draft } from './paragraphs.ts'

/** What the file says about itself. A title that is none, such as the name of a file, is left out. */
export async function metadataOf(pdf: PDFDocumentProxy, name: string): Promise<Metadata> {
  const { info, metadata } = await pdf.getMetadata()
  const told = (key: string): string => wordsIn(Reflect.get(info, key))
  const named = (key: string): unknown => metadata?.get(key)
  const titles = [wordsIn(named('dc:title')), told('Title')]
  const creators = named('dc:creator')
  const authors = Array.isArray(creators) ? creators.map(wordsIn) : told('Author').split(/\s*;\s*/)
  return {
    ...NO_METADATA,
    title: titles.find((title) => isTitle(title, name)) ?? '',
    authors: authors.filter(isAuthor),
    published: dayOf(wordsIn(named('prism:publicationdate'))) ?? dayOf(told('CreationDate')),
    language: languageIn([told('Language'), ...[named('dc:language')].flat().map(wordsIn)]),
  }
}

const LONGEST = 500

const wordsIn = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, LONGEST)
    : ''

const FILE_NAME =
  /\.(?:pdf|docx?|odt|rtf|indd|tex|dvi|qxp|qxd|pub|xlsx?|pptx?|p65|pmd|html?|txt|wpd|ai|eps|ps)$/i
const NO_TITLE =
  /^(?:untitled|unbenannt|sans titre|sin título|document|doc|title|titel|slide|presentation|powerpoint presentation|print|scan|none|null|unknown)?[\s\d._-]*$/i
const PROGRAM = /^(?:microsoft (?:word|powerpoint|excel)|layout \d|print job|scanned)/i

function isTitle(title: string, name: string): boolean {
  if (!/\p{L}/u.test(title) || FILE_NAME.test(title) || NO_TITLE.test(title) || PROGRAM.test(title))
    return false
  if (/^[\w.-]*[_\d][\w.-]*$/.test(title)) return false
  return bare(title) !== bare(name.replace(/\.[^.]*$/, '')) || title.includes(' ')
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** An account of the machine that made the file is nobody's name. */
const isAuthor = (author: string): boolean =>
  /\p{L}/u.test(author) &&
  !/^(?:admin(?:istrator)?|user|owner|root|author|unknown|anonymous|default|microsoft.*|[\w.-]*\d[\w.-]*)$/i.test(
    author,
  )

/** PDF's `D:20240314…`, or ISO 8601. Dates before there was PDF are a clock that was not set. */
function dayOf(value: string): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(value) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const isDay =
    Number(year) >= 1993 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return isDay ? `${year}-${month}-${day}` : null
}

function languageIn(values: readonly string[]): string | null {
  return values.find((value) => /^[a-z]{2,3}(?:[-_][\w-]{2,20})?$/i.test(value))?.replaceAll('_', '-') ?? null
}

const MOST_ENTRIES = 5000

/** The file's own table of contents, in order. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = []
  const waiting: { readonly item: Entry; readonly depth: number }[] = []
  const add = (items: readonly Entry[], depth: number): void => {
    for (const item of items.toReversed()) waiting.push({ item, depth })
  }
  add((await pdf.getOutline()) ?? [], 0)
  for (let next = waiting.pop(); next !== undefined && entries.length < MOST_ENTRIES; next = waiting.pop()) {
    const title = wordsIn(next.item.title)
    if (/[\p{L}\p{N}]/u.test(title)) entries.push({ title, depth: next.depth })
    add(next.item.items, next.depth + 1)
  }
  return entries
}

interface Entry {
  readonly title: string
  readonly items: readonly Entry[]
}

const sizeOf = ({ lines }: Draft): number => Math.max(...lines.map(({ line }) => line.size))

/** The largest words of the first page, when they are larger than the text. */
export function titleByType(drafts: readonly Draft[], body: number): string {
  const first = drafts.filter(({ lines, kind }) => lines[0]?.page === 1 && kind === 'text')
  const largest = Math.max(0, ...first.map(sizeOf))
  const at = first.findIndex((draft) => sizeOf(draft) === largest)
  if (largest < body * 1.12 || at < 0) return ''
  const parts: Draft[] = []
  for (const draft of first.slice(at)) {
    if (Math.abs(sizeOf(draft) - largest) > 0.5) break
    parts.push(draft)
  }
  const title = parts
    .map(({ lines }) => lines.map(({ line }) => line.words.map(({ text }) => text).join(' ')).join(' '))
    .join(' ')
  return /\p{L}{2}/u.test(title) && title.length <= 300 ? title : ''
}
