import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $parseSerializedNode,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type SerializedLexicalNode,
} from 'lexical'
import type { BriefNode, LinkedQuote, RootNode } from '../../../../shared/brief/nodes.ts'
import { parseBrief } from '../../../../shared/brief/parse.ts'
import { plainQuotes } from '../../../../shared/brief/plain-quotes.ts'
import type { Passage } from '../../../../shared/contract/passages.ts'
import { FootnoteNode } from '../nodes/footnote.tsx'
import { marked } from '../nodes/marks.ts'

/** Each alone says that a text is Markdown. */
const CLEAR: readonly RegExp[] = [
  /^#{1,6} +\S.*\n\s*\n\s*\S/mu,
  /^(?:```|~~~)[^`\n]*\n[\s\S]*?\n(?:```|~~~) *$/mu,
  /^ *\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:? *)?$/mu,
  /^ *[-*+] \[[ xX]\] \S/mu,
  /^\[\^[^\]\s]+\]: /mu,
  /(?:^|[^\p{L}\p{N}:]):quote\[[^\n]*\]\{#/u,
  /^:::quote\{#/mu,
  /\[[^[\]\n]+\]\((?:https?:|mailto:)[^()\s]+\)/u,
]

/** Two of these together, or three items in a row, do so too; one alone may be anything. */
const LIKELY: readonly RegExp[] = [
  /^ *[-*+] \S.*\n+ *[-*+] \S/mu,
  /^ *1[.)] \S.*\n+ *2[.)] \S/mu,
  /^> \S/mu,
  /\*\*[^\s*][^*\n]*\*\*/u,
  /(?<!`)`[^`\n]+`(?!`)/u,
  /^ {0,3}(?:-{3,}|\*{3,})$/mu,
]
const ITEMS = /(?:^ *(?:[-*+]|\d{1,3}[.)]) \S.*(?:\n|$)){3}/mu

/** UTF-16 units; more is an article, and an import's matter. */
const MOST = 400_000

export const looksLikeMarkdown = (text: string): boolean => {
  if (text.length > MOST) return false
  const lines = text.replaceAll(/\r\n?/gu, '\n')
  return (
    CLEAR.some((mark) => mark.test(lines)) ||
    ITEMS.test(lines) ||
    LIKELY.filter((mark) => mark.test(lines)).length >= 2
  )
}

/** The annotations that a text's quotes name. */
export const annotationsIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/\{#([^\s}]+)/gu), ([, id = '']) => id)),
]

/**
 * A text as parts of a brief, read as an imported draft is; quotes of annotations that the library does not have are
 * their words. Null for what cannot be read: it stays the text that it is.
 */
function readPasted(text: string, passages: readonly Passage[]): RootNode | null {
  const known = new Map(passages.map((passage) => [passage.annotation, passage]))
  const passageOf = (annotation: string, version: number | null) => {
    const passage = known.get(annotation)
    const isThere = passage !== undefined && (version === null || version === passage.version)
    return isThere ? { anchorId: passage.anchor, exact: passage.exact } : { anchorId: '', exact: '' }
  }
  try {
    const { root } = parseBrief(text, { name: '', passageOf })
    return plainQuotes(root, ({ anchor }: LinkedQuote) => anchor !== '', marked)
  } catch {
    // Whatever is wrong with it as Markdown, as words it is well.
    return null
  }
}

/** The nodes of what was read: blocks for the caret, and notes, under labels that are free here, for the end. */
function $nodesOf(root: RootNode): { readonly blocks: LexicalNode[]; readonly notes: LexicalNode[] } {
  const nodes = relabelled(root).children.map((child) =>
    $parseSerializedNode(child as unknown as SerializedLexicalNode),
  )
  return {
    blocks: nodes.filter((node) => !(node instanceof FootnoteNode)),
    notes: nodes.filter((node) => node instanceof FootnoteNode),
  }
}

/** A note of another text may have a label that names one of this brief: it is given a number that is free. */
function relabelled(root: RootNode): RootNode {
  const bodies = $getRoot().getChildren()
  const taken = new Set(bodies.flatMap((node) => (node instanceof FootnoteNode ? [node.getLabel()] : [])))
  const labels = new Map<string, string>()
  for (const child of root.children) {
    if (child.type !== 'footnote') continue
    let label = child.label
    for (let number = 1; taken.has(label); number += 1) label = String(number)
    taken.add(label)
    labels.set(child.label, label)
  }
  const rename = (node: BriefNode): BriefNode => {
    const named =
      node.type === 'footnote' || node.type === 'footnote-reference'
        ? { ...node, label: labels.get(node.label) ?? node.label }
        : node
    return 'children' in named ? ({ ...named, children: named.children.map(rename) } as BriefNode) : named
  }
  return rename(root) as RootNode
}

export interface PastedMarkdown {
  readonly text: string
  /** The sheet before its words were pasted. */
  readonly before: EditorState
}

/** Puts a pasted text's blocks in place of its words, as a step of undo that leads back to the words. */
export function takeBlocks(
  editor: LexicalEditor,
  { text, before }: PastedMarkdown,
  passages: readonly Passage[],
): void {
  const root = readPasted(text, passages)
  if (root === null) return
  editor.setEditorState(before, { tag: HISTORY_PUSH_TAG })
  const $put = (): void => {
    const { blocks, notes } = $nodesOf(root)
    const selection = $getSelection()
    if ($isRangeSelection(selection)) selection.insertNodes(blocks)
    else $getRoot().selectEnd().insertNodes(blocks)
    $getRoot().append(...notes)
  }
  editor.update($put, { tag: HISTORY_MERGE_TAG, discrete: true })
}
