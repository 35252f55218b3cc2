import { $getNearestNodeFromDOMNode, $isElementNode, type LexicalEditor, type NodeKey } from 'lexical'
import { groupsOf } from './long-draft.ts'

/** What is no further from the window than its own height counts as in sight, so that a scroll does not outrun it. */
function blocksInSight(root: HTMLElement): readonly Element[] | null {
  const height = window.innerHeight
  return (
    groupsOf(root)
      ?.between(-height, 2 * height)
      .flat() ?? null
  )
}

/**
 * Calls back with the keys of all that is in or near sight, at once and whenever that is something else: as the sheet is
 * scrolled or changes its size. Null stands for everything, of a draft that is not long. The returned function ends it.
 */
export function watchSight(
  editor: LexicalEditor,
  seen: (keys: ReadonlySet<NodeKey> | null) => void,
): () => void {
  const root = editor.getRootElement()
  if (root === null) return () => undefined
  let frame = 0
  let last: readonly Element[] | null | undefined
  const look = (): void => {
    frame = 0
    const blocks = blocksInSight(root)
    if (last !== undefined && areSame(last, blocks)) return
    last = blocks
    seen(blocks === null ? null : editor.read(() => $keysIn(blocks)))
  }
  const later = (): void => {
    if (frame === 0) frame = requestAnimationFrame(look)
  }
  const sizes = new ResizeObserver(later)
  sizes.observe(root)
  document.addEventListener('scroll', later, { capture: true, passive: true })
  look()
  return () => {
    sizes.disconnect()
    document.removeEventListener('scroll', later, { capture: true })
    cancelAnimationFrame(frame)
  }
}

const areSame = (one: readonly Element[] | null, other: readonly Element[] | null): boolean =>
  one === other ||
  (one !== null && one.length === other?.length && one.every((block, at) => block === other[at]))

function $keysIn(blocks: readonly Element[]): ReadonlySet<NodeKey> {
  const nodes = blocks.map((block) => $getNearestNodeFromDOMNode(block)).filter((node) => node !== null)
  for (const node of nodes) if ($isElementNode(node)) nodes.push(...node.getChildren())
  return new Set(nodes.map((node) => node.getKey()))
}
