import type { PdfLook } from '../../shared/contract/pdf-look.ts'

/** What the Typst template reads: a brief as plain data. */

/** How a stretch of text is set. `script` names a row of `TypstData.fonts`. */
export interface Voice {
  readonly script: Script
  /** ISO 639, two or three letters. */
  readonly lang: string
  /** ISO 3166, two letters, or null. */
  readonly region: string | null
}

export type Script = 'latn' | 'arab' | 'hans' | 'jpan' | 'kore'
export type Direction = 'ltr' | 'rtl'

/** Set where a block differs from what stands around it. */
interface Styled {
  readonly voice?: Voice
  readonly dir?: Direction
}

interface Listed extends Styled {
  readonly tight: boolean
  /** Inside an item of another list. */
  readonly nested: boolean
  readonly items: readonly TypstItem[]
}

/** A string is text. */
export type TypstSpan =
  | string
  /** A line never breaks here; may break here; a mark of direction. */
  | { readonly t: 'tie' }
  | { readonly t: 'may' }
  | { readonly t: 'mark'; readonly v: string }
  | { readonly t: 'strong' | 'del' | 'span'; readonly c: readonly TypstSpan[] }
  /** `laid`: emphasis that must be seen in letters that have no italics too. */
  | { readonly t: 'em'; readonly laid: boolean; readonly c: readonly TypstSpan[] }
  | { readonly t: 'sup' | 'sub' | 'caps' | 'under'; readonly c: readonly TypstSpan[] }
  | { readonly t: 'code'; readonly v: string }
  | { readonly t: 'br' }
  | { readonly t: 'link'; readonly u: string; readonly c: readonly TypstSpan[] }
  | { readonly t: 'image'; readonly p: string; readonly alt: string }
  /**
   * `n` is an index into `notes`; only the first reference holds the
   * note's place. `apart`: the number must not take the direction of the words before it.
   */
  | { readonly t: 'note'; readonly n: number; readonly first: boolean; readonly apart: boolean }
  /** Between two notes at the same word, which would read as one number. */
  | { readonly t: 'comma' }
  /** A citation; `n` is the number of its entry in the bibliography. */
  | { readonly t: 'cite'; readonly n: number; readonly c: readonly TypstSpan[] }
  | { readonly t: 'quoted'; readonly voice: Voice; readonly c: readonly TypstSpan[] }

export type TypstBlock =
  /** `keep`: stays on one page. `noted`: a note stands in it. */
  | (Styled & {
      readonly t: 'p'
      readonly keep: boolean
      readonly noted: boolean
      readonly c: readonly TypstSpan[]
    })
  /** An entry of the bibliography, numbered from 0. */
  | (Styled & {
      readonly t: 'entry'
      readonly n: number
      readonly keep: boolean
      readonly c: readonly TypstSpan[]
    })
  /** `c` holds no notes: they follow in `notes`, out of the outline. */
  | (Styled & {
      readonly t: 'h'
      readonly level: number
      readonly short: boolean
      readonly c: readonly TypstSpan[]
      readonly notes: readonly TypstSpan[]
    })
  | (Styled & { readonly t: 'quote'; readonly keep: boolean; readonly c: readonly TypstBlock[] })
  | (Listed & { readonly t: 'list' })
  | (Listed & { readonly t: 'enum'; readonly start: number })
  /** Null for an item that is no task. */
  | (Listed & { readonly t: 'tasks'; readonly done: readonly (boolean | null)[] })
  | (Styled & {
      readonly t: 'table'
      readonly columns: number
      readonly align: readonly ('start' | 'left' | 'center' | 'right')[]
      readonly header: 'none' | 'once' | 'repeated'
      readonly rows: readonly (readonly TypstCell[])[]
      /** Which rows stay on one page. */
      readonly whole: readonly boolean[]
    })
  /** A picture in a line of its own; `caption` is null without one. */
  | {
      readonly t: 'figure'
      readonly p: string
      readonly alt: string
      readonly caption: (Styled & { readonly c: readonly TypstSpan[] }) | null
    }
  | { readonly t: 'pre'; readonly v: string }
  | { readonly t: 'rule' }

export type TypstItem = readonly TypstBlock[]
/** Blocks where it has more pieces than one paragraph can have. */
export type TypstCell = Styled & { readonly c: readonly TypstSpan[] | readonly TypstBlock[] }

/** A family's name, or one that sets only some characters (Typst's `covers`). */
export type FontName = string | { readonly name: string; readonly covers: 'latin-in-cjk' }

export interface TypstData {
  /** Metadata; never empty. */
  readonly title: string
  readonly head: Styled & { readonly c: readonly TypstSpan[] }
  /** The title as it runs above each page. */
  readonly running: readonly TypstSpan[]
  readonly voice: Voice
  readonly dir: Direction
  /** As printed, and as year, month, day. */
  readonly date: string
  readonly day: readonly [number, number, number]
  readonly fonts: Readonly<Record<Script | 'mono', readonly FontName[]>>
  /** Whether it holds letters of Han, Kana or Hangul, whose fonts have no bold. */
  readonly eastern: boolean
  readonly blocks: readonly TypstBlock[]
  readonly notes: readonly (readonly TypstBlock[])[]
  readonly look: {
    readonly design: PdfLook['design']
    /** As Typst names it. */
    readonly paper: 'a4' | 'us-letter'
    /** What stands above the table of contents; null without one. */
    readonly contents: string | null
  }
}
