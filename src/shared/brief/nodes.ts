import type { Alteration } from '../verdict/alterations.ts'

/**
 * The nodes of a brief, in the shape that Lexical serialises (`type`, `version`,
 * `children`, `direction`, `format`, `indent`), so that the editor loads them as
 * they are. `schema.ts` checks them; nothing that can carry script has a type here.
 */

/** Bits of a text's `format`, as Lexical numbers them. No other bit is allowed. */
export const BOLD = 1
export const ITALIC = 2
export const STRIKE = 4
export const CODE = 16
export const TEXT_FORMATS = BOLD | ITALIC | STRIKE | CODE

export type Alignment = '' | 'left' | 'center' | 'right'

interface Element<Type extends string, Child> {
  readonly type: Type
  readonly version: 1
  readonly children: readonly Child[]
  readonly direction: 'ltr' | 'rtl' | null
  /** Alignment; used in table cells only, else empty. */
  readonly format: Alignment
  readonly indent: 0
}

/** `text` holds no line feed: that is a `linebreak`. */
export interface TextNode {
  readonly type: 'text'
  readonly version: 1
  readonly detail: 0
  readonly format: number
  readonly mode: 'normal'
  readonly style: ''
  readonly text: string
}

export interface LineBreakNode {
  readonly type: 'linebreak'
  readonly version: 1
}

export interface LinkNode extends Element<'link', Inline> {
  readonly url: string
  readonly title: string | null
  readonly rel: string | null
  readonly target: null
}

/** Exactly one of `blob` (a blob's id in the library) and `address` (as written, never fetched) is set. */
export interface ImageNode {
  readonly type: 'image'
  readonly version: 1
  readonly blob: string | null
  readonly address: string | null
  readonly alt: string
  readonly title: string | null
}

/** The place of a footnote; `label` is that of the `footnote` node that holds its body. */
export interface FootnoteReferenceNode {
  readonly type: 'footnote-reference'
  readonly version: 1
  readonly label: string
}

export interface CitationItem {
  readonly citekey: string
  /** As written, with its label (`p. 3`), or null. */
  readonly locator: string | null
  /** Plain text before and after, without the spaces at its ends; empty when there is none. */
  readonly prefix: string
  readonly suffix: string
  readonly suppressAuthor: boolean
}

/** `[see @one, p. 3; -@two]` */
export interface CitationNode {
  readonly type: 'citation'
  readonly version: 1
  readonly items: readonly CitationItem[]
}

/** Words between quotation marks (its children hold the marks too) that are no quotation. */
export type SetAsideNode = Element<'set-aside', Inline>

/** Emphasis that the author laid on words of a linked quote. */
export interface Emphasis {
  /** UTF-16 offsets into the words on screen (see `quoteWords`); `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly format: number
}

/** What a linked quote knows, be it inline or a block. */
export interface LinkedQuote {
  readonly version: 1
  /** Annotation id (`an_…`). */
  readonly annotation: string
  /** Id of the anchor it is pinned to; moving it is an explicit act. */
  readonly anchor: string
  /** Number of the source's version that the author pinned it to (from 1); null: the anchor's own. */
  readonly pin: number | null
  /** In order, not overlapping; UTF-16 offsets inside the anchor's passage. */
  readonly alterations: readonly Alteration[]
  /** The passage with its alterations, as last shown: what no change beneath may differ from unnoticed. */
  readonly shown: string
  /** Only when the words of an imported draft are not the passage's: they are on screen, and judged. */
  readonly asWritten?: string | undefined
  /** The author's own translation, shown in place of `shown`; null when there is none. */
  readonly translation: string | null
  readonly emphasis: readonly Emphasis[]
}

/** Renders its own quotation marks by the brief's language. */
export interface LinkedQuoteNode extends LinkedQuote {
  readonly type: 'linked-quote'
}

/** A block; paragraphs of its words are parted by a line feed. */
export interface LinkedQuoteBlockNode extends LinkedQuote {
  readonly type: 'linked-quote-block'
}

export type Inline =
  | TextNode
  | LineBreakNode
  | LinkNode
  | ImageNode
  | FootnoteReferenceNode
  | CitationNode
  | SetAsideNode
  | LinkedQuoteNode

export type ParagraphNode = Element<'paragraph', Inline>

export interface HeadingNode extends Element<'heading', Inline> {
  readonly tag: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
}

export interface ListNode extends Element<'list', ListItemNode> {
  readonly listType: 'number' | 'bullet' | 'check'
  readonly start: number
  readonly tag: 'ul' | 'ol'
}

/**
 * Holds inline nodes, or, as Lexical nests lists, one list (which belongs under
 * the item before it), or blocks. `value` is its number in the list.
 */
export interface ListItemNode extends Element<'listitem', Inline | Block> {
  readonly value: number
  readonly checked?: boolean | undefined
}

/** A typed block quotation: nothing links it. */
export interface BlockQuotationNode extends Element<'quote', Block> {
  readonly shadowRoot: true
}

export type TableNode = Element<'table', TableRowNode>
export type TableRowNode = Element<'tablerow', TableCellNode>

export interface TableCellNode extends Element<'tablecell', ParagraphNode> {
  /** Lexical's bits: 1 in a header row, 2 in a header column. */
  readonly headerState: 0 | 1 | 2 | 3
  readonly colSpan: 1
  readonly rowSpan: 1
}

/** Its children are its lines: unformatted texts, parted by line breaks. */
export interface CodeNode extends Element<'code', TextNode | LineBreakNode> {
  readonly language: string | null
  /** What stands after the language in the fence. */
  readonly meta: string | null
}

export interface HorizontalRuleNode {
  readonly type: 'horizontalrule'
  readonly version: 1
}

/** A footnote's body; stands at the end of the root. */
export interface FootnoteNode extends Element<'footnote', Block> {
  readonly label: string
}

export type Block =
  | ParagraphNode
  | HeadingNode
  | ListNode
  | BlockQuotationNode
  | LinkedQuoteBlockNode
  | TableNode
  | CodeNode
  | HorizontalRuleNode

export type RootNode = Element<'root', Block | FootnoteNode>

/** Every node that stands somewhere in a brief. */
export type BriefNode = RootNode | Block | Inline | FootnoteNode | ListItemNode | TableRowNode | TableCellNode
