import { $getNodeByKey, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical'
import type { LinkedQuote } from '../../../../shared/brief/nodes.ts'
import { relinkQuote } from '../../../../shared/brief/relink-quote.ts'
import type { Passage } from '../../../../shared/contract/passages.ts'
import { isQuote } from '../nodes/linked-quote.tsx'
import { $quoteOf, $setQuote } from '../nodes/quote-state.ts'

/** Has a quote judged in an older version of its source, whatever becomes of the newest. One step of undo. */
export const keepVersion = (editor: LexicalEditor, key: string, version: number): void =>
  change(editor, key, (quote) => ({ ...quote, pin: version }))

/** Moves a quote from its passage to the newest one of its highlight. One step of undo. */
export const takePassage = (editor: LexicalEditor, key: string, from: Passage, to: Passage): void =>
  change(editor, key, (quote) => relinkQuote(quote, from.exact, { anchorId: to.anchor, exact: to.exact }))

function change(editor: LexicalEditor, key: string, to: (quote: LinkedQuote) => LinkedQuote): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key)
      if (isQuote(node)) $setQuote(node, to($quoteOf(node)))
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  )
}
