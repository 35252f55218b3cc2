import type { Xml } from './xml-tree.ts'
import { xml } from './xml-tree.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a part of the package points to. */
export class DocxRelations {
  readonly #ids = new Map<string, string>()
  readonly #relations: Xml[] = []

  /** The id of a part beside this one. */
  part(type: string, target: string): string {
    return this.#add(`${type} ${target}`, {
      Type: type.includes(':') ? type : `${OFFICE}/${type}`,
      Target: target,
    })
  }

  /** The id of an address outside. */
  address(url: string): string {
    return this.#add(`address ${url}`, { Type: `${OFFICE}/hyperlink`, Target: url, TargetMode: 'External' })
  }

  isEmpty(): boolean {
    return this.#relations.length === 0
  }

  file(): Xml {
    const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'
    return xml('Relationships', { xmlns: namespace }, ...this.#relations)
  }

  #add(key: string, attributes: Readonly<Record<string, string>>): string {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = `rId${this.#relations.length + 1}`
    this.#ids.set(key, id)
    this.#relations.push(xml('Relationship', { Id: id, ...attributes }))
    return id
  }
}
