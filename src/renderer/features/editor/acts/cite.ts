import {
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
} from 'lexical'
import type { CitationItem } from '../../../../shared/brief/nodes.ts'
import { $makeCitation, CitationNode } from '../nodes/citation.tsx'
import { $ensureCaret } from './insert-quote.ts'
import type { TypedMark } from '../picker/typed-mark.ts'

export const itemOf = (citekey: string): CitationItem => ({
  citekey,
  locator: null,
  prefix: '',
  suffix: '',
  suppressAuthor: false,
})

/** A citation in place of @ and what was typed after it; a bracket typed before it is the citation’s own. One step of undo. */
export function citeTyped(
  editor: LexicalEditor,
  { key, start, mark, typed }: TypedMark,
  citekey: string,
  suppressAuthor: boolean,
): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key)
      if (!$isTextNode(node)) return
      const text = node.getTextContent()
      if (text.slice(start, start + mark.length + typed.length) !== mark + typed) return
      const from = text[start - 1] === '[' ? start - 1 : start
      node.select(from, start + mark.length + typed.length)
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      const citation = $makeCitation([{ ...itemOf(citekey), suppressAuthor }])
      selection.insertNodes([citation])
      citation.selectNext()
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  )
}

/** A citation at the caret, or at the end of the text where there was none yet. One step of undo. */
export function insertCitation(editor: LexicalEditor, citekey: string): void {
  editor.update(
    () => {
      $ensureCaret()
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      const citation = $makeCitation([itemOf(citekey)])
      selection.insertNodes([$createTextNode(' '), citation])
      citation.selectNext()
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  )
}

/** Other sources, or another dress, for a citation; with none of them it goes. One step of undo. */
export function setCitation(editor: LexicalEditor, key: string, items: readonly CitationItem[]): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key)
      if (!(node instanceof CitationNode)) return
      if (items.length === 0) node.remove()
      else node.setItems(items)
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  )
}
