import { quotedStyleOf, type QuotedStyle } from '../../shared/quotations/control-tag.ts'
import { elementsOf, type XmlElement } from '../import/xml.ts'

interface Style {
  readonly name: string
  readonly parent: string | null
  /** Null: it says nothing of it. */
  readonly hidden: boolean | null
}

const hiddenBy = (properties: XmlElement): boolean | null =>
  elementsOf(properties, 'vanish').length === 0 ? null : isOn(properties, 'vanish')

/** What the styles of a Word document say of words; by their ids, which each program makes up in its own way. */
export class DocxStyles {
  readonly #styles = new Map<string, Style>()

  constructor(root: XmlElement | null) {
    for (const styles of root === null ? [] : elementsOf(root, 'styles'))
      for (const style of elementsOf(styles, 'style')) {
        const id = style.attributes.get('w:styleId')
        if (id === undefined) continue
        const [properties] = elementsOf(style, 'rPr')
        const hidden = properties === undefined ? null : hiddenBy(properties)
        this.#styles.set(id, {
          name: valueOf(style, 'name') ?? '',
          parent: valueOf(style, 'basedOn'),
          hidden,
        })
      }
  }

  /** Whether nobody sees words with these properties: they say so themselves, else the style of their letters does. */
  isHidden(properties: XmlElement | undefined): boolean {
    if (properties === undefined) return false
    let hidden = hiddenBy(properties)
    let next = valueOf(properties, 'rStyle')
    for (let depth = 0; hidden === null && next !== null && depth < DEEPEST; depth += 1) {
      const style = this.#styles.get(next)
      hidden = style?.hidden ?? null
      next = style?.parent ?? null
    }
    return hidden === true
  }

  isQuotation(id: string | null): boolean {
    return this.#find(id, (name) => QUOTATIONS.has(name)) !== null
  }

  isCode(id: string | null): boolean {
    return this.#find(id, (name) => CODE.has(name)) !== null
  }

  isListItem(id: string | null): boolean {
    return this.#find(id, (name) => name.startsWith('list')) !== null
  }

  /** A table of contents repeats what stands elsewhere. */
  isContents(id: string | null): boolean {
    return this.#find(id, (name) => /^(?:toc|contents) \d/.test(name)) !== null
  }

  quoted(id: string | null): QuotedStyle | null {
    const name = this.#find(id, (each) => quotedStyleOf(each) !== null)
    return name === null ? null : quotedStyleOf(name)
  }

  /** The name, in lower case, of a style or of one that it is based on. */
  #find(id: string | null, is: (name: string) => boolean): string | null {
    let next = id
    for (let depth = 0; next !== null && depth < DEEPEST; depth += 1) {
      const style = this.#styles.get(next)
      const name = (style?.name ?? '').toLowerCase()
      if (is(name)) return name
      next = style?.parent ?? null
    }
    return null
  }
}

/** Styles that are based on each other in a ring end here. */
const DEEPEST = 20

const QUOTATIONS: ReadonlySet<string> = new Set(['quote', 'intense quote', 'block text', 'quotations'])
const CODE: ReadonlySet<string> = new Set([
  'source code',
  'html preformatted',
  'preformatted text',
  'code char',
  'html code',
  'verbatim char',
  'source text',
])

/** The `w:val` of a child; null where there is none. */
export const valueOf = (element: XmlElement, name: string): string | null =>
  elementsOf(element, name)[0]?.attributes.get('w:val') ?? null

/** Whether a property that is on by standing there is on. */
export function isOn(element: XmlElement, name: string): boolean {
  const [property] = elementsOf(element, name)
  return property !== undefined && !/^(?:0|false|off|none)$/.test(property.attributes.get('w:val') ?? '')
}
