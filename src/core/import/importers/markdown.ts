import type { Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import type { Document } from '../../../shared/document/document.ts'
import type { OriginNotes } from '../../../shared/document/origin.ts'
import { deriveText } from '../../../shared/document/text.ts'
import type { Article, DecodedOriginal, Metadata } from '../extraction.ts'
import { ImageCollector } from './html/images.ts'
import { flowOf } from './markdown/blocks.ts'
import type { MarkdownContext } from './markdown/context.ts'
import { frontMatterFacts } from './markdown/front-matter.ts'
import { readText } from './text.ts'
import { headerOf } from './text-header.ts'
import { append } from '../append.ts'

/** Reads CommonMark with GFM, footnotes and front matter; the front matter is metadata and no text. */
export function readMarkdown(original: DecodedOriginal): Article {
  try {
    return readTree(original.text)
  } catch (error) {
    // Markup nested by the thousand overflows the parser: its words are kept all the same.
    if (error instanceof RangeError) return readText(original)
    throw error
  }
}

function readTree(text: string): Article {
  const tree = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  })
  const facts = frontMatterFacts(tree.children.find((node) => node.type === 'yaml')?.value ?? '')
  const notes: OriginNotes = new WeakMap()
  const images = new ImageCollector()
  const context: MarkdownContext = {
    source: text,
    base: facts.url ?? null,
    definitions: definitionsOf(tree),
    images,
    notes,
  }
  const document: Document = {
    type: 'document',
    format: 1,
    language: null,
    direction: null,
    children: flowOf(tree.children, context),
    origins: [],
  }
  return { document, notes, metadata: metadataOf(document, facts), images: images.all() }
}

function definitionsOf(tree: Root): Map<string, string> {
  const definitions = new Map<string, string>()
  const waiting: RootContent[] = tree.children.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url)
    else if ('children' in node && node.type !== 'paragraph')
      append(waiting, (node.children as RootContent[]).toReversed())
  }
  return definitions
}

/** Front matter first, then the top heading, then the lines of the text as in a plain text. */
function metadataOf(document: Document, facts: Partial<Metadata>): Metadata {
  const { text, blocks } = deriveText(document)
  const header = headerOf(text.split('\n').map((line) => [line]))
  const top = blocks.find(({ node }) => node.type === 'heading')
  const early = top !== undefined && blocks.indexOf(top) <= 1
  const heading = early ? text.slice(top.start, top.end) : header.title
  return {
    ...header,
    title: heading,
    ...facts,
    authors: facts.authors !== undefined && facts.authors.length > 0 ? facts.authors : header.authors,
  }
}
