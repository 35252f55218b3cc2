import { useRef, type KeyboardEvent } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useKept } from '../../app/useKept.ts'
import type { Change } from './annotating.ts'

/** What a field of a highlight works with. */
export interface Editing {
  readonly annotation: Annotation
  readonly save: (change: Change) => void
  /** The same, with the field left open; resolves when it was tried. */
  readonly keep: (change: Change) => Promise<void>
  readonly cancel: () => void
  /** What was typed while the field was on its way. */
  readonly typed: () => string
}

/**
 * Stores what was typed into a field also when the field is left without an answer: by the focus, by another passage,
 * by a window that closes. Escape and Cancel leave all as it was. `settle` tells that there was an answer.
 */
export function useKeptField({ annotation, keep }: Editing, change: Change | null) {
  const answered = useRef(false)
  const { onBlur } = useKept({
    what: annotation.exact,
    why: null,
    differs: () => change !== null && !answered.current,
    save: () => (change === null ? Promise.resolve() : keep(change)),
  })
  return {
    onBlur,
    settle: (act: () => void) => () => {
      answered.current = true
      act()
    },
  }
}

/** Enter saves, Escape cancels; nothing else reaches the window’s own keys. */
export function keys(save: () => void, cancel: () => void, newLines: boolean) {
  return (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      cancel()
    } else if (event.key === 'Enter' && !(newLines && event.shiftKey) && !event.nativeEvent.isComposing) {
      event.preventDefault()
      save()
    }
  }
}

export function Buttons({ save, cancel }: { readonly save: () => void; readonly cancel: () => void }) {
  return (
    <div className="acts">
      <button type="button" className="btn" onClick={cancel}>
        {t.common.cancel}
      </button>
      <button type="button" className="btn primary" onClick={save}>
        {t.common.save}
      </button>
    </div>
  )
}

/** Who and what has been named in the library. */
export const useNames = () =>
  valueOf(useLive('names', ['actor', 'annotation_tag'], (core) => core.annotations.names({})))
