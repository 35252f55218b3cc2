import type { BriefNode, ImageNode, LinkedQuote } from './nodes.ts'
import { upgrade, type BriefState } from './state.ts'

/** A brief with each linked quote as `change` gives it, checked as a stored one is. */
export const mapQuotes = (state: BriefState, change: (quote: LinkedQuote) => LinkedQuote): BriefState =>
  mapNodes(state, (node) =>
    node.type === 'linked-quote' || node.type === 'linked-quote-block' ? { ...node, ...change(node) } : node,
  )

/** The same of its images. */
export const mapImages = (state: BriefState, change: (image: ImageNode) => ImageNode): BriefState =>
  mapNodes(state, (node) => (node.type === 'image' ? change(node) : node))

const mapNodes = (state: BriefState, change: (node: BriefNode) => BriefNode): BriefState =>
  upgrade({ ...state, root: mapNode(state.root, change) })

function mapNode(given: BriefNode, change: (node: BriefNode) => BriefNode): unknown {
  const node = change(given)
  if (!('children' in node)) return node
  return { ...node, children: node.children.map((child: BriefNode) => mapNode(child, change)) }
}
