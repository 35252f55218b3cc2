/** The forms of a brief in a package that hold text. */
export type TextForm = 'markdown' | 'html'

/** Where words stand in the reading of a file: ranges that read on, parted by what is no word of the brief. */
export type ReadPlace = readonly (readonly [start: number, end: number])[]

/** Words without white space and without what Markdown writes as marks. */
export const bareWords = (words: string, form: TextForm): string =>
  words.replaceAll(form === 'markdown' ? /[\s\\*_~`#>|[\]()]/gu : /\s/gu, '')

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/**
 * A file of a brief as its checkers read it: bare words, without tags, marks of notes, comments and, in HTML, what
 * a citation style wrote; a block quotation stands there in brackets of its own.
 */
export function readingOf(file: string, form: TextForm): string {
  const plain =
    form === 'markdown'
      ? file.replaceAll(/(?<!\\)(?:<!--source:[^<>]*-->|<sup>[^<]*<\/sup>|\[\^[^\]\s]+\]:?)/gu, '')
      : file
          .replaceAll(/<blockquote\b[^>]*>([\s\S]*?)<\/blockquote>/giu, '⟦$1⟧')
          .replaceAll(/<(style|script|head|sup|cite|code)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/giu, '')
  const decoded = plain.replaceAll(
    /(?<!\\)&(#x[0-9a-fA-F]{1,5}|#\d{1,6}|amp|lt|gt|quot);/gu,
    (_, name: string) => NAMED[name] ?? character(name),
  )
  return bareWords(decoded, form)
}

/** Of `#233` or `#xe9`. */
const character = (name: string): string =>
  String.fromCodePoint(Number(name.replace('#x', '0x').replace('#', '')))

/** Words are sought on behind what parts them (a note, a citation, a list's mark) up to so far. */
const FARTHEST = 600
/** The first characters by which a place is found. */
const SEED = 16

/** The first place of the words from an offset on; null where they cannot be found. */
export function placeIn(reading: string, words: string, from: number): ReadPlace | null {
  if (words === '') return null
  const whole = reading.indexOf(words, from)
  if (whole >= 0) return [[whole, whole + words.length]]
  const seed = words.slice(0, SEED)
  for (let at = reading.indexOf(seed, from); at >= 0; at = reading.indexOf(seed, at + 1)) {
    const place = partedPlace(reading, words, at)
    if (place !== null) return place
  }
  return null
}

function partedPlace(reading: string, words: string, start: number): ReadPlace | null {
  const place: [number, number][] = []
  let done = 0
  let at = start
  while (done < words.length) {
    let end = at
    while (done < words.length && reading[end] === words[done]) {
      end += 1
      done += 1
    }
    if (end === at) return null
    place.push([at, end])
    if (done === words.length) return place
    at = reading.indexOf(words.slice(done, done + SEED), end)
    if (at < 0 || at > end + FARTHEST) return null
  }
  return place
}

const MARKED = /“[^“”]{12,}”|„[^„“”]{12,}[“”]|«[^«»]{12,}»|"[^"]{12,}"|「[^「」]{6,}」|⟦[^⟧]{60,}⟧/gu

/**
 * How many passages of a brief's HTML are between quotation marks, or set as a block, and are none of the places nor
 * words of a passage that is told: a package without them must not read as if all were said.
 */
export function unlistedIn(
  reading: string,
  places: readonly (ReadPlace | null)[],
  passages: readonly string[],
): number {
  const left = reading.split('')
  for (const place of places) for (const [start, end] of place ?? []) left.fill('', start, end)
  const known = passages.map((passage) => bareWords(passage, 'html')).join('\n')
  const marked = left.join('').match(MARKED) ?? []
  return marked.filter((words) => !known.includes(words.slice(1, -1))).length
}
