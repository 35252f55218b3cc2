import type { Page, PageElement } from './page.ts'
import { firstNamed, wordsOf } from './page.ts'

const SEPARATOR = /\s+[|–—\-»›·/:\\]+\s+|\s*[|»]\s*/u

const BRACKETED = /\s\[([^[\]]{2,40})\]$/

/**
 * The headline, without the site's name: of the titles that the page's data
 * give, the first that the page shows too, else the first; without any, its
 * `title` element or top heading.
 */
export function pageTitle(page: Page, given: readonly string[], site: string | null): string {
  const title = firstNamed(page, 'title')
  const whole = title === null ? '' : squeeze(wordsOf(title))
  const heading = mainHeading(page, whole)
  const shown = bare(`${whole} ${heading ?? ''}`)
  const best =
    given.find((candidate) => bare(candidate) !== '' && shown.includes(bare(candidate))) ?? given[0]
  if (best !== undefined) return withoutSite(best, site, heading)
  return whole === '' ? (heading ?? '') : withoutSite(whole, site, heading, true)
}

const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** The first-level heading that the `title` repeats, else the first; one that links to the site's start is its name. */
function mainHeading(page: Page, title: string): string | null {
  const headings = page.elements
    .filter((element) => element.name === 'h1' && !isSiteName(element))
    .map((heading) => squeeze(wordsOf(heading).replaceAll('¶', '')))
    .filter((heading) => heading !== '')
  return (
    headings.find((heading) => bare(heading) !== '' && bare(title).includes(bare(heading))) ??
    headings[0] ??
    null
  )
}

function isSiteName(heading: PageElement): boolean {
  const link = heading.children.find((child) => child.kind === 'element' && child.name === 'a')
  const href = link?.kind === 'element' ? link.attributes.get('href') : undefined
  return href !== undefined && /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/.test(href) && href !== ''
}

/**
 * A title less "| The Courier": what is cut must be the site's name, or the rest must be the page's heading. From
 * a `title` element a short last part after a bar or dash is taken for the site's name too.
 */
function withoutSite(title: string, site: string | null, heading: string | null, guess = false): string {
  const whole = squeeze(title)
  if (heading !== null && heading.length > 8 && whole !== heading && whole.includes(heading)) return heading
  const bracketed = BRACKETED.exec(whole)
  if (bracketed?.[1] !== undefined && (guess || (site !== null && sameName(bracketed[1], site))))
    return whole.slice(0, bracketed.index)
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
