import type { Draft, Place } from '../../shared/quotations/draft.ts'
import { linkedBlock } from '../../shared/quotations/linked-block.ts'
import { withoutOwnMarks } from '../../shared/quotations/own-marks.ts'
import { PlaceWriter, type Standing } from '../../shared/quotations/place-writer.ts'
import type { QuotationLink } from '../../shared/quotations/quotation.ts'
import { writeCited } from '../../shared/quotations/text-draft.ts'
import { openDocx, type DocxParts } from './docx-parts.ts'
import type { Leaf } from './docx-leaves.ts'
import { leavesOf } from './docx-leaves.ts'
import type { Piece, TextPiece } from './docx-pieces.ts'

/** A Word document's plain text, and the same text as the finder reads it. */
export interface DocxDraft extends Draft {
  /** Leaf blocks joined by a line feed, the cells of a row by a tab, notes last; every offset counts in it. */
  readonly text: string
}

/**
 * Reads a Word document as a draft. Words in a content control that names an annotation are a linked quote,
 * whatever stands around them. Throws `REFUSED` `damaged` and those of a zip for what is no such document.
 */
export async function docxDraft(bytes: Uint8Array): Promise<DocxDraft> {
  const parts: DocxParts = await openDocx(bytes)
  const walk = new DocxWalk()
  walk.leaves(leavesOf(parts))
  return { text: walk.text, places: walk.places }
}

class DocxWalk {
  text = ''
  readonly places: Place[] = []

  leaves(leaves: readonly Leaf[]): void {
    for (let at = 0; at < leaves.length;) {
      const count = linkedRun(leaves, at)
      const [first] = leaves.slice(at)
      if (count > 0) this.#linked(leaves.slice(at, at + count))
      else if (first !== undefined) this.#leaf(first)
      at += Math.max(1, count)
    }
  }

  #leaf(leaf: Leaf): void {
    this.#begin(leaf)
    if (leaf.silent)
      this.text += leaf.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')
    else this.places.push(this.#place(leaf.pieces, leaf.standing))
  }

  /** A linked quote that is a block: its paragraphs are one place, and what stands behind its words another. */
  #linked(leaves: readonly Leaf[]): void {
    const paragraphs: Place[] = []
    const behind: Place[] = []
    const standing = { ...leaves[0]?.standing, blockQuotation: null } as Standing
    let link: QuotationLink | null = null
    for (const leaf of leaves) {
      const { words, rest } = partedWords(leaf.pieces)
      const [first] = words.filter((piece) => piece.kind === 'text')
      if (first !== undefined) link ??= linkOf(first)
      this.#begin(leaf)
      paragraphs.push(this.#place(words.map(unlinked), standing))
      if (rest.length > 0) behind.push(this.#place(rest, standing))
    }
    if (link !== null) this.places.push(linkedBlock(paragraphs, link, standing))
    this.places.push(...behind)
  }

  #begin({ parted }: Leaf): void {
    if (this.text !== '' || this.places.length > 0) this.text += parted
  }

  #place(pieces: readonly Piece[], standing: Standing): Place {
    const writer = new PlaceWriter(standing)
    const sources: Place['nodes'][number][] = []
    for (let at = 0; at < pieces.length;) {
      const piece = pieces[at]
      if (piece === undefined) break
      if (piece.kind === 'note') writer.footnote(piece.label)
      const quote = piece.kind === 'text' ? piece.quote : null
      const run = quote === null ? pieces.slice(at, at + 1) : quotedRun(pieces, at, quote.by)
      if (piece.kind === 'text') {
        const start = writer.length
        if (piece.sources.length > 0) writer.citation(piece.sources.map(citing))
        if (quote === null) this.#write(piece, writer)
        else
          writer.linked(linkOf(piece), withoutOwnMarks, () => {
            for (const each of run)
              if (each.kind === 'text') this.#write(each, writer)
              else writer.footnote(each.label)
          })
        if (piece.sources.length > 0)
          sources.push({ kind: 'source', start, end: writer.length, citekeys: piece.sources })
      }
      at += run.length
    }
    const place = writer.place()
    return { ...place, nodes: [...place.nodes, ...sources].toSorted((one, two) => one.start - two.start) }
  }

  #write(piece: TextPiece, writer: PlaceWriter): void {
    const start = this.text.length
    this.text += piece.text
    const write = () => {
      if (piece.quote === null && piece.sources.length === 0) writeCited(writer, piece.text, start)
      else writer.write(piece.text, start, this.text.length)
    }
    if (piece.code) writer.range('code', write)
    else if (piece.struck) writer.range('struck', write)
    else write()
  }
}

const citing = (citekey: string) => ({
  citekey,
  locator: null,
  prefix: '',
  suffix: '',
  suppressAuthor: false,
})

const unlinked = (piece: Piece): Piece =>
  piece.kind === 'text' ? { ...piece, quote: null, sources: [] } : piece

const linkOf = ({ quote, quoted }: TextPiece): QuotationLink => ({
  annotation: quote?.annotation ?? '',
  version: quoted?.version ?? null,
  translation: quoted?.translation ?? false,
})

/** The pieces from `at` on that one control or bookmark holds, notes between them included. */
function quotedRun(pieces: readonly Piece[], at: number, by: string): readonly Piece[] {
  let end = at + 1
  for (let next = at; next < pieces.length; next += 1) {
    const piece = pieces[next]
    if (piece?.kind === 'text' && piece.quote?.by !== by) break
    if (piece?.kind === 'text') end = next + 1
  }
  return pieces.slice(at, end)
}

/** A paragraph's pieces up to the last that is of a linked quote, and those behind. */
function partedWords(pieces: readonly Piece[]): {
  readonly words: readonly Piece[]
  readonly rest: readonly Piece[]
} {
  const last = pieces.findLastIndex((piece) => piece.kind === 'text' && piece.quote !== null)
  return { words: pieces.slice(0, last + 1), rest: pieces.slice(last + 1) }
}

/** How many paragraphs from `at` on are one linked quote and nothing else; 0: none is. */
function linkedRun(leaves: readonly Leaf[], at: number): number {
  const whole = wholeQuote(leaves[at])
  if (whole === null) return 0
  const container = leaves[at]?.standing.container
  let end = at + 1
  while (leaves[end]?.standing.container === container && wholeQuote(leaves[end]) === whole) end += 1
  return end - at
}

/** The control or bookmark that holds all words of a block quotation's paragraph, but for a citation behind them. */
function wholeQuote(leaf: Leaf | undefined): string | null {
  if (leaf === undefined || leaf.silent || (leaf.standing.blockQuotation === null && !leaf.controlled))
    return null
  const { words, rest } = partedWords(leaf.pieces)
  const texts = words.filter((piece) => piece.kind === 'text')
  const whole = texts[0]?.quote?.whole ?? null
  const isOne = texts.every(({ quote, text }) => quote?.whole === whole || text.trim() === '')
  const isBare = rest.every(
    (piece) => piece.kind === 'note' || piece.sources.length > 0 || !/[\p{L}\p{N}]/u.test(piece.text),
  )
  return isOne && isBare ? whole : null
}
