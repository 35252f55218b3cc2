import { posix } from 'node:path'
import { Failure, refused } from '../../shared/contract/failures.ts'
import { xmlIn } from '../import/archive/xml-part.ts'
import type { Archive } from '../import/archive/zip.ts'
import { damaged, openZip } from '../import/archive/zip.ts'
import { elementsInside, firstInside, type XmlElement } from '../import/xml.ts'

/** The parts of a Word document that hold words, or say what words are. */
export interface DocxParts {
  readonly body: XmlElement
  readonly styles: XmlElement | null
  readonly footnotes: XmlElement | null
  readonly endnotes: XmlElement | null
}

/** Throws `REFUSED`: `damaged` where a part cannot be read or the main one is missing, else the reasons of `openZip`. */
export async function openDocx(bytes: Uint8Array): Promise<DocxParts> {
  try {
    return await partsOf(bytes)
  } catch (error) {
    if (error instanceof Failure) throw unreadable(error.reason)
    throw error
  }
}

const unreadable = (reason: string): Failure =>
  refused(
    reason,
    'This file cannot be read as a Word document: it is damaged, locked or of another kind. Nothing was changed. Save it again as .docx and check that file.',
  )

async function partsOf(bytes: Uint8Array): Promise<DocxParts> {
  const zip = await openZip(bytes)
  const main = (await related(zip, '', 'officeDocument')) ?? 'word/document.xml'
  const root = await xmlIn(zip, main)
  const body = root === null ? null : firstInside(root, 'body')
  if (body === null) throw damaged()
  const part = async (type: string): Promise<XmlElement | null> => {
    const name = await related(zip, main, type)
    return name === null ? null : xmlIn(zip, name)
  }
  return {
    body,
    styles: await part('styles'),
    footnotes: await part('footnotes'),
    endnotes: await part('endnotes'),
  }
}

/** The name of the part that another one points to as its styles, notes … */
async function related(zip: Archive, from: string, type: string): Promise<string | null> {
  const { dir, base } = posix.parse(from)
  const relations = await xmlIn(zip, posix.join(dir, '_rels', `${base}.rels`))
  if (relations === null) return null
  for (const { name, attributes } of elementsInside(relations)) {
    const isWanted = name === 'Relationship' && (attributes.get('Type') ?? '').endsWith(`/${type}`)
    const target = attributes.get('Target') ?? ''
    if (!isWanted || target === '') continue
    // A name is a key of the archive and never a path of the disk.
    return target.startsWith('/') ? target.slice(1) : posix.join(dir, target)
  }
  return null
}
