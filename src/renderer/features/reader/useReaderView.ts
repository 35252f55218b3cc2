import { useState } from 'react'
import type { Source } from '../../../shared/contract/sources.ts'
import { useSheetKeys } from '../../app/sheet.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { originalOf, type OriginalKind } from './look-address.ts'
import { keepReading, recallReading, type ReaderView } from './reading-memory.ts'

/** Turns from the text to the original and back, wherever the focus is. */
export const VIEW_KEY = 'F4'

export interface Shown {
  readonly kind: OriginalKind
  readonly view: ReaderView
  readonly choose: (view: ReaderView) => void
}

/** Whether the text or the original is shown; each source's own choice is remembered. */
export function useReaderView(source: Source): Shown {
  const kind = originalOf(source, useCapabilities().shell !== null)
  const [chosen, setChosen] = useState(() => recallReading(source.id).view)
  const view = kind === null ? 'text' : chosen
  const choose = (next: ReaderView): void => {
    keepReading(source.id, { view: next })
    setChosen(next)
  }
  useSheetKeys((event) => {
    if (kind === null || event.key !== VIEW_KEY) return
    if (event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return
    event.preventDefault()
    choose(view === 'text' ? 'original' : 'text')
  })
  return { kind, view, choose }
}
