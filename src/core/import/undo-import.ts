import { refused } from '../../shared/contract/failures.ts'
import type { ImportUndone } from '../../shared/contract/sources.ts'
import { findSource } from '../db/sources.ts'
import type { Library } from '../library/library.ts'

/**
 * Takes a whole import back. A source that was highlighted, quoted, cited or
 * edited since stays, and is named. Throws `REFUSED` `unknown-run`.
 */
export function undoImport(library: Library, { run }: { readonly run: string }): ImportUndone {
  const taken = library.takeBack(run)
  if (taken === null) throw unknownRun('back')
  const kept = [...taken.kept].flatMap(([id, why]) => {
    const source = findSource(library.reader, id)
    return source === null ? [] : [{ source, why }]
  })
  return { sources: taken.sources.length, kept }
}

/** Does again what `undoImport` took back. Throws `REFUSED` `unknown-run`. */
export function redoImport(library: Library, { run }: { readonly run: string }): { sources: number } {
  const sources = library.doAgain(run)
  if (sources === null) throw unknownRun('again')
  return { sources: sources.length }
}

const unknownRun = (way: 'back' | 'again'): Error =>
  refused(
    'unknown-run',
    way === 'back'
      ? 'There is nothing of this import to take back. Nothing was changed.'
      : 'There is nothing of this import to bring back. Nothing was changed.',
  )
