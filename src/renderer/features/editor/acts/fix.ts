import {
  $createParagraphNode,
  $createTextNode,
  $getNodeByKey,
  $isElementNode,
  $isTextNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { linkQuote } from '../../../../shared/brief/link-quote.ts'
import { quoteWords } from '../../../../shared/brief/quote-words.ts'
import type { Passage } from '../../../../shared/contract/passages.ts'
import { CitationNode } from '../nodes/citation.tsx'
import { $makeBlockQuote, $makeQuote, isQuote, LinkedQuoteBlockNode } from '../nodes/linked-quote.tsx'
import { marked } from '../nodes/marks.ts'
import { $quoteOf, $setQuote } from '../nodes/quote-state.ts'
import { $makeSetAside } from '../nodes/set-aside.ts'
import type { QuotationPlace } from '../places.ts'
import { quoteOf } from './insert-quote.ts'
import { $selectWords } from './words.ts'

/** Does something to a quotation as one step of undo; false when it no longer stands there. */
function step(editor: LexicalEditor, act: () => boolean): boolean {
  let done = false
  editor.update(
    () => {
      done = act()
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  )
  return done
}

/** The source's own words in place of what differs; a quote takes those of its `passage`. */
export const restoreWords = (
  editor: LexicalEditor,
  place: QuotationPlace,
  words: string,
  passage: Passage | null,
): boolean =>
  step(editor, () => {
    if (place.kind === 'words') return $type(place, words)
    const node = $getNodeByKey(place.key)
    if (!isQuote(node) || passage === null) return false
    $setQuote(node, { ...quoteOf(passage), pin: $quoteOf(node).pin })
    return true
  })

/** Words whose changes are marked in brackets. A quote keeps them as alterations of its `passage`. */
export const markWords = (
  editor: LexicalEditor,
  place: QuotationPlace,
  words: string,
  passage: Passage | null,
): boolean =>
  step(editor, () => {
    if (place.kind === 'words') return $type(place, words)
    const node = $getNodeByKey(place.key)
    if (!isQuote(node) || passage === null) return false
    const { annotation, pin: version } = $quoteOf(node)
    const directive = { annotation, version, translation: false, words, emphasis: [] }
    $setQuote(node, linkQuote(directive, { anchorId: passage.anchor, exact: passage.exact }))
    return true
  })

/** Types words over a quotation's, inside its marks. */
function $type(place: Extract<QuotationPlace, { kind: 'words' }>, words: string): boolean {
  const selection = $selectWords(place, false)
  selection?.insertText(words.replaceAll(/\s*\n\s*/gu, ' '))
  return selection !== null
}

/** Links a quotation's words to a passage: the same words are a plain quote, others stay as they were written. */
export const linkWords = (
  editor: LexicalEditor,
  place: QuotationPlace,
  words: string,
  passage: Passage,
): boolean =>
  step(editor, () => {
    const link = { annotation: passage.annotation, version: null, translation: false, words, emphasis: [] }
    const quote = linkQuote(link, { anchorId: passage.anchor, exact: passage.exact })
    if (place.kind === 'quote') {
      const node = $getNodeByKey(place.key)
      if (!isQuote(node)) return false
      $setQuote(node, quote)
      return true
    }
    const selection = $selectWords(place, true)
    if (selection === null) return false
    selection.insertNodes([$makeQuote(quote)])
    return true
  })

/** Says that a quotation is none. A linked one lets go of its passage. */
export const setAside = (editor: LexicalEditor, place: QuotationPlace): boolean =>
  step(editor, () => {
    const aside = $makeSetAside()
    if (place.kind === 'quote') return $unlink(place.key, (words) => aside.append(words))
    const selection = $selectWords(place, true)
    if (selection === null) return false
    const nodes = selection.extract()
    const [first] = nodes
    const parent = first?.getParent()
    if (first === undefined || !nodes.every((node) => node.getParent()?.is(parent))) return false
    first.insertBefore(aside)
    aside.append(...nodes)
    aside.selectNext()
    return true
  })

/** A quote's words as typed text in marks, which the check then judges. */
export const unlink = (editor: LexicalEditor, key: string): boolean =>
  step(editor, () => $unlink(key, (words) => words))

function $unlink(key: string, dress: (words: LexicalNode) => LexicalNode): boolean {
  const node = $getNodeByKey(key)
  if (!isQuote(node)) return false
  const words = $createTextNode(marked(quoteWords($quoteOf(node)).replaceAll(/\s*\n\s*/gu, ' ')))
  if (node instanceof LinkedQuoteBlockNode) {
    const paragraph = node.insertAfter($createParagraphNode())
    if ($isElementNode(paragraph)) paragraph.append(dress(words))
    node.remove()
  } else node.replace(dress(words))
  return true
}

/** Makes an inline quote a block, or a block an inline one in a paragraph of its own. */
export const turn = (editor: LexicalEditor, key: string): boolean =>
  step(editor, () => {
    const node = $getNodeByKey(key)
    if (!isQuote(node)) return false
    const quote = $quoteOf(node)
    if (node instanceof LinkedQuoteBlockNode) {
      const paragraph = $createParagraphNode()
      paragraph.append($makeQuote(quote))
      node.replace(paragraph)
      return true
    }
    const line = node.getTopLevelElement()
    if (line === null) return false
    line.insertAfter($makeBlockQuote(quote))
    node.remove()
    return true
  })

/** Points the citation that a typed quotation is held against to another source; the nearest one after it, else before. */
export const citeSource = (
  editor: LexicalEditor,
  place: Extract<QuotationPlace, { kind: 'words' }>,
  cited: string,
  citekey: string,
): boolean =>
  step(editor, () => {
    const text = $getNodeByKey(place.to.key)
    if (!$isTextNode(text)) return false
    const after = text.getNextSiblings()
    const before = text.getPreviousSiblings().toReversed()
    const citation = [...after, ...before].find(
      (node): node is CitationNode =>
        node instanceof CitationNode && node.getItems().some((item) => item.citekey === cited),
    )
    citation?.setItems(
      citation
        .getItems()
        .map((item) => (item.citekey === cited ? { ...item, citekey, locator: null } : item)),
    )
    return citation !== undefined
  })
