import { joined, xml, type Xml } from './xml-tree.ts'

/** How far an item of each level stands in, in twentieths of a point. */
export const LIST_INDENT = 425
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const

/** Word has nine levels. */
export const levelOf = (depth: number): number => Math.min(depth, LEVELS.length - 1)

export type ListMark = 'bullet' | 'number' | 'done' | 'open'

const MARKS: Readonly<
  Record<ListMark, { readonly id: number; readonly format: string; readonly text: readonly string[] }>
> = {
  bullet: { id: 0, format: 'bullet', text: ['•', '◦', '▪'] },
  number: { id: 1, format: 'decimal', text: [] },
  done: { id: 2, format: 'bullet', text: ['☑'] },
  open: { id: 3, format: 'bullet', text: ['☐'] },
}
const KINDS = ['bullet', 'number', 'done', 'open'] as const

/** The lists of a document: those with marks share one numbering, each numbered one begins anew. */
export class DocxLists {
  readonly #numbered: Xml[] = []

  /** The numbering of a list at a level; `start` is the number of its first item. */
  open(mark: ListMark, level: number, start: number): number {
    if (mark !== 'number') return MARKS[mark].id + 1
    const id = KINDS.length + this.#numbered.length + 1
    this.#numbered.push(
      xml(
        'w:num',
        { 'w:numId': id },
        xml('w:abstractNumId', { 'w:val': MARKS.number.id }),
        xml('w:lvlOverride', { 'w:ilvl': level }, xml('w:startOverride', { 'w:val': start })),
      ),
    )
    return id
  }

  /** The children of the numbering part. */
  file(): Xml {
    const shared = KINDS.map((kind) =>
      xml('w:num', { 'w:numId': MARKS[kind].id + 1 }, xml('w:abstractNumId', { 'w:val': MARKS[kind].id })),
    )
    return joined([...KINDS.map(abstract), ...shared, ...this.#numbered])
  }
}

function abstract(kind: ListMark): Xml {
  const { id, format, text } = MARKS[kind]
  return xml(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    xml('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
    ...LEVELS.map((level) =>
      xml(
        'w:lvl',
        { 'w:ilvl': level },
        xml('w:start', { 'w:val': 1 }),
        xml('w:numFmt', { 'w:val': format }),
        xml('w:lvlText', { 'w:val': text[level % text.length] ?? `%${level + 1}.` }),
        xml('w:lvlJc', { 'w:val': 'left' }),
        xml('w:pPr', {}, xml('w:ind', { 'w:left': (level + 1) * LIST_INDENT, 'w:hanging': LIST_INDENT })),
      ),
    ),
  )
}
