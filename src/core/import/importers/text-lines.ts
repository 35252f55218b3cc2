/** A line of a decoded text without its terminator; `start` is a UTF-16 offset, `breakAt` its line break's. */
export interface Line {
  readonly text: string
  readonly start: number
  /** Offset of the line feed (or lone carriage return) before the line; -1 for the first. */
  readonly breakAt: number
}

const LINE_BREAK = /\r\n|\n|\r/g

/** The lines of a text; CR LF, LF and CR end a line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  let breakAt = -1
  for (const match of text.matchAll(LINE_BREAK)) {
    lines.push({ text: text.slice(start, match.index), start, breakAt })
    start = match.index + match[0].length
    breakAt = start - 1
  }
  lines.push({ text: text.slice(start), start, breakAt })
  return lines
}

/**
 * The paragraphs of a plain text as groups of lines: parted by blank lines;
 * where there are none each line is one, unless the text is hard-wrapped.
 */
export function paragraphsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (isBlank(line)) groups.push([])
    else groups.at(-1)?.push(line)
  }
  const paragraphs = groups.filter((group) => group.length > 0)
  const [only] = paragraphs
  if (paragraphs.length !== 1 || only === undefined || isHardWrapped(only)) return paragraphs
  return only.map((line) => [line])
}

const isBlank = (line: Line): boolean => line.text.replaceAll('\0', '').trim() === ''

const WRAPPED_SHARE = 0.8

/** ≥ 80 % of the lines are 40 to 100 characters long and do not end a sentence. */
function isHardWrapped(lines: readonly Line[]): boolean {
  const wrapped = lines.filter(({ text }) => {
    const line = text.trim()
    const length = Array.from(line).length
    return length >= 40 && length <= 100 && !endsSentence(line)
  })
  return wrapped.length >= lines.length * WRAPPED_SHARE
}

const SENTENCE_END = /[.!?…‽。！？｡؟۔।॥։።][\s"'”’»“‘)\]}›」』*_]*$/u

/** True when a line closes a sentence, marks and brackets after the stop allowed. */
export const endsSentence = (line: string): boolean => SENTENCE_END.test(line)
