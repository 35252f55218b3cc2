import type { OriginNotes } from '../../../../shared/document/origin.ts'
import type { ImageCollector } from '../html/images.ts'

/** What the conversion of one Markdown file shares. */
export interface MarkdownContext {
  readonly source: string
  /** The article's own address from the front matter, for relative links. */
  readonly base: string | null
  /** Addresses of link reference definitions, by identifier. */
  readonly definitions: ReadonlyMap<string, string>
  readonly images: ImageCollector
  readonly notes: OriginNotes
}

/** The part of a syntax node that says where it stands. */
export interface Placed {
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined }
        readonly end: { readonly offset?: number | undefined }
      }
    | undefined
}

/** Where a node stands: UTF-16 offsets into the decoded file; null when made up by the parser. */
export function placeOf(node: Placed): { readonly start: number; readonly end: number } | null {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? null : { start, end }
}
