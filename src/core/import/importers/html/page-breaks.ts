import type { Inline, PageBreak } from '../../../../shared/document/inlines.ts'
import type { PageElement } from './page.ts'

/** The name of an element that no page can have: the page in its attribute `label` begins here. */
export const PAGE_BREAK = '#page-break'

/** Null for an element that is none, or that names no page. */
export function pageBreakOf({ name, attributes }: PageElement): PageBreak | null {
  const label = name === PAGE_BREAK ? (attributes.get('label') ?? '') : ''
  return label === '' ? null : { type: 'page-break', label }
}

/** Those among nodes that hold no words: they stand between blocks. */
export const pageBreaksAmong = (nodes: readonly Inline[]): PageBreak[] =>
  nodes.flatMap((node) => {
    if (node.type === 'page-break') return [node]
    return 'children' in node ? pageBreaksAmong(node.children) : []
  })
