import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { readSelection, writeSelection } from './caret.ts'
import { spanOf, touching } from './passage.ts'
import type { ReaderActs } from './reader-keys.ts'
import { targetNow, type Given } from './target.ts'

/** The acts that change which words a highlight has. */
export function useShapeActs(now: {
  readonly current: Given
}): Pick<ReaderActs, 'otherEnd' | 'merge' | 'split'> {
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
  return {
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
