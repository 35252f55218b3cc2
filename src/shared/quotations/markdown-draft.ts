import type { FootnoteDefinition, ListItem, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { MarkdownTree } from '../brief/markdown.ts'
import { readFrontMatter } from '../brief/front-matter.ts'
import { readMarkdown } from '../brief/markdown.ts'
import { setAsideWords } from '../brief/set-aside-words.ts'
import { Failure } from '../contract/failures.ts'
import { withoutCalloutMark } from './callout-mark.ts'
import type { Draft, Place } from './draft.ts'
import { withoutTags } from './html-tags.ts'
import { linkedBlock } from './linked-block.ts'
import { linkOf, writePhrasing } from './markdown-phrasing.ts'
import type { Standing } from './place-writer.ts'
import { withoutSpanMarks } from './pandoc-spans.ts'
import { PlaceWriter } from './place-writer.ts'

/** A Markdown file as a draft; offsets are UTF-16 units of `source`, as decoded. */
export function markdownDraft(source: string): Draft {
  const mark = source.startsWith('\uFEFF') ? 1 : 0
  const walk = new MarkdownWalk(source.slice(mark), mark)
  walk.blocks(walk.tree.root.children, { domain: null, blockQuotation: null, footnote: null })
  return { places: walk.places, setAside: setAsideIn(walk.tree.root) }
}

/** A draft is read as far as it goes: front matter that is none sets nothing aside. */
function setAsideIn({ children: [first] }: Root): ReadonlySet<string> {
  if (first?.type !== 'yaml') return new Set()
  try {
    return new Set(setAsideWords(readFrontMatter(first.value).extra))
  } catch (error) {
    if (error instanceof Failure) return new Set()
    throw error
  }
}

/** What the blocks inside inherit; a `domain` of null: each paragraph is its own. */
interface Inherited {
  readonly domain: number | null
  readonly blockQuotation: number | null
  readonly footnote: string | null
}

class MarkdownWalk {
  readonly tree: MarkdownTree
  readonly places: Place[] = []
  private readonly source: string
  private readonly shift: number
  private numbers = 0

  constructor(source: string, shift: number) {
    this.source = source
    this.shift = shift
    this.tree = readMarkdown(source)
  }

  blocks(children: readonly RootContent[], inherited: Inherited): void {
    let container = this.number()
    for (const child of children) {
      if (child.type === 'paragraph') this.leaf(child, this.standing(inherited, container))
      else {
        this.block(child, inherited)
        container = this.number()
      }
    }
  }

  private block(node: RootContent, inherited: Inherited): void {
    switch (node.type) {
      case 'heading':
        return this.leaf(node, this.standing(inherited, this.number()))
      case 'blockquote': {
        const id = this.number()
        const outer = inherited.blockQuotation
        return this.blocks(node.children, {
          ...inherited,
          domain: outer === null ? id : inherited.domain,
          blockQuotation: outer ?? id,
        })
      }
      case 'list':
        for (const item of node.children) this.item(item, inherited)
        return
      case 'table':
        return this.table(node, inherited)
      case 'footnoteDefinition':
        return this.footnote(node, inherited)
      case 'containerDirective':
        return this.directive(node, inherited)
      default:
    }
  }

  private item(item: ListItem, inherited: Inherited): void {
    const domain = inherited.blockQuotation === null ? this.number() : inherited.domain
    this.blocks(item.children, { ...inherited, domain })
  }

  private table(table: Table, inherited: Inherited): void {
    for (const row of table.children) {
      for (const cell of row.children) this.leaf(cell, this.standing(inherited, this.number()))
    }
  }

  private footnote(node: FootnoteDefinition, inherited: Inherited): void {
    this.blocks(node.children, {
      ...inherited,
      domain: null,
      blockQuotation: null,
      footnote: node.identifier,
    })
  }

  private directive(node: ContainerDirective, inherited: Inherited): void {
    const standing = this.standing({ ...inherited, blockQuotation: null }, this.number())
    const paragraphs = leaves(node).map((leaf) => this.place(leaf, standing, true))
    this.places.push(linkedBlock(paragraphs, linkOf(node), standing))
  }

  private leaf(node: Nodes, standing: Standing): void {
    this.places.push(this.place(node, standing, false))
  }

  private place(node: Nodes, standing: Standing, linked: boolean): Place {
    const writer = new PlaceWriter(standing)
    const { source, shift } = this
    writePhrasing(wordsIn(node), {
      writer,
      source,
      shift,
      segments: this.tree.segments,
      linked,
    })
    return withoutCalloutMark(withoutSpanMarks(withoutTags(writer.place())), source, shift)
  }

  private standing({ domain, ...inherited }: Inherited, container: number): Standing {
    return { ...inherited, container, domain: domain ?? this.number() }
  }

  private number(): number {
    this.numbers += 1
    return this.numbers
  }
}

/** A block of code is words where it stands in a quote. */
const wordsIn = (node: Nodes): readonly (PhrasingContent | RootContent)[] =>
  node.type === 'code' ? [node] : 'children' in node ? node.children : []

/** What holds words inside a directive, in order: all that a brief takes for the words of the quote. */
function leaves(node: ContainerDirective): readonly Nodes[] {
  const found: Nodes[] = []
  const visit = (child: RootContent): void => {
    switch (child.type) {
      case 'paragraph':
      case 'heading':
      case 'code':
        found.push(child)
        return
      case 'blockquote':
      case 'list':
      case 'listItem':
      case 'containerDirective':
        for (const inner of child.children) visit(inner)
        return
      case 'table':
        for (const row of child.children) found.push(...row.children)
        return
      default:
    }
  }
  for (const child of node.children) visit(child)
  return found
}
