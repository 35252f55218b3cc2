import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast'
import type { Info, State, Unsafe } from 'mdast-util-to-markdown'
import { defaultHandlers } from 'mdast-util-to-markdown'
import { startsDefinition } from './markdown.ts'
import { withoutNeedlessEscapes } from './needless-escapes.ts'

/** Where an escaped character stands in its block. */
export interface EscapePlace {
  readonly character: string
  /** The text of the whole leaf block; what is no text is U+FFFC in it, code and addresses stand after it. */
  readonly block: string
  /** UTF-16 offset into `block`. */
  readonly at: number
  /** What stands before and after it in its own text; where that ends within the block, U+FFFC. */
  readonly before: string
  readonly after: string
  readonly inHeading: boolean
  /** The text that stands inside brackets of the flavour’s own; null outside of such. */
  readonly bracketed: string | null
}

/** A reader of Markdown that knows more marks than CommonMark and GFM. */
export interface Flavour {
  /** What to escape besides; better too much than too little. */
  readonly unsafe: readonly Unsafe[]
  /** Which of the escapes stay; `as-ever` leaves it to the rules of CommonMark and GFM. */
  readonly says: (place: EscapePlace) => 'keep' | 'drop' | 'as-ever'
  /** Marks to escape that CommonMark knows to be none. */
  readonly besides?: RegExp
}

/** What stands for an image, a note and all else that is no text. */
export const OBJECT = '\uFFFC'

interface Standing {
  readonly block: string
  readonly offset: number
  readonly inHeading: boolean
  readonly bracketed: string | null
  /** Stands in no mark within its block. */
  readonly isDirect: boolean
}

/** The handler of texts for one tree: it needs to know what else stands in a text's block. */
export function flavouredText(root: Root, { says, besides }: Flavour) {
  const standings = new Map<Text, Standing>()
  note(root, standings)
  return (node: Text, parent: Parents | undefined, state: State, info: Info): string => {
    const escaped = defaultHandlers.text(node, parent, state, info)
    if (state.stack.includes('label') || state.stack.includes('autolink')) return escaped
    const standing = standings.get(node)
    const plain = withoutNeedlessEscapes(escaped, node.value, info.after, (character, offset) =>
      standing === undefined || offset === null
        ? 'keep'
        : says({ ...standing, character, ...around(node, offset, standing) }),
    )
    const all = besides === undefined ? plain : escapedBesides(plain, besides)
    return startsDefinition(node, parent) ? `\\${all}` : all
  }
}

function around({ value }: Text, at: number, { block, offset, isDirect }: Standing) {
  const isFirst = isDirect && offset === 0
  const isLast = isDirect && offset + value.length === block.length
  return {
    at: offset + at,
    before: `${isFirst ? '' : OBJECT}${value.slice(0, at)}`,
    after: `${value.slice(at + 1)}${isLast ? '' : OBJECT}`,
  }
}

/** Read from the left, so that what is escaped already stays as it is. */
const escapedBesides = (escaped: string, besides: RegExp): string =>
  escaped.replaceAll(new RegExp(`\\\\[^]|${besides.source}`, 'gu'), (found) =>
    found.startsWith('\\') ? found : found.replaceAll(/./gu, String.raw`\$&`),
  )

function note(node: Nodes, standings: Map<Text, Standing>): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const block = node.children.map(shownText).join('')
    let offset = 0
    const inHeading = node.type === 'heading'
    const walk = (span: PhrasingContent, bracketed: string | null, isDirect: boolean): void => {
      if (span.type === 'text') standings.set(span, { block, offset, inHeading, bracketed, isDirect })
      const inside = span.type === 'pandocSpan' ? shownText(span) : bracketed
      const end = offset + shownText(span).length
      if ('children' in span) for (const child of span.children) walk(child, inside, false)
      offset = end
    }
    for (const child of node.children) walk(child, null, true)
  } else if ('children' in node) node.children.forEach((child) => note(child, standings))
}

function shownText(span: PhrasingContent): string {
  if (span.type === 'text') return span.value
  if (span.type === 'break') return '\n'
  if (span.type === 'inlineCode') return `${OBJECT}${span.value}${OBJECT}`
  const inside = 'children' in span ? span.children.map(shownText).join('') : OBJECT
  return span.type === 'link' ? `${inside}${OBJECT}${span.url}` : inside
}
