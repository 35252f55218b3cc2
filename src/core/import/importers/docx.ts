import { Failure } from '../../../shared/contract/failures.ts'
import type { Archive } from '../archive/zip.ts'
import { xmlIn } from '../archive/xml-part.ts'
import { damaged, openZip, zipMentions } from '../archive/zip.ts'
import type { Article, PackagedFormat, PackagedOriginal } from '../extraction.ts'
import { elementsInside } from '../xml.ts'
import { convert, pageFrom } from './html/converted.ts'
import { ImageCollector } from './html/images.ts'
import type { PageElement, PageNode } from './html/page.ts'
import { parsePage } from './html/page.ts'
import { officeProperties } from './office/properties.ts'
import { TITLE_CLASS, titleIn } from './office/title.ts'

/** Word documents: all of the body is the article; insertions are in, deletions and comments out. */
export const DOCX: PackagedFormat = {
  importer: 'docx',
  version: 1,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  is: (bytes) => zipMentions(bytes, '[Content_Types].xml', 'word/'),
  read: readDocx,
}

/** Beside mammoth's own: styles that say what a paragraph is. */
const STYLES = [
  `p[style-name='Title'] => h1.${TITLE_CLASS}:fresh`,
  `p[style-name='Subtitle'] => p:fresh`,
  `p[style-name='Quote'] => blockquote > p:fresh`,
  `p[style-name='Intense Quote'] => blockquote > p:fresh`,
  `p[style-name='Quote in Note'] => blockquote > p:fresh`,
  `p[style-name='Block Text'] => blockquote > p:fresh`,
  `p[style-name='Quotations'] => blockquote > p:fresh`,
  `p[style-name='HTML Preformatted'] => pre:separator('\\n')`,
  `p[style-name='Preformatted Text'] => pre:separator('\\n')`,
  `p[style-name='Source Code'] => pre:separator('\\n')`,
  'u => u',
]

async function readDocx({ bytes }: PackagedOriginal): Promise<Article> {
  const zip = await openZip(bytes)
  const saved = new Map<string, Uint8Array>()
  const page = pageFrom(withoutJumps(parsePage(await htmlOf(zip, saved)).root))
  const images = new ImageCollector((address) => saved.get(address) ?? null)
  const { children } = convert(page, page.root, { base: null, images })
  const properties = officeProperties(await xmlIn(zip, 'docProps/core.xml'))
  return {
    document: { type: 'document', format: 1, language: null, direction: null, children, origins: [] },
    notes: new WeakMap(),
    metadata: {
      ...properties,
      title: titleIn(page) ?? properties.title,
      language: properties.language ?? (await languageOf(zip)),
    },
    images: images.all(),
  }
}

const NOTE = /^#(?:foot|end)note-(?:ref-)?\d+$/

/** Only notes are led to inside a document: a cross-reference to “3” must not make a note of section 3. */
function withoutJumps(element: PageElement): PageElement {
  const href = element.attributes.get('href') ?? ''
  const attributes = new Map(element.attributes)
  if (href.startsWith('#') && !NOTE.test(href)) attributes.delete('href')
  const children = element.children.map((child): PageNode =>
    child.kind === 'text' ? child : withoutJumps(child),
  )
  return { ...element, attributes, children }
}

/** The package as mammoth takes one, so that it unpacks nothing itself. */
interface MammothFile {
  readonly exists: (name: string) => boolean
  readonly read: (name: string, encoding?: string) => Promise<Uint8Array | string>
}

/** The body as HTML. Pictures get addresses of their own, under which `saved` holds their bytes. */
async function htmlOf(zip: Archive, saved: Map<string, Uint8Array>): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  const file: MammothFile = {
    exists: zip.has,
    read: async (name, encoding) => {
      const bytes = await zip.read(name)
      if (bytes === null) throw damaged()
      if (encoding === undefined) return bytes
      return Buffer.from(bytes).toString(encoding === 'base64' ? 'base64' : 'utf8')
    },
  }
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `word-picture:${String(saved.size)}`
    saved.set(src, await image.readAsBuffer())
    return { src }
  })
  try {
    const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0]
    const options = { styleMap: STYLES, includeEmbeddedStyleMap: false, convertImage }
    return (await mammoth.convertToHtml(input, options)).value
  } catch (error) {
    throw error instanceof Failure ? error : damaged()
  }
}

/** The language that the document's styles are set to. */
async function languageOf(zip: Archive): Promise<string | null> {
  const styles = await xmlIn(zip, 'word/styles.xml')
  if (styles === null) return null
  for (const element of elementsInside(styles))
    if (element.name === 'lang') return element.attributes.get('w:val') ?? null
  return null
}
