import { dateIn } from '../../dates.ts'
import { AROUND, CAPTION, FACTS, namesOf } from './furniture-names.ts'
import { beginsAsPointer, isCredited, isFurnitureLine, isTool } from './furniture-words.ts'
import type { Line } from './lines.ts'
import { endsSentence, isProse, linesOf, squeezed, without } from './lines.ts'
import type { PageElement, PageNode } from './page.ts'
import { letters } from './prune.ts'

/** What is known about the article beside its words. */
interface Known {
  readonly title: string
  readonly authors: readonly string[]
}

/** An element that holds this share of the running words is the article, whatever it is called. */
const LARGE = 0.3

/**
 * An article without what its page put among its words: pointers to other articles, calls to subscribe or share,
 * bylines and dates, notices of rights. Tables, code and quotations stay as they are.
 */
export function trimmed(article: PageElement, known: Known): PageElement {
  const lines = linesOf(article)
  const around = new Surroundings(lines)
  const dropped = new Set<PageNode>()
  const drop = (line: Line): void => {
    for (const node of line.nodes) dropped.add(node)
  }
  const kept: Line[] = []
  const seen = new Set<string>()
  let afterLabel = false
  for (const line of lines) {
    const pointed: boolean = afterLabel && line.text.length < 200 && line.linked > line.text.length * 0.6
    const isLabel = isFurnitureLine(line.text) || (!line.heading && isTool(line.text))
    if (
      !around.isKeptWhole(line) &&
      (pointed || isLabel || around.isFurniture(line, seen) || isPointer(line))
    ) {
      drop(line)
      afterLabel = pointed || isLabel || afterLabel
    } else {
      kept.push(line)
      seen.add(line.text)
      afterLabel = false
    }
  }
  for (const line of scrapsAround(kept, known)) drop(line)
  return without(article, dropped)
}

/** What the elements around lines say about them; each element is judged once. */
class Surroundings {
  readonly #names = new Map<PageElement, string>()
  /** Of the article's running words, by element. */
  readonly #shares = new Map<PageElement, number>()

  constructor(lines: readonly Line[]) {
    const prose = lines.filter(isProse)
    const whole = Math.max(
      prose.reduce((sum, { text }) => sum + text.length, 0),
      1,
    )
    for (const { element, ancestors, text } of prose) {
      for (const around of [element, ...ancestors])
        this.#shares.set(around, (this.#shares.get(around) ?? 0) + text.length / whole)
    }
  }

