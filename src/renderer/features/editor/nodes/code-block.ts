import {
  $create,
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getState,
  $setState,
  createState,
  ElementNode,
  type DOMConversionOutput,
  type RangeSelection,
} from 'lexical'

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const language = createState('language', { parse: textOrNull })
const meta = createState('meta', { parse: textOrNull })

/** Lines of code. A line break inside stays inside; Enter on an empty last line leaves it. */
export class CodeBlockNode extends ElementNode {
  override $config() {
    return this.config('code', {
      extends: ElementNode,
      stateConfigs: [language, meta].map((stateConfig) => ({ flat: true, stateConfig })),
      importDOM: { pre: () => ({ conversion: $fromElement, priority: 1 }) },
    })
  }

  getLanguage(): string | null {
    return $getState(this, language)
  }

  /** A language is one word: what stands after it in a fence is `meta`. Empty is none. */
  setLanguage(words: string): this {
    const [word = ''] = words.trim().split(/[\s`]/u)
    return $setState(this, language, word === '' ? null : word)
  }

  getMeta(): string | null {
    return $getState(this, meta)
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('pre')
    element.className = 'code-block'
    element.spellcheck = false
    name(element, this.getLanguage())
    return element
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    if (previous.getLanguage() !== this.getLanguage()) name(element, this.getLanguage())
    return false
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection = true) {
    const paragraph = $createParagraphNode()
    this.insertAfter(paragraph, restoreSelection)
    return paragraph
  }

  override collapseAtStart(): boolean {
    if (!this.isEmpty()) return false
    const paragraph = $createParagraphNode()
    this.replace(paragraph)
    paragraph.select()
    return true
  }
}

function name(element: HTMLElement, words: string | null): void {
  if (words === null) delete element.dataset['language']
  else element.dataset['language'] = words
}

/** What other programs copy as preformatted: its lines as they stand. */
function $fromElement(element: HTMLElement): DOMConversionOutput {
  const text = (element.textContent ?? '').replaceAll(/\r\n?/gu, '\n').replace(/\n$/u, '')
  const lines = text
    .split('\n')
    .flatMap((line, at) => [
      ...(at > 0 ? [$createLineBreakNode()] : []),
      ...(line === '' ? [] : [$createTextNode(line)]),
    ])
  return { node: $makeCodeBlock(null).append(...lines), after: () => [], forChild: () => null }
}

export const $makeCodeBlock = (words: string | null): CodeBlockNode => {
  const code = $create(CodeBlockNode)
  return words === null ? code : code.setLanguage(words)
}
