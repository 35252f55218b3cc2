import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localeFor } from '../../shared/citations/locales.ts'
import type { Style } from '../../shared/citations/style.ts'
import { readStyle } from '../../shared/citations/style.ts'
import { readXml } from '../../shared/citations/xml-tree.ts'

/** The styles that come with the program, in the order in which they are offered (resources/citation/README.md). */
export const BUNDLED = [
  'chicago-fullnote-bibliography',
  'chicago-note-bibliography',
  'chicago-author-date',
  'apa',
  'modern-language-association',
  'harvard-cite-them-right',
  'ieee',
  'vancouver',
  'nature',
  'iso690-author-date-en',
  'iso690-author-date-de',
  'iso690-author-date-es',
  'iso690-author-date-fr',
  'iso690-note-fr',
  'iso690-numeric-en',
] as const

/** Styles and locales of a folder (`resources/citation`), each read when it is first asked for. */
export class BundledCitation {
  private readonly folder: string
  private readonly styles = new Map<string, Style>()
  private readonly locales = new Map<string, string>()
  private known: readonly string[] | null = null

  constructor(folder: string) {
    this.folder = folder
  }

  style(id: string): Style | null {
    if (!BUNDLED.some((each) => each === id)) return null
    const read =
      this.styles.get(id) ?? readStyle(readFileSync(join(this.folder, 'styles', `${id}.csl`), 'utf8'))
    if (typeof read === 'string') throw new Error(`The bundled style ${id} is damaged: ${read}.`)
    this.styles.set(id, read)
    return read
  }

  /** The name of the locale that a language is set in. */
  localeName(language: string): string {
    this.known ??= readdirSync(join(this.folder, 'locales')).flatMap(
      (name) => /^locales-(.+)\.xml$/u.exec(name)?.[1] ?? [],
    )
    return localeFor(language, this.known)
  }

  /** The locale of a language, as a tree in JSON. */
  readonly locale = (language: string): string => {
    const name = this.localeName(language)
    const read = this.locales.get(name) ?? this.readLocale(name)
    this.locales.set(name, read)
    return read
  }

  private readLocale(name: string): string {
    const tree = readXml(readFileSync(join(this.folder, 'locales', `locales-${name}.xml`), 'utf8'))
    if (tree === null) throw new Error(`The bundled locale ${name} is damaged.`)
    return JSON.stringify(tree)
  }
}
