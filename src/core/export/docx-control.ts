import { quoteBookmark, quoteTag, sourceBookmark, sourceTags } from '../../shared/quotations/control-tag.ts'
import type { DocxIds } from './docx-setting.ts'
import { joined, NO_XML, xml, type Xml } from './xml-tree.ts'

/** A linked quote's words, in as many pieces as it has paragraphs, each in a control; a bookmark goes from the first to the last. */
export function quoteControls(annotation: string, pieces: readonly Xml[], ids: DocxIds): readonly Xml[] {
  const tag = quoteTag(annotation)
  const controls = pieces.map((runs) => (tag === null ? runs : control(tag, 'Quote', runs, ids)))
  const name = quoteBookmark(annotation, ids.times(annotation))
  if (name === null || controls.length === 0) return controls
  const id = ids.next()
  const last = controls.length - 1
  return controls.map((each, index) =>
    joined([index === 0 ? bookmarkStart(id, name) : NO_XML, each, index === last ? bookmarkEnd(id) : NO_XML]),
  )
}

/** Words that a citation style made of sources. */
export function sourceControls(citekeys: readonly string[], runs: Xml, ids: DocxIds): Xml {
  if (runs === NO_XML) return runs
  const controls = sourceTags(citekeys).reduceRight<Xml>(
    (inner, tag) => control(tag, 'Source', inner, ids),
    runs,
  )
  return citekeys.reduceRight<Xml>((inner, citekey) => {
    const name = sourceBookmark(citekey, ids.times(`source ${citekey}`))
    return name === null ? inner : bookmark(name, inner, ids)
  }, controls)
}

function control(tag: string, title: string, runs: Xml, ids: DocxIds): Xml {
  if (runs === NO_XML) return runs
  const properties = xml(
    'w:sdtPr',
    {},
    xml('w:alias', { 'w:val': title }),
    xml('w:tag', { 'w:val': tag }),
    xml('w:id', { 'w:val': ids.next() }),
  )
  return xml('w:sdt', {}, properties, xml('w:sdtContent', {}, runs))
}

export function bookmark(name: string, inner: Xml, ids: DocxIds): Xml {
  const id = ids.next()
  return joined([bookmarkStart(id, name), inner, bookmarkEnd(id)])
}

const bookmarkStart = (id: number, name: string): Xml =>
  xml('w:bookmarkStart', { 'w:id': id, 'w:name': name })
const bookmarkEnd = (id: number): Xml => xml('w:bookmarkEnd', { 'w:id': id })
