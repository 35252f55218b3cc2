import { ClipboardImportExtension, $insertGeneratedNodes } from '@lexical/clipboard'
import { $generateNodesFromDOM } from '@lexical/html'
import {
  $getEditor,
  $onUpdate,
  configExtension,
  createCommand,
  defineExtension,
  type BaseSelection,
  type EditorState,
} from 'lexical'
import { safeLink } from '../../../../shared/document/link.ts'
import { readAddress, type PassageAddress } from '../../../../shared/clipping/address.ts'
import { $codeAt } from '../blocks/code.ts'
import { isImageFile, PUT_IMAGES_COMMAND } from '../blocks/images.ts'
import { $tableAt } from '../blocks/tables.ts'
import { imageElement } from '../nodes/image.tsx'
import { looksLikeMarkdown } from './pasted-markdown.ts'
import { findLinks } from './quote-dom.ts'
import { isSound } from './sound.ts'

/** A passage that was copied from a source is pasted; whoever can ask the library makes a quote of it. */
export const PASTE_PASSAGE_COMMAND = createCommand<{
  readonly address: PassageAddress
  readonly plain: string
}>('PASTE_PASSAGE_COMMAND')

/** A text that reads as Markdown was pasted as the words that it is; the sheet as it was before comes with it. */
export const MARKDOWN_PASTED_COMMAND = createCommand<{
  readonly text: string
  readonly before: EditorState
}>('MARKDOWN_PASTED_COMMAND')

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
          (data, _selection, $next) =>
            data.length <= MOST_MARKUP * 2 && $codeAt() === null && isSound(data) ? $next() : false,
        ],
        'text/html': [
          (html, selection, _$next, transfer) =>
            $codeAt() === null &&
            ($isOneImage(html, transfer) || $pasteMarkup(html, selection, transfer.getData('text/plain'))),
        ],
        'text/plain': [
          (text, selection, $next) => {
            if (text.length > MOST_WORDS)
              return $getEditor().dispatchCommand(PASTE_REFUSED_COMMAND, { characters: text.length })
            if ($codeAt() !== null) {
              selection.insertRawText(text)
              return true
            }
            if (looksLikeMarkdown(text) && $tableAt() === null) $announceMarkdown(text)
            return $next()
          },
        ],
      },
    }),
  ],
})

/** Once the words are there, so that undo comes back to them. */
function $announceMarkdown(text: string): void {
  const editor = $getEditor()
  const before = editor.getEditorState()
  $onUpdate(() => void editor.dispatchCommand(MARKDOWN_PASTED_COMMAND, { text, before }))
}

/** A picture copied in another program comes with mark-up that names it: its bytes are what is wanted. */
function $isOneImage(html: string, { files }: DataTransfer): boolean {
  const images = [...files].filter(isImageFile)
  if (images.length === 0 || html.length > MOST_MARKUP) return false
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const isAlone = body.textContent.trim() === '' && body.querySelectorAll('img').length === 1
  return isAlone && $getEditor().dispatchCommand(PUT_IMAGES_COMMAND, images)
}

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

/** What holds no words of a text; the number of a copied footnote is told anew. */
const NO_WORDS =
  'script, style, iframe, object, embed, template, noscript, svg, math, head, [data-verbatim-number]'

/** Takes away what holds no words of the text, and links that lead anywhere but to pages and mail. */
function clean(pasted: Document): void {
  for (const element of pasted.querySelectorAll(NO_WORDS)) element.remove()
  for (const image of pasted.querySelectorAll('img')) image.replaceWith(...standIn(image))
  for (const link of pasted.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const safe = safeLink(link.getAttribute('href') ?? '', null)
    if (safe !== null) link.setAttribute('href', safe)
    else if (link.closest('[data-verbatim-quote]') === null) link.replaceWith(...link.childNodes)
  }
}

/** A picture that has an address, as `ImageNode` reads it; of any other its words. */
function standIn(image: HTMLImageElement): readonly (string | HTMLElement)[] {
  const alt = image.getAttribute('alt') ?? ''
  const address = safeLink(image.getAttribute('src') ?? '', null)
  if (address === null || address.startsWith('mailto:')) return alt === '' ? [] : [alt]
  return [imageElement(address, alt)]
}

/** The one passage of a source that was copied, where it is all there is. */
function passageIn(pasted: Document): PassageAddress | null {
  const [element, ...more] = pasted.querySelectorAll<HTMLElement>('[data-verbatim]')
  return element === undefined || more.length > 0 ? null : readAddress(element.dataset['verbatim'] ?? '')
}
