import type { Preview } from '../../shared/contract/exports.ts'
import type { PdfLook } from '../../shared/contract/pdf-look.ts'
import type { Block } from '../../shared/brief/nodes.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { Services } from '../services.ts'
import { checkState } from '../check/check-brief.ts'
import { appendixOf } from './appendix.ts'
import { openBrief } from './briefs.ts'
import { contentOf } from './content.ts'
import { checkedQuotes } from './evidence.ts'
import { styleFor } from './export.ts'

export interface PreviewInput {
  readonly brief: string
  readonly look: PdfLook
  /** A citation style by its id, instead of the brief's own. */
  readonly style?: string | undefined
  /** Shown once the whole brief is: what comes long after the pages that are seen is not set. */
  readonly appendix?: boolean
  readonly comments?: boolean
  /** The last page that is to be seen, from 1. */
  readonly upTo: number
}

/** Letters that surely fill a page of any design, so that what is seen is what will be printed. */
const PAGE = 6_000

/**
 * The first pages of a brief as they would be printed, without what comes long after them. Nothing is written. Throws
 * `REFUSED`: `unknown-brief`, `unknown-style`, and what the printing throws.
 */
export async function previewBrief(
  services: Services,
  input: PreviewInput,
  signal?: AbortSignal,
): Promise<Preview> {
  const { library, fonts, typesetter } = services
  const { row, state } = openBrief(library, input.brief)
  const { style } = await styleFor(services, state, input)
  const part = beginningOf(state, PAGE * (input.upTo + 1))
  const { printPages } = await import('../export/export-brief.ts')
  const isWhole = part === state
  const { appendix = false, comments = false } = input
  const rows = isWhole && (appendix || comments) ? checkState(library.reader, state) : null
  const checked = rows === null ? undefined : checkedQuotes(state, rows)
  const content = await contentOf(services, part, style, row.updatedAt, checked)
  const behind =
    rows === null || checked === undefined
      ? {}
      : { appendix: appendixOf(library.reader, rows, checked, content.evidence, { appendix, comments }) }
  const { bytes, pages } = await printPages({ ...content, ...behind }, input.look, {
    fonts,
    typesetter,
    signal,
  })
  const pdf = new Blob([new Uint8Array(bytes)], { type: 'application/pdf' })
  return { pdf, pages, whole: isWhole }
}

/** A brief up to so many letters, in whole blocks, with every footnote; itself where it has no more. */
function beginningOf(state: BriefState, letters: number): BriefState {
  const { children } = state.root
  let left = letters
  const kept = children.filter((block) => {
    if (block.type === 'footnote') return true
    const isIn = left > 0
    left -= lettersIn(block)
    return isIn
  })
  return kept.length === children.length ? state : { ...state, root: { ...state.root, children: kept } }
}

function lettersIn(node: Partial<Record<'text' | 'shown' | 'children', unknown>> | Block): number {
  if ('text' in node && typeof node.text === 'string') return node.text.length
  if ('shown' in node && typeof node.shown === 'string') return node.shown.length
  if (!('children' in node) || !Array.isArray(node.children)) return 0
  return (node.children as readonly Block[]).reduce((sum, child) => sum + lettersIn(child), 0)
}