  /** Code, tables of data and quotations; not a table that lays out the page. */
  isKeptWhole({ element, ancestors }: Line): boolean {
    return [element, ...ancestors].some(
      (around) =>
        around.name === 'pre' ||
        ((around.name === 'table' || around.name === 'blockquote') && this.#shareOf(around) < LARGE),
    )
  }

  isFurniture(line: Line, seen: ReadonlySet<string>): boolean {
    const around = [line.element, ...line.ancestors]
    if (around.some((element) => this.#shareOf(element) < LARGE && AROUND.test(this.#namesOf(element))))
      return true
    const isFact = (element: PageElement): boolean =>
      this.#shareOf(element) === 0 && FACTS.test(this.#namesOf(element))
    if (line.text.length < 150 && around.slice(0, 3).some(isFact)) return true
    const figured = around.some(({ name }) => name === 'figure' || name === 'figcaption')
    if (!figured && isCredited(line.text) && isBesideImage(line)) return true
    if (figured && /^\d{1,3}$/.test(line.text)) return true
    const captioned = figured || around.some((element) => CAPTION.test(this.#namesOf(element)))
    return captioned && line.text.length > 30 && seen.has(line.text)
  }

  #shareOf(element: PageElement): number {
    return this.#shares.get(element) ?? 0
  }

  #namesOf(element: PageElement): string {
    const names = this.#names.get(element) ?? namesOf(element)
    this.#names.set(element, names)
    return names
  }
}

/** A paragraph that is one link and no sentence, or a call to read some and little but links. */
const isPointer = ({ text, linked, element, heading }: Line): boolean =>
  !heading &&
  element.name !== 'li' &&
  ((beginsAsPointer(text) && linked > text.length * 0.6) || isOneLink(text, linked))

const isOneLink = (text: string, linked: number): boolean =>
  linked >= text.length * 0.9 &&
  text.length < 200 &&
  text.split(' ').length >= 4 &&
  !/[.!?…]["'”’)]?$/.test(text.replace(/(?:\.\.+|…)$/, ''))

/** In a box with a picture and few other words, or right after a picture. */
function isBesideImage({ element, ancestors, nodes, text }: Line): boolean {
  if (nodes.some(hasImage)) return true
  for (const [index, around] of [element, ...ancestors.slice(0, 3)].entries()) {
    if (hasMoreWords(around, text.length * 2.5 + 40)) return false
    if (hasImage(around)) return true
    const before = ancestors[index] === undefined ? undefined : beforeIn(ancestors[index], around)
    if (before !== undefined && hasImage(before) && squeezed([before]) === '') return true
  }
  return false
}

/** True as soon as the words inside come to more UTF-16 units, white space left out. */
function hasMoreWords(element: PageElement, units: number): boolean {
  let left = units
  const take = (node: PageNode): boolean => {
    if (node.kind === 'element') return node.children.some(take)
    left -= node.value.trim().length
    return left < 0
  }
  return take(element)
}

/** How far back a picture may stand among the nodes before. */
const NEAR = 3

function beforeIn(parent: PageElement, child: PageElement): PageNode | undefined {
  const index = parent.children.indexOf(child)
  return parent.children
    .slice(Math.max(index - NEAR, 0), Math.max(index, 0))
    .findLast((node) => node.kind === 'element' || node.value.trim() !== '')
}

const hasImage = (node: PageNode): boolean =>
  node.kind === 'element' && (node.name === 'img' || node.name === 'picture' || node.children.some(hasImage))

/** In lines, before the first paragraph and after the last. */
const HEAD = 6
const TAIL = 6

/** Dates, sections, authors and the headline before the first paragraph; dates, authors and bare headings after all. */
function scrapsAround(lines: readonly Line[], known: Known): Line[] {
  const scraps: Line[] = []
  const first = lines.findIndex((line) => isProse(line) && !isDateLine(line))
  if (first < 0) return []
  for (const line of lines.slice(0, first).slice(0, HEAD)) {
    if (isScrap(line) || isAuthor(line, known.authors) || isHeadline(line, known.title)) scraps.push(line)
  }
  for (const line of lines
    .slice(first + 1)
    .slice(-TAIL)
    .toReversed()) {
    const isOut =
      line.heading || isScrap(line) || isAboutAuthor(line, known.authors) || isFurtherLink(line, lines)
    if (!isOut) break
    scraps.push(line)
  }
  return scraps
}

const STRUCTURED = new Set(['li', 'td', 'th', 'dt', 'dd', 'blockquote', 'figcaption', 'pre'])
const isLoose = ({ element, heading }: Line): boolean => !heading && !STRUCTURED.has(element.name)

const DATED =
  /^(?:by|von|par|por|di|door|posted|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d{2})(?![\p{L}\d])/iu
const WHEN = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}/

function isDateLine(line: Line): boolean {
  const { text } = line
  if (!isLoose(line) || text.length > 130 || !WHEN.test(text)) return false
  return DATED.test(text) || (text.length <= 80 && (dateIn(text) !== null || /\d{1,2}:\d{2}/.test(text)))
}

/** A date, or a word or three that are no sentence: a section's name, a counter. */
function isScrap(line: Line): boolean {
  if (isDateLine(line)) return true
  const { text, linked, element } = line
  const short = text.length < 40 && text.split(' ').length <= 3 && !/[,;]/.test(text) && !endsSentence(text)
  return short && (isLoose(line) || (element.name === 'li' && linked > 0))
}

const REFERENCES =
  /^(?:see also|references?|external links?|further reading|bibliography|notes?|sources?|footnotes?|citations?|literature|works cited)\b/i

/** An item that is one link, at the end of an article and not of its references. */
function isFurtherLink(line: Line, lines: readonly Line[]): boolean {
  if (line.element.name !== 'li' || line.linked < line.text.length * 0.9) return false
  const heading = lines.slice(0, lines.indexOf(line)).findLast((before) => before.heading)
  return heading === undefined || !REFERENCES.test(heading.text)
}

const isAuthor = ({ text }: Line, authors: readonly string[]): boolean =>
  text.length < 80 && authors.some((name) => letters(text.replace(/^by\s+/i, '')) === letters(name))

const isAboutAuthor = ({ text }: Line, authors: readonly string[]): boolean =>
  text.length < 500 &&
  authors.some((name) => name.length > 4 && text.replace(/^(?:about|by)\s+/i, '').startsWith(name))

const isHeadline = ({ text, heading }: Line, title: string): boolean =>
  heading && letters(text) === letters(title)
