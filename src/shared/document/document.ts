import type { Block, Part } from './blocks.ts'
import type { Inline } from './inlines.ts'
import type { OriginRange } from './origin-range.ts'

/**
 * A version's content as a closed typed tree. Nothing in it can carry script,
 * style or a request: no attributes, no raw markup, links only to http, https
 * and mailto, images only as blobs of this library.
 */
export interface Document {
  readonly type: 'document'
  readonly format: 1
  /** BCP 47, or null when unknown. */
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | null
  readonly children: readonly Block[]
  /** Stretches of the derived text and where they stand in the original, in order. */
  readonly origins: readonly OriginRange[]
}

/** Every node of a document, the document itself included. */
export type DocumentNode = Document | Block | Part | Inline

/** Indexes into `children`, from the document down; `[]` is the document. */
export type NodePath = readonly number[]

export const NO_CHILDREN: readonly DocumentNode[] = []

/** The children of any node; leaves have none. */
export const childrenOf = (node: DocumentNode): readonly DocumentNode[] =>
  'children' in node ? node.children : NO_CHILDREN

/** The node at a path, or null where the path leads nowhere. */
export function nodeAt(document: Document, path: NodePath): DocumentNode | null {
  let node: DocumentNode | undefined = document
  for (const index of path) {
    node = childrenOf(node)[index]
    if (node === undefined) return null
  }
  return node
}
