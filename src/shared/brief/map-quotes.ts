import type { BriefNode, LinkedQuote } from './nodes.ts'
import { upgrade, type BriefState } from './state.ts'

/** A brief with each linked quote as `change` gives it, checked as a stored one is. */
export const mapQuotes = (state: BriefState, change: (quote: LinkedQuote) => LinkedQuote): BriefState =>
  upgrade({ ...state, root: mapNode(state.root, change) })

function mapNode(node: BriefNode, change: (quote: LinkedQuote) => LinkedQuote): unknown {
  if (node.type === 'linked-quote' || node.type === 'linked-quote-block') return { ...node, ...change(node) }
  if (!('children' in node)) return node
  return { ...node, children: node.children.map((child: BriefNode) => mapNode(child, change)) }
}
