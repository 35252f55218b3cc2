import { append } from '../../append.ts'
import type { XmlElement, XmlNode } from '../../xml.ts'
import { elementsOf, wordsInside } from '../../xml.ts'
import type { PageElement, PageNode } from '../html/page.ts'
import { TITLE_CLASS } from '../office/title.ts'
import type { Styles } from './styles.ts'

/** What is no part of what a reader sees: deletions wait in `tracked-changes`, comments are annotations. */
const DROPPED = new Set(
  `tracked-changes annotation annotation-end forms event-listeners script sequence-decls variable-decls
  user-field-decls dde-connection-decls title desc covered-table-cell table-column table-columns
  table-of-content-source illustration-index-source table-index-source object-index-source user-index-source
  alphabetical-index-source bibliography-source alphabetical-index-auto-mark-file note-citation ruby-text
  calculation-settings table-header-columns shapes`.split(/\s+/),
)
const MOST_COLUMNS = 200
const MOST_SPACES = 100

/** Turns the body of an OpenDocument text into elements of a page. The tree it gets is of limited depth. */
export class OdtPage {
  readonly #styles: Styles
  #count = 0
  readonly #notes: PageElement[] = []
  /** Text boxes anchored in the paragraph that is being made: they stand behind it, not in its sentences. */
  #boxes: PageNode[] | null = null

  constructor(styles: Styles) {
    this.#styles = styles
  }

  /** The whole as an element; notes stand last. */
  of(body: XmlElement): PageElement {
    const children = this.#each(body.children, NO_LIST)
    return this.#element('div', [...children, ...this.#notes])
  }

