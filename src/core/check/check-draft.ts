import type { CheckedQuotation } from '../../shared/contract/check.ts'
import type { Draft } from '../../shared/quotations/draft.ts'
import { findQuotations } from '../../shared/quotations/find.ts'
import { markdownDraft } from '../../shared/quotations/markdown-draft.ts'
import type { Quotation } from '../../shared/quotations/quotation.ts'
import { textDraft } from '../../shared/quotations/text-draft.ts'
import { judge } from '../../shared/verdict/judge.ts'
import { judgeLinked } from '../../shared/verdict/linked.ts'
import type { Reader } from '../db/reader.ts'
import type { Library } from '../library/library.ts'
import { docxDraft } from './docx-draft.ts'
import type { TextDraftFile, TextFormat } from './draft-file.ts'
import { htmlDraft } from './html-draft.ts'
import { pinnedPassages } from './pinned.ts'
import { shelfOf, type LibraryShelf } from './shelf.ts'
import { SourceMade } from './source-made.ts'

const READERS: Readonly<Record<TextFormat, (text: string) => Draft>> = {
  markdown: markdownDraft,
  text: textDraft,
  html: htmlDraft,
}

/** Every quotation of a draft against the library; offsets count in `text`. */
export function checkDraft({ reader }: Library, { text, format }: TextDraftFile): CheckedQuotation[] {
  return judgeAll(reader, findQuotations(READERS[format](text)))
}

/** The same of a Word document; offsets count in its text. Throws what `docxDraft` throws. */
export const checkDocx = async ({ reader }: Library, bytes: Uint8Array): Promise<CheckedQuotation[]> =>
  judgeAll(reader, findQuotations(await docxDraft(bytes)))

export function judgeAll(
  reader: Reader,
  quotations: readonly Quotation[],
  shelf: LibraryShelf = shelfOf(reader),
): CheckedQuotation[] {
  const passageOf = pinnedPassages(
    reader,
    shelf,
    quotations.flatMap(({ link }) => link ?? []),
  )
  const made = new SourceMade(quotations, shelf, passageOf)
  const judged = quotations.filter((quotation) => !made.holds(quotation))
  return judged.map((quotation) =>
    quotation.link === null
      ? judge(quotation, shelf)
      : judgeLinked(quotation, passageOf(quotation.link), shelf),
  )
}
