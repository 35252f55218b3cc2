import type { Definition as MarkdownDefinition, Nodes, Root } from 'mdast'
import { refused } from '../contract/failures.ts'
import { blocksFromMarkdown } from './blocks-from-markdown.ts'
import type { FrontMatter } from './front-matter.ts'
import { readFrontMatter } from './front-matter.ts'
import type { Definition } from './inlines-from-markdown.ts'
import { element } from './make.ts'
import { readMarkdown } from './markdown.ts'
import type { FootnoteNode, HeadingNode, RootNode } from './nodes.ts'
import type { PassageOf } from './passages.ts'
import { Passages } from './passages.ts'
import type { BriefState } from './state.ts'
import { BRIEF_FORMAT } from './state.ts'

export interface ParseOptions {
  /** Title of a draft that has neither a `title` field nor a first-level heading on top. */
  readonly name: string
  readonly passageOf: PassageOf
}

/**
 * A draft in Verbatim Markdown as a brief (docs/formats/verbatim-markdown.md).
 * Throws `REFUSED`: `unknown-annotation` (names all of them), `bad-front-matter`,
 * `unclosed-quote` (a `:::quote` without its `:::`).
 */
export function parseBrief(markdown: string, { name, passageOf }: ParseOptions): BriefState {
  const source = markdown.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n')
  const { root, segments } = readMarkdown(source)
  const passages = new Passages(passageOf)
  const definitions = new Map<string, Definition>()
  const used = new Set<string>()
  visit(root, (node) => {
    if (node.type === 'definition') define(definitions, node)
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
    if (node.type === 'containerDirective') demandClosed(node, source)
  })
  const footnotes: FootnoteNode[] = []
  const reading = { source, segments, passages, definitions, used, footnotes }
  const blocks = blocksFromMarkdown(root.children, reading)
  passages.demandAll()
  const front = frontMatterOf(root)
  const rootNode: RootNode = { ...element, type: 'root', children: [...blocks, ...footnotes] }
  return {
    format: BRIEF_FORMAT,
    title: front.title ?? titleOf(rootNode) ?? name,
    language: front.language,
    citationStyle: front.citationStyle,
    extra: front.extra,
    root: rootNode,
  }
}

const define = (
  definitions: Map<string, Definition>,
  { identifier, url, title }: MarkdownDefinition,
): void => {
  if (!definitions.has(identifier)) definitions.set(identifier, { url, title: title ?? null })
}

const EMPTY: FrontMatter = { title: null, language: null, citationStyle: null, extra: {} }

function frontMatterOf(root: Root): FrontMatter {
  const [first] = root.children
  return first?.type === 'yaml' ? readFrontMatter(first.value) : EMPTY
}

/** The text of a first-level heading that opens the brief. */
function titleOf(root: RootNode): string | null {
  const [first] = root.children
  if (first?.type !== 'heading' || first.tag !== 'h1') return null
  return headingText(first) || null
}

const headingText = (heading: HeadingNode): string =>
  heading.children
    .map((child) => (child.type === 'text' ? child.text : child.type === 'linebreak' ? ' ' : ''))
    .join('')
    .trim()

function demandClosed(node: Nodes, source: string): void {
  const text = source.slice(node.position?.start.offset, node.position?.end.offset)
  if (/\n[^\n]*:{3,}[ \t]*$/u.test(text)) return
  const line = node.position?.start.line ?? 0
  throw refused(
    'unclosed-quote',
    `The block quote that begins in line ${line} has no closing “:::”. Nothing was stored. Close it and import again.`,
    { line },
  )
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node)
  if ('children' in node) for (const child of node.children) visit(child, see)
}
