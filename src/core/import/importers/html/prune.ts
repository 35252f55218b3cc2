import type { PageElement, PageNode } from './page.ts'
import { descendants, wordsOf } from './page.ts'

/** Below this many UTF-16 units an article that holds the page's heading may be a mere teaser. */
const LEAST_ARTICLE = 600
/** What is hidden holds the article when it has this share of the page's words. */
const MOST_WORDS = 0.5

/**
 * A page's body without what is no article wherever it stands: hidden parts, navigation, cards that pop up over a
 * sentence, and, where one of several articles holds the page's heading, the others. `title` is the page's own.
 */
export function pruned(body: PageElement, title: string): PageElement {
  const sizes = sizesIn(body)
  const size = sizes.get(body) ?? NO_WORDS
  const others = otherArticles(body, letters(title))
  const isLost = (element: PageElement, inLine: boolean): boolean =>
    others.has(element) ||
    isNavigation(element) ||
    (isHidden(element, inLine) && (sizes.get(element) ?? NO_WORDS).all < size.all * MOST_WORDS) ||
    (inLine && isPopup(element, sizes.get(element) ?? NO_WORDS))
  const without = (element: PageElement, inLine: boolean): PageElement => {
    const children: PageNode[] = []
    for (const child of element.children) {
      if (child.kind === 'text') children.push(child)
      else if (!isLost(child, inLine)) {
        const rest = without(child, inLine || child.name === 'p' || child.name === 'li')
        if (isEmbed(child, sizes)) for (const inside of rest.children) children.push(inside)
        else children.push(isCallout(child) || isSpeaker(child, element) ? { ...rest, name: 'div' } : rest)
      }
    }
    return { ...element, children }
  }
  return without(body, false)
}

export const letters = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const isNavigation = ({ name, attributes }: PageElement): boolean =>
  name === 'nav' ||
  /^(?:navigation|search|dialog|alertdialog|menu|menubar)$/.test(attributes.get('role') ?? '')

/** What is hidden from those who listen is seen by all others: inside a line it is a word of it, else decoration. */
const isHidden = ({ attributes, children }: PageElement, inLine: boolean): boolean =>
  attributes.has('hidden') ||
  (attributes.get('aria-hidden') === 'true' && !(inLine && children.some(hasLetters))) ||
  (inLine && UNSEEN.test((attributes.get('class') ?? '').slice(0, 500))) ||
  isHiddenByName((attributes.get('class') ?? '').slice(0, 500)) ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test((attributes.get('style') ?? '').slice(0, 1000))

/** What is there for those who listen, and seen by nobody. */
const UNSEEN =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|assistive-text|u-hidden-visually)(?:\s|$)/i

/** As the common style sheets call it; not where another size of window shows it. */
const isHiddenByName = (names: string): boolean =>
  /(?:^|\s)(?:hidden|d-none|is-hidden|display-none)(?:\s|$)/.test(names) &&
  !/(?:^|\s)(?:(?:sm|md|lg|xl|2xl):|d-(?:sm|md|lg|xl)-)(?:block|flex|grid|inline|table|contents)/.test(names)

const hasLetters = (node: PageNode): boolean =>
  node.kind === 'text' ? /[\p{L}\p{N}]/u.test(node.value) : node.children.some(hasLetters)

/** Inside a line, a picture and then several links: the card that a site shows over a name. */
const isPopup = (element: PageElement, { links }: Size): boolean =>
  element.name === 'span' && links >= 2 && startsWithImage(element)

function startsWithImage({ children }: PageElement): boolean {
  const first = children.find((child) => child.kind === 'element' || child.value.trim() !== '')
  return first?.kind === 'element' && (first.name === 'img' || startsWithImage(first))
}

/** A note set apart inside an article, which is an `aside` on some pages. */
const isCallout = ({ name, attributes }: PageElement): boolean =>
  name === 'aside' &&
  (/^(?:note|doc-tip|doc-notice)$/.test(attributes.get('role') ?? '') ||
    /(?:^|[\s_-])(?:callout|admonition|alert|note|notice|tip|warning)(?:$|[\s_-])/i.test(
      attributes.get('class') ?? '',
    ))

/** Who said a quotation stands in its `footer`, which says nothing of the page's own. */
const isSpeaker = ({ name }: PageElement, parent: PageElement): boolean =>
  name === 'footer' && parent.name === 'blockquote'

/** UTF-16 units of words, in all and inside quotations, and the number of links. */
interface Size {
  readonly all: number
  readonly quoted: number
  readonly links: number
}

const NO_WORDS: Size = { all: 0, quoted: 0, links: 0 }

function sizesIn(body: PageElement): Map<PageElement, Size> {
  const sizes = new Map<PageElement, Size>()
  const sizeOf = (element: PageElement): Size => {
    let all = 0
    let quoted = 0
    let links = element.name === 'a' && element.attributes.has('href') ? 1 : 0
    for (const child of element.children) {
      const size = child.kind === 'text' ? { ...NO_WORDS, all: child.value.trim().length } : sizeOf(child)
      all += size.all
      quoted += size.quoted
      links += size.links
    }
    const size = { all, quoted: element.name === 'blockquote' ? all : quoted, links }
    sizes.set(element, size)
    return size
  }
  sizeOf(body)
  return sizes
}

/** A box around an embedded quotation: its name ("social", "embed") and its links say nothing against the words. */
function isEmbed(element: PageElement, sizes: ReadonlyMap<PageElement, Size>): boolean {
  const { all, quoted } = sizes.get(element) ?? NO_WORDS
  return element.name === 'div' && quoted > 0 && quoted >= all * 0.8
}

function otherArticles(body: PageElement, title: string): Set<PageElement> {
  const articles = outermost(body)
  const headed = articles.filter((article) =>
    [...descendants(article)].some((element) => isHeadline(element, title)),
  )
  const [main] = headed
  return headed.length === 1 && main !== undefined && wordsOf(main).length > LEAST_ARTICLE
    ? new Set(articles.filter((article) => article !== main))
    : new Set()
}

function outermost(body: PageElement): PageElement[] {
  const articles: PageElement[] = []
  const gather = (element: PageElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text') continue
      if (child.name === 'article') articles.push(child)
      else gather(child)
    }
  }
  gather(body)
  return articles
}

function isHeadline(element: PageElement, title: string): boolean {
  const words = element.name === 'h1' || element.name === 'h2' ? letters(wordsOf(element)) : ''
  return words.length >= 8 && title.includes(words)
}
