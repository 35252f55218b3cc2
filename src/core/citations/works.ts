import type { CitationItem, LinkedQuote } from '../../shared/brief/nodes.ts'
import type { CslItem } from '../../shared/citations/csl-item.ts'
import { workOf } from '../../shared/citations/work.ts'
import { locatorOfQuote } from '../briefs/locator.ts'
import { findAnchor, findAnnotation } from '../db/annotations.ts'
import { lastChangeIn } from '../db/changes.ts'
import type { Reader } from '../db/reader.ts'
import { findCitedRow, findKeptSource } from '../db/sources.ts'
import type { CitedWork } from '../export/evidence.ts'

/** The works of a library as citations name them; what was looked up is kept until a source changes. */
export class Works {
  private readonly reader: Reader
  private known = new Map<string, CitedWork | null>()
  private quotes = new Map<string, CitationItem>()
  private notes = new Map<string, boolean>()
  private seen = -1
  private seenSaid = -1

  constructor(reader: Reader) {
    this.reader = reader
  }

  /** Looks whether any source changed since; to be called before a brief is set. */
  refresh(): this {
    const now = lastChangeIn(this.reader, TABLES)
    if (now !== this.seen) this.known = new Map()
    const said = lastChangeIn(this.reader, SAID)
    if (said !== this.seenSaid || now !== this.seen) this.notes = new Map()
    this.seenSaid = said
    if (this.quotes.size > MOST_QUOTES) this.quotes = new Map()
    this.seen = now
    return this
  }

  /** By citekey, one it had before, or the source's id; null when nothing has it. */
  find(citekey: string): CitedWork | null {
    const known = this.known.get(citekey)
    if (known !== undefined) return known
    const row = findCitedRow(this.reader, citekey)
    const found = row === null ? null : { item: workOf(row), citekey: row.citekey }
    this.known.set(citekey, found)
    return found
  }

  readonly workOf = (citekey: string): CslItem | null => this.find(citekey)?.item ?? null

  /** The citekey of a source, by its id. */
  readonly citekeyOf = (source: string): string => this.find(source)?.citekey ?? source

  /** What a linked quote cites: its source, at the place of its anchor, which never changes. */
  readonly quoted = (quote: LinkedQuote): CitationItem | null => {
    const key = `${quote.annotation} ${quote.anchor}`
    const known = this.quotes.get(key)
    if (known !== undefined) return known
    const source = findAnnotation(this.reader, quote.annotation)?.source
    if (source === undefined || this.find(source) === null) return null
    const locator = locatorOfQuote(this.reader, quote)
    const item = { citekey: source, locator, prefix: '', suffix: '', suppressAuthor: false }
    this.quotes.set(key, item)
    return item
  }

  /** An export has a note for who speaks in a quote, for what the author translated, and for a source that is gone. */
  readonly hasNote = (quote: LinkedQuote): boolean => {
    const key = `${quote.annotation} ${quote.translation === null ? '' : quote.anchor}`
    const known = this.notes.get(key)
    if (known !== undefined) return known
    const annotation = findAnnotation(this.reader, quote.annotation)
    const isGone = annotation === null || findKeptSource(this.reader, annotation.source) === null
    const isTranslated = quote.translation !== null && findAnchor(this.reader, quote.anchor) !== null
    const has = isGone || isTranslated || (annotation.attribution?.speaker ?? '') !== ''
    this.notes.set(key, has)
    return has
  }
}

const SAID = ['annotation', 'attribution', 'actor', 'anchor'] as const
const TABLES = ['source', 'source_author', 'source_edited', 'version', 'custody', 'source_citekey'] as const
const MOST_QUOTES = 20_000
