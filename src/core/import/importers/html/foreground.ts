import { namesOf } from './furniture-names.ts'
import type { Page, PageElement } from './page.ts'
import { descendants } from './page.ts'

/** What is said about other articles, or by other people. */
const BACKGROUND =
  /-(?:comments?|comment-\w+|commentlist|disqus|respond|replies|related|related-\w+|relateds|recommended|recommendations?|suggested|suggestions?|sidebar|aside|widget|footer|popular|trending|most-read|latest|recent|recent-\w+|newest|more-(?:stories|posts|articles|news|from|on)|read-(?:next|more|also)|next|previous|prev|teasers?|promos?|infobox|newsletter|subscribe|navigation|archive-list)-/
/** A quick look at the names as they are written, for most elements have none of these. */
const MAYBE =
  /comment|disqus|respond|repl|relat|recommend|suggest|sidebar|aside|widget|footer|popular|trending|most|latest|recent|newest|more|read|next|prev|teaser|promo|infobox|newsletter|subscribe|navigation|archive/i
const BACKGROUND_NAMES = new Set(['aside', 'footer', 'nav', 'form', 'dialog'])
/** An element that holds more of the page than this is the page itself, whatever it is called. */
const LARGE = 0.4
const MOST_HEADINGS = 20

/** Gives the elements that speak of a page's own article; most pages say all in their data, and nobody asks. */
export type Foreground = () => readonly PageElement[]

export function foregroundOf(page: Page): Foreground {
  let elements: readonly PageElement[] | null = null
  return () => (elements ??= foreground(page))
}

/**
 * The elements of a page where it speaks of its own article: not those of comments, of lists of other articles, of
 * forms, nor the footer. In document order.
 */
function foreground(page: Page): PageElement[] {
  const headings = page.elements.filter(({ name }) => name === 'h1').slice(0, MOST_HEADINGS)
  const length = Math.max(page.root.end, 1)
  const isBackground = (element: PageElement): boolean =>
    element.end - element.start < length * LARGE &&
    isNamedSo(element) &&
    !headings.some(({ start, end }) => start >= element.start && end <= element.end)
  const elements: PageElement[] = []
  const waiting: PageElement[] = [page.root]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next !== page.root) elements.push(next)
    for (const child of next.children.toReversed())
      if (child.kind === 'element' && !isBackground(child)) waiting.push(child)
  }
  return elements
}

const isNamedSo = (element: PageElement): boolean =>
  (BACKGROUND_NAMES.has(element.name) && !holdsOwnDate(element)) ||
  /\bcomment\b/i.test(element.attributes.get('itemprop') ?? '') ||
  (element.attributes.get('itemtype') ?? '').endsWith('/Comment') ||
  (mayBeNamedSo(element) && BACKGROUND.test(namesOf(element)))

function mayBeNamedSo({ attributes }: PageElement): boolean {
  const [names, id] = [attributes.get('class'), attributes.get('id')]
  return (names !== undefined && MAYBE.test(names)) || (id !== undefined && MAYBE.test(id))
}

/** A footer or aside inside an article may hold its byline. */
function holdsOwnDate(element: PageElement): boolean {
  for (const { attributes } of descendants(element))
    if (/\bdatePublished\b/.test(attributes.get('itemprop') ?? '') || attributes.has('pubdate')) return true
  return false
}
