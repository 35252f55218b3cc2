import type { Inline } from '../../../../shared/document/inlines.ts'
import { safeLink } from '../../../../shared/document/link.ts'
import { canonicalTag } from '../../language.ts'
import type { Context } from './context.ts'
import { imageAddresses } from './image-addresses.ts'
import { pageBreakOf } from './page-breaks.ts'
import type { PageElement, PageNode } from './page.ts'
import { descendants } from './page.ts'
import { BLOCKS, DROPPED, MARK_OF } from './vocabulary.ts'
import { append } from '../../append.ts'

/** Inline nodes of page nodes; blocks among them are parted by line breaks. */
export function inlinesOf(nodes: readonly PageNode[], context: Context): Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    if (node.kind === 'text') append(result, textOf(node.value))
    else if (!BLOCKS.has(node.name)) append(result, inlineOf(node, context))
    else {
      const inside = inlinesOf(node.children, context)
      if (!hasWords(inside)) continue
      if (hasWords(result)) breakAfter(result)
      append(result, inside)
      breakAfter(result)
    }
  }
  return result
}

/** A block beside a block, or beside a line break, is parted from it once. */
function breakAfter(nodes: Inline[]): void {
  if (nodes.at(-1)?.type !== 'line-break') nodes.push({ type: 'line-break' })
}

/** The nodes that an inline element becomes: one, several, or none. */
export function inlineOf(element: PageElement, context: Context): Inline[] {
  if (DROPPED.has(element.name)) return []
  if (element.name === 'br') return [{ type: 'line-break' }]
  if (element.name === 'wbr') return []
  if (element.name === 'img') return imageOf(element, [], context)
  if (element.name === 'picture') return pictureOf(element, context)
  const pageBreak = pageBreakOf(element)
  if (pageBreak !== null) return [pageBreak]
  const reference = context.footnotes.referenceOf(element)
  if (reference !== null) return [reference]
  return wrapped(element, inlinesOf(element.children, context), context)
}

/** Nodes with the mark, link or language that an element gives to what it holds. */
export function wrapped(element: PageElement, children: readonly Inline[], context: Context): Inline[] {
  if (children.length === 0) return []
  const mark = MARK_OF.get(element.name)
  if (mark !== undefined) return inLanguage(element, [{ type: mark, children }])
  const href = element.name === 'a' ? element.attributes.get('href') : undefined
  const target = href === undefined || href.startsWith('#') ? null : safeLink(href, context.base)
  if (target !== null) return [{ type: 'link', href: target, children }]
  return inLanguage(element, [...children])
}

function inLanguage(element: PageElement, children: Inline[]): Inline[] {
  const language = canonicalTag(element.attributes.get('lang') ?? null)
  const given = element.attributes.get('dir')?.toLowerCase()
  const direction = given === 'rtl' || given === 'ltr' ? given : null
  return language === null && direction === null
    ? children
    : [{ type: 'language', language, direction, children }]
}

/** A picture's sources are other sizes of the image inside it. */
function pictureOf(picture: PageElement, context: Context): Inline[] {
  const inside = [...descendants(picture)]
  const sources = inside.filter(({ name }) => name === 'source')
  const image = inside.find(({ name }) => name === 'img') ?? { ...picture, name: 'img' }
  return imageOf(image, sources, context)
}

function imageOf(element: PageElement, sources: readonly PageElement[], context: Context): Inline[] {
  const alt = clean(element.attributes.get('alt') ?? '')
  const blob = context.images.add(...imageAddresses(element, sources, context.variables ?? new Map()))
  return blob === null && alt.trim() === '' ? [] : [{ type: 'image', blob, alt }]
}

export const textOf = (value: string): Inline[] => {
  const kept = clean(value)
  return kept === '' ? [] : [{ type: 'text', value: kept }]
}

/** Without U+0000, and without halves of surrogate pairs. */
export const clean = (value: string): string =>
  value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')

/** True when there is something to see or read: words, an image, a reference. */
export function hasWords(nodes: readonly Inline[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return /[^ \t\n]/.test(node.value)
    if (node.type === 'line-break' || node.type === 'page-break') return false
    return 'children' in node ? hasWords(node.children) : true
  })
}
