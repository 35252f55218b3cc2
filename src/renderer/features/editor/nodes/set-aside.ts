import { $create, ElementNode } from 'lexical'

/** Words in quotation marks that the author says are no quotation. They are typed into like any others. */
export class SetAsideNode extends ElementNode {
  override $config() {
    return this.config('set-aside', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'set-aside'
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): true {
    return true
  }

  override canBeEmpty(): false {
    return false
  }

  override canInsertTextBefore(): false {
    return false
  }

  override canInsertTextAfter(): false {
    return false
  }
}

export const $makeSetAside = (): SetAsideNode => $create(SetAsideNode)
