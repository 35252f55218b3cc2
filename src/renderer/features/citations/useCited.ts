import { around } from '../../../shared/anchoring/around.ts'
import type { Passage } from '../../../shared/contract/passages.ts'
import type { Found } from '../../../shared/contract/check.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { DraftQuotation } from '../editor/places.ts'
import { useSession } from '../editor/session-context.tsx'
import type { BriefSession } from '../editor/session.ts'
import { useSelected } from '../editor/store.ts'

export interface Cited {
  readonly speaker: string | null
  /** Citekey and paragraph, or null where nothing is known. */
  readonly place: string | null
  /** Of a linked quote. */
  readonly passage: Passage | null
}

/** The passage of a linked quote's own anchor. */
export const passageOf = (session: BriefSession, { anchor }: DraftQuotation): Passage | null =>
  anchor === null ? null : (session.checking.checked.get().passages.get(anchor) ?? null)

/** Who said a quotation and where it stands, as far as it is known. */
export function useCited(quotation: DraftQuotation): Cited {
  const session = useSession()
  const passage = useSelected(session.checking.checked, () => passageOf(session, quotation))
  const { row } = quotation
  const citekey = row.source ?? row.cited
  if (passage === null) return { speaker: row.speaker, place: citekey, passage }
  const place = t.citations.paragraph(passage.citekey, passage.paragraph)
  return { speaker: passage.speaker ?? row.speaker, place, passage }
}

/** Characters shown on each side of a passage that was found. */
const AROUND = 300

export interface Surroundings {
  readonly source: string
  readonly before: string
  readonly exact: string
  readonly after: string
  readonly start: number
  readonly end: number
  readonly version: number
  readonly paragraph: number
}

/** What stands around a place that the check found; null until it was read, or where it stands in a title. */
export function useSurroundings(found: Found | undefined): Surroundings | null {
  const key = found === undefined ? 'nothing' : `${found.source} ${String(found.version)}`
  const read = useLive(`text ${key}`, ['version'], async (core) => {
    if (found === undefined || found.field === 'title') return null
    const { source, version } = found
    const [{ text }, { id }] = await Promise.all([
      core.sources.text({ source, version }),
      core.sources.get({ source }),
    ])
    return { id, text }
  })
  const value = valueOf(read)
  if (found === undefined || value === null) return null
  const { start, end, version } = found
  const { id, text } = value
  return {
    source: id,
    ...around(text, { start, end }, AROUND),
    exact: text.slice(start, end),
    start,
    end,
    version,
    paragraph: text.slice(0, start).split('\n').length,
  }
}
