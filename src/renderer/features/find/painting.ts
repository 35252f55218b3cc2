import type { LexicalEditor, NodeKey } from 'lexical'
import { paintRanges } from '../../ui/painter.ts'
import { watchSight } from '../editor/in-sight.ts'
import type { DraftHit, Piece } from './draft-hits.ts'

/** Paints what was found on the sheet, the one that is looked at apart; returns what takes it off. */
export function paintHits(
  editor: LexicalEditor,
  hits: readonly DraftHit[],
  here: DraftHit | undefined,
): () => void {
  const others = hits.filter((hit) => hit !== here)
  const stops = [
    paintInSight(editor, { name: 'found', priority: 2 }, others),
    paintInSight(editor, { name: 'found-here', priority: 3 }, here === undefined ? [] : [here]),
  ]
  return () => stops.forEach((stop) => stop())
}

/**
 * Paints words of the sheet, and takes that off again by what it returns. Of a long draft it paints those in sight: the
 * browser looks through all that is painted at each key.
 */
export function paintInSight(
  editor: LexicalEditor,
  { name, priority }: { readonly name: string; readonly priority: number },
  hits: readonly DraftHit[],
): () => void {
  const byKey = new Map<NodeKey, DraftHit[]>()
  for (const hit of hits) for (const { key } of hit.pieces) byKey.set(key, [...(byKey.get(key) ?? []), hit])
  let clear: (() => void) | null = null
  const stop = watchSight(editor, (keys) => {
    const seen = keys === null ? hits : new Set([...keys].flatMap((key) => byKey.get(key) ?? []))
    clear?.()
    clear = paintRanges(
      name,
      [...seen].flatMap((hit) => rangesOf(editor, hit)),
      priority,
    )
  })
  return () => {
    stop()
    clear?.()
  }
}

/** Brings what was found into sight, with some of the lines around it. */
export function showHit(editor: LexicalEditor, hit: DraftHit): void {
  const [range] = rangesOf(editor, hit)
  const scroller = editor.getRootElement()?.closest<HTMLElement>('.scroll')
  if (range === undefined || scroller == null) return
  const view = scroller.getBoundingClientRect()
  const words = range.getBoundingClientRect()
  const margin = Math.min(60, view.height / 4)
  if (words.top >= view.top + margin && words.bottom <= view.bottom - margin) return
  scroller.scrollBy({ top: words.top - view.top - view.height / 2 })
}

export const rangesOf = (editor: LexicalEditor, { pieces }: DraftHit): readonly Range[] =>
  pieces.map((piece) => rangeOf(editor, piece)).filter((range) => range !== null)

function rangeOf(editor: LexicalEditor, { key, quote, from, to }: Piece): Range | null {
  const element = editor.getElementByKey(key)
  const root = quote ? (element?.querySelector('bdi') ?? null) : element
  if (root === null) return null
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  // The opening mark of a quote is a text of its own before its words.
  if (quote) walker.nextNode()
  const range = document.createRange()
  let before = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (before <= from && from < before + length) range.setStart(node, from - before)
    if (to <= before + length) {
      range.setEnd(node, to - before)
      return range
    }
    before += length
  }
  return null
}
