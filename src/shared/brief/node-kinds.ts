import type { Block, BriefNode } from './nodes.ts'

const BLOCKS: ReadonlySet<string> = new Set<Block['type']>([
  'paragraph',
  'heading',
  'list',
  'quote',
  'linked-quote-block',
  'table',
  'code',
  'horizontalrule',
])

export const isBlock = (node: BriefNode): node is Block => BLOCKS.has(node.type)
