import { easternFont, kindOfLanguage, languageOf } from './docx-runs.ts'
import type { Manner } from './manner.ts'
import { joined, NO_XML, xml, type Xml } from './xml-tree.ts'

const value = (name: string, given: string | number): Xml => xml(name, { 'w:val': given })

/** Sizes are in half points. */
const size = (half: number): Xml => joined([value('w:sz', half), value('w:szCs', half)])
const BOLD = joined([xml('w:b'), xml('w:bCs')])
const ITALIC = joined([xml('w:i'), xml('w:iCs')])
const spacing = (before: number, after: number, line = 276): Xml =>
  xml('w:spacing', { 'w:before': before, 'w:after': after, 'w:line': line, 'w:lineRule': 'auto' })
const indented = (left: number, hanging = 0): Xml =>
  xml('w:ind', { 'w:left': left, ...(hanging === 0 ? {} : { 'w:hanging': hanging }) })
const colour = (hex: string): Xml => value('w:color', hex)
const MONOSPACED = xml('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Consolas' })
const GREY = '595959'

interface Style {
  readonly id: string
  /** As Word knows its own. */
  readonly name: string
  readonly basedOn?: string | null
  readonly next?: string
  readonly paragraph?: readonly Xml[]
  readonly letters?: readonly Xml[]
}

const HEADING_SIZES = [32, 28, 25, 23, 22, 22] as const

const PARAGRAPHS: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Date',
    paragraph: [xml('w:keepNext'), spacing(0, 120, 240)],
    letters: [BOLD, size(44)],
  },
  {
    id: 'Date',
    name: 'Date',
    next: 'Normal',
    paragraph: [spacing(0, 480)],
    letters: [colour(GREY), size(20)],
  },
  ...HEADING_SIZES.map((half, index): Style => ({
    id: `Heading${index + 1}`,
    name: `heading ${index + 1}`,
    next: 'Normal',
    paragraph: [
      xml('w:keepNext'),
      xml('w:keepLines'),
      spacing(index === 0 ? 400 : 320, 120, 252),
      value('w:outlineLvl', index),
    ],
    letters: [BOLD, ...(index > 3 ? [ITALIC] : []), size(half)],
  })),
  { id: 'Quote', name: 'Quote', paragraph: [spacing(120, 160), indented(567)] },
  { id: 'ListParagraph', name: 'List Paragraph', paragraph: [spacing(0, 80)] },
  {
    id: 'SourceCode',
    name: 'Source Code',
    paragraph: [spacing(120, 160, 252)],
    letters: [MONOSPACED, xml('w:noProof'), size(19)],
  },
  { id: 'Figure', name: 'Figure', next: 'Caption', paragraph: [spacing(160, 120), value('w:jc', 'center')] },
  {
    id: 'Caption',
    name: 'caption',
    next: 'Normal',
    paragraph: [spacing(0, 240), value('w:jc', 'center')],
    letters: [colour(GREY), size(19)],
  },
  { id: 'TableText', name: 'Table Text', paragraph: [spacing(40, 40, 252)], letters: [size(20)] },
  { id: 'AfterTable', name: 'After Table', paragraph: [spacing(0, 0, 240)], letters: [size(12)] },
  {
    id: 'HorizontalLine',
    name: 'Horizontal Line',
    next: 'Normal',
    paragraph: [
      xml('w:pBdr', {}, xml('w:bottom', { 'w:val': 'single', 'w:sz': 4, 'w:space': 1, 'w:color': 'A6A6A6' })),
      spacing(0, 280, 240),
    ],
  },
  { id: 'Bibliography', name: 'Bibliography', paragraph: [spacing(0, 100), indented(425, 425)] },
  { id: 'FootnoteText', name: 'footnote text', paragraph: [spacing(0, 60, 240)], letters: [size(18)] },
  { id: 'EndnoteText', name: 'endnote text', paragraph: [spacing(0, 60, 240)], letters: [size(18)] },
  {
    id: 'NoteQuote',
    name: 'Quote in Note',
    basedOn: 'Quote',
    paragraph: [spacing(60, 60, 240)],
    letters: [size(18)],
  },
  {
    id: 'NoteList',
    name: 'List in Note',
    basedOn: 'ListParagraph',
    paragraph: [spacing(0, 40, 240)],
    letters: [size(18)],
  },
  { id: 'Header', name: 'header', paragraph: [spacing(0, 0, 240)], letters: [colour(GREY), size(18)] },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: [spacing(0, 0, 240), value('w:jc', 'center')],
    letters: [colour(GREY), size(18)],
  },
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    next: 'Normal',
    paragraph: [xml('w:keepNext'), spacing(0, 160)],
    letters: [BOLD, size(28)],
  },
  // Parts the contents from the text.
  { id: 'AfterContents', name: 'After Contents', paragraph: [spacing(0, 320, 240)], letters: [size(12)] },
  ...[1, 2, 3].map((level): Style => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    next: 'Normal',
    paragraph: [spacing(0, 60), indented((level - 1) * 284)],
  })),
]

