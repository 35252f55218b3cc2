import {
  $create,
  $createTextNode,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMConversionOutput,
  type DOMExportOutput,
} from 'lexical'
import type { ReactNode } from 'react'
import type { ImageNode as StoredImage } from '../../../../shared/brief/nodes.ts'
import { safeLink } from '../../../../shared/document/link.ts'
import { ImageInDraft } from '../blocks/ImageInDraft.tsx'

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const blob = createState('blob', { parse: textOrNull })
const address = createState('address', { parse: textOrNull })
const alt = createState('alt', { parse: (value) => (typeof value === 'string' ? value : '') })
const title = createState('title', { parse: textOrNull })

/** A picture in a line. One of an imported draft keeps its place and words; nothing is fetched to show it. */
export class ImageNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('image', {
      extends: DecoratorNode,
      stateConfigs: [blob, address, alt, title].map((stateConfig) => ({ flat: true, stateConfig })),
      importDOM: { img: () => ({ conversion: $fromElement, priority: 1 }) },
    })
  }

  getStored(): StoredImage {
    const stored = $getState(this, blob)
    return {
      type: 'image',
      version: 1,
      blob: stored,
      // The stored form has exactly one of the two.
      address: stored === null ? ($getState(this, address) ?? '') : null,
      alt: $getState(this, alt),
      title: $getState(this, title),
    }
  }

  setAlt(words: string): this {
    return $setState(this, alt, words.replaceAll(/\s+/gu, ' ').trim())
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'image-node'
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): true {
    return true
  }

  override getTextContent(): string {
    return ''
  }

  /** Other programs get its description: its bytes are not in the clipboard. */
  override exportDOM(): DOMExportOutput {
    const element = document.createElement('span')
    element.textContent = $getState(this, alt)
    return { element }
  }

  override decorate(): ReactNode {
    return <ImageInDraft nodeKey={this.getKey()} image={this.getStored()} />
  }
}

/** A pasted picture keeps the address that it is at; where that leads nowhere, its words stay. */
function $fromElement(element: HTMLElement): DOMConversionOutput {
  const words = element.getAttribute('alt') ?? ''
  const at = safeLink(element.getAttribute('src') ?? '', null)
  if (at === null || at.startsWith('mailto:')) return { node: words === '' ? null : $createTextNode(words) }
  return { node: $setState($create(ImageNode), address, at).setAlt(words) }
}

export const $makeImage = (stored: string): ImageNode => $setState($create(ImageNode), blob, stored)
