import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  ElementNode,
  isHTMLElement,
  type DOMConversion,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical'
import type { ReactNode } from 'react'

const label = createState('label', { parse: (value) => (typeof value === 'string' ? value : '') })
const STATES = [{ flat: true, stateConfig: label }]

/** A footnote's body, at the end of the brief. */
export class FootnoteNode extends ElementNode {
  override $config() {
    return this.config('footnote', {
      extends: ElementNode,
      stateConfigs: STATES,
      importDOM: { div: (element) => named(element.dataset['verbatimFootnote'], $makeFootnote) },
    })
  }

  getLabel(): string {
    return $getState(this, label)
  }

  setLabel(name: string): this {
    return $setState(this, label, name)
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

  /** With its number, for other programs; a paste here leaves that out. */
  override exportDOM(): DOMExportOutput {
    const element = document.createElement('div')
    element.dataset['verbatimFootnote'] = this.getLabel()
    const number = document.createElement('sup')
    number.dataset['verbatimNumber'] = ''
    number.textContent = `${this.getLabel()} `
    return {
      element,
      after: (written) => {
        if (isHTMLElement(written)) (written.querySelector('p') ?? written).prepend(number)
        return null
      },
    }
  }

  override isShadowRoot(): true {
    return true
  }
}

/** The place of a footnote in the text. */
export class FootnoteReferenceNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('footnote-reference', {
      extends: DecoratorNode,
      stateConfigs: STATES,
      importDOM: { sup: (element) => named(element.dataset['verbatimNote'], $makeReference) },
    })
  }

  getLabel(): string {
    return $getState(this, label)
  }

  setLabel(name: string): this {
    return $setState(this, label, name)
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
    element.dataset['verbatimNote'] = this.getLabel()
    element.textContent = this.getLabel()
    return { element }
  }

  /** Its number is not the node's to know: it is set on the element, and drawn from there. */
  override decorate(): ReactNode {
    return null
  }
}

/** What a copied element with a label becomes; others are not ours. */
const named = (name: string | undefined, $make: (name: string) => LexicalNode): DOMConversion | null =>
  name === undefined || name === '' ? null : { conversion: () => ({ node: $make(name) }), priority: 2 }

export const $makeFootnote = (name: string): FootnoteNode => $setState($create(FootnoteNode), label, name)

export const $makeReference = (name: string): FootnoteReferenceNode =>
  $setState($create(FootnoteReferenceNode), label, name)
