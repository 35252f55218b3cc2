import { EXACT_FIELD, readExactFacts } from '../../../../shared/citations/exact-facts.ts'
import type { BibliographyFormat, Entry } from '../../bibliography.ts'
import { CslItem, entryOf } from './csl-json.ts'
import type { BibtexChunk } from './bibtex-chunks.ts'
import { chunksOf } from './bibtex-chunks.ts'

/** BibTeX and BibLaTeX, entry by entry: one that cannot be read costs itself alone. */
export const BIBTEX: BibliographyFormat = {
  importer: 'bibtex',
  mediaType: 'application/x-bibtex',
  is: (head) =>
    /^(?:\s|%[^\n]*\n)*@(?:(?:comment|string|preamble)\s*[{(]|[a-z]+\s*[{(]\s*[^ \t\r\n{}(),="]+\s*,)/i.test(
      head,
    ),
  read: async (text) => {
    const chunks = chunksOf(text)
    const strings = chunks
      .filter(({ type }) => type === 'string')
      .map((chunk) => chunk.text)
      .join('\n')
      .slice(0, LONGEST_STRINGS)
    const works = chunks.filter(({ type }) => !['string', 'preamble', 'comment'].includes(type))
    const parse = await parser()
    return works.map((chunk) => entryIn(chunk, strings, parse))
  },
}

const LONGEST_STRINGS = 64 * 1024

const HOW = {
  forceType: '@biblatex/text',
  target: '@csl/list+object',
  maxChainLength: 10,
  generateGraph: false,
  strict: true,
}

type Parse = (text: string) => unknown

/** The library can look addresses up; told that it gets BibTeX, it never does. */
async function parser(): Promise<Parse> {
  const { plugins } = await import('@citation-js/core')
  await import('@citation-js/plugin-bibtex')
  return (text) => plugins.input.chain(text, HOW)
}

/** The parser passes over fields that it does not know. */
const EXACT = new RegExp(String.raw`^\s*${EXACT_FIELD}\s*=\s*\{([^{}]*)\}`, 'mu')

function exactIn(text: string) {
  const line = EXACT.exec(text)?.[1]
  return line === undefined ? null : readExactFacts(line)
}

function entryIn({ name, text, whole }: BibtexChunk, strings: string, parse: Parse): Entry {
  if (!whole) return { kind: 'broken', name }
  try {
    const items = parse(`${strings}\n${text}`)
    const item = CslItem.safeParse(Array.isArray(items) ? items[0] : null)
    return item.success ? entryOf(item.data, name, exactIn(text)) : { kind: 'broken', name }
  } catch {
    // The parser throws at any fault of syntax.
    return { kind: 'broken', name }
  }
}
