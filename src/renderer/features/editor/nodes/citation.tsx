import { $create, $getState, $setState, createState, DecoratorNode, type DOMExportOutput } from 'lexical'
import type { ReactNode } from 'react'
import type { CitationItem } from '../../../../shared/brief/nodes.ts'
import { citationText } from './citation-text.ts'
import { CitationInDraft } from '../CitationInDraft.tsx'
import { undrawn } from './undrawn.ts'

const items = createState('items', {
  parse: (value) => (Array.isArray(value) ? (value as readonly CitationItem[]) : []),
})

/** A reference to sources; taken and left as one. */
export class CitationNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('citation', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: items }],
    })
  }

  getItems(): readonly CitationItem[] {
    return $getState(this, items)
  }

  setItems(value: readonly CitationItem[]): this {
    return $setState(this, items, value)
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'citation-node'
    element.append(undrawn('cite', [this.getTextContent()]))
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): true {
    return true
  }

  override getTextContent(): string {
    return citationText(this.getItems())
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('span')
    element.textContent = this.getTextContent()
    return { element }
  }

  override decorate(): ReactNode {
    return <CitationInDraft nodeKey={this.getKey()} items={this.getItems()} />
  }
}

export const $makeCitation = (cited: readonly CitationItem[]): CitationNode =>
  $create(CitationNode).setItems(cited)
