import { $getRoot, $isElementNode, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical'
import { element } from '../../../shared/brief/make.ts'
import type { Block, FootnoteNode, Inline, RootNode } from '../../../shared/brief/nodes.ts'
import { $setAsideEverywhere } from './set-aside-words.ts'
import { $writtenBlock } from './written.ts'

/** What is on a sheet, in the stored form; and by which of the editor's nodes each part is shown. */
export interface WrittenSheet {
  readonly root: RootNode
  readonly nodes: ReadonlyMap<Block | Inline, LexicalNode>
  /** Words that are no quotation wherever they stand. */
  readonly setAside: readonly string[]
}

interface WrittenBlock {
  readonly blocks: readonly (Block | FootnoteNode)[]
  readonly nodes: readonly (readonly [Block | Inline, LexicalNode])[]
  /** Everything that it was written from, itself first. */
  readonly from: readonly LexicalNode[]
}

/**
 * Writes a sheet in its stored form. A block is written anew only when it, or
 * anything in it, was changed since: of a long brief that is nearly none, and a
 * sheet that did not change is the same object. The editor never changes a node
 * that it has shown, it puts another in its place, also when it takes back; so
 * the same nodes are the same words.
 */
export class SheetWriter {
  readonly #editor: LexicalEditor
  #known = new Map<NodeKey, WrittenBlock>()
  #last: WrittenSheet | null = null

  constructor(editor: LexicalEditor) {
    this.#editor = editor
  }

  sheet(): WrittenSheet {
    return this.#editor.read(() => this.#$write())
  }

  #$write(): WrittenSheet {
    const known = new Map<NodeKey, WrittenBlock>()
    const written = $getRoot()
      .getChildren()
      .map((node) => {
        const from = $allIn(node)
        const before = this.#known.get(node.getKey())
        const one = before !== undefined && areSame(before.from, from) ? before : $writeBlock(node, from)
        known.set(node.getKey(), one)
        return one
      })
    const isAsBefore = areSame([...this.#known.values()], written)
    this.#known = known
    const setAside = $setAsideEverywhere()
    if (this.#last === null || !isAsBefore)
      this.#last = {
        root: { ...element, type: 'root', children: written.flatMap(({ blocks }) => blocks) },
        nodes: new Map(written.flatMap(({ nodes }) => nodes)),
        setAside,
      }
    else if (this.#last.setAside !== setAside) this.#last = { ...this.#last, setAside }
    return this.#last
  }
}

function $writeBlock(node: LexicalNode, from: readonly LexicalNode[]): WrittenBlock {
  const nodes: (readonly [Block | Inline, LexicalNode])[] = []
  const blocks = $writtenBlock(node, (written, of) => nodes.push([written, of]))
  return { blocks, nodes, from }
}

/** A node and all that stands in it. */
function $allIn(node: LexicalNode): readonly LexicalNode[] {
  const all = [node]
  for (const each of all) if ($isElementNode(each)) all.push(...each.getChildren())
  return all
}

const areSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at])
