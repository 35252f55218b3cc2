import type { Archive } from '../archive/zip.ts'
import { xmlIn } from '../archive/xml-part.ts'
import { damaged, encrypted, openZip, zipMentions } from '../archive/zip.ts'
import type { Article, PackagedFormat, PackagedOriginal } from '../extraction.ts'
import { unsupported } from '../sniff.ts'
import type { XmlElement } from '../xml.ts'
import { firstInside } from '../xml.ts'
import { convert, pageFrom } from './html/converted.ts'
import { ImageCollector } from './html/images.ts'
import { OdtPage } from './odt/page.ts'
import { Styles } from './odt/styles.ts'
import { officeProperties } from './office/properties.ts'
import { titleIn } from './office/title.ts'

/** OpenDocument texts: all of the body is the article; insertions are in, deletions and comments out. */
export const ODT: PackagedFormat = {
  importer: 'odt',
  version: 1,
  mediaType: 'application/vnd.oasis.opendocument.text',
  is: (bytes) =>
    zipMentions(bytes, 'mimetypeapplication/vnd.oasis.opendocument.text') ||
    zipMentions(bytes, 'content.xml', 'META-INF/manifest.xml', 'styles.xml'),
  read: readOdt,
}

async function readOdt({ bytes }: PackagedOriginal): Promise<Article> {
  const zip = await openZip(bytes)
  const manifest = await xmlIn(zip, 'META-INF/manifest.xml')
  if (manifest !== null && firstInside(manifest, 'encryption-data') !== null) throw encrypted()
  const content = await xmlIn(zip, 'content.xml')
  if (content === null) throw damaged()
  const styles = new Styles([await xmlIn(zip, 'styles.xml'), content].filter((part) => part !== null))
  const page = pageFrom(new OdtPage(styles).of(bodyIn(content)))
  const pictures = await picturesIn(zip)
  const images = new ImageCollector((address) => pictures.get(address.replace(/^\.\//, '')) ?? null)
  const { children } = convert(page, page.root, { base: null, images })
  const properties = officeProperties(await xmlIn(zip, 'meta.xml'))
  return {
    document: { type: 'document', format: 1, language: null, direction: null, children, origins: [] },
    notes: new WeakMap(),
    metadata: {
      ...properties,
      title: titleIn(page) ?? properties.title,
      language: properties.language ?? styles.language,
    },
    images: images.all(),
  }
}

function bodyIn(content: XmlElement): XmlElement {
  const body = firstInside(content, 'body')
  if (body === null) throw damaged()
  const text = body.children.find((child) => child.kind === 'element' && child.name === 'text')
  if (text?.kind === 'element') return text
  throw unsupported(
    'an OpenDocument spreadsheet, presentation or drawing',
    'Open it, save the part you need as ODT or as a web page (HTML), and import that.',
  )
}

async function picturesIn(zip: Archive): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  for (const name of zip.names.filter((each) => each.startsWith('Pictures/'))) {
    const bytes = await zip.read(name)
    if (bytes !== null) pictures.set(name, bytes)
  }
  return pictures
}
