import type { Inline, PageBreak } from './inlines.ts'

/** What a document, a list item, a quotation or a footnote holds. */
export type Block =
  | Paragraph
  | Heading
  | Code
  | List
  | Quotation
  | Table
  | Figure
  | DefinitionList
  | Footnote
  | ThematicBreak
  | PageBreak

/** What stands in one kind of block only. */
export type Part = Caption | ListItem | TableRow | TableCell | DefinitionTerm | DefinitionDescription

export interface Paragraph {
  readonly type: 'paragraph'
  readonly children: readonly Inline[]
}

export interface Heading {
  readonly type: 'heading'
  readonly level: 1 | 2 | 3 | 4 | 5 | 6
  readonly children: readonly Inline[]
}

/** Preformatted text; its line breaks are line feeds of the text. */
export interface Code {
  readonly type: 'code'
  readonly language: string | null
  readonly children: readonly Inline[]
}

/** Of a figure or a table. */
export interface Caption {
  readonly type: 'caption'
  readonly children: readonly Inline[]
}

export interface List {
  readonly type: 'list'
  readonly ordered: boolean
  /** The first item's number; 1 unless told otherwise. */
  readonly start: number
  readonly children: readonly ListItem[]
}

/** `checked` is null but for an item of a task list. */
export interface ListItem {
  readonly type: 'list-item'
  readonly checked: boolean | null
  readonly children: readonly Block[]
}

export interface Quotation {
  readonly type: 'quotation'
  readonly children: readonly Block[]
}

export interface Table {
  readonly type: 'table'
  readonly children: readonly (Caption | TableRow)[]
}

/** A line of the text, its cells joined by a tab. */
export interface TableRow {
  readonly type: 'table-row'
  readonly children: readonly TableCell[]
}

export interface TableCell {
  readonly type: 'table-cell'
  readonly header: boolean
  readonly columns: number
  readonly rows: number
  readonly children: readonly Inline[]
}

/** Images, tables or other blocks with a caption. */
export interface Figure {
  readonly type: 'figure'
  readonly children: readonly (Block | Caption)[]
}

export interface DefinitionList {
  readonly type: 'definition-list'
  readonly children: readonly (DefinitionTerm | DefinitionDescription)[]
}

export interface DefinitionTerm {
  readonly type: 'definition-term'
  readonly children: readonly Inline[]
}

export interface DefinitionDescription {
  readonly type: 'definition-description'
  readonly children: readonly Block[]
}

/** A footnote's body: last in the text, wherever it stands in the tree. */
export interface Footnote {
  readonly type: 'footnote'
  readonly id: string
  readonly label: string
  readonly children: readonly Block[]
}

export interface ThematicBreak {
  readonly type: 'thematic-break'
}
