import { $createHorizontalRuleNode } from '@lexical/extension'
import { $createLinkNode, $isLinkNode } from '@lexical/link'
import { $isListItemNode } from '@lexical/list'
import { $isQuoteNode } from '@lexical/rich-text'
import { $isTableCellNode } from '@lexical/table'
import {
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  KEY_ENTER_COMMAND,
  mergeRegister,
  PASTE_TAG,
  type LexicalEditor,
  type NodeKey,
  type ParagraphNode,
  type TextFormatType,
  type TextNode,
} from 'lexical'
import { $makeCodeBlock, CodeBlockNode } from '../nodes/code-block.ts'
import { addressOf } from './links.ts'
import { $setStyle, type BlockStyle } from './styles.ts'

/**
 * Markdown as one types it: a mark at the start of a paragraph and a space, or words between marks, become what they
 * say. It happens in an update of its own, after the typed character's, so that undo gives the typed characters back.
 */
export const registerShortcuts = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
      if (
        tags.has(HISTORIC_TAG) ||
        tags.has(PASTE_TAG) ||
        tags.has(COLLABORATION_TAG) ||
        editor.isComposing()
      )
        return
      const typed = editorState.read(() => $justTyped(dirtyLeaves))
      if (typed === null) return
      const isLonger = prevEditorState.read(() => {
        const before = $getNodeByKey(typed.key)
        const length = $isTextNode(before) ? before.getTextContentSize() : 0
        return typed.length === length + 1
      })
      if (!isLonger || !editorState.read(() => $change(typed, true))) return
      editor.update(() => void $change(typed, false), { tag: HISTORY_PUSH_TAG })
    }),
    editor.registerCommand(KEY_ENTER_COMMAND, $enter, COMMAND_PRIORITY_CRITICAL),
  )

interface Typed {
  readonly key: NodeKey
  readonly length: number
}

/** The text that the caret is in, where it was just written in. */
function $justTyped(dirty: ReadonlySet<NodeKey>): Typed | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || !dirty.has(node.getKey()) || node.getParent() instanceof CodeBlockNode)
    return null
  return node.hasFormat('code') ? null : { key: node.getKey(), length: node.getTextContentSize() }
}

/** Makes what the words before the caret say; with `only` it says whether they say anything, and changes nothing. */
function $change({ key }: Typed, only: boolean): boolean {
  const selection = $getSelection()
  const node = $getNodeByKey(key)
  if (!$isRangeSelection(selection) || !$isTextNode(node) || !selection.anchor.getNode().is(node))
    return false
  const { offset } = selection.anchor
  const before = node.getTextContent().slice(0, offset)
  return $block(node, before, only) || $words(node, before, only)
}

