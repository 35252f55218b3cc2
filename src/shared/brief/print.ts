import type { Root, RootContent } from 'mdast'
import { blocksToMarkdown } from './blocks-to-markdown.ts'
import { writeFrontMatter } from './front-matter.ts'
import { writeMarkdown } from './markdown-writer.ts'
import type { Block, FootnoteNode } from './nodes.ts'
import type { BriefState } from './state.ts'

/**
 * A brief in Verbatim Markdown (docs/formats/verbatim-markdown.md), which
 * `parseBrief` reads back to the same brief.
 */
export function printBrief(state: BriefState): string {
  const footnotes: FootnoteNode[] = []
  const blocks: Block[] = []
  for (const node of state.root.children) {
    if (node.type === 'footnote') footnotes.push(node)
    else blocks.push(node)
  }
  const labels = new Set(footnotes.map(({ label }) => label))
  const children: RootContent[] = blocksToMarkdown(blocks, labels)
  for (const { label, children: body } of footnotes) {
    children.push({
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: blocksToMarkdown(body, labels),
    })
  }
  const root: Root = { type: 'root', children }
  return `---\n${writeFrontMatter(state)}---\n\n${writeMarkdown(root)}`
}
