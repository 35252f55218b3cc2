import { $getState, createState, DecoratorNode } from 'lexical'
import type { ReactNode } from 'react'
import { Icon } from '../../../ui/Icon.tsx'
import { t } from '../../../app/strings/catalogue.ts'
import type { ImageNode as StoredImage } from '../../../../shared/brief/nodes.ts'

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const blob = createState('blob', { parse: textOrNull })
const address = createState('address', { parse: textOrNull })
const alt = createState('alt', { parse: (value) => (typeof value === 'string' ? value : '') })
const title = createState('title', { parse: textOrNull })

/** A picture of an imported draft. Its place and words are kept; nothing is fetched to show it. */
export class ImageNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('image', {
      extends: DecoratorNode,
      stateConfigs: [blob, address, alt, title].map((stateConfig) => ({ flat: true, stateConfig })),
    })
  }

  getStored(): StoredImage {
    return {
      type: 'image',
      version: 1,
      blob: $getState(this, blob),
      address: $getState(this, address),
      alt: $getState(this, alt),
      title: $getState(this, title),
    }
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

  override decorate(): ReactNode {
    const words = $getState(this, alt)
    return (
      <span role="img" aria-label={t.editor.image(words)} title={$getState(this, address) ?? undefined}>
        <Icon name="note" size="s" /> {t.editor.image(words)}
      </span>
    )
  }
}
