/** A pair of marks, with the no-break spaces that a language sets inside them. */
export interface MarkPair {
  readonly open: string
  readonly close: string
}

export interface QuotationMarks extends MarkPair {
  /** For a quotation inside a quotation. */
  readonly inner: MarkPair
}

/** Each row: opening and closing mark, inner opening and closing mark, and the languages that use them. */
const ROWS: readonly (readonly [string, string, string, string, string])[] = [
  ['“', '”', '‘', '’', 'en ga ko hi bn ta te ml mr gu pa ur id ms fil tl th vi tr az zh pt-br sw nl'],
  ['‘', '’', '“', '”', 'cy'],
  ['„', '“', '‚', '‘', 'de cs sk sl bg is lt lv ka sr mk bs lb'],
  ['„', '”', '‚', '’', 'hr af'],
  ['„', '”', '«', '»', 'pl ro'],
  ['„', '”', '»', '«', 'hu'],
  ['„', '“', '«', '»', 'et'],
  ['«\u00A0', '\u00A0»', '“', '”', 'fr'],
  ['«', '»', '‹', '›', 'de-ch fr-ch it-ch rm'],
  ['«', '»', '“', '”', 'it es ca eu gl pt el sq fa ar'],
  ['«', '»', '„', '“', 'ru uk be kk ky mn hy uz'],
  ['«', '»', '‘', '’', 'no nb nn'],
  ['”', '”', '’', '’', 'sv fi he'],
  ['»', '«', '›', '‹', 'da'],
  ['「', '」', '『', '』', 'ja zh-hant zh-tw zh-hk'],
]

const TABLE: ReadonlyMap<string, QuotationMarks> = new Map(
  ROWS.flatMap(([open, close, innerOpen, innerClose, languages]) =>
    languages
      .split(' ')
      .map((language): [string, QuotationMarks] => [
        language,
        { open, close, inner: { open: innerOpen, close: innerClose } },
      ]),
  ),
)

const ENGLISH: QuotationMarks = { open: '“', close: '”', inner: { open: '‘', close: '’' } }

/**
 * The marks that a quote in a text of this language renders around its words.
 * `language` is BCP 47: the longest known beginning of it counts (`de-CH-1996` is
 * Swiss, `de-AT` German); English marks where it is null or unknown.
 */
export function quotationMarks(language: string | null): QuotationMarks {
  const subtags = (language ?? '').toLowerCase().split(/[-_]/u)
  for (let length = subtags.length; length > 0; length -= 1) {
    const marks = TABLE.get(subtags.slice(0, length).join('-'))
    if (marks !== undefined) return marks
  }
  return ENGLISH
}
