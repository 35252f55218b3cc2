import { readCitation } from '../brief/citation-syntax.ts'
import type { Draft, Place } from './draft.ts'
import { PlaceWriter } from './place-writer.ts'
import { textParagraphs } from './text-paragraphs.ts'

const BRACKETS = /\[([^[\]]{2,2000})\]/gu

/** A plain text as a draft: no markup is read, but `[@citekey]` is a citation here too. */
export function textDraft(text: string): Draft {
  return { places: textParagraphs(text).map(({ start, end }, index) => place(text, start, end, index)) }
}

function place(text: string, start: number, end: number, domain: number): Place {
  const writer = new PlaceWriter({ container: 0, domain, blockQuotation: null, footnote: null })
  let at = start
  for (const found of text.slice(start, end).matchAll(BRACKETS)) {
    const items = readCitation(found[1] ?? '')
    if (items === null) continue
    const bracket = start + found.index
    writer.write(text.slice(at, bracket), at, bracket)
    writer.citation(items)
    at = bracket + found[0].length
  }
  writer.write(text.slice(at, end), at, end)
  return writer.place()
}
