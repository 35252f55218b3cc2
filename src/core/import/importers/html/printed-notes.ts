import type { PageElement } from './page.ts'
import { descendants, wordsOf } from './page.ts'

/** A list's heading, in the languages that most saved pages are in. */
const HEADING =
  /^(?:(?:foot|end)?notes?|references?|sources|notes (?:and|&) references|(?:fu(?:ß|ss)noten|endnoten|anmerkungen|einzelnachweise|quellen)|notes et références|références|notas(?: al pie)?|referencias|referências|fuentes|fontes|note|riferimenti|fonti|noten|bronnen|voetnoten|noter|fotnoter|källor|przypisy|примечания|сноски|注释|脚注|注|각주)\s*:?$/iu
const REFERENCE = /^\s*[[(]?(\d{1,3})[\])]?\s*$/
const MOST = 500
const LONGEST_HEADING = 40

/**
 * References that are numbers set high and no links, and the items of the list of notes that they mean. Only where no
 * doubt is left: there is one list under a heading that says so, each of its numbers stands exactly once, all
 * of them in order. A power or a square metre among them leaves everything as it is.
 */
export function printedNotes(article: PageElement): ReadonlyMap<PageElement, PageElement> {
  const found = new Map<PageElement, PageElement>()
  const elements = [...descendants(article)]
  const [items, ...more] = lists(elements)
  if (items === undefined || more.length > 0) return found
  const references = elements.filter(isReference)
  const numbers = references.map((element) => Number(REFERENCE.exec(wordsOf(element))?.[1]))
  const isComplete = numbers.length === items.length && numbers.every((number, index) => number === index + 1)
  const first = items[0]
  const stands = references.every(({ start, end }) => start >= 0 && first !== undefined && end <= first.start)
  if (isComplete && stands)
    references.forEach((reference, index) => {
      const item = items[index]
      if (item !== undefined) found.set(reference, item)
    })
  return found
}

/** The items of each ordered list whose heading says that it is one of notes. */
function lists(elements: readonly PageElement[]): PageElement[][] {
  return elements.flatMap((list, index) => {
    if (list.name !== 'ol' || (list.attributes.get('start') ?? '1') !== '1') return []
    const items = list.children.filter((child): child is PageElement => child.kind === 'element')
    const isList = items.length > 0 && items.length <= MOST && items.every(({ name }) => name === 'li')
    return isList && isHeaded(elements, index) ? [items] : []
  })
}

/** How many elements back a heading may begin, with what is inside it. */
const NEAR = 6

function isHeaded(elements: readonly PageElement[], index: number): boolean {
  const list = elements[index]
  const before = elements.slice(Math.max(index - NEAR, 0), index)
  const heading = before.findLast(
    (element) => /^(?:h[1-6]|p|strong|b|summary|dt|div)$/.test(element.name) && !holds(element, list),
  )
  const words = heading === undefined ? '' : wordsOf(heading).replace(/\s+/g, ' ').trim()
  return words.length <= LONGEST_HEADING && HEADING.test(words)
}

const holds = (element: PageElement, inside: PageElement | undefined): boolean =>
  inside !== undefined && element.start <= inside.start && element.end >= inside.end

/** Without a link inside: those are found by what they lead to. */
const isReference = (element: PageElement): boolean =>
  element.name === 'sup' &&
  REFERENCE.test(wordsOf(element)) &&
  ![...descendants(element)].some(({ name, attributes }) => name === 'a' && attributes.has('href'))
