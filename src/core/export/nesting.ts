import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import type { ExportWarning } from './evidence.ts'

/** Lists and block quotations inside one another: each level of a list doubles the typesetter’s time, and it gives up at some ten quotations. */
const DEEPEST = 6

type Block = BlockContent | DefinitionContent

/**
 * Blocks in which nothing stands deeper than `DEEPEST`: what did stands one after the other at that depth, the
 * items of a list behind their signs, the words of a quotation in their language.
 */
export const shallow = (
  blocks: readonly Block[],
  around = 0,
  /** Of the innermost quotation that is not set as one. */
  language: string | null = null,
): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.type === 'blockquote') {
      if (around >= DEEPEST) return shallow(block.children, around, block.data?.language ?? language)
      return [{ ...block, children: shallow(block.children, around + 1) }]
    }
    if (block.type !== 'list') return [spoken(block, language)]
    const deeper = Math.min(DEEPEST, around + 1)
    const children = block.children.map((item) => ({
      ...item,
      children: shallow(item.children, deeper, language),
    }))
    if (around < DEEPEST) return [{ ...block, children }]
    return children.flatMap((item, at) => signed(item.children, signOf(block, item, at)))
  })

/** What tells of the change; nothing where there was none. */
export const nestingWarnings = (
  parts: readonly { readonly blocks: readonly Block[] }[],
): readonly ExportWarning[] =>
  parts.every(({ blocks }) => depthOf(blocks) <= DEEPEST)
    ? []
    : [
        {
          code: 'nesting-flattened',
          message: `The PDF prints lists and block quotations that stand more than ${DEEPEST} deep without further indentation.`,
        },
      ]

const depthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((deepest, block) => Math.max(deepest, depthIn(block)), 0)

function depthIn(block: Block): number {
  if (block.type === 'blockquote') return 1 + depthOf(block.children)
  return block.type === 'list' ? 1 + depthOf(block.children.flatMap(({ children }) => children)) : 0
}

function spoken(block: Block, language: string | null): Block {
  if (language === null || (block.type !== 'paragraph' && block.type !== 'heading')) return block
  return { ...block, children: [{ type: 'quotedWords', language, children: block.children }] }
}

function signOf({ ordered, start }: List, { checked }: ListItem, at: number): string {
  if (typeof checked === 'boolean') return checked ? '☑' : '☐'
  return ordered === true ? `${(start ?? 1) + at}.` : '•'
}

function signed(blocks: readonly Block[], sign: string): Block[] {
  const [first, ...others] = blocks
  const text: PhrasingContent = { type: 'text', value: `${sign}\u00A0` }
  const alone: Paragraph = { type: 'paragraph', children: [text] }
  if (first?.type !== 'paragraph') return [alone, ...blocks]
  return [{ ...first, children: [text, ...first.children] }, ...others]
}
