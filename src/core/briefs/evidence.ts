import type { LinkedQuote } from '../../shared/brief/nodes.ts'
import { quoteWords } from '../../shared/brief/quote-words.ts'
import { findAnchor, findAnnotation, type AnchorRow } from '../db/annotations.ts'
import { locatorOfQuote } from './locator.ts'
import type { Sha256 } from '../db/ids.ts'
import type { Reader } from '../db/reader.ts'
import { findKeptSource } from '../db/sources.ts'
import { findVersionById, readText } from '../db/versions.ts'
import type { Evidence, QuoteEvidence } from '../export/evidence.ts'
import type { Library } from '../library/library.ts'
import type { Works } from '../citations/works.ts'
import { passageWords } from '../../shared/verdict/passage-words.ts'

/** What an export needs to know, re-read from the library. `language` is the brief's. */
export function evidenceFrom({ reader, blobs }: Library, language: string | null, works: Works): Evidence {
  return {
    quote: (quote) => quoteEvidence(reader, quote, language),
    work: (citekey) => works.find(citekey),
    image: (blob) => (blobs.has(blob as Sha256) ? blobs.read(blob as Sha256) : null),
  }
}

function quoteEvidence(reader: Reader, quote: LinkedQuote, briefLanguage: string | null): QuoteEvidence {
  const annotation = findAnnotation(reader, quote.annotation)
  const anchor = findAnchor(reader, quote.anchor)
  const source = annotation && findKeptSource(reader, annotation.source)
  const language = source?.language ?? null
  return {
    words: quoteWords(quote),
    language: quote.translation === null ? language : briefLanguage,
    original: quote.translation === null || !anchor ? null : { words: wordsOf(reader, anchor), language },
    source,
    attribution: annotation?.attribution ?? null,
    locator: source ? locatorOfQuote(reader, quote) : null,
  }
}

/** The passage as its version's stored text has it. */
function wordsOf(reader: Reader, { version, segments, exact }: AnchorRow): string {
  const row = findVersionById(reader, version)
  if (row === null) return exact
  const text = readText(reader, row)
  return passageWords(text, segments)
}
