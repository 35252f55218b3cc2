import type { Block } from '../../../../shared/document/blocks.ts'
import type { OriginNotes } from '../../../../shared/document/origin.ts'
import { append } from '../../append.ts'
import { blocksOf } from './blocks.ts'
import type { Context } from './context.ts'
import { FootnoteFinder } from './footnotes.ts'
import { imageVariables } from './image-addresses.ts'
import type { ImageCollector } from './images.ts'
import type { Page, PageElement } from './page.ts'
import { descendants } from './page.ts'

/** The blocks of a part of a page, its footnotes last, and where in the page each one stands. */
export interface Converted {
  readonly children: Block[]
  readonly notes: OriginNotes
}

interface Surroundings {
  /** For relative links; null when unknown. */
  readonly base: string | null
  readonly images: ImageCollector
}

/** Turns `article` into blocks of the closed document; references to footnotes are sought in it alone. */
export function convert(page: Page, article: PageElement, { base, images }: Surroundings): Converted {
  const notes: OriginNotes = new WeakMap()
  const footnotes = new FootnoteFinder(page, article)
  const context: Context = { base, images, variables: imageVariables(page.styles), footnotes, notes }
  const children = blocksOf(article, context)
  append(children, footnotesOf(context))
  return { children, notes }
}

const footnotesOf = (context: Context): Block[] =>
  context.footnotes.all().map(({ id, label, body, parts }) => ({
    type: 'footnote',
    id,
    label,
    children: blocksOf({ ...body, name: 'div' }, { ...context, open: parts }),
  }))

/** A page of elements that another format was turned into. */
export function pageFrom(root: PageElement): Page {
  const elements = [...descendants(root)].slice(1)
  const byId = new Map<string, PageElement>()
  for (const element of elements) {
    const id = element.attributes.get('id')
    if (id !== undefined && !byId.has(id)) byId.set(id, element)
  }
  return { root, elements, byId, linkedData: [], styles: [], savedFrom: null, selected: false }
}
