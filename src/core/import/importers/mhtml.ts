import { refused } from '../../../shared/contract/failures.ts'
import { deriveText } from '../../../shared/document/text.ts'
import type { Article, PackagedFormat, PackagedOriginal } from '../extraction.ts'
import { readHtml } from './html.ts'
import { brokenOff } from './mime/broken-off.ts'
import { parametrised } from './mime/content-type.ts'
import { entityIn, type Entity } from './mime/headers.ts'
import { messageKind } from './mime/kind.ts'
import { leaves, partsOf, type Part } from './mime/parts.ts'
import { idOf, resourcesIn } from './mime/resources.ts'
import { isPage, textOfPart } from './mime/text-of.ts'

/** A page with its pictures in one file, as browsers save it (RFC 2557). */
export const MHTML: PackagedFormat = {
  importer: 'mhtml',
  version: 2,
  mediaType: 'multipart/related',
  is: (bytes, name) => messageKind(bytes, name) === 'page',
  read: readMhtml,
}

/** The page that was saved; pages in its frames are others, and their words are not among its words. */
function readMhtml({ bytes, name, encoding }: PackagedOriginal): Article {
  const entity = entityIn(bytes)
  if (entity === null) throw noPage()
  const root = partsOf(entity)
  if (!root.whole) throw brokenOff()
  const main = mainPage(entity, root)
  if (main === undefined) throw noPage()
  const address = addressOf(entity, main)
  const { text, encoding: used } = textOfPart(main, encoding)
  const article = readHtml({ text, name, resources: resourcesIn(root, address), url: webAddress(address) })
  if (deriveText(article.document).text.trim() === '' && [...leaves(root)].filter(isPage).length > 1)
    throw onlyFrames()
  const title = article.metadata.title || (entity.headers.words('subject') ?? '')
  return { ...article, metadata: { ...article.metadata, title }, encoding: used }
}

/** The part that the message starts with, else the page whose address the message gives, else the first page. */
function mainPage({ headers }: Entity, root: Part): Part | undefined {
  const pages = [...leaves(root)].filter(isPage)
  const start = parametrised(headers.raw('content-type')).parameters.get('start')?.replace(/^<|>$/g, '')
  const saved = headers.raw('snapshot-content-location')
  return (
    pages.find((page) => start !== undefined && idOf(page) === start) ??
    pages.find((page) => saved !== null && page.headers.raw('content-location') === saved) ??
    pages[0]
  )
}

const addressOf = ({ headers }: Entity, main: Part): string | null =>
  main.headers.raw('content-location') ??
  main.headers.raw('content-base') ??
  headers.raw('snapshot-content-location') ??
  headers.raw('content-location') ??
  headers.raw('content-base')

const webAddress = (address: string | null): string | null =>
  address !== null && /^https?:\/\//i.test(address) ? address : null

const onlyFrames = (): Error =>
  refused(
    'only-frames',
    'This page has no words of its own: they stand in its frames, which are other pages. Nothing was imported. Open the frame you need by itself, save it, and import that.',
  )

const noPage = (): Error =>
  refused(
    'no-page',
    'This file is a web archive (MHTML) without a page in it. Nothing was imported. Save the page again, as HTML.',
  )
