import { textOf } from './headings.ts'
import type { Draft } from './paragraphs.ts'

const HEADING = /^(?:\d+\.?\s*)?(?:end\s?notes?|notes?|anmerkungen|notas|note|примечания|הערות|注释|注)$/iu

/**
 * Notes gathered at the end, below a heading that says so and numbered from 1
 * without a gap, as notes; all else as it was. Anything less certain stays text.
 */
export function withEndnotes(
  drafts: readonly Draft[],
  isHeading: (draft: Draft) => boolean,
): readonly Draft[] {
  const at = drafts.findLastIndex((draft) => isHeading(draft) && HEADING.test(textOf(draft).trim()))
  if (at < 0) return drafts
  const after = drafts.slice(at + 1)
  const next = after.findIndex(isHeading)
  const end = next < 0 ? drafts.length : at + 1 + next
  const labels = drafts.slice(at + 1, end).map(labelOf)
  if (labels.length < 2 || labels.some((label, index) => label !== String(index + 1))) return drafts
  return drafts.map((draft, index) => {
    const label = labels[index - at - 1]
    if (index <= at || index >= end || label === undefined || label === null) return draft
    return { ...draft, kind: 'note', marker: { words: 1, label, number: null }, gathered: true }
  })
}

function labelOf({ kind, lines }: Draft): string | null {
  const [first, second] = lines[0]?.line.words ?? []
  if (kind === 'note' || second === undefined) return null
  return /^\(?(\d{1,3})[.)]?$/.exec(first?.text ?? '')?.[1] ?? null
}
