import type { Page } from './page.ts'
import { firstNamed, wordsOf } from './page.ts'

const SEPARATOR = /\s+[|–—\-»›·/:\\]+\s+|\s*[|»]\s*/u

/**
 * The headline, without the site's name: of the titles that the page's data
 * give, the first that the page shows too, else the first; without any, its
 * `title` element or top heading.
 */
export function pageTitle(page: Page, given: readonly string[], site: string | null): string {
  const title = firstNamed(page, 'title')
  const heading = mainHeading(page)
  const whole = title === null ? '' : squeeze(wordsOf(title))
  const shown = bare(`${whole} ${heading ?? ''}`)
  const best =
    given.find((candidate) => bare(candidate) !== '' && shown.includes(bare(candidate))) ?? given[0]
  if (best !== undefined) return withoutSite(best, site, heading)
  return whole === '' ? (heading ?? '') : withoutSite(whole, site, heading, true)
}

const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** The page's only first-level heading, or the first where several are. */
function mainHeading(page: Page): string | null {
  const headings = page.elements
    .filter(({ name }) => name === 'h1')
    .map((heading) => squeeze(wordsOf(heading)))
  return headings.find((heading) => heading !== '') ?? null
}

/**
 * A title less "| The Courier": what is cut must be the site's name, or the rest must be the page's heading. From
 * a `title` element a short last part after a bar or dash is taken for the site's name too.
 */
function withoutSite(title: string, site: string | null, heading: string | null, guess = false): string {
  const whole = squeeze(title)
  if (heading !== null && heading.length > 8 && whole !== heading && whole.includes(heading)) return heading
  const parts = whole.split(SEPARATOR)
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return whole
  const cut = whole.slice(0, whole.lastIndexOf(last)).replace(/[\s|–—\-»›·/:\\]+$/u, '')
  if (site !== null && sameName(last, site)) return cut
  const start = parts[0] ?? ''
  if (site !== null && sameName(start, site))
    return whole.slice(start.length).replace(/^[\s|–—\-»›·/:\\]+/u, '')
  return guess && last.split(' ').length <= 4 && cut.split(' ').length >= 4 ? cut : whole
}

const sameName = (one: string, other: string): boolean => bare(one) === bare(other)

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+|^www\.|\.(?:com|org|net|co\.uk)$/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
