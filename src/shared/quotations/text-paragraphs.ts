/** UTF-16 offsets of a paragraph of a plain text; line breaks inside it stay. */
export interface TextParagraph {
  readonly start: number
  readonly end: number
}

const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/gu
const SENTENCE_END = /[.!?…‽。！？｡؟۔।॥։።][\s"'”’»“‘)\]}›」』*_]*$/u

/**
 * Paragraphs are parted by blank lines; where there are none each line is one,
 * unless the text is hard-wrapped (product.md, "The text of a document").
 */
export function textParagraphs(text: string): readonly TextParagraph[] {
  const groups: TextParagraph[][] = [[]]
  for (const found of text.matchAll(LINE)) {
    if (found[0] === '') break
    const line = found[0].replace(/[\r\n]+$/u, '')
    if (line.trim() === '') groups.push([])
    else groups.at(-1)?.push({ start: found.index, end: found.index + line.length })
  }
  const paragraphs = groups.filter((lines) => lines.length > 0)
  const [only] = paragraphs
  if (paragraphs.length === 1 && only !== undefined && !isHardWrapped(text, only)) return wrapped(text, only)
  return paragraphs.map((lines) => ({ start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }))
}

/** A line that goes on in lower case after one that ends no sentence belongs to it: a quotation may run over both. */
function wrapped(text: string, lines: readonly TextParagraph[]): readonly TextParagraph[] {
  const paragraphs: TextParagraph[] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    const goesOn = /^\s*\p{Ll}/u.test(text.slice(line.start, line.end))
    if (last !== undefined && goesOn && !SENTENCE_END.test(text.slice(last.start, last.end))) {
      paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end }
    } else paragraphs.push(line)
  }
  return paragraphs
}

/** At least 80 % of the lines are 40 to 100 characters long and do not end a sentence. */
function isHardWrapped(text: string, lines: readonly TextParagraph[]): boolean {
  const long = lines.filter(({ start, end }) => {
    const line = text.slice(start, end).trim()
    const length = Array.from(line).length
    return length >= 40 && length <= 100 && !SENTENCE_END.test(line)
  })
  return long.length >= lines.length * 0.8
}
