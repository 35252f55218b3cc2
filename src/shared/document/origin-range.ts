import { z } from 'zod'

const offset = z.number().int().nonnegative()

/**
 * Where a stretch of text stands in the original:
 * - `characters`: UTF-16 offsets into the decoded original; `exact` when the
 *   stretch is copied unit for unit, else they bound the element it comes from;
 * - `page`: a page (counted from 1) and its range of text items;
 * - `cfi`: an EPUB canonical fragment identifier.
 */
export const OriginPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('characters'), start: offset, end: offset, exact: z.boolean() }),
  z.strictObject({ kind: z.literal('page'), page: offset, firstItem: offset, lastItem: offset }),
  z.strictObject({ kind: z.literal('cfi'), cfi: z.string() }),
])
export type OriginPlace = z.infer<typeof OriginPlace>

/** A stretch of the text (UTF-16, `end` exclusive) and its place in the original. */
export const OriginRange = z.strictObject({ start: offset, end: offset, place: OriginPlace })
export type OriginRange = z.infer<typeof OriginRange>
