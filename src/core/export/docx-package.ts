import { DocxRelations } from './docx-relations.ts'
import type { DocxNotes } from './docx-setting.ts'
import { joined, xml, xmlText, type Xml } from './xml-tree.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** What kind of file each part of the package is. */
export function contentTypes(notes: DocxNotes['kind']): Xml {
  const parts = ['styles', 'numbering', 'settings', `${notes}s`].map((name) =>
    override(`/word/${name}.xml`, `${WORD}.${name}+xml`),
  )
  const kinds = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['gif', 'image/gif'],
  ] as const
  return xml(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    ...kinds.map(([extension, type]) => xml('Default', { Extension: extension, ContentType: type })),
    override('/word/document.xml', `${WORD}.document.main+xml`),
    ...parts,
    override('/word/header1.xml', `${WORD}.header+xml`),
    override('/word/footer1.xml', `${WORD}.footer+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
  )
}

const override = (part: string, type: string): Xml => xml('Override', { PartName: part, ContentType: type })

export function packageRelations(): Xml {
  const relations = new DocxRelations()
  const metadata = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata'
  relations.part('officeDocument', 'word/document.xml')
  relations.part(`${metadata}/core-properties`, 'docProps/core.xml')
  relations.part('extended-properties', 'docProps/app.xml')
  return relations.file()
}

/** `date` is an ISO 8601 date: the brief's own, the only one that a document carries. */
export function coreProperties(title: string, language: string, date: string): Xml {
  const when = (name: string) => xml(name, { 'xsi:type': 'dcterms:W3CDTF' }, xmlText(`${date}T00:00:00Z`))
  return xml(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    xml('dc:title', {}, xmlText(title)),
    xml('dc:language', {}, xmlText(language)),
    when('dcterms:created'),
    when('dcterms:modified'),
  )
}

export const appProperties = (): Xml =>
  xml(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    xml('Application', {}, xmlText('Verbatim')),
  )

/** How notes are numbered: endnotes would be in Roman. */
export const DECIMAL = xml('w:numFmt', { 'w:val': 'decimal' })

/** The children of the settings part. */
export function settingsPart(notes: DocxNotes['kind']): Xml {
  const separators = [-1, 0].map((id) => xml(`w:${notes}`, { 'w:id': id }))
  const mode = {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  }
  return joined([
    xml('w:zoom', { 'w:percent': 100 }),
    xml('w:defaultTabStop', { 'w:val': 567 }),
    xml(`w:${notes}Pr`, {}, DECIMAL, ...separators),
    xml('w:compat', {}, xml('w:compatSetting', mode)),
  ])
}
