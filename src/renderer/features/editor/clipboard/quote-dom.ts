import type { LinkedQuote } from '../../../../shared/brief/nodes.ts'
import { quoteWords } from '../../../../shared/brief/quote-words.ts'
import { LinkedQuoteFields } from '../../../../shared/brief/schema.ts'
import { citedNow } from '../nodes/cited.ts'
import { marked } from '../nodes/marks.ts'

const SCHEME = 'verbatim:quote?'

/**
 * A quote for the clipboard: its words in marks, then its citation, which is a link by which a later paste finds the
 * quote again, also when another program kept nothing but the link.
 */
export function quoteElement(quote: LinkedQuote, block: boolean): HTMLElement {
  const element = document.createElement(block ? 'blockquote' : 'span')
  const data = JSON.stringify(quote)
  element.dataset['verbatimQuote'] = data
  const link = document.createElement('a')
  link.setAttribute('href', SCHEME + encodeURIComponent(data))
  link.textContent = citedNow(quote.anchor) ?? 'Verbatim'
  element.append(marked(quoteWords(quote)), ' (', link, ')')
  return element
}

/** The quote that an element of `quoteElement` holds; null where it is none, or not sound. */
export const quoteIn = (element: HTMLElement): LinkedQuote | null =>
  parsed(element.dataset['verbatimQuote'] ?? '')

function parsed(data: string): LinkedQuote | null {
  try {
    const checked = LinkedQuoteFields.safeParse(JSON.parse(data))
    return checked.success ? checked.data : null
  } catch {
    // Other programs write what they like there.
    return null
  }
}

/**
 * Finds quotes in a pasted document of which another program left the link alone: where the words of the quote stand in
 * marks right before it, words and link become the quote's element again; any other such link is its words only.
 */
export function findLinks(pasted: Document): void {
  for (const link of pasted.querySelectorAll<HTMLAnchorElement>(`a[href^="${SCHEME}"]`)) {
    if (link.closest('[data-verbatim-quote]') !== null) continue
    const quote = parsed(decoded(link.getAttribute('href')?.slice(SCHEME.length) ?? ''))
    const isBack = quote !== null && takeWords(pasted, link, quoteWords(quote))
    if (isBack) link.replaceWith(quoteElement(quote, false))
    else link.replaceWith(link.textContent ?? '')
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

const folded = (text: string): string => text.replaceAll(/\s+/gu, ' ')

/** Takes away a quote's words, and the bracket, right before its link; false, with nothing changed, where they are not there. */
function takeWords(pasted: Document, link: HTMLElement, words: string): boolean {
  const texts = textsBefore(link.closest('p, li, td, blockquote, div') ?? pasted.body, link)
  const raw = texts.map((text) => text.data).join('')
  const before = raw.replace(/\s*\(?\s*$/u, '')
  const closing = before.replace(/[^\p{L}\p{M}\p{N}\]]*$/u, '')
  const shown = folded(words)
  // The words may end with a mark of their own, so each end is tried.
  for (let end = before.length; end >= closing.length && before.length - end <= 1; end -= 1) {
    const start = startOf(before.slice(0, end), shown)
    if (start === null) continue
    cutFrom(texts, start > 0 && isMark(before[start - 1]) ? start - 1 : start)
    const next = link.nextSibling
    if (next?.nodeType === Node.TEXT_NODE && next.textContent?.startsWith(')') === true)
      next.textContent = next.textContent.slice(1)
    return true
  }
  return false
}

const isMark = (character: string | undefined): boolean =>
  character !== undefined && /[^\s\p{L}\p{M}\p{N}]/u.test(character)

/** Where words begin that a text ends with, white space set aside; null where it does not end with them. */
function startOf(text: string, words: string): number | null {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const tail = folded(text.slice(at))
    if (tail === words) return at
    if (tail.length > words.length) return null
  }
  return null
}

/** The texts of a block up to an element in it. */
function textsBefore(block: Element, end: Element): readonly Text[] {
  const texts: Text[] = []
  const visit = (node: Node): boolean => {
    if (node === end) return false
    if (node.nodeType === Node.TEXT_NODE) texts.push(node as Text)
    return [...node.childNodes].every(visit)
  }
  visit(block)
  return texts
}

/** Takes away all characters from a place on. */
function cutFrom(texts: readonly Text[], start: number): void {
  let at = 0
  for (const text of texts) {
    const { length } = text.data
    if (at + length > start) text.data = text.data.slice(0, Math.max(0, start - at))
    at += length
  }
}
