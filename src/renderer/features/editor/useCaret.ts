import {
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  type LexicalNode,
  type PointType,
} from 'lexical'
import { useEffect } from 'react'
import type { DraftQuotation } from './places.ts'
import { isQuote } from './nodes/linked-quote.tsx'
import type { BriefSession } from './session.ts'

/** Follows the caret: the quotation at it, or the quote right beside it, is the current one. */
export function useCaret(session: BriefSession): void {
  useEffect(() => {
    const look = (): void => {
      const { quotations } = session.checking.checked.get()
      session.current.set(session.editor.read(() => $atCaret(quotations)))
    }
    const stopEditor = session.editor.registerUpdateListener(look)
    const stopChecks = session.checking.checked.subscribe(look)
    return () => {
      stopEditor()
      stopChecks()
    }
  }, [session])
}

function $atCaret(quotations: readonly DraftQuotation[]): string | null {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) return ofQuote(quotations, selection.getNodes()[0] ?? null)
  if (!$isRangeSelection(selection)) return null
  const { focus } = selection
  const words = quotations.find(
    ({ place }) =>
      place?.kind === 'words' &&
      place.from.key === focus.key &&
      place.from.offset <= focus.offset &&
      (place.to.key !== focus.key || focus.offset <= place.to.offset),
  )
  return words?.id ?? ofQuote(quotations, $beside(focus))
}

/** The node right before a caret that stands at a text's start, or among an element's children. */
function $beside(point: PointType): LexicalNode | null {
  const node = point.getNode()
  if (point.type === 'text') return point.offset === 0 ? node.getPreviousSibling() : null
  return $isElementNode(node) ? node.getChildAtIndex(point.offset - 1) : null
}

function ofQuote(quotations: readonly DraftQuotation[], node: LexicalNode | null): string | null {
  if (!isQuote(node)) return null
  return quotations.find(({ place }) => place?.kind === 'quote' && place.key === node.getKey())?.id ?? null
}
