import type { CheckedQuotation, Warning } from '../contract/check.ts'
import type { Quotation } from '../quotations/quotation.ts'
import type { Held } from './held.ts'
import { locatorWarnings } from './locator.ts'
import { namesSpeaker } from './names.ts'
import { warn } from './warnings.ts'
import type { Shelf, Speaker, Witness } from './witness.ts'

/** A row about nothing found yet; verdicts fill it in. */
export function emptyRow(quotation: Quotation, verdict: CheckedQuotation['verdict']): CheckedQuotation {
  return {
    quotation: quotation.text,
    start: quotation.start,
    end: quotation.end,
    linked: quotation.link !== null,
    verdict,
    cited: quotation.citation?.items[0]?.citekey ?? null,
    source: null,
    annotation: quotation.link?.annotation ?? null,
    found: [],
    diff: [],
    folded: [],
    alterations: [],
    warnings: [],
    speaker: quotation.speakers[0] ?? null,
  }
}

const MOST_FOUND = 20

/** The row for words that stand somewhere: the first place is the one that is judged. */
export function foundRow(
  quotation: Quotation,
  verdict: CheckedQuotation['verdict'],
  places: readonly Held[],
  shelf: Shelf,
): CheckedQuotation {
  const row = emptyRow(quotation, verdict)
  const first = places[0]
  if (!first) return row
  const { witness } = first.ready
  const { start, end, field } = first.place
  const passage = field === 'text' ? shelf.annotationAt(witness, start, end) : null
  const named = quotation.citation?.items.some((item) => item.citekey === witness.citekey) ?? false
  return {
    ...row,
    cited: named ? witness.citekey : row.cited,
    source: witness.citekey,
    found: places.slice(0, MOST_FOUND).map((held) => held.place),
    folded: [...first.folded],
    alterations: [...first.alterations],
    warnings: [
      ...first.warnings,
      ...witnessWarnings(witness),
      ...(field === 'text' ? locatorWarnings(locatorFor(quotation, witness), witness, start) : []),
      ...speakerWarnings(quotation, passage?.speaker ?? null),
    ],
    speaker: passage?.speaker?.name ?? row.speaker,
  }
}

export function witnessWarnings(witness: Witness): readonly Warning[] {
  return [
    ...(witness.current
      ? []
      : [warn('older-version', `The words stand in version ${witness.version}, not in the current one.`)]),
    ...(witness.inTrash ? [warn('in-trash', `The source ${witness.citekey} is in the trash.`)] : []),
  ]
}

export function locatorFor(quotation: Quotation, witness: Witness): string | null {
  return quotation.citation?.items.find((item) => item.citekey === witness.citekey)?.locator ?? null
}

export function speakerWarnings(quotation: Quotation, speaker: Speaker | null): readonly Warning[] {
  if (speaker === null || quotation.speakers.length === 0) return []
  if (quotation.speakers.some((name) => namesSpeaker(name, speaker))) return []
  return [
    warn(
      'speaker-mismatch',
      `The draft gives these words to ${quotation.speakers[0] ?? ''}; the source has ${speaker.name}.`,
    ),
  ]
}
