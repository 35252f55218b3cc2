import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { BeginsAnew, LightDocument } from './light-dom.ts'
import type { PageElement, PageNode } from './page.ts'

/** The part of linkedom's document model that is used here. */
interface DomNode {
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
}
interface DomElement extends DomNode {
  readonly localName: string
  readonly getAttribute: (name: string) => string | null
  readonly setAttribute: (name: string, value: string) => void
  readonly appendChild: (node: DomNode) => unknown
}
export interface DomDocument {
  readonly body: DomElement
  readonly createElement: (name: string) => DomElement
  readonly createTextNode: (value: string) => DomNode
}

/** Ties an element of the copy to the page's own: the copy is rebuilt in the process. */
const INDEX = 'data-page-index'
const KEPT = new Set(['class', 'id', 'style', 'role', 'itemprop', 'rel', 'src', 'href', 'alt', 'dir', 'lang'])

/** What Readability finds in a body, as page elements with their own attributes and places; or null. */
export function readable(body: PageElement, title: string): PageElement | null {
  try {
    return readableIn(new LightDocument(title) as unknown as DomDocument, body)
  } catch (error) {
    if (!(error instanceof BeginsAnew)) throw error
    return readableIn(wholeDocument(title), body)
  }
}

export function readableIn(document: DomDocument, body: PageElement): PageElement | null {
  const originals: PageElement[] = []
  const article = new Readability(copyInto(document, body, originals), {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (element) => element,
  }).parse()
  return article?.content === null || article?.content === undefined
    ? null
    : pageElementOf(article.content, originals)
}

/** A document that can be read from markup, too. */
export function wholeDocument(title: string): DomDocument {
  const window = parseHTML('<!doctype html><html><head></head><body></body></html>')
  const document = window.document as unknown as DomDocument & { readonly head: DomElement }
  const heading = document.createElement('title')
  heading.appendChild(document.createTextNode(title))
  document.head.appendChild(heading)
  return document
}

/** A copy for Readability, which takes its document apart. Built node by node: nothing is parsed again. */
function copyInto(document: DomDocument, body: PageElement, originals: PageElement[]): DomDocument {
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
      for (const [name, value] of from.attributes)
        if (KEPT.has(name)) copy.setAttribute(name, shortened(value))
      // A picture that a page loads late has its address elsewhere, and Readability drops what has none.
      if (from.name === 'img' && !from.attributes.has('src')) copy.setAttribute('src', 'late')
      copy.setAttribute(INDEX, String(originals.push(from) - 1))
      to.appendChild(copy)
      push(from.children, copy)
    }
  }
  return document
}

/** Readability looks for words in attributes; the megabytes of a picture are not worth the search. */
const shortened = (value: string): string => (value.length > 2000 ? value.slice(0, 200) : value)

function pageElementOf(element: DomElement, originals: readonly PageElement[]): PageElement {
  const index = element.getAttribute(INDEX)
  const original = index === null ? undefined : originals[Number(index)]
  const children = Array.from(element.childNodes).flatMap((child): PageNode[] => {
    if (child.nodeType === 3) return [{ kind: 'text', value: child.textContent ?? '' }]
    return child.nodeType === 1 ? [pageElementOf(child as DomElement, originals)] : []
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
