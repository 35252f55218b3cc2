import {
  $create,
  DecoratorNode,
  type DOMConversion,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalNode,
} from 'lexical'
import type { ReactNode } from 'react'
import type { LinkedQuote } from '../../../../shared/brief/nodes.ts'
import { quoteWords } from '../../../../shared/brief/quote-words.ts'
import { quoteElement, quoteIn } from '../clipboard/quote-dom.ts'
import { QuoteInDraft } from '../QuoteInDraft.tsx'
import { marked, marksWorkedIn } from './marks.ts'
import { $quoteOf, $setQuote, QUOTE_STATES } from './quote-state.ts'
import { undrawn } from './undrawn.ts'

/** A quote inside a line. Its words come from a passage: the caret goes around them, never in. */
export class LinkedQuoteNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('linked-quote', {
      extends: DecoratorNode,
      stateConfigs: QUOTE_STATES,
      importDOM: { span: (element) => quoteConversion(element, $makeQuote) },
    })
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    return $element(this, 'span')
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): true {
    return true
  }

  override getTextContent(): string {
    return marked(quoteWords($quoteOf(this)))
  }

  override exportDOM(): DOMExportOutput {
    return { element: quoteElement($quoteOf(this), false) }
  }

  override decorate(): ReactNode {
    return <QuoteInDraft nodeKey={this.getKey()} quote={$quoteOf(this)} block={false} />
  }
}

/** A quote that is a paragraph of its own. */
export class LinkedQuoteBlockNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('linked-quote-block', {
      extends: DecoratorNode,
      stateConfigs: QUOTE_STATES,
      importDOM: { blockquote: (element) => quoteConversion(element, $makeBlockQuote) },
    })
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    return $element(this, 'div')
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): false {
    return false
  }

  override getTextContent(): string {
    return marked(quoteWords($quoteOf(this)))
  }

  override exportDOM(): DOMExportOutput {
    return { element: quoteElement($quoteOf(this), true) }
  }

  override decorate(): ReactNode {
    return <QuoteInDraft nodeKey={this.getKey()} quote={$quoteOf(this)} block />
  }
}

/** Until it is drawn it shows its words. */
function $element(node: LexicalNode, tag: 'span' | 'div'): HTMLElement {
  const element = document.createElement(tag)
  element.className = 'quote-node'
  const { open, close } = marksWorkedIn()
  element.append(undrawn('q', [open, quoteWords($quoteOf(node)), close]))
  return element
}

/** A quote that comes back from the clipboard; anything else of that name is another node's. */
function quoteConversion(
  element: HTMLElement,
  make: (quote: LinkedQuote) => LexicalNode,
): DOMConversion | null {
  const quote = quoteIn(element)
  if (quote === null) return null
  return { conversion: () => ({ node: make(quote), after: () => [] }), priority: 4 }
}

export type QuoteNode = LinkedQuoteNode | LinkedQuoteBlockNode

export const $makeQuote = (quote: LinkedQuote): LinkedQuoteNode => $setQuote($create(LinkedQuoteNode), quote)

export const $makeBlockQuote = (quote: LinkedQuote): LinkedQuoteBlockNode =>
  $setQuote($create(LinkedQuoteBlockNode), quote)

export const isQuote = (node: LexicalNode | null | undefined): node is QuoteNode =>
  node instanceof LinkedQuoteNode || node instanceof LinkedQuoteBlockNode
