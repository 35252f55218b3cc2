import { CAPTION, namesOf } from './furniture-names.ts'
import type { PageElement, PageNode } from './page.ts'
import { BLOCKS, DROPPED } from './vocabulary.ts'

/** A line of an article as a reader sees it: a leaf block, or loose words between blocks. */
export interface Line {
  readonly nodes: readonly PageNode[]
  /** The element whose line it is, or that the loose words stand in. */
  readonly element: PageElement
  /** Innermost first, without `element`; empty for a loose line's own holder. */
  readonly ancestors: readonly PageElement[]
  /** White space squeezed. */
  readonly text: string
  /** UTF-16 units of `text` that stand in links. */
  readonly linked: number
  readonly heading: boolean
}

/** The lines of an element, in order; those without words are left out. */
export function linesOf(root: PageElement): Line[] {
  const lines: Line[] = []
  collect(root, [], lines)
  return lines
}

function collect(element: PageElement, ancestors: readonly PageElement[], lines: Line[]): void {
  const whole = isLeaf(element)
  let run: PageNode[] = []
  const flush = (): void => {
    const line = lineOf(run, element, ancestors)
    if (line !== null) lines.push(line)
    run = []
  }
  for (const child of element.children) {
    if (child.kind === 'text' || isInline(child)) {
      if (!whole && child.kind === 'element' && child.name === 'br') flush()
      else run.push(child)
    } else {
      flush()
      if (!DROPPED.has(child.name)) collect(child, [element, ...ancestors], lines)
    }
  }
  flush()
}

/** Words that belong together, line breaks or not. */
const isLeaf = ({ name }: PageElement): boolean => /^(?:p|h[1-6]|li|pre|td|th|dt|dd|figcaption)$/.test(name)

/** Inline by name, and no block inside. */
function isInline(element: PageElement): boolean {
  if (BLOCKS.has(element.name)) return false
  return (
    DROPPED.has(element.name) || element.children.every((child) => child.kind === 'text' || isInline(child))
  )
}

function lineOf(
  nodes: readonly PageNode[],
  element: PageElement,
  ancestors: readonly PageElement[],
): Line | null {
  const text = squeezed(nodes)
  if (text === '') return null
  const inLink = [element, ...ancestors].some(
    ({ name, attributes }) => name === 'a' && attributes.has('href'),
  )
  const linked = squeezed(nodes.flatMap((node) => linksIn(node, inLink))).length
  return { nodes, element, ancestors, text, linked, heading: /^h[1-6]$/.test(element.name) }
}

function linksIn(node: PageNode, inside: boolean): PageNode[] {
  if (node.kind === 'text') return inside ? [node] : []
  if (node.name === 'a' && node.attributes.has('href')) return [node]
  return node.children.flatMap((child) => linksIn(child, inside))
}

export const squeezed = (nodes: readonly PageNode[]): string => {
  const words: string[] = []
  gather(nodes, words)
  return words.join('').replace(/\s+/g, ' ').trim()
}

function gather(nodes: readonly PageNode[], words: string[]): void {
  for (const node of nodes) {
    if (node.kind === 'text') words.push(node.value)
    else if (node.name === 'br') words.push(' ')
    else if (!DROPPED.has(node.name)) gather(node.children, words)
  }
}

const SENTENCE_END = /[.!?…:;。！？」』”’"')\]؟۔।]$/u

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text)

/** A line of running words, not of links or scraps. */
export const isProse = ({ text, linked, heading }: Line): boolean =>
  !heading && linked < text.length * 0.5 && (text.length > 140 || (text.length > 50 && endsSentence(text)))

export const isCaption = ({ element, ancestors }: Line): boolean =>
  [element, ...ancestors.slice(0, 3)].some(
    (around) => around.name === 'figure' || around.name === 'figcaption' || CAPTION.test(namesOf(around)),
  )

/** An element without some of the nodes inside. */
export function without(element: PageElement, dropped: ReadonlySet<PageNode>): PageElement {
  const children = element.children.flatMap((child): PageNode[] => {
    if (dropped.has(child)) return []
    return child.kind === 'text' ? [child] : [without(child, dropped)]
  })
  return { ...element, children }
}
