import { useSheetKeys } from '../../app/sheet.ts'
import { useGoTo } from './Outline.tsx'
import type { OutlineEntry } from './outline-of.ts'
import { topOffset } from './sight.ts'
import type { TextDom } from './text-dom.ts'

const STEPS: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 }

/** Chapters are what is least deep in the outline, of several alike: a title over all of them is none. */
export function chaptersOf(outline: readonly OutlineEntry[]): readonly OutlineEntry[] {
  for (let depth = 0; depth < 6; depth += 1) {
    const alike = outline.filter((entry) => entry.depth <= depth)
    if (alike.filter((entry) => entry.depth === depth).length > 1) return alike
  }
  return outline
}

/** The chapter before or after an offset; at its own beginning the one before. Null at the ends. */
export function chapterFrom(
  chapters: readonly OutlineEntry[],
  at: number,
  step: 1 | -1,
): OutlineEntry | null {
  const found =
    step === 1 ? chapters.find(({ start }) => start > at) : chapters.findLast(({ end }) => end < at)
  return found ?? null
}

/** Ctrl+Page Down and Ctrl+Page Up go from chapter to chapter. */
export function useChapterKeys(dom: TextDom, source: string, outline: readonly OutlineEntry[]): void {
  const goTo = useGoTo(dom, source)
  useSheetKeys((event) => {
    const step = STEPS[event.key]
    if (step === undefined || !event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const top = topOffset(dom)
    const chapter = top === null ? null : chapterFrom(chaptersOf(outline), top, step)
    if (chapter !== null) goTo(chapter)
  })
}
