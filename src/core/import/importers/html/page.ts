import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { html, parse } from 'parse5'
import { append } from '../../append.ts'
import { ShadowTrees } from './shadow-trees.ts'
import { withoutLongData, type Shortened } from './long-data.ts'

/** An element of a saved page: HTML's namespace only. Offsets are UTF-16 into the decoded page, -1 when implied. */
export interface PageElement {
  readonly kind: 'element'
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: PageNode[]
  readonly start: number
  readonly end: number
}

export interface PageText {
  readonly kind: 'text'
  readonly value: string
}

export type PageNode = PageElement | PageText

/** A parsed page. Scripts, styles, SVG and MathML are not in `root`. */
export interface Page {
  readonly root: PageElement
  /** Every element of `root`, in document order. */
  readonly elements: readonly PageElement[]
  readonly byId: ReadonlyMap<string, PageElement>
  /** Contents of the page's JSON-LD scripts. */
  readonly linkedData: readonly string[]
  /** Contents of the page's style sheets. */
  readonly styles: readonly string[]
  /** Where the browser that saved the page said it was, or null. */
  readonly savedFrom: string | null
  /** True for what was selected in a page and copied: all of it is meant. */
  readonly selected: boolean
}

/** Elements below this depth hang on the last ancestor above it, as in browsers. */
const DEEPEST = 256
const NEVER_SHOWN = new Set([
  'style',
  'template',
  'noscript',
  'noframes',
  'object',
  'embed',
  'applet',
  'iframe',
  'frame',
  'frameset',
  'canvas',
  'audio',
  'video',
])
/** As Internet Explorer and its heirs say it, and as SingleFile does. */
const SAVED_FROM = /^\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)/

interface Pending {
  readonly node: Tree.ChildNode
  readonly parent: PageElement
  readonly depth: number
}

/** Parses by the HTML standard's tree construction. Iterative: no depth of nesting overflows. */
export function parsePage(source: string): Page {
  const short = withoutLongData(source)
  const tree = parse(short.source, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  const root: PageElement = {
    kind: 'element',
    name: '#root',
    attributes: new Map(),
    children: [],
    start: 0,
    end: source.length,
  }
  const trees = new ShadowTrees()
  const elements: PageElement[] = []
  const byId = new Map<string, PageElement>()
  const linkedData: string[] = []
  const styles: string[] = []
  let savedFrom: string | null = null
  let selected = false
  const waiting: Pending[] = []
  push(waiting, tree.childNodes, root, 0)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent, depth } = next
    if (node.nodeName === '#text' && 'value' in node)
      parent.children.push({ kind: 'text', value: short.restored(node.value) })
    else if (node.nodeName === '#comment' && 'data' in node) {
      savedFrom ??= SAVED_FROM.exec(node.data)?.[1] ?? null
      selected ||= opensSelection(node)
    } else if ('tagName' in node && node.tagName === 'script')
      append(linkedData, linkedDataOf(node).map(short.restored))
    else if ('tagName' in node && node.tagName === 'style') styles.push(short.restored(contentOf(node)))
    else if (isShown(node)) {
      const element = elementOf(node, short)
      parent.children.push(element)
      elements.push(element)
      const id =
        element.attributes.get('id') ?? (element.name === 'a' ? element.attributes.get('name') : undefined)
      if (id !== undefined && !byId.has(id)) byId.set(id, element)
      push(waiting, trees.shownChildren(node), depth < DEEPEST ? element : parent, depth + 1)
    }
  }
  return { root, elements, byId, linkedData, styles, savedFrom, selected }
}

/** The mark of a clipboard, first in the body; deeper in a page it is left over from somebody's pasting. */
const opensSelection = ({ data, parentNode }: Tree.CommentNode): boolean =>
  data.trim() === 'StartFragment' &&
  parentNode?.nodeName === 'body' &&
  parentNode.childNodes.find(({ nodeName }) => nodeName !== '#text')?.nodeName === '#comment'

function push(
  waiting: Pending[],
  nodes: readonly Tree.ChildNode[],
  parent: PageElement,
  depth: number,
): void {
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index]
    if (node !== undefined) waiting.push({ node, parent, depth })
  }
}

const isShown = (node: Tree.ChildNode): node is Tree.Element =>
  'tagName' in node && node.namespaceURI === html.NS.HTML && !NEVER_SHOWN.has(node.tagName)

function elementOf(node: Tree.Element, { restored, originalOffset }: Shortened): PageElement {
  const place = node.sourceCodeLocation
  return {
    kind: 'element',
    name: /^[a-z][a-z0-9-]*$/.test(node.tagName) ? node.tagName : 'span',
    attributes: new Map(node.attrs.map(({ name, value }) => [name, restored(value)])),
    children: [],
    start: place ? originalOffset(place.startOffset) : -1,
    end: place ? originalOffset(place.endOffset) : -1,
  }
}

function linkedDataOf(script: Tree.Element): string[] {
  const type = script.attrs.find(({ name }) => name === 'type')?.value ?? ''
  if (!/^application\/ld\+json\b/i.test(type.trim())) return []
  return [contentOf(script)]
}

const contentOf = (element: Tree.Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')

/** The words inside an element, white space as it stands. */
export function wordsOf(element: PageElement): string {
  const words: string[] = []
  const waiting: PageNode[] = [element]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'text') words.push(node.value)
    else append(waiting, node.children.toReversed())
  }
  return words.join('')
}

/** The first element of a name, in document order. */
export const firstNamed = (page: Page, name: string): PageElement | null =>
  page.elements.find((element) => element.name === name) ?? null

/** The elements inside an element, itself first, in document order. */
export function* descendants(element: PageElement): Generator<PageElement> {
  const waiting: PageElement[] = [element]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next
    for (const child of next.children.toReversed()) if (child.kind === 'element') waiting.push(child)
  }
}
