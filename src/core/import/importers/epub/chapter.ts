import { append } from '../../append.ts'
import type { PageElement, PageNode } from '../html/page.ts'
import { PAGE_BREAK } from '../html/page-breaks.ts'
import type { XmlElement } from '../../xml.ts'
import { elementsOf, firstInside, wordsInside } from '../../xml.ts'
import { resolved } from './address.ts'
import { escaped } from './package.ts'
import type { SpineItem } from './package.ts'

/** What the chapters of one book share. */
export interface Binding {
  /** The first part of the ids of each file of the reading order, by its name. */
  readonly prefixes: ReadonlyMap<string, string>
  /** Labels of pages that begin at an id, by `name#id`. */
  readonly pages: ReadonlyMap<string, string>
  /** Fragment identifiers of the elements made, by their `start`. */
  readonly places: Map<number, string>
}

/** Turns the files of a book into elements of one page: ids and links are made to hold across files. */
export class ChapterBinder {
  readonly #binding: Binding
  #count = 0

  constructor(binding: Binding) {
    this.#binding = binding
  }

  /** The body of a file, as a section. */
  of(root: XmlElement, item: SpineItem): PageElement {
    const body = firstInside(root, 'body') ?? root
    const place = `${item.step}!${stepsTo(root, body)}`
    const begins = this.#binding.pages.get(`${item.path}#`)
    const children = this.#each(body, { path: item.path, place })
    return this.element('section', begins === undefined ? children : [this.#pageBreak(begins), ...children])
  }

  /** An element that stands at no place of a file unless one is given. */
  element(
    name: string,
    children: PageNode[],
    attributes: ReadonlyMap<string, string> = new Map(),
    place: string | null = null,
  ): PageElement {
    const start = this.#count
    this.#count += 1
    if (place !== null) this.#binding.places.set(start, `epubcfi(${place})`)
    return { kind: 'element', name, attributes, children, start, end: start }
  }

  #each(parent: XmlElement, within: Within): PageNode[] {
    const made: PageNode[] = []
    let step = 0
    for (const node of parent.children) {
      if (node.kind === 'text') {
        made.push(node)
        continue
      }
      step += 2
      const id = node.attributes.get('id')
      const place = `${within.place}/${String(step)}${id === undefined ? '' : `[${escaped(id)}]`}`
      append(made, this.#node(node, { path: within.path, place }))
    }
    return made
  }

  #node(element: XmlElement, within: Within): PageNode[] {
    const id =
      element.attributes.get('id') ?? (element.name === 'a' ? element.attributes.get('name') : undefined)
    const listed = id === undefined ? undefined : this.#binding.pages.get(`${within.path}#${id}`)
    if (isPageBreak(element)) return [this.#pageBreak(listed ?? labelOf(element))]
    const made = this.#shown(element, id, within)
    return listed === undefined ? made : [this.#pageBreak(listed), ...made]
  }

  #shown(element: XmlElement, id: string | undefined, within: Within): PageNode[] {
    if (element.name === 'svg') return this.#drawing(element, within)
    const chosen = element.name === 'switch' ? (elementsOf(element, 'default')[0] ?? element) : element
    const attributes = this.#attributes(element, id, within)
    const name = /^[a-z][a-z0-9-]*$/.test(chosen.name) ? chosen.name : 'span'
    return [this.element(name, this.#each(chosen, within), attributes, within.place)]
  }

  #attributes(element: XmlElement, id: string | undefined, { path }: Within): Map<string, string> {
    const attributes = new Map(element.attributes)
    const prefix = this.#binding.prefixes.get(path) ?? ''
    if (id !== undefined) attributes.set('id', prefix + id)
    const source = attributes.get('src')
    if (source !== undefined) attributes.set('src', this.#picture(source, path))
    const href = attributes.get('href')
    if (href !== undefined) attributes.set('href', this.#link(href, path))
    return attributes
  }

  /** Links inside the book lead to ids of the whole; those that lead to a file as such lead nowhere. */
  #link(href: string, path: string): string {
    const inside = resolved(href, path)
    if (inside === null) return href
    const prefix = this.#binding.prefixes.get(inside.path)
    return prefix === undefined ? '#' : `#${encodeURIComponent(prefix + inside.fragment)}`
  }

  #picture(source: string, path: string): string {
    return /^data:/i.test(source) ? source : (resolved(source, path)?.path ?? '')
  }

  /** A drawing is not read, but a picture that it only wraps is, as covers are. */
  #drawing(drawing: XmlElement, { path, place }: Within): PageNode[] {
    const image = firstInside(drawing, 'image')
    const source = image?.attributes.get('xlink:href') ?? image?.attributes.get('href')
    if (source === undefined) return []
    const title = firstInside(drawing, 'title')
    const alt = drawing.attributes.get('aria-label') ?? (title === null ? '' : wordsInside(title))
    return [
      this.element(
        'img',
        [],
        new Map([
          ['src', this.#picture(source, path)],
          ['alt', alt],
        ]),
        place,
      ),
    ]
  }

  #pageBreak(label: string): PageElement {
    return this.element(PAGE_BREAK, [], new Map([['label', label]]))
  }
}

interface Within {
  readonly path: string
  /** Steps of the fragment identifier down to here. */
  readonly place: string
}

function stepsTo(root: XmlElement, body: XmlElement): string {
  const html = elementsOf(root).find((child) => child.name === 'html')
  const index = html === undefined ? -1 : elementsOf(html).indexOf(body)
  return index < 0 ? '' : `/${String((index + 1) * 2)}`
}

const isPageBreak = ({ attributes }: XmlElement): boolean =>
  `${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`
    .split(/\s+/)
    .some((type) => type === 'pagebreak' || type === 'doc-pagebreak')

function labelOf(element: XmlElement): string {
  const { attributes } = element
  const label = attributes.get('title') ?? attributes.get('aria-label') ?? wordsInside(element)
  return (
    label
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/^(?:page|p\.)\s+/iu, '') ||
    (/\d+$/.exec(attributes.get('id') ?? '')?.[0] ?? '')
  )
}
