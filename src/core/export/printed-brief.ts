import type { BlockContent, Data, Parent, PhrasingContent, Text } from 'mdast'
import type { CitationItem, LinkedQuote } from '../../shared/brief/nodes.ts'

/**
 * A brief with every link resolved into words and notes: what both printers read.
 * It is mdast with one node more, so that Markdown needs no second tree and a
 * reader of one format knows the other.
 */
export interface PrintedBrief {
  readonly title: string
  /** BCP 47, or null. */
  readonly language: string | null
  /** ISO 8601 date of the last change, `2024-03-14`. */
  readonly date: string
  readonly blocks: readonly BlockContent[]
  /** By number, from 1, in the order in which they are first referred to. */
  readonly notes: readonly PrintedNote[]
}

export interface PrintedNote {
  readonly blocks: readonly BlockContent[]
}

/** Words of another: those of a linked quote, without its marks, or a source's title; in their own language. */
export interface QuotedWords extends Parent {
  type: 'quotedWords'
  /** BCP 47, or null. */
  language: string | null
  /** Set on a linked quote. */
  quote?: LinkedQuote
  children: PhrasingContent[]
}

/** What is made of sources, by the citation style as a rule: the author quotes nobody in it. */
export interface CitedWords extends Parent {
  type: 'citedWords'
  citekeys: string[]
  /** Not made by a citation style but words of the sources, or of the brief that quotes them: they lead nowhere. */
  passage?: boolean
  children: PhrasingContent[]
}

/** Sources by their keys, for a reader that sets citations itself. */
export interface CitedKeys {
  type: 'citedKeys'
  items: readonly CitationItem[]
  position?: Text['position']
  data?: Data
}

/** The way to the note of a source, and to an annotation in it: for readers that hold such notes. */
export interface SourceLink {
  type: 'sourceLink'
  citekey: string
  annotation: string | null
  position?: Text['position']
  data?: Data
}

/** Words in a dress that Markdown has no mark for. */
export interface DressedWords extends Parent {
  type: 'dressedWords'
  dress: 'superscript' | 'subscript' | 'small-caps' | 'underline'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    quotedWords: QuotedWords
    citedWords: CitedWords
    dressedWords: DressedWords
    sourceLink: SourceLink
    citedKeys: CitedKeys
  }
  interface RootContentMap {
    quotedWords: QuotedWords
    citedWords: CitedWords
    dressedWords: DressedWords
    sourceLink: SourceLink
    citedKeys: CitedKeys
  }
  interface BlockquoteData {
    /** Set on a linked quote: BCP 47 of its words, or null. */
    language?: string | null
    /** Set on a linked quote. */
    quote?: LinkedQuote
  }
  interface ParagraphData {
    /** How many of the children, from the first, are words of the linked quote that it is a line of. */
    quoted?: number
    /** Citekey, where this is its entry in the bibliography, whose heading stands before the first. */
    entry?: string
  }
  interface HeadingData {
    /** The appendix stands under it. */
    appendix?: boolean
  }
  interface TableData {
    /** The first row is no header. */
    headless?: boolean
  }
  interface TableCellData {
    /** It names its row. */
    header?: boolean
  }
  interface ImageData {
    /** Blob id of the library, when the picture itself is at hand. */
    blob?: string
  }
}

/** The label that refers to a note. */
export const noteLabel = (number: number): string => String(number)

/** The words of a node without any mark; a line break is a space. */
export function plainText(node: { readonly type: string }): string {
  if (node.type === 'break') return ' '
  if ('value' in node && typeof node.value === 'string') return node.value
  if (!('children' in node) || !Array.isArray(node.children)) return ''
  return plainTextOf(node.children)
}

export const plainTextOf = (nodes: readonly { readonly type: string }[]): string =>
  nodes.map((node) => plainText(node)).join('')

/**
 * The author's words: those that tell how a line is to be set. What somebody else wrote does not, nor what a
 * citation style made, which is set as what stands around it; a line of nothing but a quote or a source's passage is
 * set as its words.
 */
export function ownText(nodes: readonly { readonly type: string }[]): string {
  const own = plainTextOf(nodes.flatMap(withoutOthers))
  return /\p{L}/u.test(own) || nodes.some(holdsCitation) ? own : plainTextOf(nodes)
}

function withoutOthers(node: { readonly type: string }): readonly { readonly type: string }[] {
  if (node.type === 'quotedWords' || node.type === 'citedWords') return []
  return childrenOf(node)?.flatMap(withoutOthers) ?? [node]
}

const holdsCitation = (node: { readonly type: string }): boolean =>
  (node.type === 'citedWords' && !('passage' in node && node.passage === true)) ||
  (childrenOf(node)?.some(holdsCitation) ?? false)

function childrenOf(node: { readonly type: string }): readonly { readonly type: string }[] | null {
  if (!('children' in node) || !Array.isArray(node.children)) return null
  return node.children
}
