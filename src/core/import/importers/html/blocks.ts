import type {
  Block,
  Caption,
  DefinitionDescription,
  DefinitionTerm,
  List,
  ListItem,
} from '../../../../shared/document/blocks.ts'
import type { Inline } from '../../../../shared/document/inlines.ts'
import type { Context } from './context.ts'
import { figureOf, isCaptionedBox, isCaptionPart, isFigcaption } from './figures.ts'
import { hasWords, inlineOf, inlinesOf, textOf, wrapped } from './inlines.ts'
import { pageBreaksAmong } from './page-breaks.ts'
import type { PageElement } from './page.ts'
import { descendants, wordsOf } from './page.ts'
import { type Blocks, tableOf } from './tables.ts'
import { BLOCKS, DROPPED } from './vocabulary.ts'
import { append } from '../../append.ts'

/** Below this many nested containers, what is inside is taken as paragraphs. */
const DEEPEST = 60

/** Gives what an inline element around blocks gives to each line inside: a link, a mark. */
type Wrap = (children: readonly Inline[]) => readonly Inline[]
const AS_IT_IS: Wrap = (children) => children

/** The blocks of an element; inline runs between blocks are paragraphs of their own. */
export function blocksOf(element: PageElement, context: Context, depth = 0, wrap: Wrap = AS_IT_IS): Block[] {
  const blocks: Block[] = []
  let run: Inline[] = []
  const flush = (): void => {
    if (hasWords(run)) blocks.push(noted({ type: 'paragraph', children: wrap(run) }, element, context))
    else append(blocks, pageBreaksAmong(run))
    run = []
  }
  for (const child of element.children) {
    if (child.kind === 'text') append(run, textOf(child.value))
    else if (isInline(child)) append(run, inlineOf(child, context))
    else {
      flush()
      append(blocks, blockOf(child, context, depth + 1, wrap))
    }
  }
  flush()
  return blocks
}

/** Inline by name, and nothing inside that breaks the line. */
function isInline(element: PageElement): boolean {
  if (BLOCKS.has(element.name)) return false
  if (DROPPED.has(element.name)) return true
  for (const inside of descendants(element)) if (BLOCKS.has(inside.name) && !isDropped(inside)) return false
  return true
}

const isDropped = ({ name }: PageElement): boolean => DROPPED.has(name)

/** A note stands last, not where it was printed. */
const isNote = (element: PageElement, { footnotes, open }: Context): boolean =>
  footnotes.isBody(element) && open?.has(element.start) !== true

function noted<Made extends Block | Caption>(block: Made, element: PageElement, { notes }: Context): Made {
  if (element.start >= 0) {
    notes.set(block, {
      kind: 'characters',
      start: element.start,
      end: Math.max(element.end, element.start),
      exact: false,
    })
  }
  return block
}

function blockOf(element: PageElement, context: Context, depth: number, wrap: Wrap): Block[] {
  if (DROPPED.has(element.name) || isNote(element, context)) return []
  const inner = (): Block[] => blocksOf(element, context, depth, wrap)
  const inside: Blocks = { note: noted, blocks: (part) => blocksOf(part, context, depth) }
  if (depth > DEEPEST) return flattened(element, context, wrap)
  switch (element.name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return headingOf(element, context, wrap)
    case 'ul':
    case 'ol':
    case 'menu':
      return listOf(element, context, depth)
    case 'blockquote':
      return nonEmpty(inner(), (children) => ({ type: 'quotation', children }))
    case 'pre':
    case 'listing':
    case 'xmp':
    case 'plaintext':
      return codeOf(element, context)
    case 'hr':
      return [{ type: 'thematic-break' }]
    case 'figure':
      return figureOf(element, context, inside, isFigcaption)
    case 'table':
      return tableOf(element, context, inside)
    case 'dl':
      return definitionsOf(element, context, depth)
    case 'div':
      return isCaptionedBox(element) ? figureOf(element, context, inside, isCaptionPart) : inner()
    default:
      return BLOCKS.has(element.name)
        ? inner()
        : blocksOf(element, context, depth, wrapBy(element, context, wrap))
  }
}

const wrapBy =
  (element: PageElement, context: Context, outer: Wrap): Wrap =>
  (children) =>
    outer(wrapped(element, children, context))

const nonEmpty = (children: Block[], make: (children: Block[]) => Block): Block[] =>
  children.length === 0 ? [] : [make(children)]

/** Every line of what is too deep to keep its shape. */
function flattened(element: PageElement, context: Context, wrap: Wrap): Block[] {
  const lines = wordsOf(element)
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [textOf(line)]))
  return lines.map((line) => noted({ type: 'paragraph', children: wrap(line) }, element, context))
}

function headingOf(element: PageElement, context: Context, wrap: Wrap): Block[] {
  const children = wrap(inlinesOf(element.children, context))
  const level = Number(element.name.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6
  return hasWords(children) ? [noted({ type: 'heading', level, children }, element, context)] : []
}

function listOf(element: PageElement, context: Context, depth: number): Block[] {
  const items: ListItem[] = []
  for (const child of element.children) {
    if (child.kind === 'element' && isNote(child, context)) continue
    const holder: PageElement =
      child.kind === 'text' || child.name !== 'li' ? { ...element, children: [child] } : child
    const blocks = blocksOf(holder, context, depth)
    if (blocks.length > 0) items.push({ type: 'list-item', checked: null, children: blocks })
  }
  if (items.length === 0) return []
  const start = Number.parseInt(element.attributes.get('start') ?? '1', 10)
  const list: List = {
    type: 'list',
    ordered: element.name === 'ol',
    start: Number.isSafeInteger(start) ? start : 1,
    children: items,
  }
  return [list]
}

function codeOf(element: PageElement, context: Context): Block[] {
  const code = element.children.find((child) => child.kind === 'element' && child.name === 'code')
  const names = `${element.attributes.get('class') ?? ''} ${code?.kind === 'element' ? (code.attributes.get('class') ?? '') : ''}`
  const children = inlinesOf(element.children, context)
  if (!hasWords(children)) return []
  const language = /\blang(?:uage)?-([\w+#-]{1,30})/.exec(names)?.[1] ?? null
  return [noted({ type: 'code', language, children }, element, context)]
}

function definitionsOf(element: PageElement, context: Context, depth: number): Block[] {
  const children = definitionParts(element).flatMap((part): (DefinitionTerm | DefinitionDescription)[] => {
    if (part.name === 'dt') {
      const term = inlinesOf(part.children, context)
      return hasWords(term) ? [{ type: 'definition-term' as const, children: term }] : []
    }
    const holder = part.name === 'dd' ? part : { ...element, name: 'div', children: [part] }
    const blocks = isNote(part, context) ? [] : blocksOf(holder, context, depth)
    return blocks.length === 0 ? [] : [{ type: 'definition-description' as const, children: blocks }]
  })
  return children.length === 0 ? [] : [{ type: 'definition-list', children }]
}

/** Terms and descriptions of a list, also where they are grouped in `div`s; loose words are a description. */
const definitionParts = (element: PageElement): PageElement[] =>
  element.children.flatMap((child) => {
    if (child.kind === 'text')
      return child.value.trim() === '' ? [] : [{ ...element, name: 'span', children: [child] }]
    return child.name === 'div' ? definitionParts(child) : [child]
  })