const MARKS: readonly (readonly [RegExp, BlockStyle | 'checked'])[] = [
  [/^# $/u, 'h1'],
  [/^## $/u, 'h2'],
  [/^### $/u, 'h3'],
  [/^#### $/u, 'h4'],
  [/^##### $/u, 'h5'],
  [/^###### $/u, 'h6'],
  [/^[-*+] $/u, 'bullet'],
  [/^1[.)] $/u, 'number'],
  [/^(?:[-*+] )?\[ ?\] $/u, 'check'],
  [/^(?:[-*+] )?\[[xX]\] $/u, 'checked'],
  [/^> $/u, 'quote'],
]
const FENCE = /^```([^\s`]*) $/u

/** A mark that a paragraph, or, for a box, an item begins with. */
function $block(node: TextNode, before: string, only: boolean): boolean {
  const parent = node.getParent()
  if (node.getPreviousSibling() !== null || $findMatchingParent(node, $isTableCellNode) !== null) return false
  const style = MARKS.find(([mark]) => mark.test(before))?.[1]
  const isBox = style === 'check' || style === 'checked'
  if (!$isParagraphNode(parent) && !(isBox && $isListItemNode(parent))) return false
  if ($isListItemNode(parent.getParent()) && style !== 'quote') return false
  const language = FENCE.exec(before)?.[1]
  if (style === undefined && language === undefined) return false
  if (only) return true
  node.spliceText(0, before.length, '', true)
  if (language !== undefined && $isParagraphNode(parent)) $fence(parent, language)
  else if (style === 'checked') {
    $setStyle('check')
    const item = $findMatchingParent(node, $isListItemNode) ?? $findMatchingParent(parent, $isListItemNode)
    item?.setChecked(true)
  } else if (style === 'quote' && $isQuoteNode(parent.getParent())) return false
  else if (style !== undefined) $setStyle(style)
  return true
}

function $fence(paragraph: ParagraphNode, language: string): void {
  const code = $makeCodeBlock(language)
  const words = paragraph.getTextContent()
  if (words !== '') code.append($createTextNode(words))
  paragraph.replace(code)
  code.select(0, 0)
}

/** Enter after a fence or a rule: nothing else is on the line. */
function $enter(event: KeyboardEvent | null): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || event?.shiftKey === true) return false
  const paragraph = $findMatchingParent(selection.anchor.getNode(), $isParagraphNode)
  if (paragraph === null || $findMatchingParent(paragraph, $isTableCellNode) !== null) return false
  if ($isListItemNode(paragraph.getParent())) return false
  const words = paragraph.getTextContent()
  const language = /^```([^\s`]*)$/u.exec(words)?.[1]
  if (language === undefined && !/^(?:-{3,}|\*{3,}|_{3,})$/u.test(words)) return false
  event?.preventDefault()
  if (language !== undefined) $fence($emptied(paragraph), language)
  else {
    paragraph.insertBefore($createHorizontalRuleNode())
    $emptied(paragraph).select()
  }
  return true
}

function $emptied(paragraph: ParagraphNode): ParagraphNode {
  const empty = $createParagraphNode()
  paragraph.replace(empty)
  return empty
}

const WRAPS: readonly (readonly [RegExp, TextFormatType])[] = [
  [/(?<![*\\])\*\*(?![\s*])([^*]+)(?<!\s)\*\*$/u, 'bold'],
  [/(?<![\p{L}\p{N}_\\])__(?![\s_])([^_]+)(?<!\s)__$/u, 'bold'],
  [/(?<![*\\])\*(?![\s*])([^*]+)(?<!\s)\*$/u, 'italic'],
  [/(?<![\p{L}\p{N}_\\])_(?![\s_])([^_]+)(?<!\s)_$/u, 'italic'],
  [/(?<![~\\])~~(?![\s~])([^~]+)(?<!\s)~~$/u, 'strikethrough'],
  [/(?<![`\\])`(?!`)([^`]+)`$/u, 'code'],
]
const LINK = /(?<!!)\[([^[\]]+)\]\(([^()\s]+)\)$/u

/** Words between marks that were just closed. */
function $words(node: TextNode, before: string, only: boolean): boolean {
  const link = LINK.exec(before)
  const address =
    link === null || $findMatchingParent(node, $isLinkNode) !== null ? null : addressOf(link[2] ?? '')
  const isInCode = (before.match(/`/gu) ?? []).length % 2 === 1
  const wrap = isInCode ? undefined : WRAPS.find(([mark]) => mark.test(before))
  if (only) return address !== null || wrap !== undefined
  if (link !== null && address !== null) {
    const words = $taken(node, link.index, before.length, link[1] ?? '')
    const made = $createLinkNode(address, { rel: null, target: null, title: null })
    words.insertBefore(made)
    made.append(words)
    made.selectNext(0, 0)
    return true
  }
  const found = wrap?.[0].exec(before)
  if (wrap === undefined || found == null) return false
  const words = $taken(node, found.index, before.length, found[1] ?? '')
  words.toggleFormat(wrap[1])
  const selection = words.selectEnd()
  // What is typed next is plain again.
  selection.setFormat(node.getFormat() & ~words.getFormat())
  return true
}

/** Parts what stands from one place to the other, marks and words, and leaves the words alone of it. */
function $taken(node: TextNode, from: number, to: number, words: string): TextNode {
  const parts = node.splitText(from, to)
  const taken = parts[from === 0 ? 0 : 1] ?? node
  return taken.setTextContent(words)
}
