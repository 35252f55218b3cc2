import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Glyph, Turn } from './glyph.ts'
import { glyphsOf } from './glyphs.ts'
import type { Pdfjs } from './library.ts'
import { linesOf } from './lines.ts'
import type { ReadPage } from './page.ts'
import { wordsOf } from './words.ts'

export interface ReadPages {
  readonly pages: readonly ReadPage[]
  /** Numbers of pages that could not be read. */
  readonly broken: readonly number[]
}

/** The words of every page, one page after another; a page that cannot be read is empty. */
export async function readPages(pdf: PDFDocumentProxy, pdfjs: Pdfjs): Promise<ReadPages> {
  const pages: ReadPage[] = []
  const broken: number[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pageAt(pdf, number)
    const read = page === null ? null : await readPage(page, pdfjs)
    if (read === null) broken.push(number)
    pages.push(read ?? { number, top: 0, bottom: 0, words: [], turned: [] })
    page?.cleanup()
  }
  return { pages, broken }
}

async function pageAt(pdf: PDFDocumentProxy, number: number): Promise<PDFPageProxy | null> {
  try {
    return await pdf.getPage(number)
  } catch {
    // A damaged page costs its own words; the caller says which.
    return null
  }
}

async function readPage(page: PDFPageProxy, pdfjs: Pdfjs): Promise<ReadPage | null> {
  try {
    return pageFrom(page, await glyphsOf(page, pdfjs))
  } catch {
    // As above: a fault in the drawing of one page.
    return null
  }
}

function pageFrom(page: PDFPageProxy, glyphs: readonly Glyph[]): ReadPage {
  const { width, height } = page.getViewport({ scale: 1 })
  const visible = glyphs.filter((glyph) => isVisible(glyph, width, height))
  const turn = commonTurn(visible)
  const turns = [...new Set(visible.map((glyph) => glyph.turn))].filter((other) => other !== turn)
  const [top, bottom] = edges(turn, width, height)
  return {
    number: page.pageNumber,
    top,
    bottom,
    words: wordsOf(visible, turn),
    turned: turns.slice(0, 8).flatMap((other) => linesOf(wordsOf(visible, other))),
  }
}

/** What is drawn off the page is not there for a reader. */
function isVisible({ turn, start, end, baseline }: Glyph, width: number, height: number): boolean {
  if (turn !== 0) return true
  return end > -1 && start < width + 1 && baseline > -1 && baseline < height + 20
}

function commonTurn(glyphs: readonly Glyph[]): Turn {
  const counts = new Map<Turn, number>()
  for (const { turn } of glyphs) counts.set(turn, (counts.get(turn) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Where lines may begin and end across a page whose text is turned so. */
function edges(turn: Turn, width: number, height: number): readonly [number, number] {
  if (turn === 'down') return [-width, 0]
  if (turn === 90) return [-width, 0]
  if (turn === 180) return [-height, 0]
  return turn === 270 ? [0, width] : [0, height]
}
