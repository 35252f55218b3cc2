import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Glyph, Turn } from './glyph.ts'
import type { Pdfjs } from './library.ts'
import { matrixFrom, type Matrix } from './matrix.ts'
import type { Font } from './text-state.ts'
import { TextState } from './text-state.ts'

/**
 * Every letter of a page with its place, in the order in which it is drawn.
 * Read from the drawing itself: the library's own text drops soft hyphens,
 * and in many files that is what every hyphen is called.
 */
export async function glyphsOf(page: PDFPageProxy, { OPS, AnnotationMode }: Pdfjs): Promise<Glyph[]> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const upright = matrixFrom(page.getViewport({ scale: 1 }).transform)
  const reader = new PageReader(upright, (name) => fontNamed(page, name))
  fnArray.forEach((operator, index) => reader.read(operator, argumentsOf(argsArray[index]), OPS))
  return reader.glyphs
}

const argumentsOf = (args: unknown): readonly unknown[] => (Array.isArray(args) ? (args as unknown[]) : [])

/** Not all of a damaged file's fonts are there. */
function fontNamed(page: PDFPageProxy, name: string): Font {
  const found: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
  const font = typeof found === 'object' && found !== null ? found : {}
  const get = (key: string): unknown => Reflect.get(font, key)
  const unit = matrixFrom(get('fontMatrix'))[0]
  const called = String(get('name'))
  return {
    bold: get('bold') === true || get('black') === true || /bold|black|heavy|semibold/i.test(called),
    italic: get('italic') === true || /italic|oblique/i.test(called),
    vertical: get('vertical') === true,
    unit: unit === 1 ? 0.001 : unit,
  }
}

interface Shown {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric: readonly number[] | null
}

class PageReader {
  readonly glyphs: Glyph[] = []
  readonly #state: TextState
  readonly #fontNamed: (name: string) => Font
  readonly #fonts = new Map<string, Font>()
  /** For each marked stretch that is open: whether it says it is no content. */
  readonly #marked: boolean[] = []
  #item = -1

  constructor(upright: Matrix, fontNamedInPage: (name: string) => Font) {
    this.#state = new TextState(upright)
    this.#fontNamed = fontNamedInPage
  }

  read(operator: number, args: readonly unknown[], ops: Pdfjs['OPS']): void {
    const state = this.#state
    const { now } = state
    const number = (index = 0): number => finite(args[index])
    switch (operator) {
      case ops.showText:
        return this.#show(args[0])
      case ops.save:
      case ops.beginGroup:
        return state.save()
      case ops.restore:
      case ops.endGroup:
      case ops.paintFormXObjectEnd:
        return state.restore()
      case ops.paintFormXObjectBegin:
        state.save()
        return state.transform(matrixFrom(args[0]))
      case ops.transform:
        return state.transform(matrixFrom(args))
      case ops.beginText:
        return state.setTextMatrix([1, 0, 0, 1, 0, 0])
      case ops.setTextMatrix:
        return state.setTextMatrix(matrixFrom(args.length === 1 ? args[0] : args))
      case ops.moveText:
        return state.moveLine(number(0), number(1))
      case ops.setLeadingMoveText:
        now.leading = -number(1)
        return state.moveLine(number(0), number(1))
      case ops.nextLine:
        return state.nextLine()
      case ops.setFont:
        return this.#setFont(args[0], args[1])
      case ops.setGState:
        return this.#setGraphics(args[0])
      case ops.beginMarkedContent:
      case ops.beginMarkedContentProps:
        this.#marked.push(args[0] === 'Artifact')
        return
      case ops.endMarkedContent:
        this.#marked.pop()
        return
      default:
        this.#setSpacing(operator, number(), ops)
    }
  }

  #setSpacing(operator: number, value: number, ops: Pdfjs['OPS']): void {
    const { now } = this.#state
    if (operator === ops.setCharSpacing) now.charSpacing = value
    else if (operator === ops.setWordSpacing) now.wordSpacing = value
    else if (operator === ops.setHScale) now.scale = value / 100
    else if (operator === ops.setLeading) now.leading = value
    else if (operator === ops.setTextRise) now.rise = value
  }

  #setFont(name: unknown, size: unknown): void {
    const { now } = this.#state
    const key = String(name)
    const font = this.#fonts.get(key) ?? this.#fontNamed(key)
    this.#fonts.set(key, font)
    now.font = font
    now.size = finite(size)
  }

  #setGraphics(changes: unknown): void {
    for (const change of argumentsOf(changes)) {
      const [key, value] = argumentsOf(change)
      if (key !== 'Font') continue
      const [name, size] = argumentsOf(value)
      this.#setFont(name, size)
    }
  }

  #show(shown: unknown): void {
    const { font, size, scale } = this.#state.now
    if (font === null) return
    this.#item += 1
    for (const one of argumentsOf(shown)) {
      if (typeof one === 'number') {
        const gap = (-one / 1000) * size
        this.#state.advance(font.vertical ? 0 : gap * scale, font.vertical ? gap : 0)
      } else if (typeof one === 'object' && one !== null) this.#set(one as Shown, font)
    }
  }

  #set(glyph: Shown, font: Font): void {
    const { size, scale, charSpacing, wordSpacing } = this.#state.now
    const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0)
    const place = this.#state.place()
    const width = finite(glyph.width) * font.unit
    if (font.vertical) {
      const height = glyph.vmetric ? Math.abs(finite(glyph.vmetric[0])) * font.unit : 1
      this.#put(glyph.unicode, place, height, font)
      this.#state.advance(0, spacing - height * size)
    } else {
      this.#put(glyph.unicode, place, width, font)
      this.#state.advance((width * size + spacing) * scale, 0)
    }
  }

  /** `place` leads from the glyph's own space to the page; `length` is in font sizes. */
  #put(text: unknown, place: Matrix, length: number, face: Font): void {
    const [a, b, c, d, x, y] = place
    const size = Math.hypot(c, d)
    if (typeof text !== 'string' || text === '' || !(size > 0.1)) return
    const stretch = face.vertical ? size : Math.hypot(a, b)
    const turn: Turn = face.vertical ? 'down' : (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360
    const { along, across } = inFrame(turn, x, y)
    this.glyphs.push({
      text: text === SOFT_HYPHEN && length > 0 ? '-' : text,
      start: along,
      end: along + length * stretch,
      baseline: across,
      size,
      face,
      item: this.#item,
      artifact: this.#marked.includes(true),
      turn,
    })
  }
}

/** Fonts call every hyphen so; one that has a width is seen. */
const SOFT_HYPHEN = '\u00ad'

/** A point of the page (x to the right, y down) as text that is turned so has it. */
function inFrame(turn: Turn, x: number, y: number): { readonly along: number; readonly across: number } {
  if (turn === 'down') return { along: y, across: -x }
  const angle = (turn * Math.PI) / 180
  return {
    along: x * Math.cos(angle) + y * Math.sin(angle),
    across: y * Math.cos(angle) - x * Math.sin(angle),
  }
}

const finite = (value: unknown): number => {
  const number = Number(value)
  return Number.isFinite(number) ? number : 0
}
