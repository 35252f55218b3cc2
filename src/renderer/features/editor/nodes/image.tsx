import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMConversion,
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
      importDOM: { span: $conversion },
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

  /** Other programs get its description, and another brief the image: its bytes are not in the clipboard. */
  override exportDOM(): DOMExportOutput {
    const { blob: stored, address: at, alt: words } = this.getStored()
    const element = imageElement(at ?? '', words)
    if (stored !== null) element.dataset['verbatimBlob'] = stored
    return { element }
  }

  override decorate(): ReactNode {
    return <ImageInDraft nodeKey={this.getKey()} image={this.getStored()} />
  }
}

/**
 * A picture of a page that was copied, in a form that stands among words as words do: around an `img` the spaces would
 * be lost.
 */
export function imageElement(at: string, words: string): HTMLElement {
  const element = document.createElement('span')
  element.dataset['verbatimImage'] = at
  element.textContent = words === '' ? 'image' : words
  element.dataset['alt'] = words
  return element
}

const BLOB = /^[0-9a-f]{64}$/u

function $conversion({ dataset }: HTMLElement): DOMConversion | null {
  const { verbatimBlob = '', verbatimImage = '', alt: words = '' } = dataset
  const stored = BLOB.test(verbatimBlob) ? verbatimBlob : null
  const at = stored === null ? safeLink(verbatimImage, null) : null
  if (stored === null && at === null) return null
  const $node = (): DOMConversionOutput => ({
    node: $setState($setState($create(ImageNode), blob, stored), address, at).setAlt(words),
    after: () => [],
    forChild: () => null,
  })
  return { conversion: $node, priority: 4 }
}

export const $makeImage = (stored: string): ImageNode => $setState($create(ImageNode), blob, stored)
