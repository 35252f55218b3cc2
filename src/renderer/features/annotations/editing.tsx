import type { KeyboardEvent } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { Change } from './annotating.ts'

/** What a field of a highlight works with. */
export interface Editing {
  readonly annotation: Annotation
  readonly save: (change: Change) => void
  readonly cancel: () => void
  /** What was typed while the field was on its way. */
  readonly typed: () => string
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
