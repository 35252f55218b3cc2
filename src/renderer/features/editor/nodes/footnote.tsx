import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  ElementNode,
  type DOMExportOutput,
} from 'lexical'
import type { ReactNode } from 'react'

const label = createState('label', { parse: (value) => (typeof value === 'string' ? value : '') })
const STATES = [{ flat: true, stateConfig: label }]

/** A footnote's body, at the end of the brief. */
export class FootnoteNode extends ElementNode {
  override $config() {
    return this.config('footnote', { extends: ElementNode, stateConfigs: STATES })
  }

  getLabel(): string {
    return $getState(this, label)
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'footnote'
    element.dataset['label'] = this.getLabel()
    return element
  }

  override updateDOM(previous: this): boolean {
    return previous.getLabel() !== this.getLabel()
  }

  override isShadowRoot(): true {
    return true
  }
}

/** The place of a footnote in the text. */
export class FootnoteReferenceNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('footnote-reference', { extends: DecoratorNode, stateConfigs: STATES })
  }

  getLabel(): string {
    return $getState(this, label)
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('sup')
    element.className = 'footnote-reference'
    element.title = this.getLabel()
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): true {
    return true
  }

  override getTextContent(): string {
    return `[^${this.getLabel()}]`
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('sup')
    element.textContent = this.getLabel()
    return { element }
  }

  /** Its number is not the node's to know: it is set on the element, and drawn from there. */
  override decorate(): ReactNode {
    return null
  }
}

export const $makeFootnote = (name: string): FootnoteNode => $setState($create(FootnoteNode), label, name)

export const $makeReference = (name: string): FootnoteReferenceNode =>
  $setState($create(FootnoteReferenceNode), label, name)
