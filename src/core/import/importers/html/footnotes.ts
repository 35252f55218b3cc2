import type { FootnoteReference } from '../../../../shared/document/inlines.ts'
import type { Page, PageElement, PageNode } from './page.ts'
import { descendants, wordsOf } from './page.ts'
import { noteListsIn, printedNotes } from './printed-notes.ts'

/** A footnote's body and the label of its first reference. */
export interface FoundFootnote {
  readonly id: string
  readonly label: string
  readonly body: PageElement
  /** Where the elements of the page begin that the body is made of. */
  readonly parts: ReadonlySet<number>
}

const MARKER = /^[\s[(]*(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,4}|note\s*\d{1,4})[\s\]).]*$/iu
const NOTE_ID =
  /(?:^|[-_:])(?:fn|foot-?note|end-?note|note|cite[-_]?note|ref|sdfootnote|ftn|edn|_ftn|_edn)[-_:]?/i
/** One character a step, but for words that say so: nothing to backtrack in. */
const BACK = /^(?:[\s\u200b↩↑↵⏎⤴^⇑🔙]|\ufe0e|[\d[\].:)]|\[?(?:back|return)\b[^\]]{0,30}\]?)*$/iu
const LONGEST_BACK = 60
const LONGEST_LABEL = 20
const BODIES = new Set(['li', 'p', 'div', 'aside', 'dd', 'section', 'td', 'tr', 'span', 'a', 'sup'])

/** Finds references to footnotes in a page and the bodies they lead to. */
export class FootnoteFinder {
  readonly #page: Page
  readonly #bodyOf = new Map<string, PageElement>()
  readonly #labels = new Map<string, string>()
  readonly #bodies = new Set<number>()
  /** Where lists begin whose heading says that they hold notes. */
  readonly #noteLists: ReadonlySet<number>
  readonly #parts = new Map<string, ReadonlySet<number>>()
  /** Targets of references that are no links, by where these begin. */
  readonly #printed = new Map<number, string>()
  readonly #parents: ReadonlyMap<PageElement, PageElement>
  /** Elements of the page: those of an article may be copies of them. */
  readonly #byStart: ReadonlyMap<number, PageElement>

  /** `article` is the part of the page whose references count. */
  constructor(page: Page, article: PageElement) {
    this.#page = page
    this.#parents = parentsIn(page)
    this.#byStart = new Map(page.elements.map((element) => [element.start, element]))
    this.#noteLists = noteListsIn(article)
    for (const element of descendants(article)) this.#note(element)
    if (this.#bodyOf.size === 0) this.#notePrinted(article)
  }

  /** Notes whose references are no links are found where the page has no others. */
  #notePrinted(article: PageElement): void {
    for (const { reference, parts, body } of printedNotes(article)) {
      const target = `note-${labelOf(reference)}`
      this.#printed.set(reference.start, target)
      this.#bodyOf.set(target, body)
      this.#labels.set(target, labelOf(reference))
      this.#parts.set(target, new Set(parts.map(({ start }) => start)))
      for (const { start } of parts) this.#bodies.add(start)
    }
  }

