import type { Image, Link, PhrasingContent } from 'mdast'
import { bookmark, quoteControls, sourceControls } from './docx-control.ts'
import { docxPicture } from './docx-pictures.ts'
import { plainRun, textRuns, type Dress } from './docx-runs.ts'
import { NOTE_STYLES, quotedStyle, type DocxSetting } from './docx-setting.ts'
import { mannerOfWords } from './manner.ts'
import type { DressedWords, QuotedWords } from './printed-brief.ts'
import { plainText } from './printed-brief.ts'
import { joined, NO_XML, xml, type Xml } from './xml-tree.ts'

export const docxSpans = (spans: readonly PhrasingContent[], setting: DocxSetting, dress: Dress = {}): Xml =>
  joined(
    spans.flatMap((span, index) => [
      // Two numbers side by side would read as one.
      ...(isNote(span) && isNote(spans[index - 1]) ? [text(',', setting, { raised: 'superscript' })] : []),
      docxSpan(span, setting, dress),
    ]),
  )

const isNote = (span: PhrasingContent | undefined): boolean => span?.type === 'footnoteReference'

const text = (value: string, { characters, manner, document }: DocxSetting, dress: Dress): Xml =>
  textRuns(characters.fit(value), dress, manner, document)

function docxSpan(span: PhrasingContent, setting: DocxSetting, dress: Dress): Xml {
  switch (span.type) {
    case 'text':
      return text(span.value, setting, dress)
    case 'strong':
      return docxSpans(span.children, setting, { ...dress, bold: true })
    case 'emphasis':
      return docxSpans(span.children, setting, { ...dress, italic: true })
    case 'delete':
      return docxSpans(span.children, setting, { ...dress, struck: true })
    case 'inlineCode':
      return text(span.value, setting, { ...dress, style: 'CodeChar' })
    case 'break':
      return xml('w:r', {}, xml('w:br'))
    case 'link':
      return docxLink(span, setting, dress)
    case 'image':
      return docxImage(span, setting, dress)
    case 'footnoteReference':
      return noteReference(span.identifier, setting)
    case 'quotedWords':
      return quotedWords(span, setting, dress)
    case 'citedWords':
      return sourceControls(span.citekeys, docxSpans(span.children, setting, dress), setting.ids)
    case 'dressedWords':
      return docxSpans(span.children, setting, { ...dress, ...DRESSES[span.dress] })
    default:
      throw new Error(`A brief holds no ${span.type}.`)
  }
}

const DRESSES: Readonly<Record<DressedWords['dress'], Dress>> = {
  superscript: { raised: 'superscript' },
  subscript: { raised: 'subscript' },
  'small-caps': { smallCaps: true },
  underline: { underlined: true },
}

/** A linked quote's words stand in a control with its annotation's id: so they are linked when the document comes back. */
function quotedWords(span: QuotedWords, setting: DocxSetting, dress: Dress): Xml {
  const { quote, language, children } = span
  const inside = { ...setting, manner: mannerOfWords(plainText(span), language, setting.manner) }
  if (quote === undefined) return docxSpans(children, inside, dress)
  const runs = docxSpans(children, inside, { ...dress, style: quotedStyle(quote, setting) })
  return joined(quoteControls(quote.annotation, [runs], setting.ids))
}

function docxLink(link: Link, setting: DocxSetting, dress: Dress): Xml {
  const heading = setting.places.find(link.url)
  const address = heading === null ? addressOf(link.url) : null
  if (heading === null && address === null) return docxSpans(link.children, setting, dress)
  const to =
    heading === null
      ? { 'r:id': setting.relations.address(address ?? '') }
      : { 'w:anchor': `section_${heading}`, 'w:history': 1 }
  const title = link.title === null || link.title === undefined ? null : setting.characters.fit(link.title)
  const runs = docxSpans(link.children, setting, { ...dress, style: 'Hyperlink' })
  return xml('w:hyperlink', { ...to, 'w:tooltip': title }, runs)
}

/** As programs take it: one bad address and they call the whole document damaged. */
function addressOf(url: string): string | null {
  if (!/^(?:https?|mailto):\S+$/i.test(url) || url.length > LONGEST_ADDRESS || /[\p{Cc}\p{Cs}]/u.test(url))
    return null
  try {
    return new URL(url).href
  } catch {
    return null
  }
}

const LONGEST_ADDRESS = 2_000

function docxImage(image: Image, setting: DocxSetting, dress: Dress): Xml {
  const picture = docxPicture(image, setting)
  if (picture !== null) return picture
  const described = image.alt === null || image.alt === undefined || image.alt === '' ? 'Picture' : image.alt
  const words = text(described, setting, { ...dress, italic: true })
  const address = addressOf(image.url)
  return address === null ? words : xml('w:hyperlink', { 'r:id': setting.relations.address(address) }, words)
}

/**
 * The number of a note. The first place that refers to a note holds it, later ones point to that
 * place; and a note that stands in another one, which Word does not allow, is said there in brackets.
 */
function noteReference(label: string, setting: DocxSetting): Xml {
  const { notes, ids } = setting
  const { kind, referred, within } = notes
  const dress = { style: NOTE_STYLES[kind].reference }
  if (referred.has(label)) {
    const field = ` NOTEREF note_${label} \\f \\h `
    return xml('w:fldSimple', { 'w:instr': field }, plainRun(label, dress, setting.manner, setting.document))
  }
  if (within !== null) return noteWithin(label, within, setting)
  referred.add(label)
  notes.placed.add(label)
  const number = xml(
    'w:r',
    {},
    xml('w:rPr', {}, xml('w:rStyle', { 'w:val': dress.style })),
    xml(`w:${kind}Reference`, { 'w:id': Number(label) }),
  )
  return bookmark(`note_${label}`, number, ids)
}

function noteWithin(label: string, within: readonly string[], setting: DocxSetting): Xml {
  const note = setting.notes.all[Number(label) - 1]
  if (note === undefined || within.includes(label)) return NO_XML
  setting.notes.placed.add(label)
  const inside = { ...setting, notes: { ...setting.notes, within: [...within, label] } }
  const lines = note.blocks.map((block) => ('children' in block ? linesOf(block.children) : []))
  const spans = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ type: 'text' as const, value: ' ' }]),
    ...line,
  ])
  const { manner, document } = setting
  return joined([
    plainRun(' (', {}, manner, document),
    docxSpans(spans, inside),
    plainRun(')', {}, manner, document),
  ])
}

/** All words of some blocks, in one line. */
function linesOf(nodes: readonly { readonly type: string }[]): readonly PhrasingContent[] {
  return nodes.flatMap((node): readonly PhrasingContent[] => {
    if (!isBlock(node)) return [node as PhrasingContent]
    return [...linesOf(node.children), { type: 'text', value: ' ' }]
  })
}

const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
])

const isBlock = (node: {
  readonly type: string
}): node is { readonly type: string; readonly children: readonly { readonly type: string }[] } =>
  BLOCKS.has(node.type)
