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
 * Readability finds. It needs long paragraphs to go by: of a short page it
 * may find a fraction, and then the page's own `article` or `main`, else its
 * body, is taken without furniture.
 */
export function articleOf(page: Page): PageElement {
  const body = firstNamed(page, 'body') ?? page.root
  if (isPlain(page)) return body
  const found = readable(page, body)
  const container = containerOf(page)
  const whole = withoutFurniture(container ?? body, titlesOf(page))
  const length = lengthOf(whole)
  const share = (found === null ? 0 : lengthOf(found)) / Math.max(length, 1)
  return found !== null &&
    share > 0 &&
    (length > (container === null ? SHORT_BODY : SHORT_ARTICLE) || share >= FRACTION)
    ? found
    : whole
}

/** In UTF-16 units; tried on the corpora: higher bounds bring in what stands around longer articles. */
const SHORT_ARTICLE = 4000
const SHORT_BODY = 800
const FRACTION = 0.6

const lengthOf = (element: PageElement): number => wordsOf(element).replace(/\s+/g, ' ').trim().length

/** The one element that says it holds the article. */
function containerOf(page: Page): PageElement | null {
  const tests: readonly ((element: PageElement) => boolean)[] = [
    ({ attributes }) => /\barticleBody\b/.test(attributes.get('itemprop') ?? ''),
    ({ name }) => name === 'article',
    ({ name, attributes }) => name === 'main' || attributes.get('role') === 'main',
  ]
  for (const test of tests) {
    const found = page.elements.filter(test)
    if (found.length === 1 && found[0] !== undefined) return found[0]
  }
  return null
}

/** What a heading says that repeats the page's title: it is no part of the words, as in longer pages. */
function titlesOf(page: Page): ReadonlySet<string> {
  const title = firstNamed(page, 'title')
  const heading = firstNamed(page, 'h1')
  const words = heading === null ? '' : squeezed(heading)
  return new Set(title !== null && words !== '' && squeezed(title).includes(words) ? [words] : [])
}

const squeezed = (element: PageElement): string => wordsOf(element).replace(/\s+/g, ' ').trim()

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
  const article = new Readability(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (element) => element,
  }).parse()
  return article?.content === null || article?.content === undefined
    ? null
    : pageElementOf(article.content, page.elements)
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
      // A picture that a page loads late has its address elsewhere, and Readability drops what has none.
      if (from.name === 'img' && !from.attributes.has('src')) copy.setAttribute('src', 'late')
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

function withoutFurniture(element: PageElement, titles: ReadonlySet<string>): PageElement {
  const children = element.children
    .filter(
      (child) =>
        child.kind === 'text' || !(FURNITURE.has(child.name) || isHidden(child) || isHead(child, titles)),
    )
    .map((child) => (child.kind === 'text' ? child : withoutFurniture(child, titles)))
  return { ...element, children }
}

/** The headline and the byline, which are metadata. */
const isHead = (element: PageElement, titles: ReadonlySet<string>): boolean =>
  (element.name === 'h1' && titles.has(squeezed(element))) ||
  (/(?:^|[\s_-])byline(?:$|[\s_-])/i.test(element.attributes.get('class') ?? '') &&
    squeezed(element).length < 100)

const isHidden = ({ attributes }: PageElement): boolean =>
  attributes.has('hidden') || /display\s*:\s*none/i.test(attributes.get('style') ?? '')
