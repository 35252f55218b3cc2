import { strToU8, zipSync, type Zippable } from 'fflate'
import type { PdfLook } from '../../shared/contract/pdf-look.ts'
import type { Evidence, ExportWarning } from './evidence.ts'
import { docxBlocks } from './docx-blocks.ts'
import { DocxLists } from './docx-numbering.ts'
import { notesPart, unreferredNotes } from './docx-notes.ts'
import {
  contentTypes,
  coreProperties,
  appProperties,
  packageRelations,
  DECIMAL,
  settingsPart,
} from './docx-package.ts'
import { paragraph } from './docx-paragraph.ts'
import { DOCX_PICTURES, pictureName } from './docx-pictures.ts'
import { DocxRelations } from './docx-relations.ts'
import { plainRun, textRuns } from './docx-runs.ts'
import { tableOfContents } from './docx-contents.ts'
import { DocxIds, type DocxNotes, type DocxSetting } from './docx-setting.ts'
import { docxStyles } from './docx-styles.ts'
import { HeadingPlaces } from './heading-places.ts'
import { HeldPictures } from './held-pictures.ts'
import { languageTag, mannerOf, mannerOfBlock, tagOf, UNTITLED } from './manner.ts'
import { beginsWithTitle } from './markdown-tree.ts'
import { NO_TIME } from './no-time.ts'
import type { PrintedBrief } from './printed-brief.ts'
import { shortened } from './shortened.ts'
import { Unholdable } from './unholdable.ts'
import { joined, NO_XML, xml, xmlFile, type Xml } from './xml-tree.ts'

export interface Docx {
  readonly bytes: Uint8Array
  readonly warnings: readonly ExportWarning[]
}

export interface DocxOptions {
  /** The notes stand together at the end. */
  readonly endnotes: boolean
  /** A table of contents stands before the text. */
  readonly contents: boolean
  readonly paper: PdfLook['paper']
}

/** What XML 1.0 has no place for. */
const UNHOLDABLE = /(?![\t\n\r\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF\p{Cs}]/gu

/** Margins and papers are in twentieths of a point. */
const SIDE = 1_531
const PAPERS = {
  a4: { width: 11_906, height: 16_838, text: 11_906 - 2 * SIDE },
  letter: { width: 12_240, height: 15_840, text: 12_240 - 2 * SIDE },
} as const
const RUNNING_LENGTH = 90

/**
 * Prints a brief as a Word document: styles, notes, tables and pictures as Word has them, and each linked
 * quote in a content control whose tag is its annotation's id, so that `check` finds it again when the
 * document comes back. The same brief gives the same bytes.
 */
export function printDocx(
  brief: PrintedBrief,
  evidence: Evidence,
  { endnotes = false, contents = false, paper = 'a4' }: Partial<DocxOptions> = {},
): Docx {
  const setting = settingOf(brief, evidence, endnotes ? 'endnote' : 'footnote', paper)
  const own = bodyOf(brief, contents, setting)
  const noteRelations = new DocxRelations()
  const notes = notesPart({ ...setting, relations: noteRelations })
  // Only now it is known which notes have a place.
  const body = joined([own, unreferredNotes(setting)])
  const { kind } = setting.notes
  const { relations, characters, pictures, document } = setting
  const title = characters.fit(brief.title.trim() === '' ? UNTITLED : brief.title)
  const running = {
    header: relations.part('header', 'header1.xml'),
    footer: relations.part('footer', 'footer1.xml'),
  }
  const parts: readonly (readonly [string, Xml])[] = [
    ['[Content_Types].xml', contentTypes(kind)],
    ['_rels/.rels', packageRelations()],
    ['docProps/core.xml', coreProperties(title, document.lang, brief.date)],
    ['docProps/app.xml', appProperties()],
    ['word/document.xml', word('w:document', xml('w:body', {}, body, section(running, setting)))],
    ['word/styles.xml', word('w:styles', docxStyles(document, setting.quotedStyles))],
    ['word/numbering.xml', word('w:numbering', setting.lists.file())],
    ['word/settings.xml', word('w:settings', settingsPart(kind))],
    [`word/${kind}s.xml`, word(`w:${kind}s`, notes)],
    ['word/header1.xml', word('w:hdr', headerOf(title, setting))],
    ['word/footer1.xml', word('w:ftr', footerOf(setting))],
  ]
  for (const name of ['styles', 'numbering', 'settings', `${kind}s`]) relations.part(name, `${name}.xml`)
  const related: readonly (readonly [string, Xml])[] = [
    ['word/_rels/document.xml.rels', relations.file()],
    ...(noteRelations.isEmpty() ? [] : ([[`word/_rels/${kind}s.xml.rels`, noteRelations.file()]] as const)),
  ]
  const bytes = packed([...parts, ...related], pictures)
  return { bytes, warnings: [...characters.warnings('The document'), ...pictures.warnings()] }
}

function settingOf(
  brief: PrintedBrief,
  evidence: Evidence,
  kind: DocxNotes['kind'],
  paper: PdfLook['paper'],
): DocxSetting {
  const [voice, dir] = mannerOf(brief)
  const manner = { lang: languageTag(brief.language) ?? tagOf(voice), dir }
  return {
    characters: new Unholdable(UNHOLDABLE),
    pictures: new HeldPictures(evidence.image, DOCX_PICTURES),
    places: new HeadingPlaces(brief.blocks),
    headings: [],
    lists: new DocxLists(),
    relations: new DocxRelations(),
    ids: new DocxIds(),
    notes: { kind, all: brief.notes, referred: new Set(), placed: new Set(), within: null },
    quotedStyles: new Map(),
    document: manner,
    manner,
    style: null,
    indent: 0,
    paper: PAPERS[paper],
  }
}

function bodyOf({ title, date, blocks }: PrintedBrief, contents: boolean, setting: DocxSetting): Xml {
  const { manner, document, characters } = setting
  const own = mannerOfBlock(title, manner)
  const titled = title.trim() !== ''
  const head = titled
    ? paragraph(textRuns(characters.fit(title), {}, own, document), { style: 'Title', manner: own })
    : NO_XML
  const day = paragraph(plainRun(date, {}, manner, document), { style: 'Date', manner })
  const rest = beginsWithTitle(title, blocks) ? blocks.slice(1) : blocks
  return joined([head, day, contents ? tableOfContents(rest, setting) : NO_XML, docxBlocks(rest, setting)])
}

const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
} as const