  #element(
    name: string,
    children: PageNode[],
    attributes: Readonly<Record<string, string>> = {},
  ): PageElement {
    const start = this.#count
    this.#count += 1
    return {
      kind: 'element',
      name,
      attributes: new Map(Object.entries(attributes)),
      children,
      start,
      end: start,
    }
  }

  #each(nodes: readonly XmlNode[], list: Nested): PageNode[] {
    const made: PageNode[] = []
    for (const node of nodes) append(made, node.kind === 'text' ? [node] : this.#node(node, list))
    return made
  }

  #node(element: XmlElement, list: Nested): PageNode[] {
    const { name, attributes, children } = element
    const inner = (): PageNode[] => this.#each(children, NO_LIST)
    if (DROPPED.has(name) || attributes.get('text:is-hidden') === 'true') return []
    switch (name) {
      case 'h':
        return this.#withBoxes(() => this.#element(`h${String(levelOf(element))}`, inner()))
      case 'p':
        return this.#withBoxes(() => this.#paragraph(element))
      case 'list':
        return [this.#list(element, list)]
      case 'table':
        return [this.#element('table', this.#rows(element, 'td'))]
      case 'section':
      case 'text-box':
        return [this.#element('div', inner())]
      case 'span':
        return this.#span(element)
      case 'a':
        return [this.#element('a', inner(), { href: attributes.get('xlink:href') ?? '' })]
      case 's':
        return [{ kind: 'text', value: ' '.repeat(times(attributes.get('text:c'), MOST_SPACES)) }]
      case 'tab':
        return [{ kind: 'text', value: '\t' }]
      case 'line-break':
        return [this.#element('br', [])]
      case 'note':
        return this.#note(element)
      case 'frame':
        return this.#frame(element)
      default:
        return inner()
    }
  }

  #withBoxes(make: () => PageElement): PageNode[] {
    const outer = this.#boxes
    const boxes: PageNode[] = []
    this.#boxes = boxes
    const made = make()
    this.#boxes = outer
    return [made, ...boxes]
  }

  #paragraph(element: XmlElement): PageElement {
    const children = this.#each(element.children, NO_LIST)
    const kind = this.#styles.kindOf(element.attributes.get('text:style-name'))
    switch (kind) {
      case 'paragraph':
        return this.#element('p', children)
      case 'title':
        return this.#element('h1', children, { class: TITLE_CLASS })
      case 'quotation':
        return this.#element('blockquote', [this.#element('p', children)])
      case 'code':
        return this.#element('pre', children)
    }
  }

  /** A list inside a list goes by the outer one's style. */
  #list(element: XmlElement, outer: Nested): PageElement {
    const style = element.attributes.get('text:style-name') ?? outer.style
    const list: Nested = { style, level: outer.level + 1 }
    const items = elementsOf(element).map((item) => this.#element('li', this.#each(item.children, list)))
    return this.#element(this.#styles.isNumbered(style, list.level) ? 'ol' : 'ul', items)
  }

  #rows(element: XmlElement, cell: 'td' | 'th'): PageElement[] {
    return elementsOf(element).flatMap((child) => {
      if (child.name === 'table-header-rows') return this.#rows(child, 'th')
      if (child.name !== 'table-row') return DROPPED.has(child.name) ? [] : this.#rows(child, cell)
      return [this.#element('tr', this.#cells(child, cell))]
    })
  }

  #cells(row: XmlElement, name: 'td' | 'th'): PageElement[] {
    return elementsOf(row, 'table-cell').flatMap((cell) => {
      const repeated = times(cell.attributes.get('table:number-columns-repeated'), MOST_COLUMNS)
      return Array.from({ length: repeated }, () =>
        this.#element(name, this.#each(cell.children, NO_LIST), {
          colspan: cell.attributes.get('table:number-columns-spanned') ?? '1',
          rowspan: cell.attributes.get('table:number-rows-spanned') ?? '1',
        }),
      )
    })
  }

  #span(element: XmlElement): PageNode[] {
    const style = element.attributes.get('text:style-name')
    if (this.#styles.hides(style)) return []
    const children = this.#each(element.children, NO_LIST)
    return this.#styles
      .marksOf(style)
      .reduceRight<PageNode[]>((inside, mark) => [this.#element(mark, inside)], children)
  }

  /** A declared reference; the body waits under an id of our own. */
  #note(element: XmlElement): PageNode[] {
    const citation = elementsOf(element, 'note-citation')[0]
    const body = elementsOf(element, 'note-body')[0]
    if (body === undefined) return []
    const id = `fn-${String(this.#notes.length + 1)}`
    const note = this.#element('div', [], { id })
    this.#notes.push(note)
    append(note.children, this.#each(body.children, NO_LIST))
    const label = citation === undefined ? '' : wordsInside(citation).trim()
    const words: PageNode = { kind: 'text', value: label === '' ? '*' : label }
    return [this.#element('a', [words], { href: `#${id}`, 'epub:type': 'noteref' })]
  }

  /** The first picture of a frame (the others are the same in other formats), or what its box holds. */
  #frame(element: XmlElement): PageNode[] {
    const said = (name: string): string => {
      const [found] = elementsOf(element, name)
      return found === undefined ? '' : wordsInside(found).trim()
    }
    const inside = elementsOf(element, 'text-box').flatMap((box) => this.#node(box, NO_LIST))
    const boxes = this.#boxes === null ? inside : []
    if (this.#boxes !== null) append(this.#boxes, inside)
    const address = elementsOf(element, 'image').map(
      ({ attributes }) => attributes.get('xlink:href') ?? '',
    )[0]
    if (address === undefined) return boxes
    return [this.#element('img', [], { src: address, alt: said('desc') || said('title') }), ...boxes]
  }
}

/** The list that something stands in. */
interface Nested {
  readonly style: string | undefined
  readonly level: number
}
const NO_LIST: Nested = { style: undefined, level: 0 }

function levelOf({ attributes }: XmlElement): number {
  const level = Number.parseInt(attributes.get('text:outline-level') ?? '1', 10)
  return Number.isNaN(level) ? 1 : Math.min(Math.max(level, 1), 6)
}

function times(given: string | undefined, most: number): number {
  const number = Number.parseInt(given ?? '1', 10)
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), most)
}
