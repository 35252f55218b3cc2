import type { BlockContent } from 'mdast'
import { contentsHeading } from '../../shared/citations/headings.ts'
import { paragraph } from './docx-paragraph.ts'
import { plainRun, textRuns } from './docx-runs.ts'
import type { DocxSetting } from './docx-setting.ts'
import { mannerOfBlock } from './manner.ts'
import { plainText } from './printed-brief.ts'
import { levelAt } from './setting.ts'
import { joined, NO_XML, xml, xmlText, type Xml } from './xml-tree.ts'

const DEEPEST = 3

/**
 * A table of contents whose lines lead to the headings. It names no pages, which only the program that sets the
 * document knows; there it can be brought up to date as any other.
 */
export function tableOfContents(blocks: readonly BlockContent[], setting: DocxSetting): Xml {
  const depths: number[] = []
  const headings = blocks.flatMap((block) => {
    if (block.type !== 'heading') return []
    const level = levelAt(block.depth, depths)
    const number = setting.places.numberOf(block)
    const words = plainText(block).trim()
    return level > DEEPEST || number === null || words === '' ? [] : [{ level, number, words }]
  })
  if (headings.length === 0) return NO_XML
  const { manner, document, characters } = setting
  const title = plainRun(contentsHeading(document.lang), {}, manner, document)
  const lines = headings.map(({ level, number, words }, index) => {
    const own = mannerOfBlock(words, manner)
    const runs = textRuns(characters.fit(words), {}, own, document)
    const line = xml('w:hyperlink', { 'w:anchor': `section_${number}`, 'w:history': 1 }, runs)
    const before = index === 0 ? FIELD : NO_XML
    const after = index === headings.length - 1 ? mark('end') : NO_XML
    return paragraph(joined([before, line, after]), { style: `TOC${level}`, manner: own })
  })
  const end = paragraph(NO_XML, { style: 'AfterContents', manner })
  return joined([paragraph(title, { style: 'TOCHeading', manner }), ...lines, end])
}

const mark = (type: string): Xml => xml('w:r', {}, xml('w:fldChar', { 'w:fldCharType': type }))

const FIELD = joined([
  mark('begin'),
  xml(
    'w:r',
    {},
    xml('w:instrText', { 'xml:space': 'preserve' }, xmlText(` TOC \\o "1-${DEEPEST}" \\n \\h \\z \\u `)),
  ),
  mark('separate'),
])
