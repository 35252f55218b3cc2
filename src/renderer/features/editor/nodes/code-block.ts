import { $createParagraphNode, $getState, createState, ElementNode, type RangeSelection } from 'lexical'

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const language = createState('language', { parse: textOrNull })
const meta = createState('meta', { parse: textOrNull })

/** Lines of code. A line break inside stays inside; Enter on an empty last line leaves it. */
export class CodeBlockNode extends ElementNode {
  override $config() {
    return this.config('code', {
      extends: ElementNode,
      stateConfigs: [language, meta].map((stateConfig) => ({ flat: true, stateConfig })),
    })
  }

  getLanguage(): string | null {
    return $getState(this, language)
  }

  getMeta(): string | null {
    return $getState(this, meta)
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('pre')
    element.className = 'code-block'
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection = true) {
    const paragraph = $createParagraphNode()
    this.insertAfter(paragraph, restoreSelection)
    return paragraph
  }
}
