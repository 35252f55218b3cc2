import type { Metadata } from '../../extraction.ts'
import { withPlainCode } from './code-blocks.ts'
import { isCaption, isProse, linesOf, squeezed, without } from './lines.ts'
import type { Page, PageElement } from './page.ts'
import { descendants, firstNamed, wordsOf } from './page.ts'
import { letters, pruned } from './prune.ts'
import { readable } from './readability-copy.ts'
import { trimmed } from './trim.ts'

/** Beyond these Readability, which looks at each element many times, would take minutes; no article is so large or deep. */
const MOST_ELEMENTS = 50_000
const DEEPEST = 200

/**
 * The article's part of a page: the whole body of a plain page; else what Readability finds, completed by running
 * words that it left out of the page's own container, and without what the page put among the words. Readability needs
 * long paragraphs to go by: of a short page it may find a fraction, and then the page's own `article` or `main`, else
 * its body, is taken without furniture.
 */
export function articleOf(page: Page, { title, authors }: Metadata): PageElement {
  const element = firstNamed(page, 'title')
  const own = element === null ? '' : wordsOf(element)
  const body = pruned(withPlainCode(firstNamed(page, 'body') ?? page.root), own)
  if (isPlain(page)) return body
  const article = untrimmed(page, body, own)
  const choices = [trimmed(article, { title, authors }), article]
  return choices.find((choice) => lengthOf(choice) > 0) ?? body
}

function untrimmed(page: Page, body: PageElement, title: string): PageElement {
  const isManageable = page.elements.length <= MOST_ELEMENTS && depthOf(body) <= DEEPEST
  const found = isManageable ? readable(body, title) : null
  const container = containerOf(body)
  const whole = withoutFurniture(container ?? body, titlesOf(page))
  const length = lengthOf(whole)
  const share = (found === null ? 0 : lengthOf(found)) / Math.max(length, 1)
  if (found !== null && container !== null && share >= COMPARABLE && share < 1) return completed(whole, found)
  const long = length > (container === null ? SHORT_BODY : SHORT_ARTICLE)
  return found !== null && share > 0 && (long || share >= FRACTION) ? found : whole
}

const depthOf = ({ children }: PageElement): number =>
  children.reduce((most, child) => (child.kind === 'text' ? most : Math.max(most, 1 + depthOf(child))), 0)

/** In UTF-16 units; tried on the corpora: higher bounds bring in what stands around longer articles. */
const SHORT_ARTICLE = 4000
const SHORT_BODY = 800
const FRACTION = 0.6
/** From this share on, the container and what was found are one article. */
const COMPARABLE = 0.4

const lengthOf = (element: PageElement): number => squeezed(element.children).length

/** The one element that says it holds the article. */
function containerOf(body: PageElement): PageElement | null {
  const elements = [...descendants(body)]
  const tests: readonly ((element: PageElement) => boolean)[] = [
    ({ attributes }) => /\barticleBody\b/.test(attributes.get('itemprop') ?? ''),
    ({ name }) => name === 'article',
    ({ name, attributes }) => name === 'main' || attributes.get('role') === 'main',
  ]
  for (const test of tests) {
    const found = elements.filter(test)
    if (found.length === 1 && found[0] !== undefined) return found[0]
  }
  return null
}

/** The page's own container with what was found in it, and the running words after its start that were left out. */
function completed(container: PageElement, found: PageElement): PageElement {
  const known = linesOf(found).map(({ text }) => text)
  const exact = new Set(known)
  const words = letters(known.join(''))
  const isKnown = (text: string): boolean =>
    exact.has(text) || (text.length > 30 && words.includes(letters(text)))
  const all = linesOf(container)
  const missing = new Set(all.filter(({ text }) => !isKnown(text)))
  const first = all.findIndex((line) => isProse(line) && !missing.has(line))
  const recovered = all.filter(
    (line, index) => index > first && missing.has(line) && isProse(line) && !isCaption(line),
  )
  if (recovered.length === 0) return found
  for (const line of recovered) missing.delete(line)
  // A heading that stands right before words of the article is its own.
  all.forEach((line, index) => {
    const next = all[index + 1]
    const isOwn = line.heading && index > first && next !== undefined && isProse(next) && !missing.has(next)
    if (isOwn) missing.delete(line)
  })
  return without(container, new Set([...missing].flatMap(({ nodes }) => nodes)))
}

/** What a heading says that repeats the page's title: it is no part of the words, as in longer pages. */
function titlesOf(page: Page): ReadonlySet<string> {
  const title = firstNamed(page, 'title')
  const heading = firstNamed(page, 'h1')
  const words = heading === null ? '' : squeezed(heading.children)
  return new Set(title !== null && words !== '' && squeezed(title.children).includes(words) ? [words] : [])
}

const FURNITURE = new Set(['nav', 'aside', 'footer', 'form', 'button', 'select', 'dialog', 'menu', 'header'])
const MANY_LINKS = 0.3

/** A page of words and little else, such as a word processor writes: nothing has to be found in it. */
function isPlain(page: Page): boolean {
  if (page.elements.some(({ name }) => FURNITURE.has(name) || name === 'article' || name === 'main'))
    return false
  const body = firstNamed(page, 'body')
  if (body === null) return true
  let linked = 0
  for (const element of descendants(body)) {
    if (element.name === 'div' && (element.attributes.has('class') || element.attributes.has('id')))
      return false
    if (element.name === 'a' && element.attributes.has('href')) linked += wordsOf(element).length
  }
  return linked <= wordsOf(body).trim().length * MANY_LINKS
}

function withoutFurniture(element: PageElement, titles: ReadonlySet<string>): PageElement {
  const children = element.children
    .filter((child) => child.kind === 'text' || !(FURNITURE.has(child.name) || isHead(child, titles)))
    .map((child) => (child.kind === 'text' ? child : withoutFurniture(child, titles)))
  return { ...element, children }
}

/** The headline and the byline, which are metadata. */
const isHead = (element: PageElement, titles: ReadonlySet<string>): boolean =>
  (element.name === 'h1' && titles.has(squeezed(element.children))) ||
  (/(?:^|[\s_-])byline(?:$|[\s_-])/i.test(element.attributes.get('class') ?? '') &&
    squeezed(element.children).length < 100)
