import { bylineOf, isName as isPersonName, namesIn } from '../../byline.ts'
import type { PageElement } from './page.ts'
import { descendants, wordsOf } from './page.ts'
import { isOccupation, peopleIn } from './people.ts'
import { BLOCKS } from './vocabulary.ts'

const BYLINE =
  /(?:^|[\s_-])(?:byline|author|by-author|writtenby|p-author|contributor|dateline)s?(?:$|[\s_-])|byline|author[-_]?name/i
const NOT_BYLINE = /comment|related|footer|bio|avatar|image|photo|social|share/i
const LONGEST = 100
const MOST = 200
const SAYS_BY = new Set([
  'p',
  'div',
  'span',
  'address',
  'small',
  'em',
  'cite',
  'li',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])

/**
 * The authors that a page shows in a byline: `rel=author`, a class that says so, or "By …". `elements` are those that
 * speak of the article itself.
 */
export function visibleByline(elements: readonly PageElement[]): string[] {
  const bylines = elements.filter(isBylineElement)
  const certain = bylines.filter(isName)
  for (const element of [...certain.slice(0, MOST), ...bylines.slice(0, MOST)]) {
    const named = [...descendants(element)].find((inside) => inside !== element && isName(inside))
    const names = [...(named === undefined ? [] : namesOf(wordsOf(named))), ...namesOf(shownWords(element))]
    if (names.length > 0) return [...new Set(names)]
  }
  return saidBy(elements) ?? penName(elements) ?? []
}

function saidBy(elements: readonly PageElement[]): string[] | null {
  const heading = elements.find(({ name }) => name === 'h1')
  const isNear = ({ start }: PageElement): boolean =>
    heading !== undefined && start > heading.start - BEFORE && start < heading.end + AFTER
  for (const element of elements) {
    if (!SAYS_BY.has(element.name)) continue
    const text = wordsOf(element)
    const words = text.length > LONGEST * 3 ? '' : squeeze(text)
    if (words === '' || words.length > LONGEST) continue
    const names = namesSaid(words, isNear(element))
    if (names.length > 0) return names
  }
  return null
}

/** In UTF-16 units of the page around its heading. */
const BEFORE = 1000
const AFTER = 5000

/** A name begins with a capital. What "von" and "di" stand before may be anything, far from the heading. */
function namesSaid(words: string, near: boolean): string[] {
  const says = SAYS.exec(words) ?? (near ? SAYS_ABROAD.exec(words) : null)
  if (says !== null) return namesOf(words.slice(says.index + says[0].length))
  if (!near) return []
  const han = BY_HAN.exec(words)?.[1] ?? BY_KOREAN.exec(words)?.[1]
  if (han !== undefined) return [han]
  const [name = '', role = ''] = words.split(/\s*,\s*/, 2)
  return name.includes(' ') && isPersonName(name) && isOccupation(role) ? namesOf(words) : []
}

/** "By Ilse", "Posted on 14 March by Ilse". */
const SAYS =
  /(?:^|^(?:posted|published|written|updated)\s.{0,60}\s|\s[|•·–—-]\s+)(?:(?:posted|published|written|story|words|text|reported)\s+)?by:?\s+(?=\p{Lu})/iu
/** "Von Ilse", "14.03.2024 - Publicado por: Ilse". */
const SAYS_ABROAD =
  /(?:^|\s[|•·–—-]\s+)(?:(?:publicado|escrito|écrit|publié|scritto|geschrieben|geschreven|skrevet)\s+)?(?:von|por|par|di|door|av|af|автор|текст|autor|autora|auteur|autore|text|tekst|texto)\s?:?\s+(?=\p{Lu})/iu
const BY_HAN = /(?:作者|記者|记者|撰文|文)\s?[：:／/]\s?(\p{sc=Han}{2,4})(?![\p{sc=Han}])/u
const BY_KOREAN = /(?<![\p{sc=Hangul}])(\p{sc=Hangul}{2,4})\s?기자(?![\p{sc=Hangul}])/u

/** What a person is called where a template marks the author as a person: one word, in small letters too. */
function penName(elements: readonly PageElement[]): string[] | null {
  for (const element of elements) {
    const marks = element.attributes.get('class') ?? ''
    if (!/(?:^|\s)author(?:\s|$)/.test(marks) || !/(?:^|\s)vcard(?:\s|$)/.test(marks)) continue
    const words = squeeze(wordsOf(element)).replace(/^by\s+/i, '')
    if (/^[\p{L}\p{N}_.-]{2,30}$/u.test(words)) return [words]
  }
  return null
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

/** "on Monday, November 18th", "am 14. März": a date behind a name. */
const WHEN = /\s+(?:on|at|am|le|el|em|il|op|den|på)\s+(?=(?:\p{L}{3,10},?\s+)?(?:\p{L}{3,10}\.?\s+)?\d).*$/iu
const NO_NAME =
  /^(?:posted|published|updated|written|by|author|share|follow|contact|profile|website|staff|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|january|february|march|april|may|june|july|august|september|october|november|december)$/i

const BARS = /^[\s|]+|[\s|]+$/g

function namesOf(text: string): string[] {
  if (text.length > LONGEST * 10) return []
  const words = squeeze(text).replace(BARS, '').replace(WHEN, '')
  if (words === '' || words.length > LONGEST || /^the\s/i.test(words)) return []
  const byline = bylineOf(words) ?? bylineOf(`By ${words}`)
  const people = peopleIn([words], [])
  const names = byline === null ? namesIn(words) : [...byline.authors]
  return [...new Set(names)].filter(
    (name) =>
      (people.length === 0 || people.some((person) => name.startsWith(person))) &&
      isPersonName(name) &&
      /\p{L}{3}/u.test(name) &&
      name.split(' ').length <= 5 &&
      !NO_NAME.test(name) &&
      !/^the\s/i.test(name),
  )
}

const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim()
