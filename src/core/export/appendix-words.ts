import type { FoldClass, Verdict } from '../../shared/contract/check.ts'
import type { AppendixEntry } from './appendix.ts'

const REASONS: Readonly<Record<Exclude<Verdict, 'normalised'>, string>> = {
  verbatim: 'The words are those of the source, letter for letter.',
  marked: 'The words are those of the source, but for changes that are marked.',
  altered: 'Words differ from the source, and nothing marks it.',
  misattributed: 'The words are not in the source that is cited; they stand in another.',
  'not-found': 'The words stand nowhere in the library.',
  orphaned: 'The passage has no place in the source any more, or the annotation is gone.',
  translated: 'The author’s own translation, which is not judged.',
  'too-short': 'Too short to be judged.',
  'set-aside': 'The author says that it is no quotation.',
  unclosed: 'A quotation mark without its partner, which is not judged.',
}

const FOLDED: Readonly<Record<FoldClass, string>> = {
  canonical: 'the form of accented letters',
  compatibility: 'ligatures or wide letters',
  space: 'spaces or line breaks',
  invisible: 'soft hyphens or zero-width characters',
  quotes: 'quotation marks or apostrophes',
  hyphen: 'hyphens or dashes',
  ellipsis: 'the ellipsis',
  'line-hyphen': 'a hyphen at a line end',
  script: 'marks of the script',
  footnote: 'a footnote reference',
  'final-stop': 'the last comma or full stop',
}

/** Why a quotation has its verdict, in one sentence. */
export function reasonOf({ verdict, folded, citedInVain }: AppendixEntry): string {
  if (verdict === 'normalised')
    return `The words are those of the source; only typography differs: ${folded.map((each) => FOLDED[each]).join(', ')}.`
  const cited = citedInVain === null ? '' : ` It is cited as ${citedInVain}.`
  return `${REASONS[verdict]}${cited}`
}

/** `12 quotations: 9 verbatim, 2 altered, 1 not-found.` */
export function summaryOf(entries: readonly AppendixEntry[]): string {
  const counts = new Map<Verdict, number>()
  for (const { verdict } of entries) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const all = entries.length === 1 ? '1 quotation' : `${entries.length} quotations`
  return `${all}: ${[...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')}.`
}
