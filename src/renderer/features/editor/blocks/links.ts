import { $createLinkNode, $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link'
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
} from 'lexical'
import { safeLink } from '../../../../shared/document/link.ts'

/** The link that the selection begins in. */
export function $linkAt(): LinkNode | null {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isLinkNode) : null
}

/** An address as a link may have it; one that is written without its scheme is taken for a web or mail address. */
export function addressOf(written: string): string | null {
  const words = written.trim()
  if (words === '' || /\s/u.test(words)) return null
  if (/^[^@:/]+@[^@:/]+\.[^@:/]+$/u.test(words)) return safeLink(`mailto:${words}`, null)
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:].*)?$/u.test(words) && !/^[a-z]+:[^0-9]/iu.test(words))
    return safeLink(`https://${words}`, null)
  return safeLink(words, null)
}

const PLAIN = { rel: null, target: null, title: null } as const

/** Links the words that are selected, or gives the link at the caret another address; without either, `words` are put in. */
export function setLink(editor: LexicalEditor, address: string, words: string): void {
  editor.update(
    () => {
      const selection = $getSelection()
      const link = $linkAt()
      if (link !== null) link.setURL(address)
      else if ($isRangeSelection(selection) && !selection.isCollapsed()) $toggleLink(address, PLAIN)
      else if ($isRangeSelection(selection)) {
        const made = $createLinkNode(address, PLAIN).append($createTextNode(words === '' ? address : words))
        selection.insertNodes([made])
        made.selectNext(0, 0)
      }
    },
    { tag: HISTORY_PUSH_TAG },
  )
}

/** Leaves the words of the link at the caret, without it. */
export function removeLink(editor: LexicalEditor): void {
  editor.update(
    () => {
      const link = $linkAt()
      if (link === null) return
      for (const child of link.getChildren()) link.insertBefore(child)
      link.remove()
    },
    { tag: HISTORY_PUSH_TAG },
  )
}
