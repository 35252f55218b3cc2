import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { html, parseFragment } from 'parse5'

/** A formula as words: its TeX where the page gives it and plain words would not do, else its signs in a row. */
export interface Formula {
  readonly words: string
  /** On a line of its own. */
  readonly display: boolean
}

const LONGEST = 10_000
const DEEPEST = 50
const MOST_ELEMENTS = 3000
/** Steps of search in one page; more are not a page's, but somebody's that would hold the import up. */
const MOST_STEPS = 3_000_000
/** What programs that typeset formulas put around one: its picture, its parts for the eye, and its MathML. */
const TYPESET =
  /(?:^|\s)(?:katex|mwe-math-element|MathJax|MathJax_Display|MathJax_CHTML|MathJax_SVG|MathJax_SVG_Display|MathJax_CHTML_Display|mjx-chtml|ltx_Math)(?:\s|$)/
const PREVIEW = /(?:^|\s)MathJax_Preview(?:\s|$)/
const PICTURE = /(?:^|\s)(?:latex|tex|math-tex|equation|mwe-math-fallback-image-(?:inline|display))(?:\s|$)/i

/** TeX in the description of a picture. */
const COMMAND =
  /\\[a-zA-Z]{2,}\s?[{^_(\\]|\\begin\{|\\(?:frac|sqrt|sum|int|neq|leq|geq|cdot|times|alpha|beta)\b/
const MATHEMATICAL = /(?:^|[\s_-])(?:math|katex|latex|tex|equation|formula)(?:$|[\s_-])/i
const SOURCES = ['data-math', 'data-latex', 'data-tex', 'data-katex']

const NOTHING: Formula = { words: '', display: false }

/** Finds the formulas of one page, each once, however many forms of it the page holds. */
export class Formulas {
  readonly #places = new WeakMap<Tree.ParentNode, ReadonlyMap<Tree.ChildNode, number>>()
  readonly #search = new Search()

  /** The formula that an element is, or null for any other element. One without words stands beside it already. */
  of(element: Tree.Element): Formula | null {
    const name = element.tagName
    if (element.namespaceURI === html.NS.MATHML) return name === 'math' ? formulaOfMath(element) : null
    if (element.namespaceURI !== html.NS.HTML) return null
    if (name === 'script') return formulaOfScript(element)
    const names = attribute(element, 'class')
    if (names === '' && name !== 'img' && name !== 'mjx-container') return null
    if (name === 'img') return isPicture(element) ? formulaOfPicture(element) : null
    const source = MATHEMATICAL.test(names) ? sourceOf(element) : ''
    if (source !== '') return { words: source, display: /block|display/i.test(names) }
    if (PREVIEW.test(names)) return this.#hasSource(element) ? NOTHING : null
    if (name !== 'mjx-container' && !TYPESET.test(names)) return null
    if (this.#hasSource(element)) return NOTHING
    const math = mathIn(element, this.#search)
    const display = /display/i.test(names) || attribute(element, 'display') === 'true'
    if (math !== null) {
      const formula = formulaOfMath(math)
      return { ...formula, display: display || formula.display }
    }
    const picture = this.#search.find(
      element,
      (each) => each.tagName === 'img' && attribute(each, 'alt') !== '',
    )
    return picture === null ? null : formulaOfPicture(picture)
  }

  /** True where a script beside what is shown holds the formula's source: it is read there. */
  #hasSource(element: Tree.Element): boolean {
    const parent = element.parentNode
    if (parent === null) return false
    const places =
      this.#places.get(parent) ?? new Map(parent.childNodes.map((child, index) => [child, index]))
    this.#places.set(parent, places)
    const index = places.get(element) ?? 0
    for (const next of parent.childNodes.slice(index + 1, index + 5)) {
      if ('value' in next && next.value.trim() === '') continue
      if (!('tagName' in next)) return false
      if (next.tagName === 'script') return formulaOfScript(next) !== null
      if (!TYPESET.test(attribute(next, 'class'))) return false
    }
    return false
  }
}

const attribute = (element: Tree.Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? ''

const isPicture = (image: Tree.Element): boolean =>
  PICTURE.test(attribute(image, 'class')) || COMMAND.test(attribute(image, 'alt').slice(0, LONGEST))

/** The TeX that an element keeps as data of its own. */
const sourceOf = (element: Tree.Element): string =>
  tidied(SOURCES.map((name) => attribute(element, name)).find((value) => value.trim() !== '') ?? '')

const isDisplayed = (math: Tree.Element): boolean => attribute(math, 'display') === 'block'

function formulaOfScript(script: Tree.Element): Formula | null {
  const type = attribute(script, 'type')
  if (!/^math\/tex\b/i.test(type)) return null
  const source = script.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
  return { words: tidied(source), display: /mode=display/i.test(type) }
}

const formulaOfPicture = (image: Tree.Element): Formula | null => {
  const words = tidied(attribute(image, 'alt'))
  return words === '' ? null : { words, display: /display/.test(attribute(image, 'class')) }
}

function mathIn(element: Tree.Element, search: Search): Tree.Element | null {
  const found = search.find(
    element,
    (each) => each.namespaceURI === html.NS.MATHML && each.tagName === 'math',
  )
  if (found !== null) return found
  const held = search.find(element, (each) => attribute(each, 'data-mathml') !== '')
  const source = held === null ? '' : attribute(held, 'data-mathml')
  if (source === '' || source.length > LONGEST * 5) return null
  const [parsed] = parseFragment(source).childNodes
  return parsed !== undefined && 'tagName' in parsed && parsed.tagName === 'math' ? parsed : null
}

/** Looks for elements inside others, as long as one page may take. */
class Search {
  #left = MOST_STEPS

  /** An element itself, or the first inside that passes, among as many as one formula may have; iterative. */
  find(element: Tree.Element, test: (each: Tree.Element) => boolean): Tree.Element | null {
    const waiting: Tree.Element[] = [element]
    const last = this.#left - MOST_ELEMENTS
    for (
      let next = waiting.pop();
      next !== undefined && this.#left > Math.max(last, 0);
      next = waiting.pop()
    ) {
      this.#left -= 1
      if (test(next)) return next
      for (const child of next.childNodes.toReversed()) if ('tagName' in child) waiting.push(child)
    }
    return null
  }
}

function formulaOfMath(math: Tree.Element): Formula {
  const display = isDisplayed(math)
  const note = new Search().find(
    math,
    (each) => each.tagName === 'annotation' && /tex/i.test(attribute(each, 'encoding')),
  )
  const given = tidied(note === null ? attribute(math, 'alttext') : wordsIn(note))
  const plain = tidied(linear(math))
  return { words: given !== '' && (plain === '' || isStructured(math)) ? given : plain, display }
}

const wordsIn = (element: Tree.Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')

/** TeX without the words that only say how large it is set. */
const tidied = (source: string): string =>
  source
    .slice(0, LONGEST)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\{\\(?:displaystyle|textstyle|scriptstyle)\s?(.*)\}$/, '$1')
    .replace(/^\\(?:displaystyle|textstyle)\s/, '')
    .trim()

const STRUCTURED = new Set(
  'mfrac msqrt mroot msup msub msubsup munder mover munderover mtable mmultiscripts menclose'.split(' '),
)

const isStructured = (math: Tree.Element): boolean =>
  new Search().find(math, ({ tagName }) => STRUCTURED.has(tagName)) !== null

/** Shown by nothing, also where HTML stands inside a formula. */
const SILENT = new Set(
  'annotation annotation-xml mphantom script style template noscript iframe object svg title'.split(' '),
)

/** The signs of a formula in a row: `(a+b)/2`, `x^2`, `√(x)`. */
function linear(element: Tree.Element, depth = 0): string {
  if (depth > DEEPEST || SILENT.has(element.tagName)) return ''
  const parts = element.childNodes.map((child) => {
    if ('value' in child) return child.value.trim()
    return 'tagName' in child ? linear(child, depth + 1) : ''
  })
  const inside = parts.filter((_, index) => {
    const child = element.childNodes[index]
    return child !== undefined && 'tagName' in child
  })
  const [one = '', two = '', three = ''] = inside
  switch (element.tagName) {
    case 'mfrac':
      return `${grouped(one)}/${grouped(two)}`
    case 'msqrt':
      return `√${grouped(parts.join(''))}`
    case 'mroot':
      return `${grouped(one)}^${grouped(`1/${two}`)}`
    case 'msup':
    case 'mover':
      return two === '' ? one : `${one}^${grouped(two)}`
    case 'msub':
    case 'munder':
      return two === '' ? one : `${one}_${grouped(two)}`
    case 'msubsup':
    case 'munderover':
      return `${one}_${grouped(two)}^${grouped(three)}`
    case 'mtr':
    case 'mtd':
      return `${parts.join('')} `
    default:
      return parts.join('')
  }
}

const grouped = (words: string): string => (Array.from(words).length > 1 ? `(${words})` : words)
