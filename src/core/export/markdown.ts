import type { Parents, RootContent, Text } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import type { Info, Options, State, Unsafe } from 'mdast-util-to-markdown'
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown'
import { markdownTree } from './markdown-tree.ts'
import { withoutNeedlessEscapes } from './needless-escapes.ts'
import type { PrintedBrief } from './printed-brief.ts'

/**
 * CommonMark with GFM (tables, task lists, strikethrough, footnotes). Read back, it
 * gives the same text: what the author typed is escaped where it would be markup,
 * and only there. Every character stands as it is stored.
 */
export function printMarkdown(brief: PrintedBrief): string {
  return toMarkdown(markdownTree(brief), OPTIONS)
}

/** The same for blocks that are no brief. */
export const printTree = (children: RootContent[]): string => toMarkdown({ type: 'root', children }, OPTIONS)

/**
 * What may begin an item of a list. The writer knows these too, but misses one on a line
 * right after another: its own pattern takes the line's end between them for the first.
 */
export const LINE_STARTS: readonly Unsafe[] = [
  { atBreak: true, character: '-', after: '(?=[ \\t\\r\\n-]|$)' },
  { atBreak: true, character: '+', after: '(?=[ \\t\\r\\n]|$)' },
  { atBreak: true, character: '*', after: '(?=[ \\t\\r\\n*]|$)' },
  { atBreak: true, before: '\\d+', character: '.', after: '(?=[ \\t\\r\\n]|$)' },
]

/** How each flavour sets lists, rules and emphasis. */
export const HABITS = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  listItemIndent: 'one',
} as const satisfies Options

const OPTIONS: Options = {
  ...HABITS,
  extensions: [gfmToMarkdown()],
  handlers: { text: printText },
  unsafe: [...LINE_STARTS],
}

function printText(node: Text, parent: Parents | undefined, state: State, info: Info): string {
  const escaped = defaultHandlers.text(node, parent, state, info)
  const literal = state.stack.includes('label') || state.stack.includes('autolink')
  if (literal) return escaped
  const plain = withoutNeedlessEscapes(escaped, node.value, info.after)
  return startsDefinition(node, parent) ? `\\${plain}` : plain
}

/** A line that begins `[^1]:` would define the note instead of referring to it. */
export function startsDefinition(node: Text, parent: Parents | undefined): boolean {
  const [first, second] = parent?.children ?? []
  return second === node && first?.type === 'footnoteReference' && node.value.startsWith(':')
}
