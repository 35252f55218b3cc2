import { element, joined, makeLines, makeParagraph, makeText } from './make.ts'
import type { Block, BriefNode, Inline, LinkedQuote, RootNode } from './nodes.ts'
import { quoteWords } from './quote-words.ts'

/** A tree in which the quotes that are not to be linked are typed ones: their words, in the marks that `marked` gives. */
export function plainQuotes(
  root: RootNode,
  isLinked: (quote: LinkedQuote) => boolean,
  marked: (words: string) => string,
): RootNode {
  const plain = (node: BriefNode): BriefNode => {
    if (node.type === 'linked-quote')
      return isLinked(node) ? node : makeText(marked(quoteWords(node).replaceAll(/\s+/gu, ' ')))
    if (node.type === 'linked-quote-block') return isLinked(node) ? node : typedBlock(node)
    if (!('children' in node)) return node
    const children = node.children.map(plain)
    const isLine = children.some(({ type }) => type === 'text')
    return { ...node, children: isLine ? joined(children as readonly Inline[]) : children } as BriefNode
  }
  return plain(root) as RootNode
}

/** A typed block quotation has no marks: it is one by being a block. */
const typedBlock = (quote: LinkedQuote): Block => ({
  ...element,
  type: 'quote',
  shadowRoot: true,
  children: quoteWords(quote)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => makeParagraph(makeLines(line))),
})
