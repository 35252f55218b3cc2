import { decodedText } from './decoded-text.ts'
import type { Page, PageElement } from './page.ts'
import { firstNamed, wordsOf } from './page.ts'

/** What stands between a headline and a site's name; a full-width bar needs no space around it. */
const SEPARATOR = /\s[|–—\-»«›‹·•~/:\\]{1,3}\s|\s?[|»｜]\s?|_(?=\P{ASCII})|(?<=\P{ASCII})_/u
const EDGES = /^[\s|–—\-»«›‹·•~/:\\｜_]+|[\s|–—\-»«›‹·•~/:\\｜_]+$/gu
const BRACKETED = /\s\[([^[\]]{2,40})\]$/
/** In UTF-16 units; in a longer one nothing is looked for. */
const LONGEST_TITLE = 500
/** In words; two letters of a script without spaces count as one. */
const LONG_HEADLINE = 4
const LONGEST_SITE = 4

/**
 * The headline, without the site's name: of the titles that the page's data give, the first that the page shows too,
 * else the first; without any, its `title` element or top heading. `sites` are the names that the page's data and its address give the site.
 */
export function pageTitle(page: Page, given: readonly string[], sites: readonly string[]): string {
  const title = firstNamed(page, 'title')
  const whole = title === null ? '' : squeeze(wordsOf(title))
  const heading = mainHeading(page, whole)
  const shown = bare(`${whole} ${heading ?? ''}`)
  const candidates = given.map(decodedText).filter((candidate) => {
    const name = bare(candidate)
    return name !== '' && !sites.some((site) => bare(site) === name)
  })
  const best = candidates.find((candidate) => shown.includes(bare(candidate)))
  if (best !== undefined) return withoutSite(best, sites, heading)
  const [first] = candidates
  if (first !== undefined) return withoutSite(first, sites, heading)
  const rest = whole === '' ? '' : withoutSite(whole, sites, heading, true)
  const isGeneric = rest === '' || sites.some((site) => bare(site) === bare(rest))
  return isGeneric ? (heading ?? whole) : rest
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
 * a `title` element short last parts after a bar or dash are taken for the site's name and its sections too.
 */
function withoutSite(title: string, sites: readonly string[], heading: string | null, guess = false): string {
  const whole = squeeze(title)
  if (heading !== null && heading.length > 8 && whole !== heading && whole.includes(heading)) return heading
  if (whole.length > LONGEST_TITLE) return whole
  const bracketed = BRACKETED.exec(whole)
  if (bracketed?.[1] !== undefined && (guess || isSite(bracketed[1], sites)))
    return whole.slice(0, bracketed.index)
  const cut = withoutNames(whole, sites)
  return guess ? withoutSections(cut, cut === whole) : cut
}

/** Less the site's names at either end; a name may hold a separator of its own. */
function withoutNames(whole: string, sites: readonly string[]): string {
  let rest = whole
  for (let again = true; again;) {
    again = false
    const places = [...rest.matchAll(new RegExp(SEPARATOR, 'gu'))]
    for (const { index, 0: separator } of places) {
      const before = rest.slice(0, index)
      const after = rest.slice(index + separator.length)
      if (isSite(after, sites) || isSite(before, sites)) {
        rest = (isSite(after, sites) ? before : after).replace(EDGES, '')
        again = rest !== ''
        break
      }
    }
  }
  return rest === '' ? whole : rest
}

/** Less the sections that a title trails; where `alone`, less one short last part too. */
function withoutSections(whole: string, alone: boolean): string {
  const parts = whole.split(SEPARATOR)
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return whole
  const cut = whole.slice(0, whole.lastIndexOf(last)).replace(EDGES, '')
  const isShort = size(last) <= LONGEST_SITE && size(cut) >= LONG_HEADLINE
  if (!isShort) return whole
  // "Headline | World | News": one kind of separator throughout, and only the first part long.
  const [first = ''] = parts
  const isTrail =
    parts.length > 2 &&
    /\s[|»·]\s|_/.test(whole) &&
    size(first) >= LONG_HEADLINE &&
    parts.slice(1).every((part) => size(part) <= 2)
  if (isTrail) return first
  return alone ? cut : whole
}

const size = (words: string): number =>
  words.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length +
  Math.floor((words.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu)?.length ?? 0) / 2)

const isSite = (part: string, sites: readonly string[]): boolean => {
  const name = bare(part)
  return name !== '' && sites.some((site) => bare(site) === name || bare(hostLabel(site)) === name)
}

/** "courier" of "news.courier.co.uk". */
const hostLabel = (site: string): string =>
  /^(?:[\w-]+\.)*?([\w-]{4,})\.(?:co\.|com\.|org\.)?[a-z]{2,6}$/i.exec(site.slice(0, 100))?.[1] ?? site

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+|^www\.|\.(?:com|org|net|co\.uk)$/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
