import type { BlockContent, Image, PhrasingContent } from 'mdast'
import type { ImageFiles } from './image-files.ts'
import type { PrintedBrief } from './printed-brief.ts'

/** The brief with the addresses of its own images; one that is gone keeps only its description. */
export function placedImages(brief: PrintedBrief, images: ImageFiles): PrintedBrief {
  return {
    ...brief,
    blocks: placed(brief.blocks, images),
    notes: brief.notes.map(({ blocks }) => ({ blocks: placed(blocks, images) })),
  }
}

type Node = BlockContent | PhrasingContent | { readonly type: string }

const placed = <T extends Node>(nodes: readonly T[], images: ImageFiles): T[] =>
  nodes.map((node) => placedIn(node, images))

function placedIn<T extends Node>(node: T, images: ImageFiles): T {
  if (isImage(node)) {
    const blob = node.data?.blob
    return blob === undefined ? node : { ...node, url: images.addressOf(blob) ?? '' }
  }
  const children: unknown = 'children' in node ? node.children : null
  return Array.isArray(children) ? { ...node, children: placed(children as Node[], images) } : node
}

const isImage = (node: Node): node is Image => node.type === 'image'
