/**
 * A Word document says what Verbatim put into it: a linked quote's words stand in a content control
 * whose tag is the annotation's id, and words that a citation style made of sources in one whose tag
 * names their citekeys. Some editors drop the tags of controls, but none drops bookmarks, so a hidden
 * bookmark around each control says the same. What a tag cannot say (a quote's version, and that it
 * is the author's own translation) is said by the style of its letters.
 */

/** Word takes no longer tag, and no longer name of a bookmark. */
const LONGEST_TAG = 64
const LONGEST_BOOKMARK = 40

const SOURCE = 'source:'
const ANNOTATION = /^an_[0-9a-f]{32}$/

/** What words of a document are said to be. */
export type Owner =
  | { readonly kind: 'quote'; readonly annotation: string }
  | { readonly kind: 'source'; readonly citekeys: readonly string[] }

export const quoteTag = (annotation: string): string | null =>
  /^[\w-]+$/.test(annotation) && annotation.length <= LONGEST_TAG ? annotation : null

/** A comma parts the citekeys of a tag. */
const NAMEABLE = /^(?:(?!,)[\p{L}\p{M}\p{N}\p{P}\p{S}])+$/u

/** As many tags as it takes to name all citekeys, for one control around the other. */
export function sourceTags(citekeys: readonly string[]): readonly string[] {
  const tags: string[] = []
  for (const citekey of citekeys.filter((each) => NAMEABLE.test(each))) {
    const last = tags.at(-1)
    const longer = last === undefined ? '' : `${last},${citekey}`
    if (longer !== '' && longer.length <= LONGEST_TAG) tags[tags.length - 1] = longer
    else if (SOURCE.length + citekey.length <= LONGEST_TAG) tags.push(SOURCE + citekey)
  }
  return tags
}

/** Null where a tag is another program's. */
export function ownerOfTag(tag: string): Owner | null {
  if (ANNOTATION.test(tag)) return { kind: 'quote', annotation: tag }
  if (!tag.startsWith(SOURCE)) return null
  return { kind: 'source', citekeys: tag.slice(SOURCE.length).split(',') }
}

/** `number` tells bookmarks of one annotation, or of one source, apart: each name may stand once. Null where none fits. */
export const quoteBookmark = (annotation: string, number: number): string | null =>
  ANNOTATION.test(annotation) ? fitting(`_${annotation}${number === 1 ? '' : `_${number}`}`) : null

export function sourceBookmark(citekey: string, number: number): string | null {
  const name = `_src_${number}_${citekey}`
  return /^\w+$/.test(citekey) && name.length + COPY.length <= LONGEST_BOOKMARK ? name : null
}

const fitting = (name: string): string | null => (name.length <= LONGEST_BOOKMARK ? name : null)

/** An editor may take a footnote's bookmarks for copies of themselves, and cut names that grow too long by it. */
const COPY = '_Copy_1'

export function ownerOfBookmark(name: string): Owner | null {
  const [, annotation, citekey] =
    /^_(?:(an_[0-9a-f]{32})(?:_\w*)?|src_\d+_(\w+?)(?:_Copy_\d+)?)$/.exec(name) ?? []
  if (annotation !== undefined) return { kind: 'quote', annotation }
  return citekey === undefined ? null : { kind: 'source', citekeys: [citekey] }
}

/** What the style of a linked quote's letters says. */
export interface QuotedStyle {
  readonly version: number | null
  readonly translation: boolean
}

export function quotedStyleName({ version, translation }: QuotedStyle): string {
  const quoted = translation ? 'Own translation' : 'Quoted words'
  return version === null ? quoted : `${quoted}, version ${version}`
}

/** Null where the style is another one. */
export function quotedStyleOf(name: string): QuotedStyle | null {
  const [, quoted, version] = /^(Quoted words|Own translation)(?:, version (\d{1,6}))?$/i.exec(name) ?? []
  if (quoted === undefined) return null
  return {
    version: version === undefined ? null : Number(version),
    translation: quoted.toLowerCase() === 'own translation',
  }
}
