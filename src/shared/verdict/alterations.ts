/**
 * A marked change to a passage. Offsets are UTF-16 code units into the passage;
 * `text` is what is shown in place of that range, marks included.
 */
export interface Alteration {
  readonly kind: 'omission' | 'insertion' | 'replacement' | 'capital' | 'part' | 'sic' | 'emphasis'
  readonly start: number
  /** Exclusive; equal to `start` where nothing of the passage is replaced. */
  readonly end: number
  readonly text: string
}

/** The words shown for a passage. Alterations are in order and do not overlap. */
export function renderAlterations(passage: string, alterations: readonly Alteration[]): string {
  let shown = ''
  let at = 0
  for (const { start, end, text } of alterations) {
    shown += passage.slice(at, start) + text
    at = end
  }
  return shown + passage.slice(at)
}
