import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { readSelection, writeSelection } from './caret.ts'
import { spanOf, touching } from './passage.ts'
import type { ReaderActs } from './reader-keys.ts'
import { targetNow, type Given } from './target.ts'

/** The acts that change which words a highlight has. */
export function useShapeActs(now: {
  readonly current: Given
}): Pick<ReaderActs, 'otherEnd' | 'merge' | 'split' | 'attach'> {
  const { say } = useMessages()
  const merge = async (): Promise<void> => {
    const { annotations, work } = now.current
    const { annotation } = targetNow(now.current)
    if (annotation === null) return say(t.highlight.noHighlight)
    const all = touching(annotations, annotation)
    if (all.length < 2) return say(t.highlight.noNeighbour)
    const merged = await work.annotating.merge(all.map(({ id }) => id))
    if (merged !== null) work.focus(merged.id)
  }
  const attach = async (): Promise<void> => {
    const { lost, work } = now.current
    const { span } = targetNow(now.current)
    if (lost === null) return say(t.highlight.nothingToAttach)
    if (span === null) return say(t.highlight.nothingSelected)
    if (!(await work.annotating.move(lost, [span]))) return
    work.setAttaching(null)
    work.focus(lost.id)
  }
  return {
    attach: () => void attach(),
    otherEnd: () => {
      const { dom, current } = now.current
      const span = current === null ? null : spanOf(current)
      if (dom === null || span === null) return say(t.highlight.noHighlight)
      const at = readSelection(dom)?.focus === span.start ? span.end : span.start
      writeSelection(dom, { anchor: at, focus: at })
    },
    merge: () => void merge(),
    split: () => {
      const { dom, work } = now.current
      const { annotation } = targetNow(now.current)
      const at = dom === null ? null : (readSelection(dom)?.focus ?? null)
      if (annotation === null || at === null) return say(t.highlight.noHighlight)
      void work.annotating.split(annotation, at)
    },
  }
}
