import { quotationMarks } from '../../../../shared/brief/quotation-marks.ts'

/**
 * Nodes are asked for their text where neither an editor nor a session is at hand, as for the clipboard: so the marks of
 * the sheet that is worked in lie here. What is drawn takes its own brief's.
 */
let marks = quotationMarks(null)

/** The language (BCP 47, or null) of the brief that is worked in. */
export function setLanguage(language: string | null): void {
  marks = quotationMarks(language)
}

/** Words between the marks of the brief that is worked in. */
export const marked = (words: string): string => `${marks.open}${words}${marks.close}`

/** For what stands in for a quote until it is drawn. */
export const marksWorkedIn = (): { readonly open: string; readonly close: string } => marks
