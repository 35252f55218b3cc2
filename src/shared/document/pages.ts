import type { Document, DocumentNode } from './document.ts'
import { childrenOf } from './document.ts'
import { originAt } from './origin.ts'
import { deriveText } from './text.ts'

/**
 * Tells the label of the page that a UTF-16 offset into the text stands on;
 * null for a document without pages. A note stands on the page where it is
 * printed, wherever its words come in the text.
 */
export function pagesOf(document: Document): ((offset: number) => string | null) | null {
  const labels = labelsIn(document)
  if (labels.length === 0) return null
  const { origins } = document
  if (origins.some(({ place }) => place.kind === 'page')) {
    return (offset) => {
      const place = originAt(origins, offset) ?? originAt(origins, offset - 1)
      return place?.kind === 'page' ? (labels[place.page - 1] ?? null) : null
    }
  }
  const { pageBreaks } = deriveText(document)
  return (offset) => {
    const last = pageBreaks.findLast((pageBreak) => pageBreak.offset <= offset)
    return last?.node.type === 'page-break' ? last.node.label : null
  }
}

/** The labels of all page breaks, in order. */
function labelsIn(document: Document): readonly string[] {
  const labels: string[] = []
  const waiting: DocumentNode[] = [document]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'page-break') labels.push(node.label)
    waiting.push(...childrenOf(node).toReversed())
  }
  return labels
}
