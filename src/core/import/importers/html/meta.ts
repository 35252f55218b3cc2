import type { Page } from './page.ts'

/** The contents of a page's `meta` elements under some names, in the order of the names. */
export class MetaElements {
  readonly #contents = new Map<string, string[]>()

  constructor(page: Page) {
    for (const { name, attributes } of page.elements) {
      const content = name === 'meta' ? (attributes.get('content')?.trim() ?? '') : ''
      if (content === '') continue
      for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
        for (const key of attributes.get(attribute)?.toLowerCase().split(/\s+/) ?? [])
          this.#add(known(key), content)
      }
    }
  }

  first(...names: readonly string[]): string | null {
    return this.all(...names)[0] ?? null
  }

  /** Every content of the first of the names that has any. */
  all(...names: readonly string[]): readonly string[] {
    const name = names.find((each) => this.#contents.has(each))
    return name === undefined ? [] : (this.#contents.get(name) ?? [])
  }

  #add(name: string, content: string): void {
    const contents = this.#contents.get(name) ?? []
    if (!contents.includes(content)) this.#contents.set(name, [...contents, content])
  }
}

/** One way to write what pages write in several: `dc.title` for `dc:title`, `og:title` for `og.title`. */
const known = (key: string): string =>
  key.replace(/^(dcterms|dc|og|twitter|article)[.:](?=\w)/, (_, space: string) =>
    space.startsWith('dc') ? `${space}.` : `${space}:`,
  )
