import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  INSERT_PARAGRAPH_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical'
import { $makeCodeBlock, CodeBlockNode } from '../nodes/code-block.ts'

/** Enter begins a line, and on an empty last line leaves the block; Tab moves lines in and out by two spaces. */
export const registerCode = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $enter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_TAB_COMMAND, $tab, COMMAND_PRIORITY_HIGH),
  )

/** The code block that the whole selection is in. */
export function $codeAt(): CodeBlockNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const code = $codeOf(selection.anchor.getNode())
  return code !== null && code.is($codeOf(selection.focus.getNode())) ? code : null
}

const isCode = (node: LexicalNode): node is CodeBlockNode => node instanceof CodeBlockNode
const $codeOf = (node: LexicalNode): CodeBlockNode | null => $findMatchingParent(node, isCode)

function $enter(): boolean {
  const code = $codeAt()
  const selection = $getSelection()
  if (code === null || !$isRangeSelection(selection)) return false
  const last = code.getLastChild()
  const isAtEnd =
    selection.isCollapsed() &&
    $isLineBreakNode(last) &&
    selection.anchor.type === 'element' &&
    selection.anchor.offset === code.getChildrenSize()
  if (isAtEnd) {
    last.remove()
    const paragraph = $createParagraphNode()
    code.insertAfter(paragraph)
    paragraph.select()
  } else selection.insertLineBreak()
  return true
}

const STEP = '  '

function $tab(event: KeyboardEvent): boolean {
  const code = $codeAt()
  const selection = $getSelection()
  if (code === null || !$isRangeSelection(selection) || event.ctrlKey || event.altKey || event.metaKey)
    return false
  event.preventDefault()
  if (!event.shiftKey && selection.isCollapsed()) {
    selection.insertText(STEP)
    return true
  }
  for (const first of $linesOf(code, selection)) {
    if (!event.shiftKey) {
      if (first !== null) first.insertBefore($createTextNode(STEP))
    } else if ($isTextNode(first)) {
      const step = /^(\t| {1,2})/u.exec(first.getTextContent())?.[0].length ?? 0
      if (step > 0) first.spliceText(0, step, '')
    }
  }
  return true
}

/** The first node of each line that the selection touches; null for an empty line. */
function $linesOf(code: CodeBlockNode, selection: RangeSelection): readonly (LexicalNode | null)[] {
  const children = code.getChildren()
  const places = [selection.anchor, selection.focus].map((point) =>
    point.getNode().is(code) ? point.offset : point.getNode().getIndexWithinParent(),
  )
  const from = Math.min(...places)
  const to = Math.max(...places)
  const lines: (LexicalNode | null)[] = []
  let start = 0
  for (let at = 0; at <= children.length; at += 1) {
    const child = children[at]
    if (child !== undefined && !$isLineBreakNode(child)) continue
    if (at >= from && start <= to) lines.push(at > start ? (children[start] ?? null) : null)
    start = at + 1
  }
  return lines
}

/** Makes one code block of the blocks of a selection: a line for each of their lines, words only. */
export function $makeCode(selection: RangeSelection): CodeBlockNode | null {
  const blocks = $leaves(selection)
  const [first] = blocks
  if (first === undefined || $codeAt() !== null) return $codeAt()
  const code = $makeCodeBlock(null).append(
    ...$lines(blocks.map((block) => block.getTextContent()).join('\n')),
  )
  for (const block of blocks.slice(1)) block.remove()
  first.replace(code)
  code.selectEnd()
  return code
}

/** Lines of a text as the children of a code block. */
export const $lines = (text: string): readonly LexicalNode[] =>
  text
    .split('\n')
    .flatMap((line, at) => [
      ...(at > 0 ? [$createLineBreakNode()] : []),
      ...(line === '' ? [] : [$createTextNode(line)]),
    ])

/** The innermost blocks that a selection reaches over. */
function $leaves(selection: RangeSelection): readonly ElementNode[] {
  const leaves = new Set<ElementNode>()
  for (const node of [...selection.getNodes(), selection.anchor.getNode()]) {
    const block = $findMatchingParent(node, (each) => $isElementNode(each) && !each.isInline())
    if (!$isElementNode(block) || block.isShadowRoot() || block.getParent() === null) continue
    const first = block.getFirstChild()
    if (first === null || !$isElementNode(first) || first.isInline()) leaves.add(block)
  }
  return [...leaves]
}

/** Turns the code blocks that a selection touches into paragraphs, one a line. */
export function $openCode(selection: RangeSelection): void {
  const touched = [...selection.getNodes(), selection.anchor.getNode(), selection.focus.getNode()]
  const codes = new Set(touched.map($codeOf).filter((code) => code !== null))
  for (const code of codes) {
    const paragraphs: ParagraphNode[] = [$createParagraphNode()]
    for (const child of code.getChildren()) {
      if ($isLineBreakNode(child)) paragraphs.push($createParagraphNode())
      else paragraphs.at(-1)?.append(child)
    }
    const onElement = [selection.anchor, selection.focus].some((point) => point.getNode().is(code))
    for (const paragraph of paragraphs) code.insertBefore(paragraph)
    if (onElement) paragraphs.at(-1)?.select()
    code.remove()
  }
}
