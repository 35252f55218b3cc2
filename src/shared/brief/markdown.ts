import type { Nodes, Root, Text } from 'mdast'
import type { CompileContext, Extension as FromMarkdown, Token } from 'mdast-util-from-markdown'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { refused } from '../contract/failures.ts'
import { citationFromMarkdown, citationSyntax } from './citation-construct.ts'
import { directiveSyntax } from './directive-construct.ts'

/** A stretch of a text node's value and where it stands in the file (an escape is longer there). */
export interface Segment {
  /** How many UTF-16 units of the value. */
  readonly length: number
  /** UTF-16 offsets into the file; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

export interface MarkdownTree {
  readonly root: Root
  /** The segments of each text node's value, in order. */
  readonly segments: ReadonlyMap<Text, readonly Segment[]>
}

/** Ends the text that the token belongs to. */
function ended(context: CompileContext, token: Token): Text | undefined {
  const node = context.stack.pop()
  if (node?.type !== 'text') return undefined
  if (node.position !== undefined) node.position.end = { ...token.end }
  return node
}

/** Keeps, for each text node, where its characters come from: positions alone lose escapes and line prefixes. */
function recorder(segments: Map<Text, Segment[]>): FromMarkdown {
  const lengths = new Map<Text, number>()
  const record = (node: Text | undefined, start: number, end: number): void => {
    if (node === undefined) return
    const length = node.value.length - (lengths.get(node) ?? 0)
    if (length <= 0) return
    lengths.set(node, node.value.length)
    const known = segments.get(node)
    if (known === undefined) segments.set(node, [{ length, start, end }])
    else known.push({ length, start, end })
  }
  const data =
    (before: number) =>
    (context: CompileContext, token: Token): undefined => {
      const node = ended(context, token)
      if (node !== undefined) node.value += context.sliceSerialize(token)
      record(node, token.start.offset - before, token.end.offset)
    }
  return {
    exit: {
      data(token) {
        data(0)(this, token)
      },
      characterEscapeValue(token) {
        data(1)(this, token)
      },
      characterReference(token) {
        record(ended(this, token), token.start.offset, token.end.offset)
      },
      lineEnding(token) {
        lineEnding(this, token, data(0))
      },
    },
  }
}

/** As mdast-util-from-markdown does it, but recorded. */
function lineEnding(
  context: CompileContext,
  token: Token,
  data: (context: CompileContext, token: Token) => undefined,
): void {
  const node = context.stack.at(-1)
  if (node === undefined || !('children' in node)) return
  if (context.data.atHardBreak === true) {
    const tail = node.children.at(-1)
    if (tail?.position !== undefined) tail.position.end = { ...token.end }
    context.data.atHardBreak = undefined
    return
  }
  if (context.data.setextHeadingSlurpLineEnding === true) return
  if (!context.config.canContainEols.includes(node.type)) return
  context.config.enter['data']?.call(context, token)
  data(context, token)
}

const DEEPEST = 200
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gmu

/** Blocks and marks nested hundreds deep are no draft but an attack, or an accident. */
function demandShallow(root: Root): void {
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next
    if (depth > DEEPEST) throw tooDeep()
    if ('children' in node) for (const child of node.children) open.push({ node: child, depth: depth + 1 })
  }
}

const tooDeep = () =>
  refused(
    'too-deep',
    `This Markdown nests lists, quotations or marks more than ${DEEPEST} deep. Nothing was stored or checked. Flatten it and try again.`,
  )

/**
 * CommonMark with GFM, YAML front matter, Pandoc citations and the product's
 * directives. Raw HTML is no syntax here: it stays text. Positions are UTF-16
 * offsets into `source`, which has no byte order mark. Throws `REFUSED` with
 * reason `too-deep`.
 */
export function readMarkdown(source: string): MarkdownTree {
  for (const [containers] of source.matchAll(CONTAINERS)) {
    if (containers.replaceAll(/[\s\d]/gu, '').length > DEEPEST) throw tooDeep()
  }
  const segments = new Map<Text, Segment[]>()
  const root = fromMarkdown(source, {
    extensions: [
      gfm(),
      frontmatter(['yaml']),
      directiveSyntax,
      citationSyntax,
      { disable: { null: ['htmlFlow', 'htmlText'] } },
    ],
    mdastExtensions: [
      gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown(['yaml']),
      directiveFromMarkdown(),
      citationFromMarkdown,
      recorder(segments),
    ],
  })
  demandShallow(root)
  return { root, segments }
}
