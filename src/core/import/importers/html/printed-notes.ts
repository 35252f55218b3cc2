import type { PageElement, PageNode } from './page.ts'
import { descendants, wordsOf } from './page.ts'

/** A list's heading, in the languages that most saved pages are in. */
const HEADING =
  /^(?:(?:foot|end)?notes?|references?|sources|(?:notes|references|sources) (?:and|&) (?:notes|references|sources)|(?:fu(?:ß|ss)noten|endnoten|anmerkungen|einzelnachweise|quellen)|notes et références|références|notas(?: al pie)?|referencias|referências|fuentes|fontes|note|riferimenti|fonti|noten|bronnen|voetnoten|noter|fotnoter|källor|przypisy|примечания|сноски|注释|脚注|注|각주)\s*:?$/iu
const REFERENCE = /^\s*[[(]?(\d{1,3})[\])]?\s*$/
const MOST = 500
const LONGEST_HEADING = 40

/** A reference and the parts of the note that it means, without the note's printed number. */
export interface PrintedNote {
  readonly reference: PageElement
  /** As they stand in the page. */
  readonly parts: readonly PageElement[]
  readonly body: PageElement
}

/**
 * Notes whose references are numbers set high and no links. Only where no doubt is left: there is one list of notes, or
 * one run of paragraphs that begin with numbers set apart, under a heading that says so or a rule; each of its numbers
 * stands exactly once before it, all of them in order. A power or a square metre among them leaves everything as it is.
 */
export function printedNotes(article: PageElement): readonly PrintedNote[] {
  const elements = [...descendants(article)]
  const references = elements.filter(isReference)
  if (references.length === 0) return []
  const lists = [...noteLists(elements), ...runs(elements)]
  const [notes, ...more] = lists
  const first = notes?.[0]?.parts[0]
  if (notes === undefined || first === undefined || more.length > 0) return []
  const before = references.filter(({ start }) => start >= 0 && start < first.start)
  const isComplete =
    before.length === notes.length && before.every((each, index) => numberOf(each) === index + 1)
  if (!isComplete || before.some(({ end }) => end > first.start)) return []
  return before.flatMap((reference, index) => {
    const note = notes[index]
    return note === undefined ? [] : [{ reference, ...note }]
  })
}

type Note = Omit<PrintedNote, 'reference'>

const numberOf = (element: PageElement): number => Number(REFERENCE.exec(wordsOf(element))?.[1])

/** Where the ordered lists begin whose heading says that they hold notes. */
export function noteListsIn(article: PageElement): ReadonlySet<number> {
  const elements = [...descendants(article)]
  return new Set(
    elements
      .filter((list, index) => list.name === 'ol' && isHeaded(elements, index))
      .map(({ start }) => start),
  )
}

/** The items of each ordered list whose heading says that it is one of notes. */
function noteLists(elements: readonly PageElement[]): Note[][] {
  return elements.flatMap((list, index) => {
    if (list.name !== 'ol' || (list.attributes.get('start') ?? '1') !== '1') return []
    const items = list.children.filter((child): child is PageElement => child.kind === 'element')
    const isList = items.length > 0 && items.length <= MOST && items.every(({ name }) => name === 'li')
    return isList && isHeaded(elements, index) ? [items.map((item) => ({ parts: [item], body: item }))] : []
  })
}

/** Paragraphs that begin with 1, 2, 3 … set high or bold, with what follows each, to the end of what holds them. */
function runs(elements: readonly PageElement[]): Note[][] {
  return elements.flatMap((holder) => {
    const children = holder.children.filter((child): child is PageElement => child.kind === 'element')
    const first = children.findIndex((child) => printedNumber(child) === 1)
    const before = children[first - 1]
    if (first < 1 || before === undefined || !(before.name === 'hr' || isHeading(before))) return []
    const notes: PageElement[][] = []
    for (const child of children.slice(first)) {
      if (printedNumber(child) === notes.length + 1) notes.push([child])
      else notes.at(-1)?.push(child)
    }
    if (notes.length > MOST) return []
    // What follows the last note belongs to it as far as it is no paragraph of its own.
    const last = notes.at(-1) ?? []
    const end = last.findIndex(({ name }, index) => index > 0 && !PARTS.has(name))
    if (end > 0) last.length = end
    return [notes.map((parts) => ({ parts, body: bodyOf(holder, parts) }))]
  })
}

const PARTS = new Set(['ul', 'ol', 'blockquote', 'pre', 'dl', 'table'])

const bodyOf = (holder: PageElement, parts: readonly PageElement[]): PageElement => ({
  ...holder,
  name: 'div',
  start: parts[0]?.start ?? -1,
  children: parts.map((part, index) => (index === 0 ? numberless(part) : part)),
})

/** The number in the `sup` or bold that a paragraph begins with, or null. */
function printedNumber(element: PageElement): number | null {
  if (element.name !== 'p') return null
  const mark = markOf(element)
  return mark === null ? null : numberOf(mark)
}

function markOf({ children }: PageElement): PageElement | null {
  const first = children.find((child) => child.kind === 'element' || child.value.trim() !== '')
  const isMark = first?.kind === 'element' && ['sup', 'strong', 'b'].includes(first.name)
  return isMark && REFERENCE.test(wordsOf(first)) ? first : null
}

function numberless(element: PageElement): PageElement {
  const mark = markOf(element)
  return { ...element, children: element.children.filter((child: PageNode) => child !== mark) }
}

/** How many elements back a heading may begin, with what is inside it. */
const NEAR = 6

function isHeaded(elements: readonly PageElement[], index: number): boolean {
  const list = elements[index]
  const before = elements.slice(Math.max(index - NEAR, 0), index)
  const heading = before.findLast(
    (element) => /^(?:h[1-6]|p|strong|b|summary|dt|div)$/.test(element.name) && !holds(element, list),
  )
  return heading !== undefined && isHeading(heading)
}

function isHeading(element: PageElement): boolean {
  const words = wordsOf(element)
  return (
    words.length <= LONGEST_HEADING * 4 &&
    HEADING.test(words.replace(/\s+/g, ' ').trim().slice(0, LONGEST_HEADING))
  )
}

const holds = (element: PageElement, inside: PageElement | undefined): boolean =>
  inside !== undefined && element.start <= inside.start && element.end >= inside.end

/** Without a link inside: those are found by what they lead to. */
const isReference = (element: PageElement): boolean =>
  element.name === 'sup' &&
  REFERENCE.test(wordsOf(element)) &&
  ![...descendants(element)].some(({ name, attributes }) => name === 'a' && attributes.has('href'))