  /** A number in brackets that leads to an item of a list of notes, whatever its address is called. */
  #isListed(element: PageElement, body: PageElement): boolean {
    const list = this.#parents.get(body)
    return (
      body.name === 'li' &&
      list !== undefined &&
      this.#noteLists.has(list.start) &&
      /^\s*[[(]\d{1,3}[\])]\s*$|^\s*\d{1,3}\s*$/.test(wordsOf(element))
    )
  }

  /** The reference node that an element stands for, or null for any other element. */
  referenceOf(element: PageElement): FootnoteReference | null {
    const printed = element.name === 'sup' ? this.#printed.get(element.start) : undefined
    if (printed !== undefined) return { type: 'footnote-reference', target: printed, label: labelOf(element) }
    const link = onlyLink(element)
    const target = link === null ? null : targetOf(link)
    if (target === null || !this.#bodyOf.has(target)) return null
    return { type: 'footnote-reference', target, label: labelOf(element) }
  }

  /** True for an element that is some footnote's body, and for a link back from it. */
  isBody(element: PageElement): boolean {
    return element.start >= 0 && this.#bodies.has(element.start)
  }

  /** The footnotes in the order of their first references. */
  all(): FoundFootnote[] {
    return Array.from(this.#bodyOf, ([id, body]) => ({
      id,
      label: this.#labels.get(id) ?? '',
      body: withoutBackLinks(body),
      parts: this.#parts.get(id) ?? new Set(),
    }))
  }

  #note(element: PageElement): void {
    const link = element.name === 'a' || element.name === 'sup' ? onlyLink(element) : null
    const target = link === null ? null : targetOf(link)
    if (link === null || target === null || this.#bodyOf.has(target)) return
    if (!MARKER.test(wordsOf(element)) && !isDeclared(link)) return
    const anchor = this.#page.byId.get(target)
    const body = anchor === undefined ? null : this.#bodyAround(anchor)
    if (body === null || contains(body, element) || this.#bodies.has(body.start)) return
    if (!(isNote(link, target) || this.#isListed(element, body)) || this.#leadsBack(element, body)) return
    this.#bodyOf.set(target, body)
    this.#labels.set(target, labelOf(element))
    this.#bodies.add(body.start)
  }

  /**
   * True for the number of a note that leads back to its reference: the two
   * lead to each other, and it is the reference that stands behind words, or
   * that came first where neither does or both do.
   */
  #leadsBack(element: PageElement, other: PageElement): boolean {
    const inPage = this.#byStart.get(element.start)
    const own = inPage === undefined ? null : this.#bodyAround(inPage)
    if (own === null) return false
    for (const link of descendants(other)) {
      const target = link.name === 'a' ? targetOf(link) : null
      const anchor = target === null ? undefined : this.#page.byId.get(target)
      if (anchor === undefined || !(contains(own, anchor) || contains(anchor, own))) continue
      if (this.#bodies.has(own.start)) return true
      if (begins(own, element) && !begins(other, link)) return true
    }
    return false
  }

  /** The block that an anchor stands in or is. */
  #bodyAround(anchor: PageElement): PageElement | null {
    if (!BODIES.has(anchor.name)) return null
    let body: PageElement | undefined = anchor
    while (body !== undefined && !['li', 'p', 'div', 'aside', 'dd', 'section', 'tr'].includes(body.name)) {
      body = this.#parents.get(body)
    }
    return body === undefined || body.start < 0 ? null : body
  }
}

/** An element's own link: itself, or the only thing inside. */
function onlyLink(element: PageElement): PageElement | null {
  if (element.name === 'a') return element
  if (element.name !== 'sup' && element.name !== 'span') return null
  const inside = element.children.filter((child) => child.kind === 'element' || child.value.trim() !== '')
  const [only] = inside
  return inside.length === 1 && only?.kind === 'element' ? onlyLink(only) : null
}

function targetOf(link: PageElement): string | null {
  const href = link.attributes.get('href') ?? ''
  const hash = href.indexOf('#')
  if (hash < 0 || hash === href.length - 1) return null
  try {
    return decodeURIComponent(href.slice(hash + 1))
  } catch {
    // A malformed escape is an address that leads nowhere.
    return null
  }
}

const isNote = (link: PageElement, target: string): boolean =>
  NOTE_ID.test(target) ||
  /noteref|footnote/i.test(
    `${link.attributes.get('role') ?? ''} ${link.attributes.get('epub:type') ?? ''} ${link.attributes.get('class') ?? ''}`,
  )

/** Said to be a reference to a note, whatever its words: in an EPUB, and by what turned a document into a page. */
const isDeclared = (link: PageElement): boolean =>
  /(?:^|\s)noteref(?:\s|$)/.test(link.attributes.get('epub:type') ?? '') &&
  wordsOf(link).trim().length <= LONGEST_LABEL

const labelOf = (element: PageElement): string =>
  wordsOf(element)
    .replace(/^[\s[(]+|[\s\]).]+$/gu, '')
    .slice(0, LONGEST_LABEL)

function contains(body: PageElement, element: PageElement): boolean {
  for (const inside of descendants(body)) {
    if (inside === element || (inside.start === element.start && element.start >= 0)) return true
  }
  return false
}

/** True where no words stand before an element in a block. */
function begins(block: PageElement, element: PageElement): boolean {
  const waiting: PageNode[] = [block]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'text') {
      if (node.value.trim() !== '') return false
    } else if (node === element || (node.start === element.start && node.start >= 0 && node !== block)) {
      return true
    } else {
      for (const child of node.children.toReversed()) waiting.push(child)
    }
  }
  return false
}

function parentsIn(page: Page): Map<PageElement, PageElement> {
  const parents = new Map<PageElement, PageElement>()
  for (const parent of page.elements) {
    for (const child of parent.children) if (child.kind === 'element') parents.set(child, parent)
  }
  return parents
}

const isBack = (words: string): boolean =>
  words.length <= LONGEST_BACK && !/\d{5}/.test(words) && BACK.test(words)

/** The body without its links back to the reference, and without its own printed number. */
function withoutBackLinks(element: PageElement): PageElement {
  const children = element.children.flatMap((child): PageNode[] => {
    if (child.kind === 'text') return [child]
    const link = onlyLink(child)
    const back = link !== null && targetOf(link) !== null && isBack(wordsOf(child))
    return back ? [] : [withoutBackLinks(child)]
  })
  return { ...element, children }
}
