import { refused, type Failure } from '../../shared/contract/failures.ts'
import type { TextFormat } from '../../shared/contract/sources.ts'
import type { Document } from '../../shared/document/document.ts'
import { originMap } from '../../shared/document/origin.ts'
import { TEXT_VERSION, deriveText } from '../../shared/document/text.ts'
import { datelineOf } from './dateline.ts'
import { decode } from './decode.ts'
import type { Article, DecodedOriginal, Extraction, Metadata } from './extraction.ts'
import { readHtml } from './importers/html.ts'
import { companionResources } from './importers/html/companions.ts'
import { readMarkdown } from './importers/markdown.ts'
import { readText } from './importers/text.ts'
import type { Companion } from './page-folder.ts'
import { languageOf } from './language.ts'
import { PACKAGED } from './packaged.ts'
import { empty, refuseNonText, refuseZeros, sniffText } from './sniff.ts'
import { titleFrom } from './title.ts'

/** An original to read. `encoding` is a known encoding's name, or null to find out. */
export interface Original {
  readonly bytes: Uint8Array
  /** The file's name, without folders; says nothing that the content contradicts. */
  readonly name: string
  readonly encoding: string | null
  /** What its words are to be read as, whatever they look like; null to find out. */
  readonly as?: TextFormat | null
  /** The pictures that were saved in a folder beside it. */
  readonly companions?: readonly Companion[]
  /** Of a locked file. It is used and forgotten: nothing keeps it. */
  readonly password?: string | null
  /** Told between the steps of long work. */
  readonly progress?: () => void
}

interface Importer {
  /** Goes up when the same bytes would give another document. */
  readonly version: number
  readonly mediaType: string
  readonly read: (original: DecodedOriginal) => Article
}

const TEXTS: Readonly<Record<TextFormat, Importer>> = {
  text: { version: 1, mediaType: 'text/plain', read: readText },
  html: { version: 3, mediaType: 'text/html', read: readHtml },
  markdown: { version: 1, mediaType: 'text/markdown', read: readMarkdown },
}

/**
 * The whole way from bytes to document, text and metadata. Runs in the parsing
 * process. A file that cannot be read is a `REFUSED` failure: `empty`,
 * `binary`, `unsupported`, or one of its format's own.
 */
export async function readOriginal(original: Original): Promise<Extraction> {
  return extractionOf(await articleIn(original), original.name)
}

/** What an article amounts to: its text, origin map and facts. `name` serves for a title of last resort. */
export function extractionOf({ article, ...how }: ReadArticle, name: string): Extraction {
  const derived = deriveText(article.document)
  if (derived.text.length > LONGEST_TEXT) throw tooLong()
  if (derived.text.trim() === '') throw empty()
  const metadata = completed(article.metadata, derived.text, name)
  const document: Document = {
    ...article.document,
    language: metadata.language,
    origins: originMap(derived, article.notes),
  }
  return {
    ...how,
    document,
    text: derived.text,
    textVersion: TEXT_VERSION,
    metadata,
    images: [...article.images],
    ...(article.recognition === undefined ? {} : { recognition: article.recognition }),
    ...(article.warning === undefined ? {} : { warning: article.warning }),
  }
}

/** An article and how it was read. */
export interface ReadArticle extends Pick<
  Extraction,
  'importer' | 'importerVersion' | 'mediaType' | 'encoding'
> {
  readonly article: Article
}

export async function articleIn(original: Original): Promise<ReadArticle> {
  const { bytes, name } = original
  if (bytes.length === 0) throw empty()
  const packaged = PACKAGED.find((format) => format.is(bytes, name))
  if (packaged === undefined || isMeantAsText(original)) return wordsIn(original)
  const { importer, version, mediaType, read } = packaged
  const article = await read(original)
  return { importer, importerVersion: version, mediaType, encoding: article.encoding ?? null, article }
}

/** True where the user said what the words are: nothing is recognised then. */
export const isMeantAsText = ({ as }: Original): boolean => as !== undefined && as !== null

function wordsIn({ bytes, name, encoding, as, companions = [] }: Original): ReadArticle {
  refuseNonText(bytes, encoding !== null, as !== undefined && as !== null)
  const decoded = decode(bytes, { html: looksLikeHtml(bytes), encoding })
  if (encoding === null) refuseZeros(decoded.text)
  const importer = as ?? sniffText(decoded.text, name)
  if (importer !== 'html' && decoded.text.length > LONGEST_TEXT) throw tooLong()
  const { version, mediaType, read } = TEXTS[importer]
  const article = read({ text: decoded.text, name, resources: companionResources(companions) })
  return { importer, importerVersion: version, mediaType, encoding: decoded.encoding, article }
}

/** In UTF-16 units, some ten thousand pages: what is made of more would fill the memory and hold up the library. */
const LONGEST_TEXT = 20_000_000

const tooLong = (): Failure =>
  refused(
    'too-large',
    'This text is longer than 20 million characters, the most that Verbatim reads as one article. Nothing was imported. Divide it into several files and import those.',
  )

const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /<(?:!doctype|html|head|meta|body|title)\b/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))

/** No source is without a title: its words serve, then the file's name. */
function completed(metadata: Metadata, text: string, name: string): Metadata {
  const title = clean(metadata.title) || titleFrom(text.split('\n', 1)[0] ?? '') || name
  return {
    ...metadata,
    title: clean(title),
    authors: metadata.authors.map(clean).filter((author) => author !== ''),
    publication: cleanOrNull(metadata.publication),
    place: cleanOrNull(metadata.place) ?? placeIn(text),
    language: languageOf(text, metadata.language),
  }
}

/** The place of the first dateline near the top of the words. */
function placeIn(text: string): string | null {
  const lines = text.slice(0, 4000).split('\n', 8)
  return lines.map((line) => datelineOf(line)?.place).find((place) => place !== undefined) ?? null
}

/** One line, without U+0000 and lone surrogates. */
const clean = (value: string): string =>
  value
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

function cleanOrNull(value: string | null): string | null {
  const cleaned = value === null ? '' : clean(value)
  return cleaned === '' ? null : cleaned
}
