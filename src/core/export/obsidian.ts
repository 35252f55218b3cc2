import type { BlockContent, Parents, Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown'
import { toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import { flavouredText } from './flavoured-text.ts'
import { HABITS, LINE_STARTS } from './markdown.ts'
import { markdownTree } from './markdown-tree.ts'
import { OBSIDIAN } from './obsidian-escapes.ts'
import type { PrintedBrief, SourceLink } from './printed-brief.ts'
import { SafeNames, safeName } from './safe-names.ts'

declare module 'mdast' {
  /** A block quotation as a callout, with the name by which links come to it. */
  interface Callout extends Parent {
    type: 'callout'
    name: string | null
    children: RootContent[]
  }
  interface BlockContentMap {
    callout: Callout
  }
  interface RootContentMap {
    callout: Callout
  }
}

/** The names of the notes of sources, by citekey. */
export type NoteNames = ReadonlyMap<string, string>

export function noteNames(sources: readonly { readonly citekey: string }[]): NoteNames {
  const names = new SafeNames()
  return new Map(sources.map(({ citekey }) => [citekey, names.claim(citekey, 'source')]))
}

/** What Obsidian calls the place of an annotation: letters, digits and hyphens. */
export const blockName = (annotation: string): string => annotation.replaceAll(/[^A-Za-z\d]+/gu, '-')

/**
 * Markdown for Obsidian: block quotations as callouts with names, links to the notes of
 * sources and to the annotations in them; what the author typed is none of its marks.
 */
export function printObsidian(brief: PrintedBrief, names: NoteNames): string {
  const { title, language } = brief
  const properties = { title, ...(language === null ? {} : { lang: language }), date: brief.date }
  return `---\n${stringify(properties, { lineWidth: 0 })}---\n\n${printObsidianTree(withCallouts(markdownTree(brief)), names)}`
}

export function printObsidianTree(root: Root, names: NoteNames): string {
  const options: Options = {
    ...HABITS,
    extensions: [gfmToMarkdown()],
    handlers: {
      text: flavouredText(root, OBSIDIAN),
      sourceLink: Object.assign(sourceLink(names), { peek: () => '[' }),
      callout,
    },
    unsafe: [...LINE_STARTS, ...OBSIDIAN.unsafe],
  }
  return toMarkdown(root, options)
}

/** Names are unique in a note: of a passage that is quoted twice the first has it. */
function withCallouts(root: Root): Root {
  const used = new Set<string>()
  const walk = <Node extends RootContent>(node: Node): Node | BlockContent => {
    if (node.type === 'blockquote') {
      const annotation = node.data?.quote?.annotation
      const wanted = annotation === undefined ? null : blockName(annotation)
      const name = wanted === null || used.has(wanted) ? null : wanted
      if (name !== null) used.add(name)
      return { type: 'callout', name, children: node.children.map(walk) }
    }
    if (node.type === 'list' || node.type === 'listItem' || node.type === 'footnoteDefinition')
      return { ...node, children: node.children.map((child) => walk(child)) }
    return node
  }
  return { ...root, children: root.children.map(walk) }
}

const callout: Handle = (
  node: { readonly name: string | null; readonly children: RootContent[] },
  _parent: Parents | undefined,
  state: State,
  info: Info,
) => {
  const exit = state.enter('blockquote')
  const tracker = state.createTracker(info)
  tracker.move('> ')
  tracker.shift(2)
  const inside = state.containerFlow(
    { type: 'blockquote', children: node.children as BlockContent[] },
    tracker.current(),
  )
  const quoted = state.indentLines(
    `[!quote]\n${inside}`,
    (line, _, isBlank) => `>${isBlank ? '' : ' '}${line}`,
  )
  exit()
  return node.name === null ? quoted : `${quoted}\n\n^${node.name}`
}

/** `[[name#^an-…|citekey]]` */
const sourceLink =
  (names: NoteNames): Handle =>
  ({ citekey, annotation }: SourceLink, _parent: Parents | undefined, state: State) => {
    const name = names.get(citekey) ?? safeName(citekey, 'source')
    const target = annotation === null ? name : `${name}#^${blockName(annotation)}`
    const bar = state.stack.includes('tableCell') ? String.raw`\|` : '|'
    return `[[${target}${bar}${citekey}]]`
  }
