import type { Link, Parents, Root, Text } from 'mdast'
import type { ContainerDirective, TextDirective } from 'mdast-util-directive'
import { gfmToMarkdown } from 'mdast-util-gfm'
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown'
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown'
import { writeCitation } from './citation-syntax.ts'

/** The tree as Markdown that `readMarkdown` reads back to the same tree. */
export const writeMarkdown = (root: Root): string => toMarkdown(root, OPTIONS)

const citation: Handle = (node: { readonly items: Parameters<typeof writeCitation>[0] }) =>
  writeCitation(node.items)

/** Never split over lines, and read before anything else. */
const peekCitation = () => '['
const peekDirective = () => ':'

const textDirective: Handle = Object.assign(
  (node: TextDirective, _parent: Parents | undefined, state: State, info: Info): string => {
    const exitLabel = state.enter('textDirectiveLabel')
    const tracker = state.createTracker(info)
    const start = tracker.move(`:${node.name}[`)
    const label = tracker.move(
      state.containerPhrasing(node, { ...tracker.current(), before: '[', after: ']' }),
    )
    exitLabel()
    return `${start}${label}]${attributes(node)}`
  },
  { peek: peekDirective },
)

function containerDirective(
  node: ContainerDirective,
  _parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  const tracker = state.createTracker(info)
  const fence = ':::'
  const start = tracker.move(`${fence}${node.name}${attributes(node)}\n`)
  const content = tracker.move(state.containerFlow(node, tracker.current()))
  return `${start}${content}\n${fence}`
}

/** `{#id version=2 translation}`; an id with other characters than the short form takes is quoted. */
function attributes({ attributes: given }: TextDirective | ContainerDirective): string {
  const { id, ...others } = given ?? {}
  const parts: string[] = []
  if (typeof id === 'string') parts.push(/^[^\s"#'.<=>`{}]+$/u.test(id) ? `#${id}` : `id="${entities(id)}"`)
  for (const [name, value] of Object.entries(others)) {
    if (typeof value === 'string') parts.push(value === '' ? name : `${name}=${value}`)
  }
  return parts.length === 0 ? '' : `{${parts.join(' ')}}`
}

const entities = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('}', '&#125;')

/** A pair of brackets that cannot be taken for anything else: `[…]`, `[word]`, `[T]`. */
const PLAIN_BRACKETS = /\\\[(…|\.\.\.|(?![xX ]?\\?\])[\p{L}\p{N}][^[\]\\@^`<&*_~!:\n]*)\\?\](?![[(:{])/gu

function text(node: Text, _parent: Parents | undefined, state: State, info: Info): string {
  const lines = node.value.split(/[\n\r]/u)
  const breaks = node.value.match(/[\n\r]/gu) ?? []
  return lines
    .map((line, index) => {
      const before = index === 0 ? info.before : ';'
      const after = index === lines.length - 1 ? info.after : '&'
      const safe = state.safe(line, { ...info, before, after })
      const plain = safe.replaceAll(PLAIN_BRACKETS, (found, inside: string, position: number) =>
        position + found.length === safe.length && /[[(:{]/u.test(after) ? found : `[${inside}]`,
      )
      const ending = breaks[index] === undefined ? '' : breaks[index] === '\n' ? '&#xA;' : '&#xD;'
      return plain + ending
    })
    .join('')
}

const ADDRESS = /^(?:https?:\/\/[\w./?=&%#:~+,;@!$()*-]+|mailto:[\w.+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+)$/u

/** `<https://…>` only for addresses that are surely read back so; `[…](…)` for all others. */
const link: Handle = Object.assign(
  (node: Link, parent: Parents | undefined, state: State, info: Info): string =>
    defaultHandlers.link(node, parent, ADDRESS.test(node.url) ? state : asResource(state), info),
  {
    peek: (node: Link, parent: Parents | undefined, state: State) =>
      defaultHandlers.link.peek(node, parent, ADDRESS.test(node.url) ? state : asResource(state)),
  },
)

const asResource = (state: State): State => ({ ...state, options: { ...state.options, resourceLink: true } })

const OPTIONS: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  listItemIndent: 'one',
  fences: true,
  resourceLink: false,
  extensions: [gfmToMarkdown()],
  handlers: {
    text,
    link,
    citation: Object.assign(citation, { peek: peekCitation }),
    textDirective,
    containerDirective,
  },
  unsafe: [
    { character: ']', inConstruct: 'textDirectiveLabel' },
    { character: ':', after: '(?:quote|set-aside)\\[', inConstruct: 'phrasing' },
    { character: ':', after: ':', inConstruct: 'phrasing' },
    { atBreak: true, character: ':', after: '::' },
    { before: '\\|', character: ' ', inConstruct: 'tableCell' },
    { character: ' ', after: '\\|', inConstruct: 'tableCell' },
    { character: '\t', inConstruct: 'tableCell' },
  ],
}
