import { briefDraft } from '../../shared/brief/draft.ts'
import type { BriefState } from '../../shared/brief/state.ts'
import type { CheckedQuotation } from '../../shared/contract/check.ts'
import { findQuotations } from '../../shared/quotations/find.ts'
import type { Quotation } from '../../shared/quotations/quotation.ts'
import { lastChangeBesides } from '../db/changes.ts'
import type { Reader } from '../db/reader.ts'
import { judgeAll } from './check-draft.ts'
import { resemblance, type Resemblance } from './resembling.ts'
import { shelfOf } from './shelf.ts'

/** So many are kept of all briefs that are open; then it begins anew. */
const MOST_KNOWN = 10_000

/** Briefs are no evidence: what is typed into them changes no verdict. */
const NO_EVIDENCE = ['brief', 'brief_revision'] as const

/**
 * Checks a brief while it is being written: what it found of a quotation is kept
 * until anything in the library changes but briefs, so that only quotations that
 * are new, or stand otherwise, are judged. Whoever asks for certainty
 * (`verify`, `check`, an export, F7) has all of them judged by `checkState`.
 */
export class Recheck {
  readonly #reader: Reader
  #rests = -1
  #known = new Map<string, CheckedQuotation>()
  #resembling: Resemblance

  constructor(reader: Reader) {
    this.#reader = reader
    this.#resembling = resemblance(reader)
  }

  check(state: BriefState): CheckedQuotation[] {
    const rests = lastChangeBesides(this.#reader, NO_EVIDENCE)
    if (rests !== this.#rests) {
      this.#known = new Map()
      this.#resembling = resemblance(this.#reader)
      this.#rests = rests
    }
    const quotations = findQuotations(briefDraft(state)).map((quotation) => ({
      quotation,
      key: keyOf(quotation),
    }))
    const fresh = quotations.filter(({ key }) => !this.#known.has(key))
    const rows = judgeAll(
      this.#reader,
      fresh.map(({ quotation }) => quotation),
      shelfOf(this.#reader, this.#resembling),
    )
    for (const [at, row] of rows.entries()) this.#known.set(fresh[at]?.key ?? '', row)
    const all = quotations.flatMap(({ quotation: { start, end }, key }) => {
      const row = this.#known.get(key)
      return row === undefined ? [] : [{ ...row, start, end }]
    })
    if (this.#known.size > MOST_KNOWN) this.#known = new Map()
    return all
  }
}

/** All that a verdict rests on besides the library: a quotation but for where it stands. */
const keyOf = (quotation: Quotation): string => JSON.stringify({ ...quotation, start: 0, end: 0 })
