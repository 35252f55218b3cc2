import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { refused } from '../../shared/contract/failures.ts'
import type { Draft, Place } from '../../shared/quotations/draft.ts'
import { linkedBlock } from '../../shared/quotations/linked-block.ts'
import { withoutOwnMarks } from '../../shared/quotations/own-marks.ts'
import { PlaceWriter, type Standing } from '../../shared/quotations/place-writer.ts'
import type { QuotationLink } from '../../shared/quotations/quotation.ts'
import { writeCited } from '../../shared/quotations/text-draft.ts'
import { piecesOf } from './html-pieces.ts'

/** Elements that hold no words of a text. */
const SILENT = new Set(
  'head script style template noscript iframe object svg annotation select textarea audio video canvas'.split(
    ' ',
  ),
)
/** Elements whose words are a line, or lines, of their own. */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
   form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th
   thead tr ul`.split(/\s+/u),
)
/** Elements beside whose neighbours a quotation does not go on. */
const CONTAINERS = new Set([
  'article',
  'aside',
  'blockquote',
  'details',
  'figure',
  'footer',
  'li',
  'td',
  'th',
])
const STRUCK = new Set(['del', 's', 'strike'])
const CODE = new Set(['code', 'kbd', 'samp', 'var', 'pre'])

/** Deeper than any page that a person wrote. */
const DEEPEST = 500

/**
 * Reads a page as a draft; every offset counts in the page's own text, tags and all. Words that Verbatim's export marked as
 * a quote are linked, words in `q` stand in quotation marks. Throws `REFUSED` `too-deep`.
 */
export function htmlDraft(html: string): Draft {
  const walk = new HtmlWalk(html)
  walk.children(parse(html, { sourceCodeLocationInfo: true }), 0)
  walk.end()
  return { places: walk.places }
}

class HtmlWalk {
  readonly places: Place[] = []
  readonly #html: string
  #standing: Standing = { container: 0, domain: 0, blockQuotation: null, footnote: null }
  #writer: PlaceWriter | null = null
  #count = 0
  /** Ids of the notes that were referred to. */
  readonly #notes = new Set<string>()
  /** White space that is written once a word follows it in the same line. */
  #space: { readonly start: number; readonly end: number } | null = null
  #inPre = false
  /** Where the line after the last break begins in what is written. */
  #lineStart = 0

  constructor(html: string) {
    this.#html = html
  }

  children(parent: Tree.ParentNode, depth: number): void {
    if (depth > DEEPEST)
      throw refused('too-deep', `The page is nested more than ${String(DEEPEST)} deep. Nothing was checked.`)
    for (const node of tree.getChildNodes(parent)) {
      if (tree.isTextNode(node)) this.#text(node)
      else if (tree.isElementNode(node)) this.#element(node, depth + 1)
    }
  }

  /** Ends the line that is being read. */
  end(): void {
    const writer = this.#writer
    this.#writer = null
    this.#space = null
    if (writer !== null && writer.length > 0) this.places.push(writer.place())
  }

  #element(element: Tree.Element, depth: number): void {
    const name = element.tagName
    if (SILENT.has(name) || says(element, UNSEEN) || attribute(element, 'hidden') !== null) return
    if (name === 'br') return this.#break(element)
    if (BLOCKS.has(name)) return this.#block(element, depth)
    const role = attribute(element, 'role')
    if (role === 'doc-noteref') return this.#note(attribute(element, 'href') ?? '')
    if (role === 'doc-backlink') return
    const inside = (): void => this.children(element, depth)
    const link = linkOf(element)
    if (link !== null) return this.#here().linked(link, withoutOwnMarks, inside)
    const citekeys = attribute(element, 'data-source')?.split(' ') ?? []
    if (citekeys.length > 0) return this.#cited(citekeys, inside)
    if (name === 'q') return this.#between('“', '”', element, inside)
    if (name === 'bdo') return this.#overridden(element, inside)
    if (STRUCK.has(name) || says(element, LINE_THROUGH)) {
      // The space before is not struck out with it.
      this.#spaced()
      return this.#here().range('struck', inside)
    }
    if (CODE.has(name)) return this.#here().range('code', inside)
    return inside()
  }

  #block(element: Tree.Element, depth: number): void {
    this.end()
    const before = this.#standing
    const [wasPre, name] = [this.#inPre, element.tagName]
    const quotes = name === 'blockquote'
    if (CONTAINERS.has(name)) this.#stand(quotes)
    if (isContext(element)) this.#standing = { ...this.#standing, blockQuotation: null }
    this.#inPre = wasPre || name === 'pre'
    const id = attribute(element, 'id') ?? ''
    if (this.#notes.has(id)) this.#standing = { ...this.#standing, footnote: id }
    const from = this.places.length
    if (name === 'pre') this.#here().range('code', () => this.children(element, depth))
    else this.children(element, depth)
    this.end()
    const link = quotes ? linkOf(element) : null
    if (link !== null) this.#link(from, link)
    this.#inPre = wasPre
    this.#standing = before
  }

  #stand(quotes: boolean): void {
    this.#count += 1
    const blockQuotation = quotes ? this.#count : this.#standing.blockQuotation
    this.#standing = { ...this.#standing, container: this.#count, domain: this.#count, blockQuotation }
  }

  /** The place of a note: its number is no word of the line. */
  #note(href: string): void {
    const label = href.replace(/^#/u, '')
    this.#notes.add(label)
    this.#here().footnote(label)
  }

  /** All places from one on are the words of a linked quote that is a block. */
  #link(from: number, link: QuotationLink): void {
    const { container } = this.#standing
    const inside = this.places.splice(from)
    // What an exported quote unfolds stands in it, and is none of its words.
    const paragraphs = inside.filter((place) => place.container === container)
    const standing = { ...this.#standing, blockQuotation: null }
    if (paragraphs.length > 0) this.places.push(linkedBlock(paragraphs, link, standing))
    this.places.push(...inside.filter((place) => place.container !== container))
  }

  #cited(citekeys: readonly string[], inside: () => void): void {
    const writer = this.#here()
    const whole = { locator: null, prefix: '', suffix: '', suppressAuthor: false }
    writer.citation(citekeys.map((citekey) => ({ citekey, ...whole })))
    writer.source(citekeys, inside)
  }

  /** Letters that are turned round do not look as they read: the characters that do the same in a text say so. */
  #overridden(element: Tree.Element, inside: () => void): void {
    const isRightToLeft = /^rtl$/iu.test(attribute(element, 'dir') ?? '')
    this.#between(isRightToLeft ? '\u202E' : '\u202D', '\u202C', element, inside)
  }

  /** The browser shows something in place of an element’s tags, as the marks of `q`. */
  #between(
    before: string,
    after: string,
    { sourceCodeLocation: at }: Tree.Element,
    inside: () => void,
  ): void {
    const mark = (sign: string, tag: { startOffset: number; endOffset: number } | undefined): void => {
      this.#spaced()
      const end = at?.endOffset ?? 0
      this.#here().write(sign, tag?.startOffset ?? end, tag?.endOffset ?? end)
    }
    mark(before, at?.startTag)
    inside()
    mark(after, at?.endTag)
  }

  #break({ sourceCodeLocation: at }: Tree.Element): void {
    this.#space = null
    if (this.#writer === null) return
    this.#writer.write('\n', at?.startOffset ?? 0, at?.endOffset ?? 0)
    this.#lineStart = this.#writer.length
  }

  #here(): PlaceWriter {
    if (this.#writer === null) {
      if (!isContained(this.#standing)) this.#standing = { ...this.#standing, domain: (this.#count += 1) }
      this.#writer = new PlaceWriter(this.#standing)
      this.#lineStart = 0
    }
    return this.#writer
  }

  #text({ value, sourceCodeLocation: at }: Tree.TextNode): void {
    if (at === null || at === undefined) return
    for (const piece of piecesOf(value, this.#html.slice(at.startOffset, at.endOffset), at.startOffset)) {
      if (piece.isSpace && !this.#inPre) {
        if (this.#writer !== null && this.#writer.length > this.#lineStart) this.#space ??= piece
        continue
      }
      this.#spaced()
      if (piece.end - piece.start === piece.text.length) writeCited(this.#here(), piece.text, piece.start)
      else this.#here().write(piece.text, piece.start, piece.end)
    }
  }

  #spaced(): void {
    const space = this.#space
    this.#space = null
    if (space !== null) this.#writer?.write(' ', space.start, space.end)
  }
}

/** In an item or a cell all paragraphs share what is cited. */
const isContained = ({ container }: Standing): boolean => container > 0

const attribute = (element: Tree.Element, name: string): string | null =>
  element.attrs.find((each) => each.name === name)?.value ?? null

/** What an element’s own style says; styles of the whole page are not read. */
const says = (element: Tree.Element, what: RegExp): boolean => what.test(attribute(element, 'style') ?? '')

const UNSEEN =
  /(?:^|[;\s])(?:display\s*:\s*none|(?:content-)?visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0(?:\.0*)?(?:[a-z%]*)\s*(?:[;!]|$))/iu
const LINE_THROUGH = /text-decoration(?:-line)?\s*:[^;]*line-through/iu

const hasClass = (element: Tree.Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/u).includes(name)

/** What a linked quote of an exported page unfolds. */
const isContext = (element: Tree.Element): boolean =>
  element.tagName === 'details' &&
  hasClass(element, 'context') &&
  element.parentNode !== null &&
  tree.isElementNode(element.parentNode) &&
  linkOf(element.parentNode) !== null

/** As Verbatim's own pages mark a quote. */
function linkOf(element: Tree.Element): QuotationLink | null {
  const annotation = attribute(element, 'data-annotation')
  if (annotation === null || !annotation.startsWith('an_')) return null
  return { annotation, version: null, translation: attribute(element, 'data-verdict') === 'translated' }
}
