import type { BibliographyFormat } from '../../shared/contract/library.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import { planCiting } from '../../shared/citations/brief-clusters.ts'
import { openBrief } from '../briefs/briefs.ts'
import type { Reader } from '../db/reader.ts'
import type { SourceRow } from '../db/sources.ts'
import { findCitedRow, listSourceRows } from '../db/sources.ts'
import { writeBibliography } from '../export/bibliography/write-bibliography.ts'
import { refuseEarly, writeExport } from '../export/write-export.ts'
import type { Library } from '../library/library.ts'
import { sourceNamed } from '../sources/sources.ts'
import { Works } from './works.ts'

export interface BibliographyInput {
  readonly format: BibliographyFormat
  /** Citekeys or ids. */
  readonly sources?: readonly string[] | undefined
  readonly brief?: string | undefined
}

/**
 * The sources that are asked for, or all that are not in the trash, as a bibliography in the
 * order of their citekeys. Throws `REFUSED`: `unknown-source`, `unknown-brief` and its like.
 */
export function bibliographyOf(
  library: Library,
  { format, sources, brief }: BibliographyInput,
): { readonly text: string; readonly entries: number } {
  const { reader } = library
  const cited = brief === undefined ? [] : sourcesOfBrief(reader, openBrief(library, brief).state)
  const named = (sources ?? []).map((source) => rowNamed(reader, source))
  const isAll = brief === undefined && sources === undefined
  const rows = inOrder(isAll ? listSourceRows(reader) : [...cited, ...named])
  return { text: writeBibliography(rows, format), entries: rows.length }
}

/** The same as a file, whole or not at all. Throws what `writeExport` throws too. */
export async function exportBibliography(
  library: Library,
  { out, force, ...asked }: BibliographyInput & { readonly out: string; readonly force: boolean },
): Promise<{ readonly path: string; readonly bytes: number; readonly entries: number }> {
  await refuseEarly(out, force)
  const { text, entries } = bibliographyOf(library, asked)
  const bytes = new TextEncoder().encode(text)
  await writeExport(out, bytes, { force })
  return { path: out, bytes: bytes.length, entries }
}

/** The sources that a brief cites or quotes, those in the trash too: its text names them. */
export function sourcesOfBrief(reader: Reader, state: BriefState): SourceRow[] {
  const works = new Works(reader)
  const { clusters } = planCiting(state, {
    isNote: false,
    quoted: works.quoted,
    workOf: works.workOf,
    hasNote: () => false,
  })
  const found = clusters.flatMap(({ items }) =>
    items.flatMap(({ citekey }) => findCitedRow(reader, citekey) ?? []),
  )
  return inOrder(found)
}

function rowNamed(reader: Reader, named: string): SourceRow {
  const row = findCitedRow(reader, sourceNamed(reader, named).id)
  if (row === null) throw new Error(`The source ${named} is gone`)
  return row
}

const keyOf = ({ citekey, id }: SourceRow): string => `${citekey}\0${id}`

/** Each once, by citekey as its characters are numbered: the same order on every machine. */
function inOrder(rows: readonly SourceRow[]): SourceRow[] {
  const each = [...new Map(rows.map((row) => [row.id, row])).values()]
  return each.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}
