import type { PageElement } from './page.ts'
import { descendants, wordsOf } from './page.ts'

const MOST = 20

/** The name in the first element of microdata for a property: its own words, or those of the `name` inside; or null. */
export const itemName = (elements: readonly PageElement[], property: string): string | null =>
  itemNames(elements, property)[0] ?? null

/** The same for every such element that stands in no other. */
export function itemNames(elements: readonly PageElement[], property: string): string[] {
  const names: string[] = []
  let end = -1
  for (const element of elements) {
    if (names.length >= MOST) break
    if (element.name === 'meta' || element.start < end || !has(element, property)) continue
    end = element.end
    const name = nameIn(element)
    if (name !== '' && name.length <= 120) names.push(name)
  }
  return names
}

function nameIn(item: PageElement): string {
  const inside = [...descendants(item)].find((element) => element !== item && has(element, 'name'))
  const words = squeeze(wordsOf(inside ?? item))
  return words === '' ? (inside?.attributes.get('content') ?? '').trim() : words
}

/** The date in an element of microdata, as it is written there; or null. */
export function itemDate(elements: readonly PageElement[], property: string): string | null {
  const item = elements.find((element) => has(element, property))
  if (item === undefined) return null
  const values = [
    item.attributes.get('datetime'),
    item.attributes.get('content'),
    wordsOf(item).slice(0, 100),
  ]
  return values.find((value) => value !== undefined && value.trim() !== '')?.trim() ?? null
}

const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim()

const has = ({ attributes }: PageElement, word: string): boolean =>
  attributes.get('itemprop')?.split(/\s+/).includes(word) ?? false
