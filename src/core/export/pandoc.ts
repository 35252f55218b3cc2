import type { Code, Emphasis, Parents, Root, RootContent, Strong } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import type { Handle, Info, Join, Options, State } from 'mdast-util-to-markdown'
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import { bibliographyHeading } from '../../shared/citations/headings.ts'
import type { CitationItem } from '../../shared/brief/nodes.ts'
import type { Flavour } from './flavoured-text.ts'
import { flavouredText } from './flavoured-text.ts'
import { HABITS, LINE_STARTS } from './markdown.ts'
import { PANDOC } from './pandoc-escapes.ts'
import type { PandocDiv, PandocSpan } from './pandoc-tree.ts'
import { hasAppendix, hasCitations, metadataText, pandocTree } from './pandoc-tree.ts'
import type { CitedKeys, PrintedBrief } from './printed-brief.ts'
import { directionOf } from './voice.ts'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    pandocSpan: 'pandocSpan'
  }
}

/**
 * Pandoc's own Markdown: citations as keys, `bibliography` (a file's name, or null) in the metadata,
 * quotes and languages as attributes. Read by `pandoc -f markdown`, every character that the
 * author typed comes back as itself.
 */
export function printPandoc(brief: PrintedBrief, bibliography: string | null): string {
  const isCiting = hasCitations(brief)
  const metadata = {
    title: inMetadata(brief.title),
    ...(brief.language === null ? {} : { lang: brief.language }),
    ...(directionOf(brief.language) === 'rtl' ? { dir: 'rtl' } : {}),
    date: brief.date,
    ...(isCiting
      ? {
          ...(bibliography === null ? {} : { bibliography: inMetadata(bibliography) }),
          'link-citations': true,
          ...(hasAppendix(brief)
            ? {}
            : { 'reference-section-title': inMetadata(bibliographyHeading(brief.language)) }),
        }
      : {}),
  }
  return `---\n${stringify(metadata, { lineWidth: 0 })}---\n\n${print(pandocTree(brief))}`
}

/** Pandoc reads the texts of its metadata as Markdown too. */
const inMetadata = (text: string): string => print(metadataText(text)).trim()

function print(root: Root): string {
  return toMarkdown(root, optionsFor(root))
}

const optionsFor = (root: Root): Options => ({
  ...HABITS,
  // Three hyphens could begin a table.
  rule: '*',
  extensions: [gfmToMarkdown()],
  join: [partLists],
  handlers: {
    text: flavouredText(root, PANDOC),
    citedKeys: Object.assign(citedKeys, { peek: () => '[' }),
    pandocSpan: Object.assign(span, { peek: () => '[' }),
    pandocDiv: div,
    emphasis: Object.assign(starred('*'), { peek: () => '*' }),
    strong: Object.assign(starred('**'), { peek: () => '*' }),
    code,
  },
  unsafe: [
    ...LINE_STARTS,
    ...PANDOC.unsafe,
    { character: '[', inConstruct: 'pandocSpan' },
    { character: ']', inConstruct: 'pandocSpan' },
  ],
})

/** Another bullet begins no other list: a comment parts two of them. */
const partLists: Join = (left, right) =>
  left.type === 'list' && right.type === 'list' && left.ordered === right.ordered ? false : undefined

const span: Handle = (node: PandocSpan, _parent: Parents | undefined, state: State, info: Info) => {
  const exit = state.enter('pandocSpan')
  const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' })
  exit()
  return `[${words}]${node.attributes}`
}

/** Pandoc takes no `_` beside a letter or another mark. */
const starred =
  (marker: string): Handle =>
  (node: Emphasis | Strong, _parent: Parents | undefined, state: State, info: Info) =>
    `${marker}${state.containerPhrasing(node, { ...info, before: '*', after: '*' })}${marker}`

const div: Handle = (node: PandocDiv, _parent: Parents | undefined, state: State, info: Info) =>
  `::: ${node.attributes}\n${state.containerFlow(node, info)}\n:::`

/** `[see @one, p. 3; -@two]`; the words around a key are the author's own. */
const citedKeys: Handle = (node: CitedKeys, _parent: Parents | undefined, state: State, info: Info) => {
  const words = (text: string): string => {
    const root: Root = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
    }
    const [paragraph] = root.children
    if (text.trim() === '' || paragraph?.type !== 'paragraph') return text
    const escaped = flavouredText(root, AROUND_KEYS)(firstText(paragraph), paragraph, state, {
      ...info,
      before: 'a',
      after: 'a',
    })
    return escaped.replaceAll(/(?<!\\)[;[\]]/gu, String.raw`\$&`)
  }
  return `[${node.items.map((item) => cited(item, words)).join('; ')}]`
}

/** Brackets, and what else could pair with something outside of them, are marks there: no escape is taken back. */
const AROUND_KEYS = { ...PANDOC, says: () => 'keep' } as const satisfies Flavour

function firstText(parent: { readonly children: readonly RootContent[] }) {
  const [text] = parent.children
  if (text?.type !== 'text') throw new Error('A paragraph without its text')
  return text
}

function cited(item: CitationItem, words: (text: string) => string): string {
  const { citekey, locator, prefix, suffix, suppressAuthor } = item
  const isBare = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.+/-](?=[\p{L}\p{N}_]))*$/u.test(citekey)
  const key = isBare ? citekey : `{${citekey.replaceAll(/[{}\s]/gu, '')}}`
  const before = prefix === '' ? '' : `${words(prefix)} `
  const after = (locator === null ? '' : `, ${words(locator)}`) + words(suffix)
  return `${before}${suppressAuthor ? '-' : ''}@${key}${after}`
}

/** Pandoc takes one word after a fence, or attributes. */
const code: Handle = (node: Code, parent: Parents | undefined, state: State, info: Info) => {
  const { lang, meta } = node
  if (lang === null || lang === undefined) return defaultHandlers.code(node, parent, state, info)
  const isWord = /^[A-Za-z][\w+#-]*$/u.test(lang) && (meta === null || meta === undefined)
  if (isWord) return defaultHandlers.code(node, parent, state, info)
  const values = [
    /^[A-Za-z][\w-]*$/u.test(lang) ? `.${lang}` : `language="${attribute(lang)}"`,
    ...(meta === null || meta === undefined ? [] : [`info="${attribute(meta)}"`]),
  ]
  const fenced = defaultHandlers.code({ ...node, lang: 'x', meta: null }, parent, state, info)
  return fenced.replace('x', ` {${values.join(' ')}}`)
}

const attribute = (value: string): string =>
  value.replaceAll(/["\\]/gu, String.raw`\$&`).replaceAll(/\s+/gu, ' ')
