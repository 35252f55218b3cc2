import type { Manner } from './manner.ts'
import type { Direction } from './typst-data.ts'
import { directionOf, voiceOf } from './voice.ts'
import { joined, NO_XML, xml, xmlText, type Xml } from './xml-tree.ts'

/** How letters are dressed. */
export interface Dress {
  /** A style's id. */
  readonly style?: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly struck?: boolean
  readonly smallCaps?: boolean
  readonly underlined?: boolean
  readonly raised?: 'superscript' | 'subscript'
}

/** A text as runs: Word sets each in one direction and one language. `around` is the document's own manner. */
export function textRuns(text: string, dress: Dress, manner: Manner, around: Manner): Xml {
  return joined(
    partsOf(text, manner.dir).map(({ words, dir }) =>
      xml('w:r', {}, runProperties(dress, { lang: manner.lang, dir }, around, words), ...wordsOf(words)),
    ),
  )
}

const RIGHT =
  '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}'
const RIGHT_LETTER = new RegExp(`[${RIGHT}]`, 'u')
/** From a letter to the last one that only neutral signs part from it. */
const RIGHT_STRETCH = new RegExp(`[${RIGHT}](?:[^\\p{L}\\p{N}]*[${RIGHT}\\p{M}])*`, 'gu')
const LEFT_STRETCH = new RegExp(
  `(?![${RIGHT}])[\\p{L}\\p{N}](?:(?:(?![${RIGHT}])[\\p{L}\\p{N}\\p{M}])|[^\\p{L}\\p{N}]+(?=(?![${RIGHT}])[\\p{L}\\p{N}]))*`,
  'gu',
)

interface TextPart {
  readonly words: string
  readonly dir: Direction
}

/** Letters that run against their line, with the signs between them, apart from the rest of it. */
function partsOf(text: string, dir: Direction): readonly TextPart[] {
  if (dir === 'ltr' && !RIGHT_LETTER.test(text)) return [{ words: text, dir }]
  const against = dir === 'ltr' ? 'rtl' : 'ltr'
  const parts: TextPart[] = []
  let at = 0
  for (const found of text.matchAll(dir === 'ltr' ? RIGHT_STRETCH : LEFT_STRETCH)) {
    if (found.index > at) parts.push({ words: text.slice(at, found.index), dir })
    parts.push({ words: found[0], dir: against })
    at = found.index + found[0].length
  }
  if (at < text.length) parts.push({ words: text.slice(at), dir })
  return parts
}

/** Line feeds and tabs are elements; everything else is text. */
function wordsOf(text: string): readonly Xml[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/([\n\t])/)
    .map((part) => {
      if (part === '\n') return xml('w:br')
      if (part === '\t') return xml('w:tab')
      return part === '' ? NO_XML : xml('w:t', { 'xml:space': 'preserve' }, xmlText(part))
    })
}

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** The scripts of India and of South-East Asia, which Word sets as it sets Arabic and Hebrew. */
const COMPLEX = /[\u0900-\u0FFF\u1000-\u109F\u1780-\u17FF]/u

type Kind = 'val' | 'eastAsia' | 'bidi'

const kindOf = (words: string): Kind =>
  EAST_ASIAN.test(words) ? 'eastAsia' : COMPLEX.test(words) ? 'bidi' : 'val'

const EASTERN_LANGUAGES = /^(?:zh|yue|ja|ko)\b/i
const COMPLEX_LANGUAGES = /^(?:hi|mr|ne|sa|bn|as|pa|gu|or|ta|te|kn|ml|si|th|lo|my|km|bo|dz)\b/i

/** Of the letters that a language is written in. */
export const kindOfLanguage = (lang: string): Kind =>
  EASTERN_LANGUAGES.test(lang) ? 'eastAsia' : COMPLEX_LANGUAGES.test(lang) ? 'bidi' : 'val'

/** In the order that the format has for them. */
export function runProperties(dress: Dress, manner: Manner, around: Manner, words = ''): Xml {
  const { style, bold, italic, struck, smallCaps, underlined, raised } = dress
  const right = manner.dir === 'rtl'
  const eastern = kindOf(words) === 'eastAsia'
  // Latin letters in an Arabic line are not Arabic; which language they are of is not known.
  const isForeign = !right && directionOf(manner.lang) === 'rtl'
  const properties = [
    ...(style === undefined ? [] : [xml('w:rStyle', { 'w:val': style })]),
    ...(eastern ? [fontsOf(manner.lang)] : []),
    ...(bold === true ? [xml('w:b'), xml('w:bCs')] : []),
    ...(italic === true ? [xml('w:i'), xml('w:iCs')] : []),
    ...(smallCaps === true ? [xml('w:smallCaps')] : []),
    ...(struck === true ? [xml('w:strike')] : []),
    ...(underlined === true ? [xml('w:u', { 'w:val': 'single' })] : []),
    ...(raised === undefined ? [] : [xml('w:vertAlign', { 'w:val': raised })]),
    ...(right ? [xml('w:rtl')] : []),
    ...(manner.lang === around.lang || isForeign ? [] : [languageOf(manner, kindOf(words))]),
  ]
  return properties.length === 0 ? NO_XML : xml('w:rPr', {}, ...properties)
}

/** The letters of Han have other forms in each language: its own font shows them. */
export function easternFont(lang: string): string | null {
  const tag = lang.toLowerCase()
  if (/^zh-(?:hant|tw|hk|mo)\b|^yue\b/.test(tag)) return 'PMingLiU'
  return EASTERN_FONTS[tag.split('-')[0] ?? ''] ?? null
}

const EASTERN_FONTS: Readonly<Record<string, string>> = { zh: 'SimSun', ja: 'MS Mincho', ko: 'Batang' }

function fontsOf(lang: string): Xml {
  const font = easternFont(lang)
  return xml('w:rFonts', { 'w:hint': 'eastAsia', ...(font === null ? {} : { 'w:eastAsia': font }) })
}

/** Word keeps three languages for a run, and takes the one of its letters. */
export function languageOf({ lang, dir }: Manner, kind: Kind): Xml {
  const kept = voiceOf(lang) === null ? 'en' : lang
  return xml('w:lang', { [`w:${dir === 'rtl' ? 'bidi' : kind}`]: kept })
}

/** Words of the program's own. */
export const plainRun = (words: string, dress: Dress, manner: Manner, around: Manner): Xml =>
  xml(
    'w:r',
    {},
    runProperties(dress, manner, around),
    xml('w:t', { 'xml:space': 'preserve' }, xmlText(words)),
  )
