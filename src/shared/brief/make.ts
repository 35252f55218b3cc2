import type { Inline, LineBreakNode, ParagraphNode, TextNode } from './nodes.ts'

/** The fields that every element of a brief has. */
export const element = { version: 1, direction: null, format: '', indent: 0 } as const

export const makeText = (text: string, format = 0): TextNode => ({
  type: 'text',
  version: 1,
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text,
})

export const LINE_BREAK: LineBreakNode = { type: 'linebreak', version: 1 }

export const makeParagraph = (children: readonly Inline[]): ParagraphNode => ({
  ...element,
  type: 'paragraph',
  children,
})

/** Neighbouring texts of one format become one; empty texts go. */
export function joined(nodes: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && node.text === '') continue
    if (node.type === 'text' && last?.type === 'text' && last.format === node.format) {
      result[result.length - 1] = makeText(last.text + node.text, node.format)
    } else result.push(node)
  }
  return result
}

/** Lines of a text as text nodes with line breaks between. */
export const makeLines = (value: string, format = 0): readonly (TextNode | LineBreakNode)[] =>
  value
    .split('\n')
    .flatMap((line, index): readonly (TextNode | LineBreakNode)[] => [
      ...(index > 0 ? [LINE_BREAK] : []),
      ...(line === '' ? [] : [makeText(line, format)]),
    ])
