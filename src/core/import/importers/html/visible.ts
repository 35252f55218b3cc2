import { bylineOf, isName as isPersonName, namesIn } from '../../byline.ts'
import type { Page, PageElement } from './page.ts'
import { descendants, wordsOf } from './page.ts'
import { BLOCKS } from './vocabulary.ts'

const BYLINE =
  /(?:^|[\s_-])(?:byline|author|by-author|writtenby|p-author|contributor|dateline)s?(?:$|[\s_-])|byline|author[-_]?name/i
const NOT_BYLINE = /comment|related|footer|bio|avatar|image|photo|social|share/i
const LONGEST = 100
const MOST = 200

/** The authors that a page shows in a byline: `rel=author`, a class that says so, or "By …" near its top. */
export function visibleByline(page: Page): string[] {
  const bylines = page.elements.filter(isBylineElement)
  const certain = bylines.filter(isName)
  for (const element of [...certain.slice(0, MOST), ...bylines.slice(0, MOST)]) {
    const named = [...descendants(element)].find((inside) => inside !== element && isName(inside))
    const names = [...(named === undefined ? [] : namesOf(wordsOf(named))), ...namesOf(shownWords(element))]
    if (names.length > 0) return [...new Set(names)]
  }
  for (const element of page.elements) {
    if (!['p', 'div', 'span', 'address'].includes(element.name)) continue
    const words = squeeze(wordsOf(element))
    if (words.length <= LONGEST && /^by\s/i.test(words)) {
      const byline = bylineOf(words)
      if (byline !== null) return [...byline.authors]
    }
  }
  return []
}

/** What holds a name and nothing else. */
const isName = ({ attributes }: PageElement): boolean =>
  /(?:^|[\s_-])(?:fn|author[-_]?name|byline[-_]?name)(?:$|[\s_-])/i.test(attributes.get('class') ?? '') ||
  /\bname\b/.test(attributes.get('itemprop') ?? '') ||
  /\bauthor\b/.test(attributes.get('rel') ?? '')

/** The words as lines, parted by bars where the page breaks them. */
function shownWords(element: PageElement): string {
  const parts: string[] = []
  for (const child of element.children)
    parts.push(
      child.kind === 'text'
        ? child.value
        : child.name === 'br' || BLOCKS.has(child.name)
          ? ` | ${wordsOf(child)} | `
          : wordsOf(child),
    )
  return parts.join('')
}

function isBylineElement({ name, attributes }: PageElement): boolean {
  if (['meta', 'link', 'body', 'html', 'img', 'figure'].includes(name)) return false
  if (/\bauthor\b/.test(attributes.get('rel') ?? '')) return true
  const marks = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`
  return BYLINE.test(marks) && !NOT_BYLINE.test(marks)
}

function namesOf(text: string): string[] {
  const words = squeeze(text)
  if (words === '' || words.length > LONGEST) return []
  const byline = bylineOf(words) ?? bylineOf(`By ${words}`)
  const names = byline === null ? namesIn(words) : [...byline.authors]
  return names.filter((name) => isPersonName(name) && /\p{L}{3}/u.test(name) && name.split(' ').length <= 5)
}

const DATED =
  /(?:^|[\s_-])(?:date|published|pubdate|timestamp|posted|entry-date|dateline|time)(?:$|[\s_-])|publish(?:ed)?[-_]?(?:date|time|on)/i

/** Dates that a page shows, likeliest first: `time` elements, then elements whose class says so. */
export function visibleDate(page: Page): string[] {
  const times = page.elements.filter(({ name }) => name === 'time')
  const marked = times.filter(
    ({ attributes }) => attributes.has('pubdate') || /publish/i.test(attributes.get('class') ?? ''),
  )
  const shown = page.elements.filter(
    ({ name, attributes }) =>
      name !== 'time' && DATED.test(`${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`),
  )
  return [
    ...[...marked, ...times].map((time) => time.attributes.get('datetime') ?? squeeze(wordsOf(time))),
    ...shown.slice(0, 20).map((element) => squeeze(wordsOf(element)).slice(0, LONGEST)),
  ]
}

const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim()
