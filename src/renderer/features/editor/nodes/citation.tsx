import { $getState, $setState, createState, DecoratorNode, type DOMExportOutput } from 'lexical'
import type { ReactNode } from 'react'
import type { CitationItem } from '../../../../shared/brief/nodes.ts'

const items = createState('items', {
  parse: (value) => (Array.isArray(value) ? (value as readonly CitationItem[]) : []),
})

/** `[see @one, p. 3]`, as it is written. */
function citationText(cited: readonly CitationItem[]): string {
  const parts = cited.map(({ citekey, locator, prefix, suffix, suppressAuthor }) => {
    const before = prefix === '' ? '' : `${prefix} `
    return `${before}${suppressAuthor ? '-' : ''}@${citekey}${locator === null ? '' : `, ${locator}`}${suffix}`
  })
  return `[${parts.join('; ')}]`
}

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
    return <bdi>{citationText(this.getItems())}</bdi>
  }
}
