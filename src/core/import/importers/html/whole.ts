import { withPlainCode } from './code-blocks.ts'
import type { Page, PageElement } from './page.ts'
import { firstNamed } from './page.ts'

/** All that a page shows: for messages and selections, where everything is the article. */
export const wholeOf = (page: Page): PageElement =>
  shown(withPlainCode(firstNamed(page, 'body') ?? page.root))

const shown = (element: PageElement): PageElement => ({
  ...element,
  children: element.children
    .filter((child) => child.kind === 'text' || !isHidden(child))
    .map((child) => (child.kind === 'text' ? child : shown(child))),
})

/** Newsletters open with words for the list of messages alone, hidden in each of these ways. */
const isHidden = ({ attributes }: PageElement): boolean =>
  attributes.has('hidden') || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes.get('style') ?? '')
