import type { BlockContent, DefinitionContent, Image, List, ListItem, Paragraph, Table } from 'mdast'
import { captionOf, figuresOf } from './figures.ts'
import { canHead, fits, staysWhole } from './fitting.ts'
import { ownText, plainText, plainTextOf } from './printed-brief.ts'
import { inParts } from './span-parts.ts'
import type { Place, Setting } from './setting.ts'
import { levelAt, LONGEST_WORD, longestWordInCell, styleOf } from './setting.ts'
import type { TypstBlock, TypstCell, TypstItem, TypstSpan } from './typst-data.ts'
import { setImage, setSpans } from './typst-spans.ts'
import { runsAgainst, voiceOf } from './voice.ts'

export const setBlocks = (
  blocks: readonly (BlockContent | DefinitionContent)[],
  setting: Setting,
): readonly TypstBlock[] =>
  blocks.flatMap((block) => {
    const figures = block.type === 'paragraph' ? figuresOf(block) : null
    return figures === null
      ? inSeveral(setBlock(block, setting))
      : figures.flatMap((image) => setFigure(image, setting))
  })

function inSeveral(block: TypstBlock): readonly TypstBlock[] {
  if (block.t !== 'p') return [block]
  const parts = inParts(block.c)
  return parts.length < 2 ? [block] : parts.map((c) => ({ ...block, keep: false, c }))
}

/** A picture that cannot be printed leaves its description, and its caption below. */
function setFigure(image: Image, setting: Setting): readonly TypstBlock[] {
  const place: Place = { voice: setting.voice, longest: LONGEST_WORD, dir: setting.direction, mixed: false }
  const shown = setImage(image.alt ?? '', image.data?.blob, place, setting)
  const title = captionOf(image)
  const caption = title === null ? null : setLine([{ type: 'text', value: title }], LONGEST_WORD, setting)
  if (typeof shown !== 'string' && shown.t === 'image')
    return [{ t: 'figure', p: shown.p, alt: shown.alt, caption }]
  return [
    { t: 'p', keep: false, noted: false, c: [shown] },
    ...(caption === null ? [] : [{ t: 'p' as const, keep: false, noted: false, ...caption }]),
  ]
}

function setBlock(block: BlockContent | DefinitionContent, setting: Setting): TypstBlock {
  switch (block.type) {
    case 'paragraph':
      return setParagraph(block, setting)
    case 'heading': {
      const level = levelAt(block.depth, setting.headings)
      const line = setLine(block.children, LONGEST_WORD, setting)
      const short = plainText(block).length <= SHORT_HEADING
      return { t: 'h', level, short, ...line, c: withoutNotes(line.c), notes: notesIn(line.c) }
    }
    case 'blockquote': {
      const style = styleOf(plainTextOf(block.children), setting, voiceOf(block.data?.language ?? null))
      const inside = {
        ...setting,
        voice: style.voice ?? setting.voice,
        direction: style.dir ?? setting.direction,
        depth: setting.depth + 1,
      }
      return { t: 'quote', ...style, keep: fits(block, inside), c: setBlocks(block.children, inside) }
    }
    case 'list':
      return setList(block, setting)
    case 'table':
      return setTable(block, setting)
    case 'code':
      return { t: 'pre', v: setCode(block.value, setting) }
    case 'thematicBreak':
      return { t: 'rule' }
    default:
      throw new Error(`A brief holds no ${block.type}.`)
  }
}

function setParagraph(block: Paragraph, setting: Setting): TypstBlock {
  const line = setLine(block.children, LONGEST_WORD, setting)
  const entry = block.data?.entry === undefined ? undefined : setting.entries.get(block.data.entry)
  const keep = quotes(block) && fits(block, setting)
  if (entry === undefined) return { t: 'p', keep, noted: line.c.some(holdsNote), ...line }
  // An entry leads to itself nowhere.
  return { t: 'entry', keep: fits(block, setting), n: entry, ...line, c: line.c.map(unlinked) }
}

/** In UTF-16 units; a longer one does not stay with what it stands over. */
const SHORT_HEADING = 200

