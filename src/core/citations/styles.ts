import type { Style } from '../../shared/citations/style.ts'
import { readStyle } from '../../shared/citations/style.ts'
import type { CitationStyle } from '../../shared/contract/citations.ts'
import { refused } from '../../shared/contract/failures.ts'
import { findAddedStyle, listAddedStyles, type AddedStyleRow } from '../db/citation-styles.ts'
import type { Library } from '../library/library.ts'
import type { BundledCitation } from './bundled.ts'
import { BUNDLED } from './bundled.ts'

/** A style ready for use: of a dependent one its parent's rules, in its own language. */
export interface UsableStyle extends CitationStyle {
  /** The tree as the processor takes it. */
  readonly tree: string
}

/** The styles of a library: those that come with the program and those that were added to it. */
export class Styles {
  private readonly library: Library
  private readonly bundled: BundledCitation

  constructor(library: Library, bundled: BundledCitation) {
    this.library = library
    this.bundled = bundled
  }

  list(): CitationStyle[] {
    const bundled = BUNDLED.flatMap((id) => this.find(id) ?? [])
    const added = listAddedStyles(this.library.reader).flatMap(({ name }) => this.find(name) ?? [])
    return [...bundled, ...added].map(shown)
  }

  /** By what a brief calls it, also as an address (`http://www.zotero.org/styles/apa`); null where there is none. */
  find(id: string): UsableStyle | null {
    const name = id.replace(/^https?:\/\/www\.zotero\.org\/styles\//u, '').replace(/\.csl$/u, '')
    const bundled = this.bundled.style(name)
    if (bundled !== null) return this.usable(name, bundled, false)
    const added = findAddedStyle(this.library.reader, name)
    return added === null ? null : this.usable(name, this.read(added), true)
  }

  /** Throws `REFUSED` with reason `unknown-style`. */
  named(id: string): UsableStyle {
    const found = this.find(id)
    if (found === null)
      throw refused(
        'unknown-style',
        `There is no citation style “${id}” in this library. Nothing was done. Take one of these, or add its .csl file: ${this.list()
          .map((style) => style.id)
          .join(', ')}.`,
        { style: id },
      )
    return found
  }

  /** A style that was read, ready for use. Throws `REFUSED` `unknown-parent` where it depends on one that is not here. */
  usable(id: string, style: Style, added: boolean): UsableStyle {
    const { title, parent } = style
    const rules = parent === null ? style : this.byCslId(parent)
    if (rules === null || rules.parent !== null) throw unknownParent(title, parent ?? '')
    const tree = style === rules ? style.tree : inLanguage(rules.tree, style.language)
    return { id, title, isNote: rules.isNote, added, tree }
  }

  /** The id of the style that an added one takes its rules from; null where it has its own. */
  parentOf(name: string): string | null {
    const added = findAddedStyle(this.library.reader, name)
    return added === null ? null : this.read(added).parent
  }

  private byCslId(cslId: string): Style | null {
    const bundled = BUNDLED.map((id) => this.bundled.style(id)).find((style) => style?.id === cslId)
    if (bundled !== undefined) return bundled
    const added = listAddedStyles(this.library.reader).find((row) => row.cslId === cslId)
    return added === undefined ? null : this.read(added)
  }

  private read({ sha256, name }: AddedStyleRow): Style {
    const style = readStyle(new TextDecoder().decode(this.library.blobs.read(sha256)))
    if (typeof style === 'string')
      throw refused(
        'damaged-style',
        `The citation style “${name}” can no longer be read. Nothing was done. Add its .csl file again, or choose another style.`,
      )
    return style
  }
}

export const shown = ({ id, title, isNote, added }: UsableStyle): CitationStyle => ({
  id,
  title,
  isNote,
  added,
})

function inLanguage(tree: string, language: string | null): string {
  if (language === null) return tree
  const root = JSON.parse(tree) as { readonly attrs: Readonly<Record<string, string>> }
  return JSON.stringify({ ...root, attrs: { ...root.attrs, 'default-locale': language } })
}

const unknownParent = (title: string, parent: string) =>
  refused(
    'unknown-parent',
    `“${title}” only names another citation style whose rules it takes, ${parent}, and that is not in this library. Nothing was stored or written. Add that style first.`,
    { parent },
  )
