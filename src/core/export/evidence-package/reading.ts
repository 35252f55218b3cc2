/** The forms of a brief in a package that hold text. */
export type TextForm = 'markdown' | 'html'

/** Where words stand in the reading of a file: one range. */
export type ReadPlace = readonly [readonly [start: number, end: number]]

/** Words without white space and without what Markdown writes as marks. */
export const bareWords = (words: string, form: TextForm): string =>
  words.replaceAll(form === 'markdown' ? /[\s\\*_~`#>|[\]()]/gu : /\s/gu, '')

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const decoded = (text: string): string =>
  text.replaceAll(
    /(?<!\\)&(#x[0-9a-fA-F]{1,5}|#\d{1,6}|amp|lt|gt|quot);/gu,
    (_, name: string) => NAMED[name] ?? character(name),
  )

/** Of `#233` or `#xe9`. */
const character = (name: string): string =>
  String.fromCodePoint(Number(name.replace('#x', '0x').replace('#', '')))

/**
 * A file of a brief as its checkers read it: bare words without tags, references to notes and addresses. A block
 * quotation stands there in brackets of its own, and ⧸ where a reader sees words struck out or a picture. What
 * follows an override of direction is not read: it does not look as it reads.
 */
export function readingOf(file: string, form: TextForm): string {
  const text = file.replaceAll(/[⟦⟧⧸\0]/gu, '')
  return bareWords(form === 'markdown' ? markdownRead(text) : pageRead(text), form)
}

const markdownRead = (text: string): string =>
  decoded(
    text
      .replaceAll(/(?<!\\)(?:<!--source:[^<>]*-->|<\/?su[bp]>|\[\^[^\]\s]+\]:?|<(?=https?:|mailto:))/gu, '')
      .replaceAll(/(?<!\\)\]\((?:https?|mailto):[^\s()<>]*\)/gu, '')
      .replaceAll(/(?<!\\)(~~?)(?=\S)([^~]+)\1/gu, '⧸$2⧸'),
  ).replaceAll(/[\u202d\u202e][\s\S]*?(?=\n\s*\n|$)/gu, '')

function pageRead(text: string): string {
  const main = /<main>([\s\S]*)<\/main>/u.exec(text)?.[1] ?? ''
  return decoded(
    main
      .replaceAll(/[\u202d\u202e][\s\S]*?(?=<\/(?:p|h\d|t[dh]|pre)>)/gu, '')
      .replaceAll(/<blockquote\b[^>]*>([\s\S]*?)<\/blockquote>/gu, '⟦$1⟧')
      .replaceAll(/<sup><a href="#note-(\d+)"(?: id="ref-\1")?>\1<\/a><\/sup>|<(?!\/?s>|img )[^>]*>/gu, '')
      .replaceAll(/<[^>]*>/gu, '⧸'),
  )
}

/** The first place of the words from an offset on; null where they cannot be found. */
export function placeIn(reading: string, words: string, from: number): ReadPlace | null {
  const start = words === '' ? -1 : reading.indexOf(words, from)
  return start < 0 ? null : [[start, start + words.length]]
}

const MARKED =
  /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|”[^“”]*”|"[^"]*"|‹[^‹›]*›|‘\0?’|‘[^‘“”⟦⟧]{12,}?’|[「『][^「」『』]*[」』]|``[^`']*''|⟦[^⟧]*⟧/gu

/** Long enough to be a quotation; beside a place in a block stands its citation. */
function isMarked(words: string): boolean {
  const length = words.length - 2
  if (words.startsWith('⟦') && words.includes('\0')) return length >= 60
  return length >= (/^[「『]/u.test(words) ? 6 : 12)
}

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

export interface Unlisted {
  readonly readings: Readonly<Record<TextForm, string>>
  /** Of all quotations. */
  readonly places: readonly Readonly<Record<TextForm, ReadPlace | null>>[]
  /** The exact words of passages that are told. */
  readonly passages: readonly string[]
  /** The titles of the package's sources, which a citation may put between marks. */
  readonly titles: readonly string[]
}

/**
 * How many passages of a brief are between quotation marks, or set as a block, and are none of the places nor words
 * of a passage or a title that is told: a package without them must not read as if all were said. What stands in the
 * HTML so is counted there alone.
 */
export function unlistedIn({ readings, places, passages, titles }: Unlisted): number {
  const known = lettersOf(titles.join('\n'))
  const left = (form: TextForm): string => {
    const signs = readings[form].split('')
    for (const place of places)
      for (const [start, end] of place[form] ?? []) signs.fill('', start, end).fill('\0', start, start + 1)
    return signs.join('')
  }
  const marked = (form: TextForm): readonly string[] => {
    const told = passages.map((passage) => bareWords(passage, form)).join('\n')
    return (left(form).match(MARKED) ?? []).filter(
      (words) => isMarked(words) && !told.includes(words.slice(1, -1)) && !known.includes(lettersOf(words)),
    )
  }
  const page = bareWords(left('html'), 'markdown')
  return marked('html').length + marked('markdown').filter((words) => !page.includes(words)).length
}
