import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Pdfjs } from './library.ts'
import { matrixFrom, multiply, type Matrix } from './matrix.ts'

/** A picture on a page, as grey values from 0 (black) to 255, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: (x: number, y: number) => number
  /** From the unit square, whose y runs up, to the page in points, y down. */
  readonly place: Matrix
}

/** The pictures of a page in the order in which they are drawn. */
export async function picturesOf(page: PDFPageProxy, { OPS, AnnotationMode }: Pdfjs): Promise<Picture[]> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const pictures: Picture[] = []
  const kept: Matrix[] = []
  let now = matrixFrom(page.getViewport({ scale: 1 }).transform)
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index]
    const [first] = Array.isArray(args) ? (args as unknown[]) : []
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin || operator === OPS.beginGroup)
      kept.push(now)
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd || operator === OPS.endGroup)
      now = kept.pop() ?? now
    if (operator === OPS.transform) now = multiply(now, matrixFrom(args))
    if (operator === OPS.paintFormXObjectBegin) now = multiply(now, matrixFrom(first))
    const isMask = operator === OPS.paintImageMaskXObject
    if (!isMask && operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) continue
    const picture = pictureFrom(await imageNamed(page, first), isMask, now)
    if (picture !== null) pictures.push(picture)
  }
  return pictures
}

/** An image stands in the drawing itself, or is named there. */
async function imageNamed(page: PDFPageProxy, named: unknown): Promise<unknown> {
  const inner: unknown = typeof named === 'object' && named !== null ? Reflect.get(named, 'data') : named
  if (typeof inner !== 'string') return named
  const objects = inner.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    objects.get(inner, resolve)
  })
}

const BITS = 1
const RGB = 2
const RGBA = 3

function pictureFrom(image: unknown, isMask: boolean, place: Matrix): Picture | null {
  if (typeof image !== 'object' || image === null) return null
  const width = Number(Reflect.get(image, 'width'))
  const height = Number(Reflect.get(image, 'height'))
  const data: unknown = Reflect.get(image, 'data')
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray) || !(width > 0 && height > 0))
    return null
  const kind = isMask ? BITS : Number(Reflect.get(image, 'kind'))
  const row = Math.ceil(width / 8)
  const colours = kind === RGBA ? 4 : 3
  const bit = (x: number, y: number): boolean =>
    (((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1
  const grey = (x: number, y: number): number => {
    if (kind === BITS) return bit(x, y) ? 255 : 0
    const at = (y * width + x) * colours
    return ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8
  }
  return kind === BITS || kind === RGB || kind === RGBA ? { width, height, grey, place } : null
}
