import { Citing } from '../../shared/citations/citing.ts'
import type { Reader } from '../db/reader.ts'
import type { Library } from '../library/library.ts'
import { BundledCitation } from './bundled.ts'
import { noStyle } from './style-file.ts'
import type { UsableStyle } from './styles.ts'
import { Styles } from './styles.ts'
import { Works } from './works.ts'

/** How many processors are kept warm; each holds a style and a brief's works. */
const MOST_WARM = 4

/** What sets citations in an open library. */
export class Citations {
  readonly bundled: BundledCitation
  readonly styles: Styles
  private readonly reader: Reader
  /** Of the library as it is now. */
  private readonly kept: Works
  /** By brief, style and language; the one used last is last. */
  private readonly warm = new Map<string, { readonly citing: Citing; readonly tree: string }>()

  /** `folder` holds the styles and locales that come with the program. */
  constructor(library: Library, folder: string) {
    this.bundled = new BundledCitation(folder)
    this.styles = new Styles(library, this.bundled)
    this.reader = library.reader
    this.kept = new Works(library.reader)
  }

  /** The library's sources as they are now, or as `reader` has them. */
  readonly works = (reader: Reader = this.reader): Works =>
    (reader === this.reader ? this.kept : new Works(reader)).refresh()

  /** A processor of its own. `language` is the brief's. */
  readonly open = ({ tree }: UsableStyle, language: string | null): Citing => {
    const name = this.bundled.localeName(language ?? 'en-US')
    return new Citing({ style: tree, language: name, locale: this.bundled.locale })
  }

  /** The processor that was used for this brief last, or a new one. */
  readonly warmed = (brief: string, style: UsableStyle, language: string | null): Citing => {
    const key = JSON.stringify([brief, style.id, this.bundled.localeName(language ?? 'en-US')])
    const known = this.warm.get(key)
    const kept = known?.tree === style.tree ? known : { citing: this.open(style, language), tree: style.tree }
    this.warm.delete(key)
    this.warm.set(key, kept)
    const [oldest] = this.warm.keys()
    if (this.warm.size > MOST_WARM && oldest !== undefined) this.warm.delete(oldest)
    return kept.citing
  }

  /**
   * Sets a citation and a bibliography in a style, so that one that the processor
   * cannot use is refused now (`REFUSED` `no-style`) and not in the middle of a brief.
   */
  readonly tryOut = (style: UsableStyle): void => {
    try {
      const citing = this.open(style, null)
      const item = { citekey: 'a', locator: 'p. 1', prefix: '', suffix: '', suppressAuthor: false }
      const work = { id: 'a', type: 'book', title: 'A', author: [{ family: 'B', given: 'C' }] }
      citing.render([{ items: [item], note: citing.isNote ? 1 : null }], () => work)
    } catch {
      throw noStyle(style.title, 'incomplete')
    }
  }

  /** A processor that threw may be left in the middle of its work. */
  readonly forget = (citing: Citing): void => {
    for (const [key, kept] of this.warm) if (kept.citing === citing) this.warm.delete(key)
  }
}
