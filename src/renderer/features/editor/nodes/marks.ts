import { quotationMarks } from '../../../../shared/brief/quotation-marks.ts'

/** There is one sheet at a time, and nodes are asked for their text where no editor is at hand: so the marks lie here. */
let marks = quotationMarks(null)

/** The language (BCP 47, or null) of the brief on the sheet: its quotes stand in that language's marks. */
export function setLanguage(language: string | null): void {
  marks = quotationMarks(language)
}

export const marksNow = (): { readonly open: string; readonly close: string } => marks

/** Words between the marks of the brief on the sheet. */
export const marked = (words: string): string => `${marks.open}${words}${marks.close}`
