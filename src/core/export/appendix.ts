import type { CheckedQuotation, DiffOperation, Verdict } from '../../shared/contract/check.ts'
import type { Source } from '../../shared/contract/sources.ts'
import type { PassageContext } from './evidence.ts'

/** What stands after the bibliography: what is behind each quotation of the brief, its author's remarks, or both. */
export interface Appendix {
  /** Every quotation with its verdict, passage and source; else the remarks alone. */
  readonly evidence: boolean
  /** In the order of the brief. */
  readonly entries: readonly AppendixEntry[]
}

export interface AppendixEntry {
  /** From 1, in the order of the brief. */
  readonly number: number
  /** As the brief has them, without enclosing marks. */
  readonly words: string
  /** BCP 47 of `words`; null when unknown. */
  readonly language: string | null
  /** The citekey that is cited, where nothing of this library has it or the words are not there. */
  readonly citedInVain: string | null
  readonly verdict: Verdict
  readonly folded: CheckedQuotation['folded']
  /** Of an altered quotation. */
  readonly diff: readonly DiffOperation[]
  /** One sentence each. */
  readonly warnings: readonly string[]
  /** Who said it, when and where; empty when nobody is named. */
  readonly speaker: string
  readonly place: AppendixPlace | null
  /** Where else the words of a misattributed quotation stand. */
  readonly elsewhere: readonly Source[]
  /** The author's remarks on the annotation; none unless they were asked for. */
  readonly comment: string | null
  readonly tags: readonly string[]
}

/** Where the words stand, or are said to stand. */
export interface AppendixPlace {
  /** Null when it is gone. */
  readonly source: Source | null
  /** Null where the words are those of a title. */
  readonly version: { readonly number: number; readonly importedAt: string } | null
  /** Ready to print (`p. 3`, `para. 4`); null when unknown. */
  readonly locator: string | null
  readonly passage: PassageContext | null
}