const unlinked = (span: TypstSpan): TypstSpan =>
  typeof span !== 'string' && span.t === 'cite' ? { t: 'span', c: span.c } : span

const holdsNote = (span: TypstSpan): boolean =>
  typeof span !== 'string' && (span.t === 'note' || ('c' in span && span.c.some(holdsNote)))

const quotes = (block: Paragraph): boolean => block.children.some(({ type }) => type === 'quotedWords')

function setLine(children: Parameters<typeof setSpans>[0], longest: number, setting: Setting) {
  const style = styleOf(ownText(children), setting)
  const dir = style.dir ?? setting.direction
  const voice = style.voice ?? setting.voice
  const place: Place = { voice, longest, dir, mixed: runsAgainst(plainTextOf(children), dir) }
  return { ...style, c: setSpans(children, place, setting) }
}

/** The outline shows a heading's words; the notes among them are set at its end. */
const withoutNotes = (spans: readonly TypstSpan[]): readonly TypstSpan[] =>
  spans.flatMap((span): readonly TypstSpan[] => {
    if (typeof span === 'string' || !('c' in span)) return isNote(span) ? [] : [span]
    return [{ ...span, c: withoutNotes(span.c) }]
  })

const notesIn = (spans: readonly TypstSpan[]): readonly TypstSpan[] =>
  spans.flatMap((span) => {
    if (typeof span === 'string' || !('c' in span)) return isNote(span) ? [span] : []
    return notesIn(span.c)
  })

const isNote = (span: TypstSpan): boolean =>
  typeof span !== 'string' && (span.t === 'note' || span.t === 'comma')

function setList(list: List, setting: Setting): TypstBlock {
  const { dir } = styleOf(plainText(list), setting)
  const inside = { ...setting, inList: true, depth: setting.depth + 1 }
  const listed = {
    ...(dir === undefined ? {} : { dir }),
    tight: list.spread !== true,
    nested: setting.inList,
    items: list.children.map((item): TypstItem => setBlocks(item.children, inside)),
  }
  if (list.children.some(isTask))
    return { t: 'tasks', ...listed, done: list.children.map(({ checked }) => checked ?? null) }
  if (list.ordered === true) return { t: 'enum', ...listed, start: list.start ?? 1 }
  return { t: 'list', ...listed }
}

const isTask = ({ checked }: ListItem): boolean => typeof checked === 'boolean'

function setCell(cell: TypstCell & { readonly c: readonly TypstSpan[] }): TypstCell {
  const parts = inParts(cell.c)
  return parts.length < 2
    ? cell
    : { ...cell, c: parts.map((c) => ({ t: 'p', keep: false, noted: c.some(holdsNote), c })) }
}

function setTable(table: Table, setting: Setting): TypstBlock {
  const columns = Math.max(1, ...table.children.map((row) => row.children.length))
  const rows = table.children.map((row) => {
    const cells = row.children.map((cell) =>
      setCell(setLine(cell.children, longestWordInCell(columns), setting)),
    )
    return [...cells, ...Array.from({ length: columns - cells.length }, () => ({ c: [] }))]
  })
  const align = Array.from({ length: columns }, (_, column) => table.align?.[column] ?? 'start')
  const { dir } = styleOf(plainText(table), setting)
  return {
    t: 'table',
    ...(dir === undefined ? {} : { dir }),
    columns,
    align,
    header: headerOf(table, columns),
    rows,
    whole: table.children.map(staysWhole),
  }
}

/** A header stays on its page, so a long row is none. One is repeated on each page, but not its notes and links: they cannot stand twice. */
function headerOf(table: Table, columns: number): 'none' | 'once' | 'repeated' {
  const [first] = table.children
  if (table.data?.headless === true || first === undefined || !canHead(first, columns)) return 'none'
  return JSON.stringify(first).match(/"type":"(?:footnoteReference|link)"/) ? 'once' : 'repeated'
}

/** Code keeps its lines; a tab is four spaces, since paper has no tab stops. */
const setCode = (code: string, setting: Setting): string =>
  code
    .split(/\r\n?|\n/)
    .map((line) => setting.type.fit(line.replaceAll('\t', '    '), 'mono'))
    .join('\n')
