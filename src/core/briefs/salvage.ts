import { briefText } from '../../shared/brief/draft.ts'
import { salvage } from '../../shared/brief/salvage.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { Brief } from '../../shared/contract/briefs.ts'
import { createBrief, readBrief } from '../db/briefs.ts'
import { refuseEarly, writeExport } from '../export/write-export.ts'
import type { Library } from '../library/library.ts'
import { getBrief, unknownBrief } from './briefs.ts'
import { storedForm } from './working-copy.ts'

/** The words that can be read of a brief that does not open. Throws `REFUSED` `unknown-brief`. */
export function salvagedText(library: Library, id: string): { title: string; text: string } {
  const state = salvagedState(library, id)
  return { title: state.title, text: briefText(state) }
}

/** Those words as a new brief, as one step of undo; the other is left as it is. Throws as `salvagedText`. */
export function salvageBrief(library: Library, id: string): Brief {
  const state = salvagedState(library, id)
  const recovered = { ...state, title: `${state.title === '' ? 'Brief' : state.title} (recovered)` }
  const made = library.write('recover a brief', (writer) => createBrief(writer, storedForm(recovered)))
  return getBrief(library, made)
}

/** Those words as a plain text file, whole or not at all. Throws as `salvagedText` and `writeExport`. */
export async function salvageToFile(
  library: Library,
  // `out` is an absolute path.
  { brief, out, force }: { readonly brief: string; readonly out: string; readonly force: boolean },
): Promise<{ path: string; bytes: number }> {
  await refuseEarly(out, force)
  const { title, text } = salvagedText(library, brief)
  const bytes = new TextEncoder().encode(`${[title, text].filter((part) => part !== '').join('\n\n')}\n`)
  await writeExport(out, bytes, { force })
  return { path: out, bytes: bytes.length }
}

function salvagedState({ reader }: Library, id: string): BriefState {
  const row = readBrief(reader, id)
  if (row === null) throw unknownBrief(id)
  return salvage(row.content, row)
}
