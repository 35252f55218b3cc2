/*
 * As much of a document as Readability asks of one, as plain objects. A whole
 * document model keeps listeners, live styles and attribute nodes for every
 * element, which takes longer and more memory than the search for the article.
 * It answers as linkedom does, word for word: class names come without repeats,
 * style rules by their names as written.
 */

/** Readability wants to begin anew, from markup: for that a whole document model is needed. */
export class BeginsAnew extends Error {}

type Child = LightElement | LightText
type Parent = LightElement | LightDocument

abstract class LightNode {
  parentNode: Parent | null = null
  previousSibling: Child | null = null
  nextSibling: Child | null = null
  abstract readonly nodeType: number
  abstract readonly textContent: string

  get nextElementSibling(): LightElement | null {
    let next = this.nextSibling
    while (next instanceof LightText) next = next.nextSibling
    return next
  }

  get previousElementSibling(): LightElement | null {
    let previous = this.previousSibling
    while (previous instanceof LightText) previous = previous.previousSibling
    return previous
  }
}

const NO_CHILDREN: readonly Child[] = []

export class LightText extends LightNode {
  readonly nodeType = 3
  readonly nodeName = '#text'
  readonly textContent: string
  readonly childNodes: readonly Child[] = NO_CHILDREN

  constructor(value: string) {
    super()
    this.textContent = value
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

abstract class LightParent extends LightNode {
  firstChild: Child | null = null
  lastChild: Child | null = null

  get childNodes(): readonly Child[] {
    const nodes: Child[] = []
    for (let child = this.firstChild; child !== null; child = child.nextSibling) nodes.push(child)
    return nodes
  }

  get children(): readonly LightElement[] {
    const elements: LightElement[] = []
    for (let child = this.firstElementChild; child !== null; child = child.nextElementSibling)
      elements.push(child)
    return elements
  }

  get firstElementChild(): LightElement | null {
    return this.firstChild instanceof LightText ? this.firstChild.nextElementSibling : this.firstChild
  }

  get textContent(): string {
    const words: string[] = []
    gatherWords(this, words)
    return words.join('')
  }

  /** Read to begin anew from it; see the setter. */
  get innerHTML(): string {
    return ''
  }

  set innerHTML(_markup: string) {
    throw new BeginsAnew()
  }

  getElementsByTagName(name: string): readonly LightElement[] {
    return this.#named(new Set([name.toUpperCase()]))
  }

  /** Of names of elements with commas between: Readability asks for nothing else. */
  querySelectorAll(names: string): readonly LightElement[] {
    return this.#named(new Set(names.toUpperCase().split(',')))
  }

  appendChild(this: Parent & LightParent, child: Child): Child {
    return this.insertBefore(child, null)
  }

  insertBefore(this: Parent & LightParent, child: Child, next: Child | null): Child {
    if (child === next) return child
    child.remove()
    const previous = next === null ? this.lastChild : next.previousSibling
    child.parentNode = this
    child.previousSibling = previous
    child.nextSibling = next
    if (previous === null) this.firstChild = child
    else previous.nextSibling = child
    if (next === null) this.lastChild = child
    else next.previousSibling = child
    return child
  }

  replaceChild(this: Parent & LightParent, child: Child, replaced: Child): Child {
    const next = replaced.nextSibling
    replaced.remove()
    this.insertBefore(child, next)
    return replaced
  }

  removeChild(child: Child): Child {
    const { previousSibling, nextSibling } = child
    if (previousSibling === null) this.firstChild = nextSibling
    else previousSibling.nextSibling = nextSibling
    if (nextSibling === null) this.lastChild = previousSibling
    else nextSibling.previousSibling = previousSibling
    child.parentNode = null
    child.previousSibling = null
    child.nextSibling = null
    return child
  }

  #named(names: ReadonlySet<string>): readonly LightElement[] {
    const found: LightElement[] = []
    gatherNamed(this, names, found)
    return found
  }
}

function gatherWords(parent: LightParent, words: string[]): void {
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (child instanceof LightText) words.push(child.textContent)
    else gatherWords(child, words)
  }
}

