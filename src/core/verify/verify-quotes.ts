import { briefDraft } from '../../shared/brief/draft.ts'
import { VERDICTS, type Verdict } from '../../shared/contract/check.ts'
import { findQuotations } from '../../shared/quotations/find.ts'
import type { Quotation } from '../../shared/quotations/quotation.ts'
import { isCertain } from '../../shared/verdict/certain.ts'
import { judgeLinked } from '../../shared/verdict/linked.ts'
import { openBrief } from '../briefs/briefs.ts'
import { pinnedPassages } from '../check/pinned.ts'
import { shelfOf, type LibraryShelf } from '../check/shelf.ts'
import { listBriefs } from '../db/briefs.ts'
import type { Reader } from '../db/reader.ts'
import type { Library } from '../library/library.ts'
import { isOnDamagedText, messageOf, type Damage } from './damage.ts'

/**
 * How many linked quotes of all briefs have each verdict; every verdict is named.
 * Each is held against its passage in the stored text, which is read and its
 * hash checked once for all quotes of it; no verdict is taken from anywhere else.
 */
export function verifyQuotes(library: Library, damaged: Damage[]): Record<string, number> {
  const { reader } = library
  const shelf = shelfOf(reader)
  const counts: Record<string, number> = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0]))
  for (const { id } of listBriefs(reader)) {
    try {
      const quotations = findQuotations(briefDraft(openBrief(library, id).state))
      for (const verdict of verdictsOfLinked(reader, shelf, quotations))
        counts[verdict] = (counts[verdict] ?? 0) + 1
    } catch (error) {
      if (!isOnDamagedText(error)) damaged.push({ what: 'brief', id, message: messageOf(error) })
    }
  }
  return counts
}

function verdictsOfLinked(
  reader: Reader,
  shelf: LibraryShelf,
  quotations: readonly Quotation[],
): readonly Verdict[] {
  const linked = quotations.flatMap((quotation) =>
    quotation.link === null ? [] : { quotation, link: quotation.link },
  )
  const passageOf = pinnedPassages(
    reader,
    shelf,
    linked.map(({ link }) => link),
  )
  return linked.map(({ quotation, link }) => {
    const passage = passageOf(link)
    if (passage !== null && isCertain(quotation, passage)) return 'verbatim'
    return judgeLinked(quotation, passage, shelf).verdict
  })
}
