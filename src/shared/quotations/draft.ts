import type { CitationItem } from '../brief/nodes.ts'
import type { QuotationLink } from './quotation.ts'

/**
 * A draft as the finder reads it: leaf blocks in order, whatever the format.
 * Every format has its own reader (`markdown-draft.ts`, `text-draft.ts`,
 * `brief-draft.ts`); the finder knows none of them.
 */
export interface Draft {
  readonly places: readonly Place[]
  /** Words, without marks, that the author set aside wherever the draft has them. */
  readonly setAside?: ReadonlySet<string>
}

/** A leaf block: a paragraph, heading, caption, table cell or footnote's paragraph. */
export interface Place {
  /** Its plain text; line breaks are line feeds; citations and footnote references add nothing. */
  readonly text: string
  /** In order; where each stretch of `text` stands in the draft. */
  readonly segments: readonly PlaceSegment[]
  /** In order of position in `text`. */
  readonly nodes: readonly PlaceNode[]
  /** Places of one container stand side by side: only they carry a quotation on. */
  readonly container: number
  /** A quotation's citation is sought here, and then among all places of this number (item, block quotation). */
  readonly domain: number
  /** The block quotation it is part of, or null. */
  readonly blockQuotation: number | null
  /** Identifier of the footnote whose body it is part of, or null. */
  readonly footnote: string | null
  /** A linked quote that is a block of its own. */
  readonly linkedBlock: boolean
}

/** `length` units of a place's text stand at `start` to `end` of the draft (UTF-16); one to one when as long. */
export interface PlaceSegment {
  readonly at: number
  readonly length: number
  readonly start: number
  readonly end: number
}

/** What stands in a place besides plain words; offsets are UTF-16 units of its text. */
export type PlaceNode =
  | { readonly kind: 'citation'; readonly start: number; readonly items: readonly CitationItem[] }
  | { readonly kind: 'footnote'; readonly start: number; readonly label: string }
  /** Inline code: part of the words around it, but no mark inside it opens or closes. */
  | { readonly kind: 'code'; readonly start: number; readonly end: number }
  | { readonly kind: 'set-aside'; readonly start: number; readonly end: number }
  /** Struck out: no words of a quotation that goes on around it. */
  | { readonly kind: 'struck'; readonly start: number; readonly end: number }
  /** What a citation style made of sources (`source-tag.ts`). */
  | {
      readonly kind: 'source'
      readonly start: number
      readonly end: number
      readonly citekeys: readonly string[]
    }
  | LinkedRange

/** A linked quote's words, without enclosing marks. */
export interface LinkedRange {
  readonly kind: 'linked'
  readonly start: number
  readonly end: number
  readonly link: QuotationLink
  /** Words as they are judged: a soft line ending is a space here, as in a brief. */
  readonly words: string
}

function segmentAt(place: Place, at: number): PlaceSegment | undefined {
  let low = 0
  let high = place.segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    const segment = place.segments[middle]
    if (segment !== undefined && segment.at + segment.length <= at) low = middle + 1
    else high = middle
  }
  return place.segments[low]
}

/** Offset in the draft at which the unit `at` of the place's text begins. */
export function startOffset(place: Place, at: number): number {
  const segment = segmentAt(place, at)
  if (segment === undefined) return place.segments.at(-1)?.end ?? 0
  const oneToOne = segment.end - segment.start === segment.length
  return oneToOne ? segment.start + Math.max(0, at - segment.at) : segment.start
}

/** Offset in the draft just after the unit before `at`. */
export function endOffset(place: Place, at: number): number {
  const segment = segmentAt(place, at - 1)
  if (segment === undefined) return place.segments[0]?.start ?? 0
  const oneToOne = segment.end - segment.start === segment.length
  return oneToOne ? segment.start + (at - segment.at) : segment.end
}
