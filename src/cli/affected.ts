import type { AffectedBrief } from '../shared/contract/briefs.ts'
import { count } from './numbers.ts'

/** A row of a table for each brief that uses what is to go. */
export const affectedRows = (affected: readonly AffectedBrief[]): readonly (readonly string[])[] =>
  affected.map(({ id, title, quotes, citations, words }) => [
    id,
    title,
    [
      ...(quotes > 0 ? [count(quotes, 'quote', 'quotes')] : []),
      ...(citations > 0 ? [count(citations, 'citation', 'citations')] : []),
    ].join(', '),
    words === '' ? '' : `“${words}”`,
  ])
