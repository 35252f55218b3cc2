import { quotationMarks } from '../brief/quotation-marks.ts'
import type { Segment } from '../contract/annotations.ts'
import type { Source } from '../contract/sources.ts'
import { writeAddress } from './address.ts'

/** A passage that is taken out of a source, to be pasted anywhere. */
export interface Clipping {
  readonly source: Source
  /** The version that the segments are offsets into. */
  readonly version: number
  readonly segments: readonly Segment[]
  /** The words of each segment. */
  readonly words: readonly string[]
  /** The highlight that it is, if it is one. */
  readonly annotation: string | null
}

/** A clipping as the clipboard holds it. */
export interface Clip {
  readonly text: string
  readonly html: string
}

/** What stands for parts that a passage leaves out. */
const LEFT_OUT = ' […] '

/** The passage in quotation marks with its citation, as plain words and as HTML that a later paste can link by. */
export function clipOf(clipping: Clipping): Clip {
  const { source, words } = clipping
  const quoted = inMarks(words.join(LEFT_OUT), source.language)
  const cited = citationOf(source)
  const lines = quoted.split('\n').map(escaped)
  const link = isWeb(source.url) ? `<a href="${escaped(source.url)}">${escaped(cited)}</a>` : escaped(cited)
  const about = [
    ` data-verbatim="${escaped(writeAddress({ ...clipping, source: source.id }))}"`,
    ...(source.language === null ? [] : [` lang="${escaped(source.language)}"`]),
    ...(source.url === null ? [] : [` cite="${escaped(source.url)}"`]),
  ].join('')
  const html =
    lines.length === 1
      ? `<p><span${about}>${lines[0] ?? ''}</span> (${link})</p>`
      : `<blockquote${about}>${lines.map((line) => `<p>${line}</p>`).join('')}</blockquote><p>(${link})</p>`
  return { text: `${quoted} (${cited})`, html }
}

/** A passage that is a whole quotation of the source has its marks already. */
function inMarks(words: string, language: string | null): string {
  if (isQuotation(words)) return words
  const { open, close } = quotationMarks(language)
  return `${open}${words}${close}`
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['«', '»'],
  ['»', '«'],
  ['„', '“'],
  ['„', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]

/** Whether one pair of marks encloses it all: not where the first one closes before the end. */
const isQuotation = (words: string): boolean =>
  PAIRS.some(
    ([open, close]) =>
      words.length > 2 &&
      words.startsWith(open) &&
      words.endsWith(close) &&
      !words.slice(1, -1).includes(close),
  )

/** `Authors, “Title”, Outlet, date, address`, as far as they are known. */
export function citationOf({ authors, title, publication, published, url, language }: Source): string {
  const { open, close } = quotationMarks(language)
  // Marks around marks would read as one quotation that ends too early.
  const named = title.includes(open) || title.includes(close) ? title : `${open}${title}${close}`
  const facts = [authors.join(', '), named, publication, published, url]
  return facts.filter((fact) => fact !== null && fact !== '').join(', ')
}

const isWeb = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url)

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
