import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { html, parse } from 'parse5'
import { append } from '../../append.ts'
import { Formulas, type Formula } from './math.ts'
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
  const builder = new PageBuilder(short, source.length)
  const waiting: Pending[] = []
  push(waiting, tree.childNodes, builder.root, 0)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent, depth } = next
    const inside = builder.take(node, parent)
    if (inside !== null && 'tagName' in node)
      push(waiting, builder.trees.shownChildren(node), depth < DEEPEST ? inside : parent, depth + 1)
  }
  return builder.page()
}

/** Gathers what nodes of a parsed tree give to a page. */
class PageBuilder {
  readonly root: PageElement
  readonly trees = new ShadowTrees()
  readonly #short: Shortened
  readonly #formulas = new Formulas()
  readonly #elements: PageElement[] = []
  readonly #byId = new Map<string, PageElement>()
  readonly #linkedData: string[] = []
  readonly #styles: string[] = []
  #savedFrom: string | null = null
  #selected = false

  /** `length` is that of the whole source, in UTF-16 units. */
  constructor(short: Shortened, length: number) {
    this.#short = short
    this.root = { kind: 'element', name: '#root', attributes: new Map(), children: [], start: 0, end: length }
  }

  page(): Page {
    return {
      root: this.root,
      elements: this.#elements,
      byId: this.#byId,
      linkedData: this.#linkedData,
      styles: this.#styles,
      savedFrom: this.#savedFrom,
      selected: this.#selected,
    }
  }

  /** Takes a node in below `parent`; the element that its children belong to, or null where they are not shown. */
  take(node: Tree.ChildNode, parent: PageElement): PageElement | null {
    const { restored } = this.#short
    if (node.nodeName === '#text' && 'value' in node)
      parent.children.push({ kind: 'text', value: restored(node.value) })
    else if (node.nodeName === '#comment' && 'data' in node) {
      this.#savedFrom ??= SAVED_FROM.exec(node.data)?.[1] ?? null
      this.#selected ||= opensSelection(node)
    } else if ('tagName' in node) return this.#takeElement(node, parent)
    return null
  }

  #takeElement(node: Tree.Element, parent: PageElement): PageElement | null {
    const { restored } = this.#short
    const formula = this.#formulas.of(node)
    if (formula !== null) {
      if (formula.words !== '') this.#add(formulaElement(node, formula, this.#short), parent)
    } else if (node.tagName === 'script') append(this.#linkedData, linkedDataOf(node).map(restored))
    else if (node.tagName === 'style') this.#styles.push(restored(contentOf(node)))
    else if (node.tagName === 'noscript') return this.#takeTwin(node, parent)
    else if (isShown(node)) return this.#add(elementOf(node, this.#short), parent)
    return null
  }

  /** A page that loads its pictures late shows them in `noscript` too, beside a stand-in or alone. */
  #takeTwin(node: Tree.Element, parent: PageElement): PageElement | null {
    const image = onlyImage(node)
    if (image === null) return null
    const before = parent.children.findLast((child) => child.kind === 'element' || child.value.trim() !== '')
    if (before?.kind !== 'element' || before.name !== 'img')
      return this.#add({ ...elementOf(node, this.#short), name: 'span' }, parent)
    const twin = elementOf(image, this.#short).attributes
    const more = ['src', 'srcset'].flatMap((name): [string, string][] => {
      const address = twin.get(name)
      return address === undefined ? [] : [[name === 'src' ? 'data-noscript-src' : 'data-srcset', address]]
    })
    const attributes = new Map([...twin, ...before.attributes, ...more])
    parent.children[parent.children.lastIndexOf(before)] = { ...before, attributes }
    return null
  }

  #add(element: PageElement, parent: PageElement): PageElement {
    parent.children.push(element)
    this.#elements.push(element)
    const id =
      element.attributes.get('id') ?? (element.name === 'a' ? element.attributes.get('name') : undefined)
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, element)
    return element
  }
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

/** The picture that is all an element holds, and no counter of visits; or null. */
function onlyImage(element: Tree.Element): Tree.Element | null {
  let image: Tree.Element | null = null
  const waiting: Tree.ChildNode[] = [...element.childNodes]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node && node.value.trim() !== '') return null
    if (!('tagName' in node)) continue
    if (node.tagName === 'img') image = image === null && !isCounter(node) ? node : null
    else if (!AROUND_IMAGES.has(node.tagName)) return null
    if (node.tagName === 'img' && image === null) return null
    waiting.push(...node.childNodes)
  }
  return image
}

const AROUND_IMAGES = new Set(['a', 'div', 'figure', 'picture', 'source', 'span'])

const isCounter = ({ attrs }: Tree.Element): boolean =>
  attrs.some(
    ({ name, value }) =>
      ((name === 'width' || name === 'height') && /^[01](?:px)?$/.test(value.trim())) ||
      (name === 'style' && /display\s*:\s*none/i.test(value.slice(0, 500))),
  )

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

/** A formula as an element of its words alone. */
function formulaElement(node: Tree.Element, { words, display }: Formula, short: Shortened): PageElement {
  const { start, end } = elementOf(node, short)
  return {
    kind: 'element',
    name: display ? 'p' : 'span',
    attributes: new Map(),
    children: [{ kind: 'text', value: words }],
    start,
    end,
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
