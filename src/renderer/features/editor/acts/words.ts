import {
  $createPoint,
  $createRangeSelection,
  $getNodeByKey,
  $isTextNode,
  $setSelection,
  type RangeSelection,
} from 'lexical'
import { CLOSERS } from '../../../../shared/quotations/glyphs.ts'
import type { QuotationPlace, TextPoint } from '../places.ts'

type Words = Extract<QuotationPlace, { kind: 'words' }>

const CLOSING = new Set([...CLOSERS.values()].flatMap((marks) => (marks === "''" ? [marks] : [...marks])))

/**
 * The words of a typed quotation as a selection, with the marks around them when
 * `withMarks`. Null where they no longer stand: they were edited since the check.
 */
export function $selectWords({ from, to }: Words, withMarks: boolean): RangeSelection | null {
  const start = withMarks ? $before(from) : from
  const end = withMarks ? $after(to) : to
  if ($lengthOf(start.key) < start.offset || $lengthOf(end.key) < end.offset) return null
  const selection = $createRangeSelection()
  selection.anchor = $createPoint(start.key, start.offset, 'text')
  selection.focus = $createPoint(end.key, end.offset, 'text')
  $setSelection(selection)
  return selection
}

function $lengthOf(key: string): number {
  const node = $getNodeByKey(key)
  return $isTextNode(node) ? node.getTextContentSize() : -1
}

const $textOf = (key: string): string => $getNodeByKey(key)?.getTextContent() ?? ''

/** The point before the opening mark, when one stands right before in the same text or ends the one before it. */
function $before(point: TextPoint): TextPoint {
  const head = $textOf(point.key).slice(0, point.offset)
  const at = markAtEnd(head)
  if (at >= 0) return { key: point.key, offset: at }
  if (head.trim() !== '') return point
  const previous = $getNodeByKey(point.key)?.getPreviousSibling()
  if (!$isTextNode(previous)) return point
  const there = markAtEnd(previous.getTextContent())
  return there < 0 ? point : { key: previous.getKey(), offset: there }
}

function $after(point: TextPoint): TextPoint {
  const tail = $textOf(point.key).slice(point.offset)
  const length = markAtStart(tail)
  if (length >= 0) return { key: point.key, offset: point.offset + length }
  if (tail.trim() !== '') return point
  const next = $getNodeByKey(point.key)?.getNextSibling()
  if (!$isTextNode(next)) return point
  const there = markAtStart(next.getTextContent())
  return there < 0 ? point : { key: next.getKey(), offset: there }
}

function markAtEnd(text: string): number {
  const trimmed = text.trimEnd()
  const mark = [...CLOSERS.keys()].find((each) => trimmed.endsWith(each))
  return mark === undefined ? -1 : trimmed.length - mark.length
}

function markAtStart(text: string): number {
  const spaces = text.length - text.trimStart().length
  const mark = [...CLOSING].find((each) => text.startsWith(each, spaces))
  return mark === undefined ? -1 : spaces + mark.length
}