function gatherNamed(parent: LightParent, names: ReadonlySet<string>, found: LightElement[]): void {
  for (let child = parent.firstElementChild; child !== null; child = child.nextElementSibling) {
    if (names.has(child.tagName)) found.push(child)
    gatherNamed(child, names, found)
  }
}

interface LightAttribute {
  readonly name: string
  readonly value: string
  readonly cloneNode: () => LightAttribute
}

export class LightElement extends LightParent {
  readonly nodeType = 1
  readonly ownerDocument: LightDocument
  readonly localName: string
  readonly tagName: string
  /** Readability keeps its score here. */
  readability: unknown = undefined
  readonly #attributes = new Map<string, string>()

  constructor(ownerDocument: LightDocument, name: string) {
    super()
    this.ownerDocument = ownerDocument
    this.localName = name
    this.tagName = name.toUpperCase()
  }

  get nodeName(): string {
    return this.tagName
  }

  get className(): string {
    return this.#attributes.get('class') ?? ''
  }

  set className(value: string) {
    this.setAttribute('class', value)
  }

  get id(): string {
    return this.#attributes.get('id') ?? ''
  }

  set id(value: string) {
    this.setAttribute('id', value)
  }

  get src(): string | undefined {
    return this.tagName === 'IMG' ? (this.#attributes.get('src') ?? '') : undefined
  }

  get attributes(): readonly LightAttribute[] {
    return Array.from(this.#attributes, ([name, value]) => {
      const attribute: LightAttribute = { name, value, cloneNode: () => attribute }
      return attribute
    })
  }

  /** Null where there are no rules. */
  get style(): { readonly display: string; readonly visibility: string } | null {
    const rules = this.#attributes.get('style')
    return rules === undefined ? null : styleOf(rules)
  }

  getAttribute(name: string): string | null {
    return name === 'class' ? this.className : (this.#attributes.get(name) ?? null)
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name)
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, name === 'class' ? withoutRepeats(value) : value)
  }

  setAttributeNode({ name, value }: LightAttribute): void {
    this.setAttribute(name, value)
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name)
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

function withoutRepeats(names: string): string {
  if (!/\s/.test(names)) return names
  return [...new Set(names.split(/\s+/).filter((name) => name !== ''))].join(' ')
}

function styleOf(rules: string): { readonly display: string; readonly visibility: string } {
  const values = new Map<string, string>()
  for (const rule of rules.split(/\s*;\s*/)) {
    const colon = rule.indexOf(':')
    const value = rule.slice(colon + 1).trim()
    if (colon > 0 && value !== '') values.set(rule.slice(0, colon).trim(), value)
  }
  return { display: values.get('display') ?? '', visibility: values.get('visibility') ?? '' }
}

export class LightDocument extends LightParent {
  readonly nodeType = 9
  readonly title: string
  readonly documentElement: LightElement
  readonly head: LightElement
  readonly body: LightElement
  /** Addresses are not looked at afterwards. */
  readonly baseURI = 'about:blank'
  readonly documentURI = 'about:blank'

  constructor(title: string) {
    super()
    this.title = title
    this.documentElement = this.createElement('html')
    this.head = this.createElement('head')
    this.body = this.createElement('body')
    const heading = this.createElement('title')
    heading.appendChild(this.createTextNode(title))
    this.head.appendChild(heading)
    this.documentElement.appendChild(this.head)
    this.documentElement.appendChild(this.body)
    this.appendChild(this.documentElement)
  }

  createElement(name: string): LightElement {
    return new LightElement(this, name)
  }

  createTextNode(value: string): LightText {
    return new LightText(value)
  }

  /** It stands in nothing. */
  remove(): void {
    this.parentNode = null
  }
}
