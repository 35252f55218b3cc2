import { $dfsIterator, mergeRegister } from '@lexical/utils'
import type { LexicalEditor, NodeKey } from 'lexical'
import { useEffect } from 'react'
import { FootnoteNode, FootnoteReferenceNode } from './nodes/footnote.tsx'

/** Numbers the notes as an export does: in the order in which the text first refers to them. */
export function useFootnoteNumbers(editor: LexicalEditor): void {
  useEffect(() => {
    const number = (): void => {
      for (const [key, place] of editor.read($numbers)) {
        const element = editor.getElementByKey(key)
        if (element !== null) element.dataset['number'] = String(place)
      }
    }
    return mergeRegister(
      editor.registerMutationListener(FootnoteReferenceNode, number),
      editor.registerMutationListener(FootnoteNode, number),
    )
  }, [editor])
}

/** Labels are names that the author chose; a note that nothing refers to comes last. */
function $numbers(): readonly (readonly [NodeKey, number])[] {
  const nodes = Array.from($dfsIterator(), ({ node }) => node).filter(
    (node) => node instanceof FootnoteReferenceNode || node instanceof FootnoteNode,
  )
  const ordered = nodes.toSorted(
    (one, other) => Number(one instanceof FootnoteNode) - Number(other instanceof FootnoteNode),
  )
  const labels = [...new Set(ordered.map((node) => node.getLabel()))]
  return nodes.map((node) => [node.getKey(), labels.indexOf(node.getLabel()) + 1] as const)
}
