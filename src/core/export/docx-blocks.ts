import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import type { BlockContent, Blockquote, DefinitionContent, Heading, Image, List, Paragraph } from 'mdast'
import { bookmark, quoteControls } from './docx-control.ts'
import { LIST_INDENT, levelOf, type ListMark } from './docx-numbering.ts'
import { paragraph } from './docx-paragraph.ts'
import { textRuns } from './docx-runs.ts'
import { blockStyles, quotedStyle, type DocxSetting } from './docx-setting.ts'
import { docxSpans } from './docx-spans.ts'
import { docxTable } from './docx-table.ts'
import { captionOf, figuresOf } from './figures.ts'
import { mannerOfBlock, mannerOfWords } from './manner.ts'
import { ownText, plainText, plainTextOf } from './printed-brief.ts'
import { levelAt } from './setting.ts'
import { joined, NO_XML, type Xml } from './xml-tree.ts'

type Blocks = readonly (BlockContent | DefinitionContent)[]

/** Some blocks; `before` stands at the start of the first one's line. */
export function docxBlocks(blocks: Blocks, setting: DocxSetting, before: Xml = NO_XML): Xml {
  const [first] = blocks
  const takes = before === NO_XML || first?.type === 'paragraph'
  const apart = takes ? [] : [paragraph(before, { style: setting.style, manner: setting.manner })]
  const all = blocks.map((block, index) => docxBlock(block, setting, takes && index === 0 ? before : NO_XML))
  return joined([...apart, ...all])
}

function docxBlock(block: BlockContent | DefinitionContent, setting: DocxSetting, before: Xml): Xml {
  switch (block.type) {
    case 'paragraph':
      return paragraphOf(block, setting, before)
    case 'heading':
      return headingOf(block, setting)
    case 'blockquote':
      return blockQuotation(block, setting)
    case 'list':
      return listOf(block, setting, 0)
    case 'table':
      // Tables that touch would be one, and a cell, a note and a document end with a paragraph.
      return joined([
        docxTable(block, { ...setting, indent: indentOf(setting) }),
        paragraph(NO_XML, { style: 'AfterTable', manner: setting.manner }),
      ])
    case 'code':
      return codeOf(block.value, setting)
    case 'thematicBreak':
      return paragraph(NO_XML, { style: 'HorizontalLine', manner: setting.manner })
    default:
      throw new Error(`A brief holds no ${block.type}.`)
  }
}

function paragraphOf(block: Paragraph, setting: DocxSetting, before: Xml): Xml {
  const figures = before === NO_XML ? figuresOf(block) : null
  if (figures !== null) return joined(figures.map((image) => figureOf(image, setting)))
  const manner = mannerOfBlock(ownText(block.children), setting.manner)
  const runs = docxSpans(block.children, { ...setting, manner })
  const style = block.data?.entry !== undefined ? 'Bibliography' : setting.style
  return paragraph(joined([before, runs]), { style, manner, indent: setting.indent })
}

function figureOf(image: Image, setting: DocxSetting): Xml {
  const title = captionOf(image)
  const indent = indentOf(setting)
  const runs = docxSpans([{ ...image, title: null }], { ...setting, indent })
  const { manner, document, characters } = setting
  const shown = paragraph(runs, { style: 'Figure', manner, indent, keepNext: title !== null })
  if (title === null) return shown
  const own = mannerOfBlock(title, manner)
  const caption = textRuns(characters.fit(title), {}, own, document)
  return joined([shown, paragraph(caption, { style: 'Caption', manner: own, indent })])
}

function headingOf(block: Heading, setting: DocxSetting): Xml {
  const level = levelAt(block.depth, setting.headings)
  const manner = mannerOfBlock(ownText(block.children), setting.manner)
  const runs = docxSpans(block.children, { ...setting, manner })
  return paragraph(placed(block, runs, setting), {
    style: `Heading${level}`,
    manner,
    indent: indentOf(setting),
  })
}

