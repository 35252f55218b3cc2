import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Source } from '../../../shared/contract/sources.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import type { Work } from '../annotations/useWork.ts'
import { useCaretLeaves } from './clicks.ts'
import type { TextDom } from './text-dom.ts'
import { handlersOf } from './text-handlers.ts'
import { useJump } from './useJump.ts'
import { usePassageActs } from './usePassageActs.ts'
import { useRangeEdit } from './useRangeEdit.ts'
import { useSelected, useTextFocus } from './useTextDom.ts'

interface Given {
  readonly source: Source
  readonly text: string
  /** Where the text is drawn, as an article or as the pages of a PDF; null until it is. */
  readonly dom: TextDom | null
  readonly annotations: readonly Annotation[]
  /** Those of them that have a place. */
  readonly placed: readonly Annotation[]
  readonly work: Work
}

/** What reading is, whatever the text is drawn as: what is selected and worked on, its acts, and what keys and clicks do. */
export function useReading({ source, text, dom, annotations, placed, work }: Given) {
  const { platform } = useCapabilities()
  const selected = useSelected(dom)
  const { hasFocus, handlers: textFocus } = useTextFocus(dom, selected)
  const current = placed.find(({ id }) => id === work.focused) ?? null
  const lost = annotations.find(({ id, status }) => status === 'orphaned' && id === work.attaching) ?? null
  const passage = usePassageActs({ source, text, selected, dom, annotations: placed, current, lost, work })
  const edit = useRangeEdit(text, dom, current, work.annotating)
  useJump(dom)
  useCaretLeaves(edit.segments === null ? current : null, selected, work.focus)
  return {
    handlers: handlersOf({ dom, text, placed, work, passage, edit, textFocus, platform }),
    /** For what is drawn over the text. */
    over: { selected, hasFocus, annotations: placed, current, passage, edit },
  }
}
