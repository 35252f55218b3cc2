/**
 * What stands in a node's element until it is drawn: its words, with the texts as they are when it is (what was found in a
 * quote is painted by them). Quotes far out of sight of a long draft are not drawn before they come near.
 */
export function undrawn(className: string, texts: readonly string[]): HTMLElement {
  const words = document.createElement('bdi')
  words.className = className
  words.dataset['undrawn'] = ''
  for (const text of texts) words.append(text)
  return words
}

export function removeUndrawn(element: HTMLElement): void {
  for (const child of Array.from(element.children))
    if (child instanceof HTMLElement && child.dataset['undrawn'] === '') child.remove()
}
