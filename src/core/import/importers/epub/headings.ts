import type { PageElement, PageNode } from '../html/page.ts'
import { descendants, wordsOf } from '../html/page.ts'
import { BLOCKS } from '../html/vocabulary.ts'
import type { Entry } from './navigation.ts'

const HEADING = /^h[1-6]$/
/** A file of fewer words is a cover, a half-title or a dedication. */
const LEAST_WORDS = 50
const OPENING = 8

/**
 * A chapter whose heading is a plain paragraph gets a heading by the table of
 * contents; one that shows none gets the line of the table of contents as its
 * heading, made by `make`.
 */
export function withHeading(
  chapter: PageElement,
  entry: Entry | undefined,
  make: (name: string, words: string) => PageElement,
): PageElement {
  if (entry === undefined) return chapter
  const inside = [...descendants(chapter)]
  if (inside.some(({ name }) => HEADING.test(name))) return chapter
  const name = `h${String(Math.min(entry.depth, 6))}`
  const title = folded(entry.label)
  const leaves = inside.filter(isLeaf).slice(0, OPENING)
  const shown = new Set<number>()
  for (const leaf of leaves) {
    const words = folded(wordsOf(leaf))
    if (words !== '' && title.includes(words)) shown.add(leaf.start)
    else if (words !== '') break
  }
  if (shown.size > 0) return renamed(chapter, shown, name)
  const words = wordsOf(chapter).match(/\p{L}+/gu)?.length ?? 0
  const said = folded(leaves.map(wordsOf).join(' ')).startsWith(title)
  if (words < LEAST_WORDS || said) return chapter
  return { ...chapter, children: [make(name, entry.label), ...chapter.children] }
}

const isLeaf = (element: PageElement): boolean => {
  if (!['p', 'div'].includes(element.name)) return false
  for (const inside of descendants(element)) if (inside !== element && BLOCKS.has(inside.name)) return false
  return true
}

const renamed = (element: PageElement, starts: ReadonlySet<number>, name: string): PageElement => ({
  ...element,
  name: starts.has(element.start) ? name : element.name,
  children: element.children.map((child): PageNode =>
    child.kind === 'text' ? child : renamed(child, starts, name),
  ),
})

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
