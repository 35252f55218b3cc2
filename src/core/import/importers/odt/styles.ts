import type { XmlElement } from '../../xml.ts'
import { elementsInside, elementsOf } from '../../xml.ts'

/** HTML's names of the marks that a character style sets, outermost first. */
export type MarkName = 'strong' | 'em' | 'u' | 's' | 'sup' | 'sub' | 'code'

/** What a paragraph is by its style. */
export type ParagraphKind = 'paragraph' | 'title' | 'quotation' | 'code'

interface Style {
  readonly name: string
  readonly parent: string | null
  readonly text: ReadonlyMap<string, string>
}

const KINDS: ReadonlyMap<string, ParagraphKind> = new Map([
  ['Title', 'title'],
  ['Quotations', 'quotation'],
  ['Quote', 'quotation'],
  ['Preformatted_20_Text', 'code'],
])
const LONGEST_CHAIN = 20

/** The styles of a document: those in `styles.xml` and the automatic ones beside the content. */
export class Styles {
  readonly #styles = new Map<string, Style>()
  /** Levels, from 1, that number their items, by the list style's name. */
  readonly #numbered = new Map<string, ReadonlySet<number>>()
  readonly language: string | null

  constructor(parts: readonly XmlElement[]) {
    let language: string | null = null
    for (const element of parts.flatMap((part) => [...elementsInside(part)])) {
      if (element.name === 'style') this.#add(element)
      else if (element.name === 'list-style') this.#addList(element)
      else if (element.name === 'default-style') language ??= languageOf(element)
    }
    this.language = language
  }

  kindOf(style: string | undefined): ParagraphKind {
    for (const { name } of this.#chain('paragraph', style)) {
      const kind = KINDS.get(name)
      if (kind !== undefined) return kind
    }
    return 'paragraph'
  }

  marksOf(style: string | undefined): MarkName[] {
    const chain = this.#chain('text', style)
    const set = (property: string): string =>
      chain.map(({ text }) => text.get(property)).find((value) => value !== undefined) ?? ''
    const marks: [MarkName, boolean][] = [
      ['strong', /^(?:bold|[6-9]00)$/.test(set('fo:font-weight'))],
      ['em', /^(?:italic|oblique)$/.test(set('fo:font-style'))],
      ['u', isDrawn(set('style:text-underline-style'))],
      ['s', isDrawn(set('style:text-line-through-style'))],
      ['sup', /^(?:super|[1-9])/.test(set('style:text-position'))],
      ['sub', /^(?:sub|-)/.test(set('style:text-position'))],
      ['code', chain.some(({ name }) => name === 'Source_20_Text')],
    ]
    return marks.flatMap(([name, is]) => (is ? [name] : []))
  }

  /** True for words that the document hides. */
  hides(style: string | undefined): boolean {
    return this.#chain('text', style)[0]?.text.get('text:display') === 'none'
  }

  isNumbered(list: string | undefined, level: number): boolean {
    return this.#numbered.get(list ?? '')?.has(level) ?? false
  }

  #add(element: XmlElement): void {
    const name = element.attributes.get('style:name') ?? ''
    const properties = elementsOf(element, 'text-properties')[0]
    this.#styles.set(`${element.attributes.get('style:family') ?? ''} ${name}`, {
      name,
      parent: element.attributes.get('style:parent-style-name') ?? null,
      text: properties?.attributes ?? new Map(),
    })
  }

  #addList(element: XmlElement): void {
    const numbered = elementsOf(element, 'list-level-style-number').filter(
      ({ attributes }) => (attributes.get('style:num-format') ?? '') !== '',
    )
    const levels = numbered.map(({ attributes }) => Number(attributes.get('text:level')))
    this.#numbered.set(element.attributes.get('style:name') ?? '', new Set(levels))
  }

  /** A style and those it builds on, also where one is not told of; a style that builds on itself ends. */
  #chain(family: string, style: string | undefined): Style[] {
    const chain: Style[] = []
    let name: string | null = style ?? null
    while (name !== null && chain.length < LONGEST_CHAIN) {
      const found: Style = this.#styles.get(`${family} ${name}`) ?? { name, parent: null, text: new Map() }
      chain.push(found)
      name = found.parent
    }
    return chain
  }
}

const isDrawn = (line: string): boolean => line !== '' && line !== 'none'

function languageOf(style: XmlElement): string | null {
  const attributes = elementsOf(style, 'text-properties')[0]?.attributes
  const [language, country] = [attributes?.get('fo:language'), attributes?.get('fo:country')]
  if (language === undefined || language === 'none') return null
  return country === undefined || country === 'none' ? language : `${language}-${country}`
}
