import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OpenPdf, PdfLibrary } from './open-pdf.ts'

/** In pixels of the screen; a larger page is drawn coarser and stretched. */
const MOST_PIXELS = 16_000_000

/** Where a page is drawn: its picture is put into the element, under the layer of its words. */
export interface PageRoom {
  readonly element: HTMLElement
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
  /** Resolves once its picture is there. Rejects when stopped. */
  readonly picture: Promise<void>
  readonly stop: () => void
}

const nothing = (): void => undefined

/** Draws page `number` (from 1) at a scale into its room. */
export function drawPage({ pdf, library }: OpenPdf, number: number, scale: number, room: PageRoom): Drawing {
  let stopped = false
  const canvas = takeCanvas()
  room.element.prepend(canvas)
  let stopAll: () => void = nothing
  const begin = async () => {
    const page = await pdf.getPage(number)
    if (stopped) throw new Error('The page is out of sight.')
    const picture = drawPicture(page, scale, canvas)
    const layer = drawWords(library, page, scale, room.layer)
    stopAll = () => {
      picture.cancel()
      layer.cancel()
      page.cleanup()
    }
    return { page, picture, layer }
  }
  const begun = begin()
  const words = begun.then(async ({ page, layer }) => {
    await layer.render()
    const { width, height } = page.getViewport({ scale: POINTS_TO_PIXELS })
    return { width, height }
  })
  return {
    words,
    picture: begun.then(({ picture }) => picture.promise),
    stop: () => {
      stopped = true
      stopAll()
      giveBack(canvas)
      room.layer.replaceChildren()
    },
  }
}

/** Canvases that no page needs now: made anew for each page they would pile up. */
const spare: HTMLCanvasElement[] = []
const MOST_SPARE = 6

function takeCanvas(): HTMLCanvasElement {
  const canvas = spare.pop() ?? document.createElement('canvas')
  canvas.ariaHidden = 'true'
  return canvas
}

function giveBack(canvas: HTMLCanvasElement): void {
  canvas.remove()
  // Without size it holds no memory.
  canvas.width = 0
  canvas.height = 0
  if (spare.length < MOST_SPARE) spare.push(canvas)
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