/** A bookmark around a heading, for links and the table of contents. */
function placed(heading: Heading, runs: Xml, { places, ids }: DocxSetting): Xml {
  const number = places.numberOf(heading)
  if (number === null) return runs
  return bookmark(`section_${number}`, runs, ids)
}

const QUOTE_INDENT = 567

/** The style of quotations is set in itself. */
const indentOf = ({ style, indent, notes }: DocxSetting): number =>
  style === blockStyles(notes).quote && indent === 0 ? QUOTE_INDENT : indent

function blockQuotation(block: Blockquote, setting: DocxSetting): Xml {
  const text = plainTextOf(block.children)
  const { data } = block
  const manner =
    data?.quote === undefined
      ? mannerOfBlock(text, setting.manner)
      : mannerOfWords(text, data.language ?? null, setting.manner)
  const around = indentOf(setting)
  const indent = around === 0 ? 0 : around + QUOTE_INDENT
  const inside = { ...setting, manner, style: blockStyles(setting.notes).quote, indent }
  if (data?.quote === undefined) return docxBlocks(block.children, inside)
  return linkedLines(block.children, data.quote, inside, setting)
}

/** The words of each paragraph in the quote's control; what follows them is set as what stands around the quotation. */
function linkedLines(
  blocks: Blockquote['children'],
  quote: LinkedQuote,
  inside: DocxSetting,
  setting: DocxSetting,
): Xml {
  const style = quotedStyle(quote, setting)
  const lines = blocks.filter((block): block is Paragraph => block.type === 'paragraph')
  const words = lines.map(({ children, data }) =>
    docxSpans(children.slice(0, data?.quoted ?? 0), inside, { style }),
  )
  const controls = quoteControls(quote.annotation, words, setting.ids)
  const around = { ...inside, manner: setting.manner }
  return joined(
    lines.map(({ children, data }, index) => {
      const after = docxSpans(children.slice(data?.quoted ?? 0), around)
      return paragraph(joined([controls[index] ?? NO_XML, after]), inside)
    }),
  )
}

/** Nested lists stand in an item; their numbers begin anew. */
function listOf(block: List, setting: DocxSetting, depth: number): Xml {
  const level = levelOf(depth)
  const manner = mannerOfBlock(plainText(block), setting.manner)
  const kind: ListMark = block.ordered === true ? 'number' : 'bullet'
  const numbering = setting.lists.open(kind, level, block.start ?? 1)
  const inside = {
    ...setting,
    manner,
    style: blockStyles(setting.notes).list,
    indent: indentOf(setting) + (depth + 1) * LIST_INDENT,
  }
  const items = block.children.map(({ checked, children }) => {
    const marked =
      typeof checked === 'boolean' ? setting.lists.open(checked ? 'done' : 'open', level, 1) : numbering
    const list = { numbering: marked, level }
    const [first, ...rest] = children
    const line = first?.type === 'paragraph' ? first : null
    const own = line === null ? manner : mannerOfBlock(ownText(line.children), manner)
    const runs = line === null ? NO_XML : docxSpans(line.children, { ...inside, manner: own })
    // Word sets the item in by its level; a list inside a quotation stands further in.
    const head = paragraph(runs, {
      style: inside.style,
      manner: own,
      list,
      indent: indentOf(setting) === 0 ? 0 : inside.indent,
    })
    const others = (line === null ? children : rest).map((child) =>
      child.type === 'list' ? listOf(child, { ...setting, manner }, depth + 1) : docxBlocks([child], inside),
    )
    return joined([head, ...others])
  })
  return joined(items)
}

/** Code keeps its lines and tabs. */
function codeOf(value: string, setting: DocxSetting): Xml {
  const manner = { ...setting.manner, dir: 'ltr' } as const
  const runs = textRuns(setting.characters.fit(value), {}, manner, setting.document)
  return paragraph(runs, { style: 'SourceCode', manner, indent: indentOf(setting) })
}
