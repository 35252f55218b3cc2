/** One `@type{…}` of a BibTeX file. */
export interface BibtexChunk {
  /** In lower case. */
  readonly type: string
  /** Its key. */
  readonly name: string
  readonly text: string
  /** False where it does not end before the next one begins. */
  readonly whole: boolean
}

const START = /@([a-z]+)[ \t]*([{(])[ \t]*([^\s{}(),="]*)/gi
/** At the start of a line it begins an entry even where the one before was not closed. */
const NEXT = /^[ \t]*@[a-z]+[ \t]*[{(][ \t]*[^\s{}(),="]+[ \t]*,/gim

/** Cuts a file into its entries; what stands between them is comment. */
export function chunksOf(text: string): BibtexChunk[] {
  const chunks: BibtexChunk[] = []
  START.lastIndex = 0
  for (let match = START.exec(text); match !== null; match = START.exec(text)) {
    const [head, type = '', open = '{', name = ''] = match
    NEXT.lastIndex = match.index + head.length
    const next = NEXT.exec(text)?.index ?? text.length
    const end = endOf(text, match.index + match[0].indexOf(open), open === '(' ? ')' : '}', next)
    chunks.push({
      type: type.toLowerCase(),
      name: name === '' ? type : name,
      text: text.slice(match.index, end ?? next),
      whole: end !== null,
    })
    START.lastIndex = end ?? next
  }
  return chunks
}

/** Past the mark that closes, outside inner braces; null where it does not come before `limit`. */
function endOf(text: string, open: number, close: string, limit: number): number | null {
  let depth = 0
  for (let at = open + 1; at < limit; at += 1) {
    const character = text[at]
    if (depth === 0 && character === close) return at + 1
    if (character === '{') depth += 1
    else if (character === '}') depth -= 1
  }
  return null
}
