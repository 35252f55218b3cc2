import type { Standing } from '../../shared/quotations/place-writer.ts'
import { elementsOf, type XmlElement } from '../import/xml.ts'
import { PieceReader, type Piece } from './docx-pieces.ts'
import type { DocxParts } from './docx-parts.ts'
import { DocxStyles, valueOf } from './docx-styles.ts'

/** A paragraph of a Word document. */
export interface Leaf {
  readonly pieces: readonly Piece[]
  readonly standing: Standing
  /** What parts it from the one before: a line feed, or a tab between cells. */
  readonly parted: '\n' | '\t'
  /** Code, and a table of contents: words of the text in which nobody is quoted. */
  readonly silent: boolean
  /** A content control holds the whole paragraph. */
  readonly controlled: boolean
}

/** The paragraphs of the body, then those of its notes in the order in which they are referred to. */
export function leavesOf({ body, styles, footnotes, endnotes }: DocxParts): readonly Leaf[] {
  const walk = new LeafWalk(new DocxStyles(styles))
  walk.blocks(body, { domain: null, footnote: null })
  const bodies = new Map([...notesOf(footnotes, 'footnote'), ...notesOf(endnotes, 'endnote')])
  const labels = new Set([...walk.labels, ...bodies.keys()])
  for (const label of labels) {
    const note = bodies.get(label)
    if (note !== undefined) walk.blocks(note, { domain: null, footnote: label })
  }
  return walk.leaves
}

/** The notes by their labels, without the lines that part them from the page. */
function notesOf(part: XmlElement | null, kind: 'footnote' | 'endnote'): readonly [string, XmlElement][] {
  return (part === null ? [] : elementsOf(part, `${kind}s`))
    .flatMap((notes) => elementsOf(notes, kind))
    .filter(({ attributes }) => /^(?:normal)?$/.test(attributes.get('w:type') ?? ''))
    .map((note): [string, XmlElement] => [`${kind} ${note.attributes.get('w:id') ?? ''}`, note])
}

/** What the blocks inside inherit; a `domain` of null: each paragraph is its own. */
interface Inherited {
  readonly domain: number | null
  readonly footnote: string | null
}

class LeafWalk {
  readonly leaves: Leaf[] = []
  /** Of the notes that were referred to, in order. */
  readonly labels = new Set<string>()
  readonly #styles: DocxStyles
  readonly #reader: PieceReader
  #numbers = 0
  /** The first paragraph of a cell stands behind a tab. */
  #parted: Leaf['parted'] = '\n'
  #container = 0
  /** The block quotation that the last paragraph was part of. */
  #quotation: { readonly id: number; readonly domain: number } | null = null
  #controlled = false

  constructor(styles: DocxStyles) {
    this.#styles = styles
    this.#reader = new PieceReader(styles)
  }

  blocks(parent: XmlElement, inherited: Inherited): void {
    this.#newContainer()
    this.#inside(parent, inherited)
    this.#newContainer()
  }

  #inside(parent: XmlElement, inherited: Inherited): void {
    for (const child of elementsOf(parent)) this.#block(child, inherited)
  }

  #block(element: XmlElement, inherited: Inherited): void {
    switch (element.name) {
      case 'p':
        return this.#paragraph(element, inherited)
      case 'tbl':
        this.#table(element, inherited)
        return this.#newContainer()
      case 'sdt':
        return this.#control(element, (content) => this.#inside(content, inherited))
      case 'bookmarkStart':
      case 'bookmarkEnd':
        return this.#reader.bookmark(element)
      case 'ins':
      case 'moveTo':
      case 'customXml':
        return this.#inside(element, inherited)
      default:
    }
  }

  #control(element: XmlElement, read: (content: XmlElement) => void): void {
    const outer = this.#controlled
    this.#controlled = true
    this.#reader.within(element, () => {
      for (const content of elementsOf(element, 'sdtContent')) read(content)
    })
    this.#controlled = outer
  }

  /** Rows and cells may stand in controls of their own. */
  #table(element: XmlElement, inherited: Inherited): void {
    for (const child of elementsOf(element)) {
      if (child.name === 'tr') {
        this.#parted = '\n'
        this.#table(child, inherited)
      } else if (child.name === 'tc') {
        this.#newContainer()
        this.#inside(child, inherited)
        this.#parted = '\t'
      } else if (child.name === 'sdt') this.#control(child, (content) => this.#table(content, inherited))
    }
    this.#parted = '\n'
  }

  #paragraph(element: XmlElement, inherited: Inherited): void {
    const [properties] = elementsOf(element, 'pPr')
    const style = properties === undefined ? null : valueOf(properties, 'pStyle')
    const { pieces, boxes } = this.#reader.paragraph(element)
    for (const piece of pieces) if (piece.kind === 'note') this.labels.add(piece.label)
    const isItem =
      (properties !== undefined && elementsOf(properties, 'numPr').length > 0) ||
      this.#styles.isListItem(style)
    const silent = this.#styles.isCode(style) || this.#styles.isContents(style)
    const quotation = this.#styles.isQuotation(style)
    if (isItem || silent || quotation !== (this.#quotation !== null)) this.#newContainer()
    if (quotation) this.#quotation ??= { id: this.#number(), domain: this.#number() }
    const domain = this.#quotation?.domain ?? inherited.domain ?? this.#number()
    this.leaves.push({
      pieces,
      standing: {
        container: this.#container,
        domain,
        blockQuotation: this.#quotation?.id ?? null,
        footnote: inherited.footnote,
      },
      parted: this.#parted,
      silent,
      controlled: this.#controlled,
    })
    this.#parted = '\n'
    for (const box of boxes) this.blocks(box, inherited)
  }

  #newContainer(): void {
    this.#container = this.#number()
    this.#quotation = null
  }

  #number(): number {
    this.#numbers += 1
    return this.#numbers
  }
}
