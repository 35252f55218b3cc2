/** Inline nodes: what stands inside a paragraph, heading, caption, cell or term. */
export type Inline = Text | Mark | Link | Language | LineBreak | Image | FootnoteReference | PageBreak

/** `value` may hold runs of white space: they count as one space in the derived text. */
export interface Text {
  readonly type: 'text'
  readonly value: string
}

export const MARKS = [
  'emphasis',
  'strong',
  'underline',
  'strike',
  'superscript',
  'subscript',
  'inline-code',
  'highlight',
  'small',
  'inline-quotation',
] as const
export type MarkType = (typeof MARKS)[number]

/** `inline-quotation` is HTML's `q`: its marks are shown, and are no part of the text. */
export interface Mark {
  readonly type: MarkType
  readonly children: readonly Inline[]
}

/** `href` is absolute: http, https or mailto, nothing else. */
export interface Link {
  readonly type: 'link'
  readonly href: string
  readonly children: readonly Inline[]
}

/** Words in another language or direction than those around them. */
export interface Language {
  readonly type: 'language'
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | null
  readonly children: readonly Inline[]
}

/** A line feed in the text. */
export interface LineBreak {
  readonly type: 'line-break'
}

/** `blob` is the SHA-256 of an image kept in the library, or null when only its description was. */
export interface Image {
  readonly type: 'image'
  readonly blob: string | null
  readonly alt: string
}

/** Adds nothing to the text; `target` is the `id` of a footnote. */
export interface FootnoteReference {
  readonly type: 'footnote-reference'
  readonly target: string
  readonly label: string
}

/** The page named `label` begins here; adds nothing to the text. May stand between blocks too. */
export interface PageBreak {
  readonly type: 'page-break'
  readonly label: string
}
