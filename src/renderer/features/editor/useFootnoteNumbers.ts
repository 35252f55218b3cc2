import { $dfsIterator, mergeRegister } from '@lexical/utils'
import type { NodeKey } from 'lexical'
import { useEffect } from 'react'
import { FootnoteNode, FootnoteReferenceNode } from './nodes/footnote.tsx'
import type { BriefSession } from './session.ts'

/**
 * Numbers the notes as an export does: in the order in which the text first refers to them, among those that the style
 * makes of citations and quotes.
 */
export function useFootnoteNumbers({ editor, citing }: BriefSession): void {
  useEffect(() => {
    const number = (): void => {
      const set = citing.cites.get().rendered?.footnotes ?? []
      const known = new Map(set.map(({ label, note }) => [label, note]))
      for (const [key, place] of editor.read(() => $numbers(known))) {
        const element = editor.getElementByKey(key)
        if (element !== null) element.dataset['number'] = String(place)
      }
    }
    return mergeRegister(
      citing.cites.subscribe(number),
      editor.registerMutationListener(FootnoteReferenceNode, number),
      editor.registerMutationListener(FootnoteNode, number),
    )
  }, [editor, citing])
}

/**
 * Labels are names that the author chose; a note that nothing refers to comes last. One that was made a moment ago is
 * not `known` yet and goes on counting.
 */
function $numbers(known: ReadonlyMap<string, number>): readonly (readonly [NodeKey, number])[] {
  const nodes = Array.from($dfsIterator(), ({ node }) => node).filter(
    (node) => node instanceof FootnoteReferenceNode || node instanceof FootnoteNode,
  )
  const ordered = nodes.toSorted(
    (one, other) => Number(one instanceof FootnoteNode) - Number(other instanceof FootnoteNode),
  )
  const fresh = [...new Set(ordered.map((node) => node.getLabel()))].filter((label) => !known.has(label))
  const last = Math.max(0, ...known.values())
  const numberOf = (label: string): number => known.get(label) ?? last + fresh.indexOf(label) + 1
  return nodes.map((node) => [node.getKey(), numberOf(node.getLabel())] as const)
}
