/**
 * A quotation found in a draft, before anything is judged. All offsets are
 * UTF-16 code units into the draft's text (the decoded file; a brief's: its text).
 */
export interface Quotation {
  /** The words without enclosing marks, code points as written; paragraphs joined by a line feed. */
  readonly text: string
  /** Where the words begin and end in the draft; of several paragraphs: all of it. */
  readonly start: number
  readonly end: number
  readonly form: 'inline' | 'block'
  /** `unclosed`: a mark without its partner; `text` then holds what follows it, up to 80 characters. */
  readonly state: 'closed' | 'unclosed' | 'set-aside'
  readonly link: QuotationLink | null
  /** The citation that the quotation is held against, or null for the whole library. */
  readonly citation: DraftCitation | null
  /** Offsets into `text` where a footnote-reference node stood (it adds nothing to `text`). */
  readonly footnotes: readonly number[]
  /** A note such as `[emphasis added]` right after the closing mark, or null. */
  readonly note: string | null
  /** Names the draft gives as speaker near the quotation ("X said", "according to X", "X:"). */
  readonly speakers: readonly string[]
  /** What Verbatim made these words of, as the draft's tags say; absent where it has none. */
  readonly madeOf?: MadeOf
}

/** A stretch of a draft that says it is of some sources: their titles, or a passage. */
export interface MadeOf {
  readonly citekeys: readonly string[]
  /** The whole stretch, without what is struck out. */
  readonly words: string
}

/** A linked quote: its annotation, and the version it is pinned to (null: the current one). */
export interface QuotationLink {
  readonly annotation: string
  readonly version: number | null
  readonly translation: boolean
  /** Of a brief's quote node: the id of the anchor it is pinned to. */
  readonly anchor?: string
}

/** `[@one; @two, p. 3]`: the first key's locator is the one that is kept with each key. */
export interface DraftCitation {
  readonly items: readonly { readonly citekey: string; readonly locator: string | null }[]
}
