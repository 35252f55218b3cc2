import type { Passage } from '../../../../shared/contract/passages.ts'

/** Nodes are written for the clipboard where no session is at hand: so this lies here. */
let passages: ReadonlyMap<string, Passage> = new Map()

/** The passages of the brief that is worked in, by anchor. */
export function setPassages(now: ReadonlyMap<string, Passage>): void {
  passages = now
}

/** How the source of an anchor's passage is cited beside copied words; null where it is not known. */
export const citedNow = (anchor: string): string | null => passages.get(anchor)?.cited ?? null
