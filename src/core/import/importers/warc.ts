import { Parser } from 'htmlparser2'
import { refused } from '../../../shared/contract/failures.ts'
import { safeLink } from '../../../shared/document/link.ts'
import { ARCHIVE_LIMITS, damaged, openZip, zipMentions } from '../archive/zip.ts'
import { decode, encodingNamed } from '../decode.ts'
import type { PackagedOriginal } from '../extraction.ts'
import { instantIn } from '../instant.ts'
import { LARGEST_ORIGINAL } from '../original-file.ts'
import type { Container, ContainerFormat, Part, ReadPart } from '../several.ts'
import { readHtml } from './html.ts'
import type { WarcRecord } from './warc/records.ts'
import { isWarc, recordsIn } from './warc/records.ts'
import type { Response } from './warc/response.ts'
import { bodyOf, responseIn } from './warc/response.ts'

/** Web archives: each page in one is an article; the pictures in it are the pages’. */
export const WARC: ContainerFormat = {
  importer: 'warc',
  version: 2,
  mediaType: 'application/warc',
  is: isWarc,
  open: (original) => containerOf([original.bytes], original),
}

/** The same in a zip with an index. */
export const WACZ: ContainerFormat = {
  importer: 'warc',
  version: 2,
  mediaType: 'application/wacz',
  is: (bytes) => zipMentions(bytes, 'datapackage.json', 'archive/'),
  open: async (original) => {
    const zip = await openZip(original.bytes, { ...ARCHIVE_LIMITS, entryBytes: LARGEST_ORIGINAL })
    const archives: Uint8Array[] = []
    for (const name of zip.names.filter((each) => /^archive\/.*\.warc(?:\.gz)?$/i.test(each))) {
      const bytes = await zip.read(name)
      if (bytes !== null) archives.push(bytes)
    }
    return containerOf(archives, original)
  },
}

interface Page {
  readonly record: WarcRecord
  readonly url: string
}

/** What an archive holds that matters, by part and by address. */
interface Contents {
  readonly parts: Part[]
  readonly pages: Map<string, Page>
  readonly pictures: Map<string, WarcRecord>
}

const MOST_PAGES = 20_000

function containerOf(archives: readonly Uint8Array[], { encoding }: PackagedOriginal): Container {
  const contents: Contents = { parts: [], pages: new Map(), pictures: new Map() }
  for (const record of archives.flatMap((bytes) => [...recordsIn(bytes)])) note(contents, record)
  if (contents.parts.length === 0)
    throw refused('empty', 'There is no saved page in this web archive. Nothing was imported.')
  if (contents.parts.length > MOST_PAGES)
    throw refused('too-large', 'There are more than 20,000 pages in this web archive. Nothing was imported.')
  return { parts: contents.parts, read: (key) => readPage(contents, key, encoding) }
}

function note({ parts, pages, pictures }: Contents, record: WarcRecord): void {
  const add = (label: string, page: Page | null): void => {
    let key = label
    for (let copy = 2; pages.has(key); copy += 1) key = `${label} (${String(copy)})`
    if (page !== null) pages.set(key, page)
    parts.push({ key, name: page?.url ?? label, ...factsOf(page) })
  }
  if (record.fields.size === 0) return add('The damaged end of the archive', null)
  if (record.fields.get('warc-type') !== 'response') return
  const url = addressOf(record)
  if (url === null) return
  const head = headOf(record)
  if (head === 'damaged') return add(url, { record, url })
  if (head?.status !== 200) return
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(head.mediaType))
    return add(`${url} ${record.fields.get('warc-date') ?? ''}`.trim(), { record, url })
  if (head.mediaType.startsWith('image/') && !pictures.has(url)) pictures.set(url, record)
}

const NO_FACTS = { title: null, date: null, bytes: 0 }

/** What a list of the pages shows beside their addresses; no page is read whole for it. */
function factsOf(page: Page | null): Pick<Part, 'title' | 'date' | 'bytes'> {
  if (page === null) return NO_FACTS
  const saved = Date.parse(page.record.fields.get('warc-date') ?? '')
  const date = Number.isNaN(saved) ? null : new Date(saved).toISOString()
  try {
    const response = responseIn(page.record.block())
    if (response === null) return { ...NO_FACTS, date }
    const body = bodyOf(response)
    return { title: titleIn(body, response.charset), date, bytes: body.length }
  } catch {
    // A page that was cut off is told of when it is read.
    return { ...NO_FACTS, date }
  }
}

/** Where a page's title stands, unless its head is very long. */
const HEAD_BYTES = 64 * 1024

/** Cut behind a tag, so that no character is cut. */
const headOfPage = (body: Uint8Array): Uint8Array => {
  const head = body.subarray(0, HEAD_BYTES)
  return head.subarray(0, head.lastIndexOf(0x3e) + 1)
}

function titleIn(body: Uint8Array, charset: string | null): string | null {
  const words: string[] = []
  let inside = false
  const parser = new Parser({
    onopentagname: (name) => {
      inside = name === 'title'
    },
    ontext: (some) => {
      if (inside) words.push(some)
    },
    onclosetag: (name) => {
      if (name === 'title') parser.pause()
    },
  })
  parser.write(textOf(headOfPage(body), charset, null).text)
  const title = words.join('').replaceAll(/\s+/gu, ' ').trim()
  return title === '' ? null : title.slice(0, LONGEST_TITLE)
}

const LONGEST_TITLE = 300

/** Some archivers write the address between angle brackets. */
function addressOf({ fields }: WarcRecord): string | null {
  const address = safeLink((fields.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1'), null)
  return address?.startsWith('http') === true ? withoutFragment(address) : null
}

const withoutFragment = (address: string): string => address.split('#', 1)[0] ?? ''

function headOf(record: WarcRecord): Response | 'damaged' | null {
  try {
    return responseIn(record.block())
  } catch {
    // A record that was cut off is told of when it is read.
    return 'damaged'
  }
}

function readPage({ pages, pictures }: Contents, key: string, encoding: string | null): ReadPart {
  const page = pages.get(key)
  const response = page === undefined ? null : responseIn(page.record.block())
  if (page === undefined || response === null) throw damaged()
  const decodedPage = textOf(bodyOf(response), response.charset, encoding)
  const resources = (address: string): Uint8Array | null => pictureAt(pictures, address, page.url)
  const article = readHtml({ text: decodedPage.text, name: page.url, url: page.url, resources })
  const archivedAt = instantIn(page.record.fields.get('warc-date') ?? '')
  return {
    article: { ...article, metadata: { ...article.metadata, archivedAt } },
    encoding: decodedPage.encoding,
  }
}

/** The server’s word on the encoding counts where the bytes do not tell themselves. */
function textOf(
  bytes: Uint8Array,
  charset: string | null,
  given: string | null,
): { readonly text: string; readonly encoding: string } {
  const found = decode(bytes, { html: true, encoding: given })
  const served = charset === null ? null : encodingNamed(charset)
  if (given !== null || served === null || found.encoding.startsWith('utf-')) return found
  return decode(bytes, { html: true, encoding: served })
}

function pictureAt(
  pictures: ReadonlyMap<string, WarcRecord>,
  address: string,
  page: string,
): Uint8Array | null {
  const url = safeLink(address, page)
  const record = url === null ? undefined : pictures.get(withoutFragment(url))
  if (record === undefined) return null
  try {
    const response = responseIn(record.block())
    return response === null ? null : bodyOf(response)
  } catch {
    // A picture that cannot be unpacked is missing; the page is read all the same.
    return null
  }
}
