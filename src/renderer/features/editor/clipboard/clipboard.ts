import { ClipboardImportExtension, $insertGeneratedNodes } from '@lexical/clipboard'
import { $generateNodesFromDOM } from '@lexical/html'
import { $getEditor, configExtension, createCommand, defineExtension, type BaseSelection } from 'lexical'
import { LinkedQuoteFields } from '../../../../shared/brief/schema.ts'
import { safeLink } from '../../../../shared/document/link.ts'
import { readAddress, type PassageAddress } from '../../../../shared/clipping/address.ts'
import { findLinks } from './quote-dom.ts'

/** A passage that was copied from a source is pasted; whoever can ask the library makes a quote of it. */
export const PASTE_PASSAGE_COMMAND = createCommand<{
  readonly address: PassageAddress
  readonly plain: string
}>('PASTE_PASSAGE_COMMAND')

/** What is on the clipboard is too much for a brief; nothing was pasted. */
export const PASTE_REFUSED_COMMAND = createCommand<{ readonly characters: number }>('PASTE_REFUSED_COMMAND')

/** UTF-16 units. Mark-up of more is pasted as its plain words; more plain words are an article, not a part of a brief. */
const MOST_MARKUP = 4_000_000
const MOST_WORDS = 2_000_000

/**
 * What is pasted or dropped becomes nodes that briefs have, or plain words. Hostile mark-up is parsed apart from the page
 * and never shown; of nodes that claim to be the editor's own each quote is checked.
 */
export const BriefClipboardExtension = defineExtension({
  name: '@verbatim/clipboard',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'application/x-lexical-editor': [
          (data, _selection, $next) => (data.length <= MOST_MARKUP * 2 && isSound(data) ? $next() : false),
        ],
        'text/html': [
          (html, selection, _$next, transfer) =>
            $pasteMarkup(html, selection, transfer.getData('text/plain')),
        ],
        'text/plain': [
          (text, _selection, $next) => {
            if (text.length <= MOST_WORDS) return $next()
            return $getEditor().dispatchCommand(PASTE_REFUSED_COMMAND, { characters: text.length })
          },
        ],
      },
    }),
  ],
})

function $pasteMarkup(html: string, selection: BaseSelection, plain: string): boolean {
  if (html.length > MOST_MARKUP) return false
  const editor = $getEditor()
  const pasted = new DOMParser().parseFromString(html, 'text/html')
  const address = passageIn(pasted)
  if (address !== null && editor.dispatchCommand(PASTE_PASSAGE_COMMAND, { address, plain })) return true
  findLinks(pasted)
  clean(pasted)
  $insertGeneratedNodes(editor, $generateNodesFromDOM(editor, pasted), selection)
  return true
}

const NO_WORDS = 'script, style, iframe, object, embed, template, noscript, svg, math, head'

/** Takes away what holds no words of the text, and links that lead anywhere but to pages and mail. */
function clean(pasted: Document): void {
  for (const element of pasted.querySelectorAll(NO_WORDS)) element.remove()
  for (const link of pasted.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const safe = safeLink(link.getAttribute('href') ?? '', null)
    if (safe !== null) link.setAttribute('href', safe)
    else if (link.closest('[data-verbatim-quote]') === null) link.replaceWith(...link.childNodes)
  }
}

/** The one passage of a source that was copied, where it is all there is. */
function passageIn(pasted: Document): PassageAddress | null {
  const [element, ...more] = pasted.querySelectorAll<HTMLElement>('[data-verbatim]')
  return element === undefined || more.length > 0 ? null : readAddress(element.dataset['verbatim'] ?? '')
}

/** Nodes that briefs have, and of quotes only such as the stored form allows. */
function isSound(data: string): boolean {
  try {
    const { nodes } = JSON.parse(data) as { readonly nodes?: unknown }
    return Array.isArray(nodes) && nodes.every((node) => isSoundNode(node, 0))
  } catch {
    return false
  }
}

const TYPES = new Set(
  `text linebreak tab paragraph heading list listitem quote link table tablerow tablecell code horizontalrule linked-quote
   linked-quote-block citation set-aside footnote footnote-reference image`.split(/\s+/u),
)
const DEEPEST = 100

function isSoundNode(node: unknown, depth: number): boolean {
  if (typeof node !== 'object' || node === null || depth > DEEPEST) return false
  const { type, children } = node as { readonly type?: unknown; readonly children?: unknown }
  if (typeof type !== 'string' || !TYPES.has(type)) return false
  const isQuote = type === 'linked-quote' || type === 'linked-quote-block'
  if (isQuote && !LinkedQuoteFields.safeParse(node).success) return false
  return (
    children === undefined ||
    (Array.isArray(children) && children.every((child) => isSoundNode(child, depth + 1)))
  )
}
