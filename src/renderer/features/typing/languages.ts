/** BCP 47 tags of the languages that a brief can be said to be in, by their names. */
const TAGS =
  'af ar az bg bn ca cs cy da de de-CH el en en-GB en-US es et eu fa fi fr fr-CH ga he hi hr hu hy id is it ja ka kk ko lt lv mk nb nl pl pt pt-BR ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh zh-TW'

const names = new Intl.DisplayNames('en', { type: 'language' })

/** The name of a language in the window's; the tag where there is none. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch (error) {
    // What an imported draft calls its language need not be a tag.
    if (error instanceof RangeError) return tag
    throw error
  }
}

export const LANGUAGES: readonly string[] = TAGS.split(' ').toSorted((one, other) =>
  languageName(one).localeCompare(languageName(other), 'en'),
)
