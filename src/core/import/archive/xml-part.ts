import { TextDecoder, getBOMEncoding, normalizeEncoding } from '@exodus/bytes/encoding.js'
import type { XmlElement } from '../xml.ts'
import { parseXml } from '../xml.ts'
import type { Archive } from './zip.ts'

/** An XML file of an archive, or null where there is none of that name. */
export async function xmlIn(zip: Archive, name: string): Promise<XmlElement | null> {
  const bytes = await zip.read(name)
  return bytes === null ? null : parseXml(xmlText(bytes))
}

const DECLARED = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/

/** XML's own rules: a byte order mark, else what the first line says, else UTF-8. U+0000, which XML forbids, is left out. */
export function xmlText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 400)).toString('latin1')
  const declared = normalizeEncoding(DECLARED.exec(head)?.[1] ?? 'utf-8')
  const text = new TextDecoder(getBOMEncoding(bytes) ?? declared ?? 'utf-8').decode(bytes)
  return text.replaceAll('\0', '')
}
