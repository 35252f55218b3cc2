import type { Page, PageElement } from './page.ts'
import { wordsOf } from './page.ts'

/** The name in an element of microdata: its own words, or those of the `name` inside; or null. */
export function itemName(page: Page, property: string): string | null {
  const item = itemOf(page, property)
  if (item === undefined) return null
  const inside = page.elements.find(
    (element) => has(element.attributes.get('itemprop'), 'name') && within(element, item),
  )
  const words = wordsOf(inside ?? item)
    .replace(/\s+/g, ' ')
    .trim()
  const name = words === '' ? (inside?.attributes.get('content') ?? '') : words
  return name === '' || name.length > 120 ? null : name
}

/** The date in an element of microdata, as it is written there; or null. */
export function itemDate(page: Page, property: string): string | null {
  const item = page.elements.find(({ attributes }) => has(attributes.get('itemprop'), property))
  if (item === undefined) return null
  const values = [
    item.attributes.get('datetime'),
    item.attributes.get('content'),
    wordsOf(item).slice(0, 100),
  ]
  return values.find((value) => value !== undefined && value.trim() !== '')?.trim() ?? null
}

const itemOf = (page: Page, property: string): PageElement | undefined =>
  page.elements.find(({ name, attributes }) => name !== 'meta' && has(attributes.get('itemprop'), property))

const has = (value: string | undefined, word: string): boolean => value?.split(/\s+/).includes(word) ?? false

const within = (inside: PageElement, outside: PageElement): boolean =>
  inside !== outside && inside.start >= outside.start && inside.end <= outside.end && inside.start >= 0
