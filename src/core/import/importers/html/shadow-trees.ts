import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

/**
 * The children that a browser shows of each element of a page. Components keep
 * what they show in a tree of their own, which browsers save as a template
 * inside the component; the words that were given to a component stand in that
 * tree's slots.
 */
export class ShadowTrees {
  readonly #given = new Map<Tree.Element, Tree.ChildNode[]>()

  /** Call it for an element before it is called for what is inside. */
  shownChildren(element: Tree.Element): readonly Tree.ChildNode[] {
    const given = this.#given.get(element)
    if (given !== undefined && given.length > 0) return given
    const tree = element.childNodes.find(isTree)
    if (tree === undefined) return element.childNodes
    const light = element.childNodes.filter((child) => child !== tree)
    const names = new Set<string>()
    for (const slot of slotsIn(tree.content.childNodes)) {
      const name = attribute(slot, 'name')
      if (names.has(name)) continue
      names.add(name)
      this.#given.set(
        slot,
        light.filter((child) => slotOf(child) === name && hasContent(child)),
      )
    }
    return tree.content.childNodes
  }
}

/** By the standard's attribute, and by the one that Chromium writes into MHTML. */
const isTree = (node: Tree.ChildNode): node is Tree.Template =>
  'content' in node && ['shadowrootmode', 'shadowmode'].some((name) => attribute(node, name) !== '')

const attribute = (element: Tree.Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? ''

const slotOf = (node: Tree.ChildNode): string => ('attrs' in node ? attribute(node, 'slot') : '')

/** A slot shows its own words where only white space was given to it. */
const hasContent = (node: Tree.ChildNode): boolean => !('value' in node) || node.value.trim() !== ''

/** Iterative: no depth of nesting overflows. Trees of components inside are their own matter. */
function slotsIn(nodes: readonly Tree.ChildNode[]): Tree.Element[] {
  const slots: Tree.Element[] = []
  const waiting = nodes.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue
    if (node.tagName === 'slot') slots.push(node)
    for (const child of node.childNodes.toReversed()) waiting.push(child)
  }
  return slots
}
