import type { Picture } from './pictures.ts'

/** A page as one grey picture. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
  /** How many of its pixels make a point. */
  readonly scale: number
}

/** Recognition gains nothing from more, and fails with less, dots per inch. */
const MOST_DPI = 300
const LEAST_DPI = 150
const MOST_PIXELS = 30_000_000

/** Lays the pictures of a page, which may be strips of it, onto one sheet of its size in points. */
export function rasterOf(pictures: readonly Picture[], page: { width: number; height: number }): Raster {
  const fine = Math.max(
    ...pictures.map(({ width, place }) => width / Math.max(1, Math.hypot(place[0], place[1]))),
  )
  const fits = Math.sqrt(MOST_PIXELS / (page.width * page.height))
  const scale = Math.min(fits, Math.max(LEAST_DPI / 72, Math.min(MOST_DPI / 72, fine)))
  const width = Math.max(1, Math.round(page.width * scale))
  const height = Math.max(1, Math.round(page.height * scale))
  const raster: Raster = { width, height, grey: new Uint8Array(width * height).fill(255), scale }
  for (const picture of pictures) lay(picture, raster)
  return raster
}

function lay(picture: Picture, { width, height, grey, scale }: Raster): void {
  const [a, b, c, d, e, f] = picture.place
  const area = a * d - b * c
  if (Math.abs(area) < 1e-6) return
  const across = [e, e + a, e + c, e + a + c]
  const down = [f, f + b, f + d, f + b + d]
  const from = (values: readonly number[]): number => Math.max(0, Math.floor(Math.min(...values) * scale))
  const to = (values: readonly number[], most: number): number =>
    Math.min(most, Math.ceil(Math.max(...values) * scale))
  for (let row = from(down); row < to(down, height); row += 1) {
    for (let column = from(across); column < to(across, width); column += 1) {
      const x = (column + 0.5) / scale - e
      const y = (row + 0.5) / scale - f
      const u = (d * x - c * y) / area
      const v = 1 - (a * y - b * x) / area
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue
      grey[row * width + column] = picture.grey(Math.floor(u * picture.width), Math.floor(v * picture.height))
    }
  }
}

/** As a file that every reader of pictures knows (PGM). */
export function grayMap({ width, height, grey }: Raster): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${String(width)} ${String(height)}\n255\n`, 'latin1'), grey])
}
