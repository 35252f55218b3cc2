import { $getSelection, $isRangeSelection, $isTextNode, type NodeKey } from 'lexical'

/** What was typed after an opening quotation mark, up to the caret. */
export interface TypedMark {
  readonly key: NodeKey
  /** UTF-16 offset of the mark in its text. */
  readonly start: number
  readonly mark: string
  readonly typed: string
}

/** Openers of every language; a straight mark, and those that other languages close with, only where one can open. */
const AFTER_MARK = /(?<mark>[“„«「『»”"‘‚])(?<typed>[^“”„«»"「」『』\n]{2,120})$/u
const CAN_OPEN = /(?:^|[\s([{—–-])$/u
const LETTERS = /[\p{L}\p{N}].*[\p{L}\p{N}]/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Null where the caret does not stand behind the beginning of a quotation. */
export const $typedMark = (): TypedMark | null => $typed(markIn)

/** Null where the caret does not stand behind @ and the beginning of a source’s name. */
export const $typedAt = (): TypedMark | null => $typed(atIn)

function $typed(read: (before: string) => Omit<TypedMark, 'key'> | null): TypedMark | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || node.hasFormat('code')) return null
  const found = read(node.getTextContent().slice(0, selection.anchor.offset))
  return found === null ? null : { key: node.getKey(), ...found }
}

export function markIn(before: string): Omit<TypedMark, 'key'> | null {
  const found = AFTER_MARK.exec(before)
  const { mark, typed } = found?.groups ?? {}
  if (found === null || mark === undefined || typed === undefined) return null
  const head = before.slice(0, found.index)
  if (!CAN_OPEN.test(head) && !UNSPACED.test(head.slice(-1))) return null
  return LETTERS.test(typed) && !/^\s/u.test(typed) ? { start: found.index, mark, typed } : null
}

/** Not in an address: something else than a letter stands before the @. */
export function atIn(before: string): Omit<TypedMark, 'key'> | null {
  const found = /(?<![\p{L}\p{N}._-])@(?<typed>[\p{L}\p{N}][\p{L}\p{N} _-]{0,60})$/u.exec(before)
  const typed = found?.groups?.['typed']
  return found === null || typed === undefined ? null : { start: found.index, mark: '@', typed }
}
