import {
  ownerOfBookmark,
  ownerOfTag,
  type Owner,
  type QuotedStyle,
} from '../../shared/quotations/control-tag.ts'
import { elementsOf, firstInside, wordsInside, type XmlElement } from '../import/xml.ts'
import { isOn, valueOf, type DocxStyles } from './docx-styles.ts'

/** A stretch of words that are all alike, or the place of a note. */
export type Piece = TextPiece | { readonly kind: 'note'; readonly label: string }

export interface TextPiece extends Marked {
  readonly kind: 'text'
  readonly text: string
}

/** What is said of words. */
interface Marked {
  readonly quote: QuotedBy | null
  /** Citekeys of the sources that a citation style made them of. */
  readonly sources: readonly string[]
  readonly quoted: QuotedStyle | null
  readonly code: boolean
  readonly struck: boolean
}

/** A linked quote that words are of. */
interface QuotedBy {
  readonly annotation: string
  /** The control that says so, else the bookmark: one of its own for each stretch. */
  readonly by: string
  /** What the paragraphs of one quote have in common. */
  readonly whole: string
}

/** Reads the words of paragraphs, in the order in which they stand: bookmarks and fields may begin in one and end in another. */
export class PieceReader {
  readonly #styles: DocxStyles
  /** Names of open bookmarks by their ids. */
  readonly #bookmarks = new Map<string, string>()
  readonly #controls: { readonly tag: string; readonly number: number }[] = []
  #numbers = 0
  /** Of each open field, what it is told to do, and whether its result is being read. */
  readonly #fields: { told: string; result: boolean }[] = []
  #pieces: Piece[] = []
  /** Text boxes: their paragraphs follow the one that they hang on. */
  #boxes: XmlElement[] = []

  constructor(styles: DocxStyles) {
    this.#styles = styles
  }

  paragraph(element: XmlElement): {
    readonly pieces: readonly Piece[]
    readonly boxes: readonly XmlElement[]
  } {
    this.#pieces = []
    this.#boxes = []
    this.#inside(element)
    return { pieces: this.#pieces, boxes: this.#boxes }
  }

  /** What `read` reads stands in a control. */
  within<Read>(control: XmlElement, read: () => Read): Read {
    const tag = tagOf(control)
    this.#numbers += 1
    if (tag !== null) this.#controls.push({ tag, number: this.#numbers })
    try {
      return read()
    } finally {
      if (tag !== null) this.#controls.pop()
    }
  }

  /** Bookmarks stand between paragraphs, too. */
  bookmark({ name, attributes }: XmlElement): void {
    const id = attributes.get('w:id') ?? ''
    if (name === 'bookmarkEnd') this.#bookmarks.delete(id)
    else this.#bookmarks.set(id, attributes.get('w:name') ?? '')
  }

  #inside(element: XmlElement): void {
    for (const child of elementsOf(element)) this.#node(child)
  }

