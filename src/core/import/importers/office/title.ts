import type { Page } from '../html/page.ts'
import { wordsOf } from '../html/page.ts'

/** The class of a heading that the author gave the style “Title”. */
export const TITLE_CLASS = 'document-title'

/** The words of the first such heading, or null. */
export function titleIn(page: Page): string | null {
  const title = page.elements.find(({ attributes }) => attributes.get('class') === TITLE_CLASS)
  return title === undefined ? null : wordsOf(title)
}