const RAISED = value('w:vertAlign', 'superscript')

const LETTERS: readonly Style[] = [
  { id: 'FootnoteReference', name: 'footnote reference', letters: [RAISED] },
  { id: 'EndnoteReference', name: 'endnote reference', letters: [RAISED] },
  { id: 'Hyperlink', name: 'Hyperlink', letters: [colour('1F4173'), value('w:u', 'single')] },
  { id: 'CodeChar', name: 'Code Char', letters: [MONOSPACED, xml('w:noProof'), size(19)] },
]

function styleOf(
  type: 'paragraph' | 'character',
  { id, name, basedOn = null, next, paragraph, letters }: Style,
): Xml {
  const parent = basedOn ?? (type === 'paragraph' ? 'Normal' : 'DefaultParagraphFont')
  return xml(
    'w:style',
    { 'w:type': type, 'w:styleId': id },
    value('w:name', name),
    value('w:basedOn', parent),
    next === undefined ? NO_XML : value('w:next', next),
    xml('w:uiPriority', { 'w:val': 10 }),
    xml('w:qFormat'),
    paragraph === undefined ? NO_XML : xml('w:pPr', {}, ...paragraph),
    letters === undefined ? NO_XML : xml('w:rPr', {}, ...letters),
  )
}

/** The children of the styles part; `quoted`: names by id of the styles that linked quotes have. */
export function docxStyles({ lang, dir }: Manner, quoted: ReadonlyMap<string, string>): Xml {
  const eastern = easternFont(lang)
  const fonts = {
    'w:ascii': 'Georgia',
    'w:hAnsi': 'Georgia',
    ...(eastern === null ? {} : { 'w:eastAsia': eastern }),
    'w:cs': 'Times New Roman',
  }
  const letters = xml('w:rPr', {}, xml('w:rFonts', fonts), size(22), languages({ lang, dir }))
  return joined([
    xml(
      'w:docDefaults',
      {},
      xml('w:rPrDefault', {}, letters),
      xml('w:pPrDefault', {}, xml('w:pPr', {}, spacing(0, 160))),
    ),
    xml(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      value('w:name', 'Normal'),
      xml('w:qFormat'),
    ),
    xml(
      'w:style',
      { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
      value('w:name', 'Default Paragraph Font'),
    ),
    TABLE_NORMAL,
    TABLE_GRID,
    ...PARAGRAPHS.map((style) => styleOf('paragraph', style)),
    ...LETTERS.map((style) => styleOf('character', style)),
    ...[...quoted].map(([id, name]) => styleOf('character', { id, name })),
  ])
}

/** Of the three that Word keeps, only the document's own is known. */
const languages = (manner: Manner): Xml => languageOf(manner, kindOfLanguage(manner.lang))

/** Beside the words of a cell, in twentieths of a point. */
export const CELL_MARGIN = 108

const CELL = xml(
  'w:tblCellMar',
  {},
  xml('w:top', { 'w:w': 0, 'w:type': 'dxa' }),
  xml('w:left', { 'w:w': CELL_MARGIN, 'w:type': 'dxa' }),
  xml('w:bottom', { 'w:w': 0, 'w:type': 'dxa' }),
  xml('w:right', { 'w:w': CELL_MARGIN, 'w:type': 'dxa' }),
)

const TABLE_NORMAL = xml(
  'w:style',
  { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
  value('w:name', 'Normal Table'),
  xml('w:tblPr', {}, CELL),
)

const TABLE_GRID = xml(
  'w:style',
  { 'w:type': 'table', 'w:styleId': 'TableGrid' },
  value('w:name', 'Table Grid'),
  value('w:basedOn', 'TableNormal'),
  xml(
    'w:tblPr',
    {},
    xml(
      'w:tblBorders',
      {},
      ...['top', 'bottom', 'insideH'].map((side) =>
        xml(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'A6A6A6' }),
      ),
    ),
  ),
)
