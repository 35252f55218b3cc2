import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast'
import { stringify } from 'yaml'
import type {
  Block,
  Caption,
  DefinitionDescription,
  DefinitionTerm,
  ListItem,
  Table,
  TableRow,
} from '../../../shared/document/blocks.ts'
import type { Document } from '../../../shared/document/document.ts'
import type { Inline } from '../../../shared/document/inlines.ts'
import { printTree } from '../markdown.ts'

/** A source as Markdown: what is known of it, then its document. `imageAt` gives an image's address, or null. */
export function sourceMarkdown(
  facts: Readonly<Record<string, unknown>>,
  title: string,
  document: Document | null,
  imageAt: (blob: string) => string | null,
): string {
  const known = Object.entries(facts).filter(
    ([, value]) => value !== null && (!Array.isArray(value) || value.length > 0),
  )
  const head: RootContent = { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }
  const body = document === null ? [] : new DocumentWalk(imageAt).blocks(document.children)
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0 })}---\n\n${printTree([head, ...body])}`
}

class DocumentWalk {
  readonly #imageAt: (blob: string) => string | null

  constructor(imageAt: (blob: string) => string | null) {
    this.#imageAt = imageAt
  }

  blocks(blocks: readonly (Block | Caption)[]): (BlockContent | DefinitionContent)[] {
    return blocks.flatMap((block) => this.#block(block))
  }

  #block(block: Block | Caption): (BlockContent | DefinitionContent)[] {
    switch (block.type) {
      case 'paragraph':
      case 'caption':
        return [{ type: 'paragraph', children: this.#inlines(block.children) }]
      case 'heading':
        return [{ type: 'heading', depth: block.level, children: this.#inlines(block.children) }]
      case 'code':
        return [{ type: 'code', lang: block.language, value: wordsOf(block.children) }]
      case 'list':
        return [
          {
            type: 'list',
            ordered: block.ordered,
            start: block.ordered ? block.start : null,
            spread: false,
            children: block.children.map((item: ListItem) => ({
              type: 'listItem',
              checked: item.checked,
              spread: false,
              children: this.blocks(item.children),
            })),
          },
        ]
      case 'quotation':
        return [{ type: 'blockquote', children: this.blocks(block.children) }]
      case 'table':
        return this.#table(block)
      case 'figure':
        return this.blocks(block.children)
      case 'definition-list':
        return block.children.flatMap((part) => this.#definition(part))
      case 'footnote':
        return [
          {
            type: 'footnoteDefinition',
            identifier: block.id,
            label: block.id,
            children: this.blocks(block.children),
          },
        ]
      case 'thematic-break':
        return [{ type: 'thematicBreak' }]
      case 'page-break':
        return []
    }
  }

  #definition(part: DefinitionTerm | DefinitionDescription): (BlockContent | DefinitionContent)[] {
    return part.type === 'definition-term'
      ? [{ type: 'paragraph', children: [{ type: 'strong', children: this.#inlines(part.children) }] }]
      : this.blocks(part.children)
  }

  #table({ children }: Table): BlockContent[] {
    const rows = children.filter((part): part is TableRow => part.type === 'table-row')
    const captions = children.filter((part): part is Caption => part.type === 'caption')
    return [
      ...captions.map((caption): BlockContent => ({
        type: 'paragraph',
        children: this.#inlines(caption.children),
      })),
      {
        type: 'table',
        children: rows.map((row) => ({
          type: 'tableRow',
          children: row.children.map((cell) => ({
            type: 'tableCell',
            children: this.#inlines(cell.children).map(onOneLine),
          })),
        })),
      },
    ]
  }

  #inlines(inlines: readonly Inline[]): PhrasingContent[] {
    return inlines.flatMap((inline) => this.#inline(inline))
  }

  #inline(inline: Inline): PhrasingContent[] {
    switch (inline.type) {
      case 'text':
        return [{ type: 'text', value: inline.value.replaceAll(/[ \t\r\n]+/gu, ' ') }]
      case 'emphasis':
      case 'strong':
        return marked(inline.type, this.#inlines(inline.children))
      case 'strike':
        return marked('delete', this.#inlines(inline.children))
      case 'inline-code':
        return [{ type: 'inlineCode', value: wordsOf(inline.children) }]
      case 'link':
        return [{ type: 'link', url: inline.href, children: this.#inlines(inline.children) }]
      case 'line-break':
        return [{ type: 'break' }]
      case 'image': {
        const url = inline.blob === null ? null : this.#imageAt(inline.blob)
        return url === null
          ? [{ type: 'text', value: inline.alt }]
          : [{ type: 'image', url, alt: inline.alt }]
      }
      case 'footnote-reference':
        return [{ type: 'footnoteReference', identifier: inline.target, label: inline.target }]
      case 'page-break':
        return []
      default:
        return this.#inlines(inline.children)
    }
  }
}

/** A mark around nothing but space would be read as stars. */
function marked(type: 'emphasis' | 'strong' | 'delete', children: PhrasingContent[]): PhrasingContent[] {
  const [first] = children
  const last = children.at(-1)
  const isClean = first !== undefined && !startsBlank(first) && last !== undefined && !endsBlank(last)
  return isClean ? [{ type, children }] : children
}

const startsBlank = (node: PhrasingContent): boolean =>
  node.type === 'break' || (node.type === 'text' && /^\s|^$/u.test(node.value))
const endsBlank = (node: PhrasingContent): boolean =>
  node.type === 'break' || (node.type === 'text' && /\s$|^$/u.test(node.value))

function onOneLine(span: PhrasingContent): PhrasingContent {
  if (span.type === 'break') return { type: 'text', value: ' ' }
  return 'children' in span ? { ...span, children: span.children.map(onOneLine) } : span
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.value
      if (inline.type === 'line-break') return '\n'
      return 'children' in inline ? wordsOf(inline.children) : ''
    })
    .join('')
}
