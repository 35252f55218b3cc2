import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import type { QuotedStyle } from '../../shared/quotations/control-tag.ts'
import { quotedStyleName } from '../../shared/quotations/control-tag.ts'
import type { DocxLists } from './docx-numbering.ts'
import type { DocxRelations } from './docx-relations.ts'
import type { HeadingPlaces } from './heading-places.ts'
import type { HeldPictures } from './held-pictures.ts'
import type { Manner } from './manner.ts'
import type { PrintedNote } from './printed-brief.ts'
import type { Unholdable } from './unholdable.ts'

/** What printing a document keeps in mind while it walks through the brief. */
export interface DocxSetting {
  readonly characters: Unholdable
  readonly pictures: HeldPictures
  readonly places: HeadingPlaces
  readonly headings: number[]
  readonly lists: DocxLists
  /** Of the part that is being printed: the body, or the notes. */
  readonly relations: DocxRelations
  readonly ids: DocxIds
  readonly notes: DocxNotes
  /** Styles of letters that quotes asked for, beside those that every document has. */
  readonly quotedStyles: Map<string, string>
  /** Of the whole document, and of what stands around. */
  readonly document: Manner
  readonly manner: Manner
  /** The style of plain paragraphs; null: the document's own. */
  readonly style: string | null
  /** How far paragraphs are set in, in twentieths of a point. */
  readonly indent: number
  /** With the width that text may have on it, in twentieths of a point. */
  readonly paper: { readonly width: number; readonly height: number; readonly text: number }
}

/** Numbers that must differ within a document. */
export class DocxIds {
  #last = 0
  readonly #times = new Map<string, number>()

  next(): number {
    this.#last += 1
    return this.#last
  }

  /** How often a name was asked for, this time included. */
  times(name: string): number {
    const times = (this.#times.get(name) ?? 0) + 1
    this.#times.set(name, times)
    return times
  }
}

/** The notes of a brief, and which of them have their place. */
export interface DocxNotes {
  readonly kind: 'footnote' | 'endnote'
  readonly all: readonly PrintedNote[]
  /** Labels of notes that a place in the body refers to. */
  readonly referred: Set<string>
  /** Labels of notes whose words stand anywhere. */
  readonly placed: Set<string>
  /** Null in the body; in a note its label and those whose words stand inside it, since a note holds no other note. */
  readonly within: readonly string[] | null
}

/** The id of the style that a linked quote's letters have. */
export function quotedStyle(quote: LinkedQuote, { quotedStyles }: DocxSetting): string {
  const said: QuotedStyle = { version: quote.pin, translation: quote.translation !== null }
  const name = quotedStyleName(said)
  const id = name.replaceAll(/[^A-Za-z0-9]/g, '')
  quotedStyles.set(id, name)
  return id
}

/** The styles of a note's words and of its number. */
export const NOTE_STYLES = {
  footnote: { text: 'FootnoteText', reference: 'FootnoteReference' },
  endnote: { text: 'EndnoteText', reference: 'EndnoteReference' },
} as const

/** The styles of quotations and of lists; in a note they have the size of its words. */
export const blockStyles = ({ within }: DocxNotes): { readonly quote: string; readonly list: string } =>
  within === null ? { quote: 'Quote', list: 'ListParagraph' } : { quote: 'NoteQuote', list: 'NoteList' }
