import { $getRoot, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical'
import { element } from '../../../shared/brief/make.ts'
import type { Block, FootnoteNode, Inline, RootNode } from '../../../shared/brief/nodes.ts'
import { $writtenBlock } from './written.ts'

/** What is on a sheet, in the stored form; and by which of the editor's nodes each part is shown. */
export interface WrittenSheet {
  readonly root: RootNode
  readonly nodes: ReadonlyMap<Block | Inline, LexicalNode>
}

interface WrittenBlock {
  readonly blocks: readonly (Block | FootnoteNode)[]
  readonly nodes: readonly (readonly [Block | Inline, LexicalNode])[]
}

/**
 * Writes a sheet in its stored form. A block is written anew only when it, or
 * anything in it, was changed since: of a long brief that is nearly none, and a
 * sheet that did not change is the same object.
 */
export class SheetWriter {
  readonly #editor: LexicalEditor
  #known = new Map<NodeKey, WrittenBlock>()
  #last: WrittenSheet | null = null

  constructor(editor: LexicalEditor) {
    this.#editor = editor
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      // Among the dirty elements are all that a changed leaf stands in.
      for (const key of dirtyElements.keys()) this.#known.delete(key)
      for (const key of dirtyLeaves) this.#known.delete(key)
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) this.#last = null
    })
  }

  sheet(): WrittenSheet {
    this.#last ??= this.#editor.read(() => this.#$write())
    return this.#last
  }

  #$write(): WrittenSheet {
    const known = new Map<NodeKey, WrittenBlock>()
    const written = $getRoot()
      .getChildren()
      .map((node) => {
        const key = node.getKey()
        const one = this.#known.get(key) ?? $writeBlock(node)
        known.set(key, one)
        return one
      })
    this.#known = known
    return {
      root: { ...element, type: 'root', children: written.flatMap(({ blocks }) => blocks) },
      nodes: new Map(written.flatMap(({ nodes }) => nodes)),
    }
  }
}

function $writeBlock(node: LexicalNode): WrittenBlock {
  const nodes: (readonly [Block | Inline, LexicalNode])[] = []
  const blocks = $writtenBlock(node, (written, from) => nodes.push([written, from]))
  return { blocks, nodes }
}