  #node(element: XmlElement): void {
    switch (element.name) {
      case 'r':
        return this.#run(element)
      case 'sdt':
        return this.within(element, () => {
          for (const content of elementsOf(element, 'sdtContent')) this.#inside(content)
        })
      case 'bookmarkStart':
      case 'bookmarkEnd':
        return this.bookmark(element)
      case 'fldSimple':
        return isNoteField(element.attributes.get('w:instr') ?? '') ? undefined : this.#inside(element)
      case 'ins':
      case 'moveTo':
      case 'hyperlink':
      case 'smartTag':
      case 'customXml':
      case 'dir':
        return this.#inside(element)
      case 'bdo':
        return this.#overridden(element)
      case 'oMath':
      case 'oMathPara':
        return this.#add({ kind: 'text', text: wordsInside(element), ...this.#marked(undefined) })
      case 'AlternateContent':
        return this.#inside(shownOf(element))
      // What was taken out, properties, and marks of comments and of proofreading hold no words.
      default:
    }
  }

  /** Letters that are turned round do not look as they read: the characters that do the same in a text say so. */
  #overridden(element: XmlElement): void {
    const text = element.attributes.get('w:val') === 'rtl' ? '\u202E' : '\u202D'
    this.#add({ kind: 'text', text, ...this.#marked(undefined) })
    this.#inside(element)
    this.#add({ kind: 'text', text: '\u202C', ...this.#marked(undefined) })
  }

  #run(run: XmlElement): void {
    const [properties] = elementsOf(run, 'rPr')
    if (this.#styles.isHidden(properties)) return
    this.#parts(run, this.#marked(properties))
  }

  #parts(run: XmlElement, marked: Marked): void {
    for (const child of elementsOf(run)) {
      const text = this.#skips() ? '' : textOf(child)
      if (text !== '') this.#add({ kind: 'text', text, ...marked })
      else if (child.name === 'AlternateContent') this.#parts(shownOf(child), marked)
      else if (child.name === 'r') this.#node(child)
      else this.#control(child)
    }
  }

  /** A reference, a part of a field or a drawing. */
  #control(element: XmlElement): void {
    switch (element.name) {
      case 'footnoteReference':
      case 'endnoteReference': {
        const kind = element.name === 'endnoteReference' ? 'endnote' : 'footnote'
        this.#pieces.push({ kind: 'note', label: `${kind} ${element.attributes.get('w:id') ?? ''}` })
        return
      }
      case 'fldChar':
        return this.#field(element.attributes.get('w:fldCharType') ?? '')
      case 'instrText': {
        const field = this.#fields.at(-1)
        if (field !== undefined) field.told += wordsInside(element)
        return
      }
      // The words themselves, without what says how they are spoken.
      case 'ruby':
        for (const base of elementsOf(element, 'rubyBase')) this.#inside(base)
        return
      case 'pict':
      case 'drawing':
      case 'object': {
        const box = firstInside(element, 'txbxContent')
        if (box !== null) this.#boxes.push(box)
        return
      }
      default:
    }
  }

  #field(type: string): void {
    if (type === 'begin') this.#fields.push({ told: '', result: false })
    if (type === 'end') this.#fields.pop()
    const field = this.#fields.at(-1)
    if (type === 'separate' && field !== undefined) field.result = true
  }

  /** Inside a field that points to a note: its result is the note’s number. */
  #skips(): boolean {
    return this.#fields.some(({ told, result }) => result && isNoteField(told))
  }

  #add(piece: TextPiece): void {
    const last = this.#pieces.at(-1)
    if (last?.kind === 'text' && isAlike(last, piece))
      this.#pieces[this.#pieces.length - 1] = { ...last, text: last.text + piece.text }
    else this.#pieces.push(piece)
  }

  #marked(properties: XmlElement | undefined): Marked {
    const style = properties === undefined ? null : valueOf(properties, 'rStyle')
    const bookmarks = [...this.#bookmarks.values()].map((by) => ({ by, owner: ownerOfBookmark(by) }))
    // The innermost control has the last word.
    const controls = this.#controls.map(({ tag, number }) => ({
      by: `control ${number}`,
      owner: ownerOfTag(tag),
    }))
    const owners = [...bookmarks, ...controls]
    const sources = owners.flatMap(({ owner }) => (owner?.kind === 'source' ? owner.citekeys : []))
    return {
      quote: quotedBy(owners),
      sources: [...new Set(sources)],
      quoted: this.#styles.quoted(style),
      code: this.#styles.isCode(style),
      struck: properties !== undefined && (isOn(properties, 'strike') || isOn(properties, 'dstrike')),
    }
  }
}

function quotedBy(owners: readonly { readonly by: string; readonly owner: Owner | null }[]): QuotedBy | null {
  const quotes = owners.flatMap(({ by, owner }) =>
    owner?.kind === 'quote' ? [{ by, annotation: owner.annotation }] : [],
  )
  const last = quotes.at(-1)
  if (last === undefined) return null
  const { by, annotation } = last
  // A bookmark goes from a quote's first paragraph to its last and tells two quotes of one annotation apart.
  const whole = quotes.find((quote) => quote.annotation === annotation && !quote.by.startsWith('control'))
  return { by, annotation, whole: whole?.by ?? annotation }
}

const isNoteField = (told: string): boolean => /^\s*NOTEREF\b/i.test(told)

const tagOf = (control: XmlElement): string | null => {
  const [properties] = elementsOf(control, 'sdtPr')
  return properties === undefined ? null : valueOf(properties, 'tag')
}

/** Of two ways to say the same, the first that has words, as today’s programs choose; the last is for older ones. */
function shownOf(element: XmlElement): XmlElement {
  const ways = [...elementsOf(element, 'Choice'), ...elementsOf(element, 'Fallback')]
  return ways.find((way) => wordsInside(way).trim() !== '') ?? element
}

function textOf(element: XmlElement): string {
  switch (element.name) {
    case 't':
      return wordsInside(element)
    case 'tab':
      return '\t'
    case 'br':
    case 'cr':
      return /^(?:page|column)$/.test(element.attributes.get('w:type') ?? '') ? '' : '\n'
    case 'noBreakHyphen':
      return '\u2011'
    case 'softHyphen':
      return '\u00AD'
    // A sign of a font of its own: which one cannot be known.
    case 'sym':
      return '\uFFFD'
    default:
      return ''
  }
}

const isAlike = (one: TextPiece, other: TextPiece): boolean =>
  one.quote?.by === other.quote?.by &&
  one.code === other.code &&
  one.struck === other.struck &&
  one.quoted?.version === other.quoted?.version &&
  one.quoted?.translation === other.quoted?.translation &&
  one.sources.join(',') === other.sources.join(',')
