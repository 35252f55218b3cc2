import type { Draft, Place } from '../quotations/draft.ts'
import type { Standing } from '../quotations/place-writer.ts'
import { PlaceWriter } from '../quotations/place-writer.ts'
import type {
  Block,
  CodeNode,
  FootnoteNode,
  Inline,
  LinkedQuoteBlockNode,
  LinkedQuoteNode,
  ListItemNode,
  TableNode,
  TextNode,
} from './nodes.ts'
import { CODE, STRIKE } from './nodes.ts'
import { isBlock } from './node-kinds.ts'
import type { MarkPair } from './quotation-marks.ts'
import { quotationMarks } from './quotation-marks.ts'
import { quoteWords } from './quote-words.ts'
import { setAsideWords } from './set-aside-words.ts'
import type { BriefState } from './state.ts'

/** A brief's plain text, and the same text as the finder reads it. */
export interface BriefDraft extends Draft {
  /** Every offset into a brief is a UTF-16 offset into this. */
  readonly text: string
  /** Which node each stretch of `text` comes from, in order; what stands between them is of no node. */
  readonly spans: readonly TextSpan[]
}

/** A text's characters, or a quote's words without its marks, at `start` to `end` (exclusive) of a brief's text. */
export interface TextSpan {
  readonly node: TextNode | LinkedQuoteNode | LinkedQuoteBlockNode
  readonly start: number
  readonly end: number
}

/**
 * The text of a brief: leaf blocks joined by a line feed, the cells of a table's
 * row by a tab, footnotes last; inline quotes stand in the marks of the brief's
 * language; citations, footnote references and images add nothing.
 */
export function briefDraft(state: BriefState): BriefDraft {
  const walk = new BriefWalk(quotationMarks(state.language))
  const footnotes: FootnoteNode[] = []
  const blocks: Block[] = []
  for (const node of state.root.children) {
    if (node.type === 'footnote') footnotes.push(node)
    else blocks.push(node)
  }
  walk.blocks(blocks, { domain: null, blockQuotation: null, footnote: null })
  for (const { label, children } of footnotes) {
    walk.blocks(children, { domain: null, blockQuotation: null, footnote: label })
  }
  const setAside = new Set(setAsideWords(state.extra))
  return { text: walk.text, places: walk.places, spans: walk.spans, setAside }
}

export const briefText = (state: BriefState): string => briefDraft(state).text

/** What the blocks inside inherit; a `domain` of null: each paragraph is its own. */
interface Inherited {
  readonly domain: number | null
  readonly blockQuotation: number | null
  readonly footnote: string | null
}

class BriefWalk {
  text = ''
  readonly places: Place[] = []
  readonly spans: TextSpan[] = []
  private readonly marks: MarkPair
  private numbers = 0
  private started = false

  constructor(marks: MarkPair) {
    this.marks = marks
  }

  blocks(nodes: readonly Block[], inherited: Inherited): void {
    let container = this.number()
    for (const node of nodes) {
      if (node.type === 'paragraph') this.leaf(node.children, this.standing(inherited, container))
      else {
        this.block(node, inherited)
        container = this.number()
      }
    }
  }

  private block(node: Exclude<Block, { type: 'paragraph' }>, inherited: Inherited): void {
    switch (node.type) {
      case 'heading':
        return this.leaf(node.children, this.standing(inherited, this.number()))
      case 'list':
        return this.items(node.children, inherited)
      case 'quote': {
        const id = this.number()
        const outer = inherited.blockQuotation
        const domain = outer === null ? id : inherited.domain
        return this.blocks(node.children, { ...inherited, domain, blockQuotation: outer ?? id })
      }
      case 'linked-quote-block':
        return this.linkedBlock(node, inherited)
      case 'table':
        return this.table(node, inherited)
      case 'code':
        return this.code(node)
      case 'horizontalrule':
    }
  }

  private items(items: readonly ListItemNode[], inherited: Inherited): void {
    for (const { children } of items) {
      const domain = inherited.blockQuotation === null ? this.number() : inherited.domain
      const blocks = children.filter(isBlock)
      if (blocks.length > 0) this.blocks(blocks, { ...inherited, domain })
      else {
        const inline = children.filter((child): child is Inline => !isBlock(child))
        this.leaf(inline, this.standing({ ...inherited, domain }, this.number()))
      }
    }
  }

