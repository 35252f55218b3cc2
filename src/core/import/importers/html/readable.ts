import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Page, PageElement, PageNode } from './page.ts'
import { descendants, firstNamed, wordsOf } from './page.ts'

/** The part of linkedom's document model that is used here. */
interface DomNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly childNodes: Iterable<DomNode>
}
interface DomElement extends DomNode {
  readonly localName: string
  readonly getAttribute: (name: string) => string | null
  readonly setAttribute: (name: string, value: string) => void
  readonly appendChild: (node: DomNode) => void
}
interface DomDocument {
  readonly body: DomElement
  readonly head: DomElement
  readonly createElement: (name: string) => DomElement
  readonly createTextNode: (value: string) => DomNode
}

/** Ties an element of the copy to the page's own: the copy is rebuilt in the process. */
const INDEX = 'data-page-index'
const KEPT = new Set([
  'class',
  'id',
  'style',
  'role',
  'hidden',
  'aria-hidden',
  'aria-modal',
  'itemprop',
  'rel',
  'src',
  'href',
  'alt',
  'dir',
  'lang',
])
const MOST_ELEMENTS = 400_000

/**
 * The article's part of a page: the whole body of a plain page, else what
 * Readability finds, else the body without its furniture.
 */
export function articleOf(page: Page): PageElement {
  const body = firstNamed(page, 'body') ?? page.root
  if (isPlain(page)) return body
  const found = readable(page, body)
  return found !== null && wordsOf(found).trim() !== '' ? found : withoutFurniture(body)
}

const FURNITURE = new Set(['nav', 'aside', 'footer', 'form', 'button', 'select', 'dialog', 'menu', 'header'])
const MANY_LINKS = 0.3

/** A page of words and little else, such as a word processor writes: nothing has to be found in it. */
function isPlain(page: Page): boolean {
  if (page.elements.some(({ name }) => FURNITURE.has(name) || name === 'article' || name === 'main'))
    return false
  const body = firstNamed(page, 'body')
  if (body === null) return true
  let words = 0
  let linked = 0
  for (const element of descendants(body)) {
    if (element.name === 'div' && (element.attributes.has('class') || element.attributes.has('id')))
      return false
    if (element.name === 'a' && element.attributes.has('href')) linked += wordsOf(element).length
  }
  words = wordsOf(body).trim().length
  return linked <= words * MANY_LINKS
}

function readable(page: Page, body: PageElement): PageElement | null {
  if (page.elements.length > MOST_ELEMENTS) return null
  const document = copyOf(page, body)
  const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (element) => element,
  }).parse()
  return article?.content === null || article?.content === undefined
    ? null
    : pageElementOf(article.content as unknown as DomElement, page.elements)
}

/** A copy for Readability, which takes its document apart. Built node by node: nothing is parsed again. */
function copyOf(page: Page, body: PageElement): DomDocument {
  const window = parseHTML('<!doctype html><html><head></head><body></body></html>')
  const document = window.document as unknown as DomDocument
  const title = firstNamed(page, 'title')
  if (title !== null) {
    const copy = document.createElement('title')
    copy.appendChild(document.createTextNode(wordsOf(title)))
    document.head.appendChild(copy)
  }
  const indexes = new Map(page.elements.map((element, index) => [element, index]))
  const waiting: { from: PageNode; to: DomElement }[] = []
  const push = (nodes: readonly PageNode[], to: DomElement): void => {
    for (const from of nodes.toReversed()) waiting.push({ from, to })
  }
  push(body.children, document.body)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { from, to } = next
    if (from.kind === 'text') to.appendChild(document.createTextNode(from.value))
    else {
      const copy = document.createElement(from.name)
      for (const [name, value] of from.attributes) if (KEPT.has(name)) copy.setAttribute(name, value)
      copy.setAttribute(INDEX, String(indexes.get(from)))
      to.appendChild(copy)
      push(from.children, copy)
    }
  }
  return document
}

/** Readability's result as a page element again, with the page's own attributes and places. */
function pageElementOf(element: DomElement, elements: readonly PageElement[]): PageElement {
  const index = element.getAttribute(INDEX)
  const original = index === null ? undefined : elements[Number(index)]
  const children = Array.from(element.childNodes).flatMap((child): PageNode[] => {
    if (child.nodeType === 3) return [{ kind: 'text', value: child.nodeValue ?? '' }]
    return child.nodeType === 1 ? [pageElementOf(child as DomElement, elements)] : []
  })
  return {
    kind: 'element',
    name: element.localName.toLowerCase(),
    attributes: original?.attributes ?? new Map(),
    children,
    start: original?.start ?? -1,
    end: original?.end ?? -1,
  }
}

function withoutFurniture(element: PageElement): PageElement {
  const children = element.children
    .filter((child) => child.kind === 'text' || !(FURNITURE.has(child.name) || isHidden(child)))
    .map((child) => (child.kind === 'text' ? child : withoutFurniture(child)))
  return { ...element, children }
}

const isHidden = ({ attributes }: PageElement): boolean =>
  attributes.has('hidden') || /display\s*:\s*none/i.test(attributes.get('style') ?? '')
