import type { PrintedBrief } from './printed-brief.ts'
import { plainTextOf } from './printed-brief.ts'
import type { Direction, Voice } from './typst-data.ts'
import { directionOf, directionOfText, voiceOf, voiceOfText } from './voice.ts'

const ENGLISH: Voice = { script: 'latn', lang: 'en', region: null }

/** What a brief without a title is called in properties of files, which must not be empty. */
export const UNTITLED = 'Untitled brief'

/** The brief's language and direction: as declared, else as its first words show. */
export function mannerOf(brief: PrintedBrief): readonly [Voice, Direction] {
  const text = `${brief.title} ${plainTextOf(brief.blocks.slice(0, 3))}`
  const declared = voiceOf(brief.language)
  if (declared !== null) return [declared, directionOf(brief.language) ?? 'ltr']
  return [voiceOfText(text) ?? ENGLISH, directionOfText(text) ?? 'ltr']
}

/** The language tag (BCP 47) of a voice. */
export const tagOf = ({ lang, region }: Voice): string => (region === null ? lang : `${lang}-${region}`)

/** The language (BCP 47) and direction that words inherit. */
export interface Manner {
  readonly lang: string
  readonly dir: Direction
}

/** A language tag that readers of a file take, or null. */
export const languageTag = (language: string | null): string | null => {
  if (language !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language)) return language
  const voice = voiceOf(language)
  return voice === null ? null : tagOf(voice)
}

/** Of words in a language of their own, if it is known; else what their letters show. */
export function mannerOfWords(words: string, language: string | null, around: Manner): Manner {
  const shown = voiceOfText(words, voiceOf(around.lang))
  const lang = languageTag(language) ?? (shown === null ? around.lang : tagOf(shown))
  return { lang, dir: directionOfText(words) ?? around.dir }
}

/** Of a block: its own letters say more than the brief's language only where they are of another script. */
export function mannerOfBlock(text: string, around: Manner): Manner {
  const shown = voiceOfText(text, voiceOf(around.lang))
  const other = shown !== null && shown.script !== voiceOf(around.lang)?.script
  return { lang: other ? tagOf(shown) : around.lang, dir: directionOfText(text) ?? around.dir }
}
