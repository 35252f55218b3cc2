import type { BlockContent, FootnoteDefinition, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import { bibliographyHeading } from '../../shared/citations/headings.ts'
import { nestFormats } from './formats.ts'
import { inCell, tagBehind, withEmptyHeader } from './markdown-tree.ts'
import type { PrintedBrief } from './printed-brief.ts'
import { noteLabel } from './printed-brief.ts'
import { directionOf } from './voice.ts'

/** `[words]{.quote annotation=an_… lang=ar dir=rtl}` */
export interface PandocSpan extends Parent {
  type: 'pandocSpan'
  attributes: string
  children: PhrasingContent[]
}

/** `::: {.quote annotation=an_…}` … `:::` */
export interface PandocDiv extends Parent {
  type: 'pandocDiv'
  attributes: string
  children: BlockContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    pandocSpan: PandocSpan
  }
  interface BlockContentMap {
    pandocDiv: PandocDiv
  }
  interface RootContentMap {
    pandocSpan: PandocSpan
    pandocDiv: PandocDiv
  }
}

/** The brief for Pandoc: languages and quotes as attributes, citations as keys, the title in the metadata. */
export function pandocTree(brief: PrintedBrief): Root {
  const walk = new PandocWalk(brief.language)
  const notes = brief.notes.map(({ blocks }, index): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: noteLabel(index + 1),
    label: noteLabel(index + 1),
    children: blocks.map((block) => walk.block(block)),
  }))
  const blocks = brief.blocks.flatMap((block) => [...bibliographyBefore(block, brief), walk.block(block)])
  return { type: 'root', children: [...blocks, ...notes] }
}

/** Pandoc sets the bibliography last, unless it is told where; the heading is then the brief's own. */
const bibliographyBefore = (block: BlockContent, brief: PrintedBrief): BlockContent[] =>
  isAppendix(block) && hasCitations(brief)
    ? [
        {
          type: 'heading',
          depth: 2,
          children: [{ type: 'text', value: bibliographyHeading(brief.language) }],
        },
        { type: 'pandocDiv', attributes: '{#refs}', children: [] },
      ]
    : []

const isAppendix = (block: BlockContent): boolean => block.type === 'heading' && block.data?.appendix === true

export const hasAppendix = ({ blocks }: PrintedBrief): boolean => blocks.some(isAppendix)

class PandocWalk {
  readonly #language: string | null

  constructor(language: string | null) {
    this.#language = language
  }

  block(block: BlockContent): BlockContent {
    switch (block.type) {
      case 'paragraph':
        return { ...block, children: this.spans(block.children) }
      case 'heading':
        return { ...block, children: this.spans(block.children).map(onOneLine) }
      case 'blockquote': {
        const { quote: linked, language = null } = block.data ?? {}
        const quote = {
          type: 'blockquote' as const,
          children: block.children.map((child) => this.#any(child)),
        }
        const attributes = this.#attributes(linked?.annotation, language)
        return attributes === null ? quote : { type: 'pandocDiv', attributes, children: [quote] }
      }
      case 'list':
        return {
          ...block,
          children: block.children.map((item) => ({
            ...item,
            children: item.children.map((child, at) =>
              at === 0 && typeof item.checked !== 'boolean' ? withoutBox(this.#any(child)) : this.#any(child),
            ),
          })),
        }
      case 'table':
        return withEmptyHeader(block, (cells) => this.spans(cells).map(inCell))
      default:
        return block
    }
  }

  spans(spans: readonly PhrasingContent[]): PhrasingContent[] {
    return nestFormats(spans.flatMap((span) => this.#span(span)).map((node) => ({ format: 0, node }))).map(
      keptApart,
    )
  }

  #any<Node extends RootContent>(node: Node | BlockContent): Node | BlockContent {
    return isBlock(node) ? this.block(node) : node
  }

  #span(span: PhrasingContent): PhrasingContent[] {
    switch (span.type) {
      case 'quotedWords': {
        const attributes = this.#attributes(span.quote?.annotation, span.language)
        const children = this.spans(span.children)
        return attributes === null ? children : [{ type: 'pandocSpan', attributes, children }]
      }
      case 'citedWords':
        return [...this.spans(span.children), ...tagBehind(span)]
      case 'dressedWords':
        return this.spans(span.children)
      case 'sourceLink':
        return []
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
        return [{ ...span, children: this.spans(span.children) }]
      case 'image':
        return span.url === '' ? [{ type: 'text', value: span.alt ?? '' }] : [span]
      case 'text':
        return [{ type: 'text', value: span.value.replaceAll(/\r\n?/g, '\n') }]
      default:
        return [span]
    }
  }

  /** Null where there is nothing to say of the words. */
  #attributes(annotation: string | undefined, language: string | null): string | null {
    const isOther = language !== null && language !== this.#language && /^[\w-]+$/u.test(language)
    const parts = [
      ...(annotation === undefined ? [] : ['.quote', `annotation=${annotation.replaceAll(/[^\w-]/gu, '')}`]),
      ...(isOther ? [`lang=${language}`] : []),
      ...(isOther && directionOf(language) !== (directionOf(this.#language) ?? 'ltr')
        ? [`dir=${directionOf(language) ?? 'ltr'}`]
        : []),
    ]
    return parts.length === 0 ? null : `{${parts.join(' ')}}`
  }
}

/** Pandoc makes a box of `[x] ` where an item begins, escaped or not; not of what stands in a span. */
function withoutBox<Node extends RootContent>(node: Node | BlockContent): Node | BlockContent {
  const [first, ...rest] = node.type === 'paragraph' ? node.children : []
  if (node.type !== 'paragraph' || first?.type !== 'text' || !/^\[[ xX]\]/u.test(first.value)) return node
  const box: PandocSpan = {
    type: 'pandocSpan',
    attributes: '{}',
    children: [{ type: 'text', value: first.value.slice(0, 3) }],
  }
  return { ...node, children: [box, { type: 'text', value: first.value.slice(3) }, ...rest] }
}

const isStarred = (type: string | undefined): boolean => type === 'emphasis' || type === 'strong'

/** The stars of two neighbours would run together: a span without attributes stands around the second. */
function keptApart(span: PhrasingContent, index: number, all: readonly PhrasingContent[]): PhrasingContent {
  return isStarred(span.type) && isStarred(all[index - 1]?.type)
    ? { type: 'pandocSpan', attributes: '{}', children: [span] }
    : span
}

/** A heading is one line for Pandoc, in whatever way it is written. */
function onOneLine(span: PhrasingContent): PhrasingContent {
  if (span.type === 'break') return { type: 'text', value: ' ' }
  if (span.type === 'text') return { type: 'text', value: span.value.replaceAll('\n', ' ') }
  return 'children' in span ? { ...span, children: span.children.map(onOneLine) } : span
}

const isBlock = (node: RootContent): node is BlockContent =>
  ['paragraph', 'heading', 'blockquote', 'list', 'table', 'code', 'thematicBreak'].includes(node.type)

/** The words of a title or name, as metadata that Pandoc reads as Markdown. */
export const metadataText = (value: string): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children: [{ type: 'text', value: value.replaceAll(/\s+/gu, ' ') }] }],
})

export const hasCitations = (brief: PrintedBrief): boolean =>
  [...brief.blocks, ...brief.notes.flatMap(({ blocks }) => blocks)].some(holdsKeys)

function holdsKeys(node: { readonly type: string }): boolean {
  if (node.type === 'citedKeys') return true
  return 'children' in node && Array.isArray(node.children) && node.children.some(holdsKeys)
}
