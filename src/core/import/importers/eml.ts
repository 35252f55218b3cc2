import type { Document } from '../../../shared/document/document.ts'
import { refused } from '../../../shared/contract/failures.ts'
import type { Article, Metadata, PackagedFormat, PackagedOriginal } from '../extraction.ts'
import { NO_METADATA } from '../extraction.ts'
import { readHtml } from './html.ts'
import { bodyOf } from './mail/body.ts'
import { sentAt, sentOn } from './mail/date.ts'
import { blocksOfText, type Flow } from './mail/plain.ts'
import { senderOf } from './mail/sender.ts'
import { brokenOff } from './mime/broken-off.ts'
import { entityIn, type Headers } from './mime/headers.ts'
import { messageKind } from './mime/kind.ts'
import { leaves, partsOf, type Part } from './mime/parts.ts'
import { resourcesIn } from './mime/resources.ts'
import { isPage, textOfPart } from './mime/text-of.ts'

/** One e-mail message, such as a newsletter. */
export const EML: PackagedFormat = {
  importer: 'eml',
  version: 1,
  mediaType: 'message/rfc822',
  is: (bytes, name) => messageKind(bytes, name) === 'letter',
  read: readMessage,
}

function readMessage({ bytes, name, encoding }: PackagedOriginal): Article {
  const entity = entityIn(bytes)
  if (entity === null) throw noWords()
  const root = partsOf(entity)
  refuseEncrypted(root)
  if (!root.whole) throw brokenOff()
  const body = bodyOf(root)
  if (body.length === 0) throw noWords()
  const decoded = body.map((part) => ({ part, ...textOfPart(part, encoding) }))
  const metadata = metadataOf(entity.headers)
  const used = decoded[0]?.encoding ?? null
  if (!body.some(isPage)) return { ...plainArticle(decoded), metadata, encoding: used }
  const page = decoded.map(({ part, text }) => (isPage(part) ? text : pageOf(text))).join('\n')
  const article = readHtml({ text: page, name, resources: resourcesIn(root, null), whole: true })
  // A page may name its publisher's home as its address in every letter: only the header speaks of this one.
  return { ...article, metadata: { ...metadata, language: article.metadata.language }, encoding: used }
}

function metadataOf(headers: Headers): Metadata {
  const archived = /<(https?:\/\/[^<>\s]{1,2000})>/i.exec(headers.raw('archived-at') ?? '')?.[1]
  const { authors, publication } = senderOf(
    headers.words('from') ?? headers.words('sender') ?? '',
    headers.words('list-id'),
  )
  return {
    ...NO_METADATA,
    title: headers.words('subject') ?? '',
    authors: [...authors],
    publication,
    published: sentOn(headers.raw('date')),
    publishedAt: sentAt(headers.raw('date')),
    url: archived !== undefined && URL.canParse(archived) ? new URL(archived).href : null,
  }
}

interface DecodedPart {
  readonly part: Part
  readonly text: string
}

function plainArticle(decoded: readonly DecodedPart[]): Pick<Article, 'document' | 'notes' | 'images'> {
  const children = decoded.flatMap(({ part, text }) => blocksOfText(text, flowOf(part)))
  const document: Document = {
    type: 'document',
    format: 1,
    language: null,
    direction: null,
    children,
    origins: [],
  }
  return { document, notes: new WeakMap(), images: [] }
}

function flowOf({ type: { parameters } }: Part): Flow {
  const is = (name: string, value: string): boolean => parameters.get(name)?.toLowerCase() === value
  return { flowed: is('format', 'flowed'), deleteSpace: is('delsp', 'yes') }
}

/** Plain words among pages, such as a list's own footer. */
const pageOf = (text: string): string =>
  text
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n')

const SEALED = new Set(['multipart/encrypted', 'application/pkcs7-mime', 'application/x-pkcs7-mime'])

function refuseEncrypted(root: Part): void {
  const sealed = SEALED.has(root.type.value) || [...leaves(root)].some(isSealed)
  if (!sealed) return
  throw refused(
    'encrypted',
    'This e-mail is encrypted. Nothing was imported. Open it in your mail program, save it decrypted or as HTML, and import that.',
  )
}

const isSealed = ({ type }: Part): boolean =>
  SEALED.has(type.value) && type.parameters.get('smime-type') !== 'signed-data'

const noWords = (): Error =>
  refused(
    'no-words',
    'This e-mail holds no words of its own, at most attachments. Nothing was imported. Save the attachment, and import that.',
  )
