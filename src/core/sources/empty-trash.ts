import type { AffectedBrief } from '../../shared/contract/briefs.ts'
import type { Emptied, TrashContents, Trashed } from '../../shared/contract/library.ts'
import { briefsAffectedByEach } from '../briefs/affected.ts'
import { countAnnotations } from '../db/counts.ts'
import type { BriefId, SourceId } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { listTrash, type TrashedRow } from '../db/trash.ts'
import type { Library } from '../library/library.ts'

const DAY = 24 * 60 * 60 * 1000

/** What emptying the trash would take away, of what has been in it for so many days at least. */
export function trashContents(
  { reader, clock }: Library,
  { olderThanDays }: { readonly olderThanDays: number },
): TrashContents {
  const before = clock.now().getTime() - olderThanDays * DAY
  const { unused, used } = parted(
    reader,
    listTrash(reader).filter(({ since }) => Date.parse(since) <= before),
  )
  const count = (rows: readonly TrashedRow[]): number =>
    countAnnotations(
      reader,
      rows.map(({ id }) => id),
    )
  return { unused: [...unused], used: [...used], highlights: { unused: count(unused), used: count(used) } }
}

/**
 * Erases what is named and still in the trash. What briefs quote or cite is
 * spared unless `usedToo`; it is asked for anew as it goes, so that nothing
 * that was put to use since is lost.
 */
export function emptyTrash(
  library: Library,
  { ids, usedToo }: { readonly ids: readonly string[]; readonly usedToo: boolean },
): Emptied {
  const named = new Set(ids)
  let found: Parted = { unused: [], used: [] }
  const { bytes } = library.erase((reader) => {
    found = parted(
      reader,
      listTrash(reader).filter(({ id }) => named.has(id)),
    )
    const going: readonly TrashedRow[] = usedToo ? [...found.unused, ...found.used] : found.unused
    return {
      sources: going.filter(({ kind }) => kind === 'source').map(({ id }) => id as SourceId),
      briefs: going.filter(({ kind }) => kind === 'brief').map(({ id }) => id as BriefId),
    }
  })
  const plain = found.used.map(({ affected: _affected, ...row }): Trashed => row)
  return {
    emptied: usedToo ? [...found.unused, ...plain] : [...found.unused],
    kept: usedToo ? [] : [...found.used],
    bytes,
  }
}

interface Parted {
  readonly unused: readonly TrashedRow[]
  readonly used: readonly (TrashedRow & { readonly affected: AffectedBrief[] })[]
}

/** A brief in the trash that goes along needs its sources no more; one that stays there may come back. */
function parted(reader: Reader, rows: readonly TrashedRow[]): Parted {
  const going = new Set(rows.map(({ id }) => id))
  const sources = rows.filter(({ kind }) => kind === 'source')
  const named = sources.map(({ id, citekey }) => ({ id, citekey: citekey ?? id }))
  const affected = briefsAffectedByEach(reader, named)
  const used = sources.flatMap((row) => {
    const staying = (affected.get(row.id) ?? []).filter(({ id }) => !going.has(id))
    return staying.length === 0 ? [] : [{ ...row, affected: staying }]
  })
  const needed = new Set(used.map(({ id }) => id))
  return { unused: rows.filter(({ id }) => !needed.has(id)), used }
}
