import type { Face } from './glyph.ts'
import type { Matrix } from './matrix.ts'
import { IDENTITY, multiply, translation } from './matrix.ts'

/** A font with the measures that its glyphs are set by. */
export interface Font extends Face {
  /** Widths are in units of this share of the font's size. */
  readonly unit: number
}

/** What PDF calls the text state, with the transform around it. */
export interface Graphics {
  matrix: Matrix
  font: Font | null
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
}

const START: Graphics = {
  matrix: IDENTITY,
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
}

/** More states inside each other than this are a fault of the file or a trap. */
const DEEPEST = 512

/** Follows the drawing of a page as far as the place of its text depends on it. */
export class TextState {
  now: Graphics
  readonly #kept: Graphics[] = []
  #line: Matrix = IDENTITY
  #text: Matrix = IDENTITY

  constructor(page: Matrix) {
    this.now = { ...START, matrix: page }
  }

  save(): void {
    if (this.#kept.length < DEEPEST) this.#kept.push({ ...this.now })
  }

  restore(): void {
    this.now = this.#kept.pop() ?? this.now
  }

  transform(matrix: Matrix): void {
    this.now.matrix = multiply(this.now.matrix, matrix)
  }

  setTextMatrix(matrix: Matrix): void {
    this.#line = matrix
    this.#text = matrix
  }

  moveLine(x: number, y: number): void {
    this.setTextMatrix(multiply(this.#line, translation(x, y)))
  }

  nextLine(): void {
    this.moveLine(0, -this.now.leading)
  }

  advance(x: number, y: number): void {
    this.#text = multiply(this.#text, translation(x, y))
  }

  /** From the text's own space, in which the font's size is 1, to the page. */
  place(): Matrix {
    const { matrix, size, scale, rise } = this.now
    return multiply(multiply(matrix, this.#text), [size * scale, 0, 0, size, 0, rise])
  }
}