const word = (name: string, ...children: readonly Xml[]): Xml => xml(name, NAMESPACES, ...children)

/** The first page has no running head. */
function section(
  { header, footer }: { readonly header: string; readonly footer: string },
  { manner, notes, paper }: DocxSetting,
): Xml {
  const margins = {
    'w:top': 1701,
    'w:right': SIDE,
    'w:bottom': 1701,
    'w:left': SIDE,
    'w:header': 794,
    'w:footer': 794,
    'w:gutter': 0,
  }
  return xml(
    'w:sectPr',
    {},
    xml('w:headerReference', { 'w:type': 'default', 'r:id': header }),
    xml('w:footerReference', { 'w:type': 'default', 'r:id': footer }),
    xml('w:footerReference', { 'w:type': 'first', 'r:id': footer }),
    xml(`w:${notes.kind}Pr`, {}, DECIMAL),
    xml('w:pgSz', { 'w:w': paper.width, 'w:h': paper.height }),
    xml('w:pgMar', margins),
    xml('w:titlePg'),
    ...(manner.dir === 'rtl' ? [xml('w:bidi')] : []),
  )
}

function headerOf(title: string, { manner, document }: DocxSetting): Xml {
  const own = mannerOfBlock(title, manner)
  const words = textRuns(shortened(title, RUNNING_LENGTH), {}, own, document)
  return paragraph(words, { style: 'Header', manner: own })
}

function footerOf({ manner, document }: DocxSetting): Xml {
  const field = xml('w:fldSimple', { 'w:instr': ' PAGE ' }, plainRun('1', {}, manner, document))
  return paragraph(field, { style: 'Footer', manner })
}

function packed(parts: readonly (readonly [string, Xml])[], pictures: HeldPictures): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of parts) files[name] = strToU8(xmlFile(content))
  // A picture is packed already.
  for (const picture of pictures.all()) files[`word/${pictureName(picture)}`] = [picture.bytes, { level: 0 }]
  return zipSync(files, { mtime: NO_TIME, level: 6 })
}
