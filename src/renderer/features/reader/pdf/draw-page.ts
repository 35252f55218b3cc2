import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OpenPdf, PdfLibrary } from './open-pdf.ts'

/** In pixels of the screen; a larger page is drawn coarser and stretched. */
const MOST_PIXELS = 16_000_000

/** Where a page is drawn: its picture, and over it its words. */
export interface PageRoom {
  readonly canvas: HTMLCanvasElement
  readonly layer: HTMLElement
}

/** Of a page at scale 1, in CSS pixels. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

export const POINTS_TO_PIXELS = 96 / 72

/** A page that is being drawn; `stop` ends that, and gives back what it holds once it was drawn. */
export interface Drawing {
  /** Resolves once its words can be selected; the picture may come after. Rejects when stopped. */
  readonly words: Promise<PageSize>
  readonly stop: () => void
}

const nothing = (): void => undefined

/** Draws page `number` (from 1) at a scale into its room. */
export function drawPage({ pdf, library }: OpenPdf, number: number, scale: number, room: PageRoom): Drawing {
  let stopped = false
  let stopAll: () => void = nothing
  const draw = async (): Promise<PageSize> => {
    const page = await pdf.getPage(number)
    if (stopped) throw new Error('The page is out of sight.')
    const { width, height } = page.getViewport({ scale: POINTS_TO_PIXELS })
    const picture = drawPicture(page, scale, room.canvas)
    const words = drawWords(library, page, scale, room.layer)
    stopAll = () => {
      picture.cancel()
      words.cancel()
      page.cleanup()
    }
    // A picture that is cut off is told of by its own absence.
    picture.promise.catch(() => undefined)
    await words.render()
    return { width, height }
  }
  return {
    words: draw(),
    stop: () => {
      stopped = true
      stopAll()
      // A canvas without size holds no memory.
      room.canvas.width = 0
      room.canvas.height = 0
      room.layer.replaceChildren()
    },
  }
}

function drawPicture(page: PDFPageProxy, scale: number, canvas: HTMLCanvasElement) {
  const { width, height } = page.getViewport({ scale: scale * POINTS_TO_PIXELS })
  const fine = Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)))
  canvas.width = Math.floor(width * fine)
  canvas.height = Math.floor(height * fine)
  const viewport = page.getViewport({ scale: scale * POINTS_TO_PIXELS * fine })
  return page.render({ canvas, viewport, annotationMode: 0 })
}

function drawWords(library: PdfLibrary, page: PDFPageProxy, scale: number, layer: HTMLElement) {
  layer.replaceChildren()
  return new library.TextLayer({
    textContentSource: page.streamTextContent(),
    container: layer,
    viewport: page.getViewport({ scale: scale * POINTS_TO_PIXELS }),
  })
}
