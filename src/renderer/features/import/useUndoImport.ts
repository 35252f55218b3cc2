import { useCallback, useState } from 'react'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCore } from '../../app/surroundings.tsx'
import { sentenceOf } from '../../app/fault.ts'
import type { ImportChange } from './import-state.ts'
import { undoneSentence } from './summary.ts'

/** Takes a whole import back, and brings it back. `fault` is why that could not be done, for the dialog. */
export function useUndoImport(run: string, tell: (change: ImportChange) => void) {
  const core = useCore()
  const { say } = useMessages()
  const [fault, setFault] = useState<string | null>(null)
  const redo = useCallback(async (): Promise<string> => {
    const { sources } = await core.sources.redoImport({ run })
    tell({ kind: 'redone' })
    return t.importing.redone(sources)
  }, [core, run, tell])
  const undo = useCallback(async (): Promise<string> => {
    const undone = await core.sources.undoImport({ run })
    tell({ kind: 'undone', undone })
    return undoneSentence(undone)
  }, [core, run, tell])
  const inDialog = (act: () => Promise<string>) => (): void => {
    act().then(
      () => setFault(null),
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    )
  }
  /** By the message at the window’s foot, which says what came of it. */
  const undoAside = useCallback((): void => {
    const redoAside = (): void => void redo().then(say, (thrown: unknown) => say(sentenceOf(thrown)))
    undo().then(
      (sentence) => say(sentence, { label: t.importing.redo, run: redoAside }),
      (thrown: unknown) => say(sentenceOf(thrown)),
    )
  }, [undo, redo, say])
  return { undo: inDialog(undo), redo: inDialog(redo), undoAside, undoFault: fault }
}
