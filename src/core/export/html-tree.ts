/** Every element that an exported page may hold: none of them runs, loads or sends anything. */
export const HTML_ELEMENTS = [
  'a', 'article', 'blockquote', 'body', 'br', 'code', 'dd', 'del', 'details', 'div', 'dl', 'dt', 'em',
  'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head', 'header', 'hr', 'html', 'img', 'input', 'li',
  'main', 'mark', 'meta', 'ol', 'p', 'pre', 'section', 'span', 'strong', 'style', 'sub', 'summary', 'sup',
  'table', 'tbody', 'td', 'th', 'thead', 'time', 'title', 'tr', 'ul',
] as const // prettier-ignore
export type HtmlName = (typeof HTML_ELEMENTS)[number]

export const HTML_ATTRIBUTES = [
  'alt', 'aria-label', 'aria-labelledby', 'charset', 'checked', 'class', 'content', 'data-annotation', 'data-source',
  'data-verdict', 'datetime', 'dir', 'disabled', 'height', 'href', 'http-equiv', 'id', 'lang', 'name', 'rel', 'role',
  'scope', 'src', 'start', 'tabindex', 'title', 'type', 'width',
] as const // prettier-ignore
export type HtmlAttribute = (typeof HTML_ATTRIBUTES)[number]

/** A string is text. */
export type HtmlNode = string | HtmlElement

/** An attribute of null is not there. */
export type HtmlAttributes = Readonly<Partial<Record<HtmlAttribute, string | null>>>

export interface HtmlElement {
  readonly name: HtmlName
  readonly attributes: HtmlAttributes
  readonly children: readonly HtmlNode[]
}

export const element = (
  name: HtmlName,
  attributes: HtmlAttributes,
  ...children: readonly HtmlNode[]
): HtmlElement => ({ name, attributes, children })

const VOID: ReadonlySet<HtmlName> = new Set(['br', 'hr', 'img', 'input', 'meta'])

/** A page as a file; `fit` has the last word on each text. */
export const writeHtml = (root: HtmlElement, fit: (text: string) => string): string =>
  `<!DOCTYPE html>\n${write(root, fit)}\n`

/** The same without what makes it a page of its own. */
export const writePart = (part: HtmlElement, fit: (text: string) => string): string => write(part, fit)

function write(node: HtmlNode, fit: (text: string) => string): string {
  if (typeof node === 'string') return escape(fit(node))
  const { name, attributes, children } = node
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escape(fit(value ?? ''))}"`)
    .join('')
  if (VOID.has(name)) return `<${name}${given}>`
  // A style sheet is our own constant, and the only text in which a reader resolves no escapes.
  const literal = name === 'style'
  const inner = children
    .map((child) => (literal && typeof child === 'string' ? child : write(child, fit)))
    .join('')
  // A reader drops a line feed that begins preformatted text.
  return `<${name}${given}>${name === 'pre' ? '\n' : ''}${inner}</${name}>${BLOCKS.has(name) ? '\n' : ''}`
}

/** A line feed after these changes nothing that is shown, and makes the file one that people can read. */
const BLOCKS: ReadonlySet<HtmlName> = new Set(
  [
    'article',
    'blockquote',
    'details',
    'div',
    'dl',
    'figure',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'head',
    'header',
  ].concat([
    'hr',
    'li',
    'main',
    'ol',
    'p',
    'pre',
    'section',
    'style',
    'table',
    'title',
    'tr',
    'ul',
  ]) as HtmlName[],
)

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader makes a line feed of a carriage return that is not written as a reference.
  '\r': '&#13;',
}

const escape = (text: string): string => text.replaceAll(/[&<>"\r]/g, (sign) => ESCAPES[sign] ?? sign)