  private table(node: TableNode, inherited: Inherited): void {
    for (const row of node.children) {
      for (const [index, cell] of row.children.entries()) {
        const standing = this.standing({ ...inherited, domain: null }, this.number())
        for (const [line, { children }] of cell.children.entries()) {
          this.leaf(children, standing, index > 0 && line === 0 ? '\t' : '\n')
        }
      }
    }
  }

  private code(node: CodeNode): void {
    this.begin('\n')
    for (const child of node.children) {
      const start = this.text.length
      this.text += child.type === 'text' ? child.text : '\n'
      if (child.type === 'text') this.spans.push({ node: child, start, end: this.text.length })
    }
  }

  private linkedBlock(node: LinkedQuoteBlockNode, inherited: Inherited): void {
    this.begin('\n')
    const writer = new PlaceWriter(this.standing({ ...inherited, blockQuotation: null }, this.number()))
    this.quote(node, writer, { open: '', close: '' })
    this.places.push(writer.place(true))
  }

  private leaf(nodes: readonly Inline[], standing: Standing, parted = '\n'): void {
    this.begin(parted)
    const writer = new PlaceWriter(standing)
    this.inline(nodes, writer)
    this.places.push(writer.place())
  }

  /** The space before a citation goes with it where punctuation or nothing follows. */
  private inline(nodes: readonly Inline[], writer: PlaceWriter): void {
    for (const [index, node] of nodes.entries()) {
      const following = nodes.find((other, at) => at > index && other.type !== 'citation')
      const next = following?.type === 'text' ? following.text : following === undefined ? '' : 'a'
      const isBeforeCitation = nodes[index + 1]?.type === 'citation' && /^(?:$|[.,;:!?…)])/u.test(next)
      if (node.type === 'text' && isBeforeCitation && (node.format & CODE) === 0) {
        this.noted(node, () => this.write(node.text.replace(/ $/u, ''), writer))
      } else this.inlineNode(node, writer)
    }
  }

  private inlineNode(node: Inline, writer: PlaceWriter): void {
    switch (node.type) {
      case 'text':
        return this.noted(node, () => {
          const write = () => this.write(node.text, writer)
          if ((node.format & CODE) !== 0) writer.range('code', write)
          else if ((node.format & STRIKE) !== 0) writer.range('struck', write)
          else write()
        })
      case 'linebreak':
        return this.write('\n', writer)
      case 'link':
        return this.inline(node.children, writer)
      case 'set-aside':
        return writer.range('set-aside', () => this.inline(node.children, writer))
      case 'citation':
        return writer.citation(node.items)
      case 'footnote-reference':
        return writer.footnote(node.label)
      case 'linked-quote':
        return this.quote(node, writer, this.marks)
      case 'image':
    }
  }

  private quote(
    node: LinkedQuoteNode | LinkedQuoteBlockNode,
    writer: PlaceWriter,
    { open, close }: MarkPair,
  ): void {
    const words = quoteWords(node)
    const { annotation, anchor, pin: version } = node
    const link = { annotation, anchor, version, translation: node.translation !== null }
    this.write(open, writer)
    const inside = () => ({ start: 0, end: words.length, words })
    this.noted(node, () => writer.linked(link, inside, () => this.write(words, writer)))
    this.write(close, writer)
  }

  private noted(node: TextSpan['node'], write: () => void): void {
    const start = this.text.length
    write()
    this.spans.push({ node, start, end: this.text.length })
  }

  private write(text: string, writer: PlaceWriter): void {
    writer.write(text, this.text.length, this.text.length + text.length)
    this.text += text
  }

  /** Parts a leaf from the one before it. */
  private begin(parted: string): void {
    if (this.started) this.text += parted
    this.started = true
  }

  private standing({ domain, ...inherited }: Inherited, container: number): Standing {
    return { ...inherited, container, domain: domain ?? this.number() }
  }

  private number(): number {
    this.numbers += 1
    return this.numbers
  }
}
