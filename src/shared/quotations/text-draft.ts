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
  writeCited(writer, text.slice(start, end), start)
  return writer.place()
}

/** Text that stands at `start` of the draft, with its citations taken for such. */
export function writeCited(writer: PlaceWriter, text: string, start: number): void {
  let at = 0
  const write = (to: number) => writer.write(text.slice(at, to), start + at, start + to)
  for (const found of text.matchAll(BRACKETS)) {
    const items = readCitation(found[1] ?? '')
    if (items === null) continue
    write(found.index)
    writer.citation(items)
    at = found.index + found[0].length
  }
  write(text.length)
}
