import type { Block, Caption, Figure } from '../../../../shared/document/blocks.ts'
import type { Context } from './context.ts'
import { CAPTION, namesOf } from './furniture-names.ts'
import { hasWords, inlinesOf } from './inlines.ts'
import type { PageElement, PageNode } from './page.ts'
import { descendants, wordsOf } from './page.ts'
import type { Blocks } from './tables.ts'

/** A figure of what an element holds; the parts that pass the test are its captions, and stand last. */
export function figureOf(
  element: PageElement,
  context: Context,
  { note, blocks }: Blocks,
  isCaption: (part: PageElement) => boolean,
): Block[] {
  const captions: Caption[] = []
  const rest: PageNode[] = []
  for (const child of element.children) {
    if (child.kind === 'text' || !isCaption(child)) rest.push(child)
    else {
      const children = inlinesOf(child.children, context)
      if (hasWords(children)) captions.push(note({ type: 'caption', children }, child, context))
    }
  }
  const figure: Figure = {
    type: 'figure',
    children: [...blocks({ ...element, children: rest }), ...captions],
  }
  return figure.children.length === 0 ? [] : [figure]
}

export const isFigcaption = ({ name }: PageElement): boolean => name === 'figcaption'

/** What a page calls a caption or credit. */
export const isCaptionPart = (part: PageElement): boolean =>
  part.name === 'figcaption' || CAPTION.test(namesOf(part))

const LONGEST = 1500

/** A picture with words that the page calls its caption, and nothing else: a figure by another name. */
export function isCaptionedBox(element: PageElement): boolean {
  const parts = element.children.filter((child): child is PageElement => child.kind === 'element')
  if (!parts.some(isCaptionPart) || wordsOf(element).length > LONGEST) return false
  const isRest = (child: PageNode): boolean =>
    child.kind === 'text' ? child.value.trim() === '' : isCaptionPart(child) || wordsOf(child).trim() === ''
  return (
    element.children.every(isRest) &&
    parts.some((part) => !isCaptionPart(part) && [...descendants(part)].some(({ name }) => name === 'img'))
  )
}
