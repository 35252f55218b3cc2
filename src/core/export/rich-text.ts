import type { Evidence } from './evidence.ts'
import { bodyOfPage } from './html.ts'
import { leadsOut } from './html-spans.ts'
import type { HtmlAttribute, HtmlAttributes, HtmlElement, HtmlName, HtmlNode } from './html-tree.ts'
import { element, writePart } from './html-tree.ts'
import type { PrintedBrief } from './printed-brief.ts'

/**
 * A brief as a part of somebody else's document: the web page without what only a page has, its style, its unfolding
 * passages and the links within it. Notes and bibliography stand at its end.
 */
export function printRichText(brief: PrintedBrief, evidence: Evidence): string {
  const { body, lang, dir, fit } = bodyOfPage(brief, evidence)
  return writePart(element('div', { lang, dir }, ...body.flatMap(partOf)), fit)
}

const KEPT: ReadonlySet<HtmlAttribute> = new Set([
  'alt',
  'data-annotation',
  'data-source',
  'dir',
  'height',
  'lang',
  'scope',
  'src',
  'start',
  'title',
  'width',
])

/** What gives a page its parts, and a document nothing. */
const FRAMES: ReadonlySet<HtmlName> = new Set(['section', 'header', 'div', 'figure', 'figcaption'])

function partOf(node: HtmlNode): readonly HtmlNode[] {
  if (typeof node === 'string') return [node]
  const { name, attributes, children } = node
  if (isOfPage(node)) return []
  if (attributes.class === 'bibliography') return children.flatMap(entriesOf)
  const inner = children.flatMap(partOf)
  if (name === 'input') return ['checked' in attributes && attributes.checked !== null ? '☑' : '☐']
  if (name === 'a') {
    const href = attributes.href ?? ''
    return leadsOut(href) ? [element('a', { href }, ...inner)] : inner
  }
  if (name === 'figure' || name === 'figcaption') return [element('p', {}, ...inner)]
  if (FRAMES.has(name)) return inner
  const kept = keptOf(attributes)
  return name === 'span' && Object.keys(kept).length === 0 ? inner : [element(name, kept, ...inner)]
}

const isOfPage = ({ name, attributes }: HtmlElement): boolean =>
  name === 'details' || attributes.class === 'date' || attributes.class === 'back'

/** Entries are lines: as a list each would have a bullet. */
const entriesOf = (node: HtmlNode): readonly HtmlNode[] =>
  typeof node === 'object' && node.name === 'ul'
    ? node.children.flatMap((entry) => (typeof entry === 'object' ? entry.children.flatMap(partOf) : []))
    : partOf(node)

const keptOf = (attributes: HtmlAttributes): HtmlAttributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([key, value]) => value !== null && KEPT.has(key as HtmlAttribute)),
  )
