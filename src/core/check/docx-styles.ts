import { quotedStyleOf, type QuotedStyle } from '../../shared/quotations/control-tag.ts'
import { elementsOf, type XmlElement } from '../import/xml.ts'

/** What the styles of a Word document say of words; by their ids, which each program makes up in its own way. */
export class DocxStyles {
  readonly #styles = new Map<string, { readonly name: string; readonly parent: string | null }>()

  constructor(root: XmlElement | null) {
    for (const styles of root === null ? [] : elementsOf(root, 'styles'))
      for (const style of elementsOf(styles, 'style')) {
        const id = style.attributes.get('w:styleId')
        if (id === undefined) continue
        this.#styles.set(id, { name: valueOf(style, 'name') ?? '', parent: valueOf(style, 'basedOn') })
      }
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
