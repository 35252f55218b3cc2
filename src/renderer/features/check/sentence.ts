import type { CheckedQuotation, DiffOperation } from '../../../shared/contract/check.ts'
import { t } from '../../app/strings/catalogue.ts'

type Kind = NonNullable<DiffOperation['class']>

/** The grave ones first, as ui.md has it. */
const GRAVE_FIRST: readonly Kind[] = [
  'negation',
  'number',
  'name',
  'word',
  'order',
  'spelling',
  'case',
  'punctuation',
]

export interface Difference {
  readonly kind: Kind
  /** Words that stand only in the draft, and only in the source; either may be empty. */
  readonly brief: string
  readonly source: string
}

/** The differences of a word diff: what is changed, added or left out at one place is one. */
export function differencesOf(diff: readonly DiffOperation[]): readonly Difference[] {
  const differences: Difference[] = []
  let brief = ''
  let source = ''
  let kind: Kind | null = null
  const end = (): void => {
    if (brief !== '' || source !== '') {
      differences.push({ kind: kind ?? 'word', brief: brief.trim(), source: source.trim() })
    }
    brief = ''
    source = ''
    kind = null
  }
  for (const { op, text, class: of } of diff) {
    if (op === 'equal') {
      end()
      continue
    }
    if (of !== undefined && (kind === null || GRAVE_FIRST.indexOf(of) < GRAVE_FIRST.indexOf(kind))) kind = of
    if (op === 'insert') brief += text
    else source += text
  }
  end()
  return differences.toSorted((one, other) => GRAVE_FIRST.indexOf(one.kind) - GRAVE_FIRST.indexOf(other.kind))
}

function wordsOf({ brief, source }: Difference): string {
  if (source === '') return t.check.added(brief)
  return brief === '' ? t.check.left(source) : t.check.changed(source, brief)
}

/** One plain sentence that says why a quotation has its verdict. */
export function sentenceOfVerdict({ verdict, diff, folded, found, source }: CheckedQuotation): string {
  const { sentence } = t.check
  switch (verdict) {
    case 'altered': {
      const differences = differencesOf(diff)
      const parts = differences.slice(0, 4).map((each) => t.check.difference[each.kind](wordsOf(each)))
      const total = t.check.differences(differences.length)
      return parts.length === 0 ? `${total}.` : t.check.counted(total, parts.join(', '))
    }
    case 'normalised':
      return sentence.normalised(folded.map((each) => t.check.folded[each]).join(', '))
    case 'misattributed':
      return source === null
        ? sentence.misattributedNowhere
        : sentence.misattributed([...new Set(found.map((place) => place.source))].join(', '))
    case 'too-short':
      return sentence['too-short'](found.length)
    case 'verbatim':
    case 'marked':
    case 'not-found':
    case 'orphaned':
    case 'translated':
    case 'set-aside':
    case 'unclosed':
      return sentence[verdict]
  }
}
