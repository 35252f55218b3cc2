import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Recognition } from '../../extraction.ts'
import type { Face } from './glyph.ts'
import type { Pdfjs } from './library.ts'
import type { ReadPage } from './page.ts'
import { picturesOf } from './pictures.ts'
import { rasterOf } from './raster.ts'
import type { Recognised, Recogniser } from './recogniser.ts'
import { LANGUAGE, openRecogniser } from './recogniser.ts'
import type { Word } from './words.ts'

export interface ScannedPages {
  /** By page number. */
  readonly pages: ReadonlyMap<number, ReadPage>
  readonly recognition: Recognition
}

/** A book; at some seconds a page, more would take hours. */
const MOST_PAGES = 1000
/** Lines that the engine guesses at are noise: stains, rules, pictures. */
const LEAST_CONFIDENCE = 30

/**
 * Reads pages that are pictures, on this machine; `progress` is told of each. Null where
 * that cannot be done here or none of them holds words.
 */
export async function readScanned(
  pdf: PDFDocumentProxy,
  pdfjs: Pdfjs,
  numbers: readonly number[],
  progress: () => void,
): Promise<ScannedPages | null> {
  let recogniser: Recogniser | null = null
  const pages = new Map<number, ReadPage>()
  const sure: number[] = []
  for (const number of numbers.slice(0, MOST_PAGES)) {
    progress()
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const pictures = await picturesOf(page, pdfjs)
    page.cleanup()
    if (pictures.length === 0) continue
    recogniser ??= await openRecogniser()
    if (recogniser === null) return null
    const raster = rasterOf(pictures, { width, height })
    const words = withoutNoise(recogniser.read(raster))
    if (words.length === 0) continue
    sure.push(...words.map(({ confidence }) => confidence))
    const made = words.map((word, item) => wordFrom(word, item, raster.scale))
    pages.set(number, { number, top: 0, bottom: height, words: evened(made), turned: [] })
  }
  recogniser?.close()
  if (sure.length === 0) return null
  const confidence = Math.round(sure.reduce((sum, one) => sum + one, 0) / sure.length)
  return { pages, recognition: { engine: 'tesseract', language: LANGUAGE, pages: pages.size, confidence } }
}

const PLAIN: Face = { bold: false, italic: false, vertical: false }

function wordFrom({ text, left, width, lineTop, lineHeight }: Recognised, item: number, scale: number): Word {
  const size = Math.max(2, Math.round((lineHeight / scale) * 0.9))
  return {
    text,
    start: left / scale,
    end: (left + width) / scale,
    baseline: (lineTop + lineHeight * 0.8) / scale,
    size,
    face: PLAIN,
    firstItem: item,
    lastItem: item,
    artifact: false,
    spaceAfter: true,
    spaceBefore: true,
  }
}

/** The height of a line varies with its letters: what is near the usual size is of that size. */
function evened(words: readonly Word[]): Word[] {
  const usual = words.map(({ size }) => size).toSorted((a, b) => a - b)[words.length >> 1] ?? 10
  return words.map((word) =>
    word.size > usual * 0.6 && word.size < usual * 1.45 ? { ...word, size: usual } : word,
  )
}

const lineOf = ({ lineTop, lineHeight }: Recognised): string => `${String(lineTop)} ${String(lineHeight)}`

/** A word of a line is kept however doubtful: a gap would be worse, for nobody would see it. */
function withoutNoise(words: readonly Recognised[]): Recognised[] {
  const lines = new Map<string, { sum: number; count: number }>()
  for (const word of words) {
    const line = lines.get(lineOf(word)) ?? { sum: 0, count: 0 }
    lines.set(lineOf(word), { sum: line.sum + word.confidence, count: line.count + 1 })
  }
  return words.filter((word) => {
    const line = lines.get(lineOf(word))
    return line !== undefined && line.sum / line.count >= LEAST_CONFIDENCE
  })
}
