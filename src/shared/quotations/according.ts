import { isTitle, properName } from './proper-name.ts'

/** Attributions without a verb: "according to X", "laut X", "X zufolge", "selon X", "en palabras de X", "по словам X". */

const PARTICLE =
  "de|da|del|della|di|du|van|von|der|den|ter|zu|bin|bint|ibn|al|el|la|le|of|for|and|y|e|und|et|d’|d'"
const PROPER = String.raw`\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'.-]\p{L}[\p{L}\p{M}]*)*\.?`
const NAME = String.raw`${PROPER}(?:[ \u00A0](?:(?:(?:${PARTICLE})[ \u00A0]){0,2}(?:al-|el-|d’|d')?${PROPER}))*`
const EDGE = String.raw`(?<![\p{L}\p{M}\p{N}’'-])`
const END = String.raw`(?![\p{L}\p{M}\p{N}])`
/** What stands behind these is not who speaks but of what, where or when: "people in Vellmouth", "un rapport du Sénat". */
const STOP =
  '(?:in|on|at|to|from|by|with|of|for|about|near|as|when|while|that|but|and|who|or|because|' +
  'von|vom|zu|zur|zum|aus|im|bei|und|du|de|des|en|à|au|aux|dans|sur|par|et|del|da|do|sobre|por|y|' +
  'в|на|из|о|об|от|у|к|и)'
const ROLE = String.raw`(?:(?!${STOP}[ ])\p{Ll}[\p{L}’'-]*[ ]){0,5}?`
const GERMAN_ARTICLE = String.raw`(?:[Dd](?:er|em|en|es)|[Ee]ine[rms])`

const ENGLISH = '[Aa]ccording to|[Aa]s (?:reported|quoted) by|[Ii]n the words of'
const ROMANCE =
  "[Ss]elon|[Dd][’']après|[Aa]ux yeux de|[Ss]egún|[Ee]n palabras de|[Aa] juicio de|[Ee]n opinión de|[Ss]econdo"
/** "laut" is also "aloud". */
const GERMAN =
  '(?<!(?:rief|riefen|lachte|lachten|sprach|sprachen|schrie|schrien|dachte|las|sang|sehr|so|zu|ganz|nicht)[ ])[Ll]aut|' +
  '[Nn]ach (?:den )?(?:Angaben|Worten|Aussage|Aussagen|Darstellung|Einschätzung|Ansicht|Meinung|Auffassung) (?:von|vom|(?=d(?:er|es)[ ]))'
/** The name behind these stands in the genitive. */
const RUSSIAN = '[Пп]о (?:словам|мнению|утверждению|заявлению|выражению)|[Сс]о слов'

const pattern = (source: string, flags = 'u') => new RegExp(source, flags)
const NAMED = `${ROLE}(?<name>${NAME})`
const GERMAN_NAMED = String.raw`(?:(?<article>${GERMAN_ARTICLE})[ ])?${NAMED}`
const BEHIND = String.raw`^[\s,;.–—-]*(?:\p{Ll}+[ ]){0,3}?`

interface Phrase {
  readonly before: RegExp
  readonly behind: RegExp
  readonly genitive: boolean
}

const phrase = (words: string, named: string, genitive = false): Phrase => ({
  before: pattern(`${EDGE}(?:${words})[ ]?${named}`, 'gu'),
  behind: pattern(`${BEHIND}(?:${words})[ ]?${named}`),
  genitive,
})

const PHRASES: readonly Phrase[] = [
  phrase(`(?:${ENGLISH}|${ROMANCE})(?=[ ])`, NAMED),
  phrase(GERMAN, GERMAN_NAMED),
  phrase(`(?:${RUSSIAN})(?=[ ])`, String.raw`${NAMED}(?!\p{L})(?<next>[ ]\p{Ll})?`, true),
]
const PORTUGUESE = pattern(`${BEHIND}segundo[ ]${NAMED}`)

/** "according to the port’s chair, Odran Teague,": the name behind an office. */
const OFFICE = String.raw`(?:${ENGLISH})[ ](?:the|its|his|her|their)[ ](?:[\p{L}’'-]+[ ]){0,3}?(?<office>\p{Ll}+),[ ](?<name>${NAME})`
const OFFICE_BEFORE = pattern(`${EDGE}${OFFICE},`, 'u')
const OFFICE_BEHIND = pattern(`${BEHIND}${OFFICE}`)

const ZUFOLGE = String.raw`${EDGE}${GERMAN_NAMED}[ ]zufolge${END}`
const ZUFOLGE_ANYWHERE = pattern(ZUFOLGE)

/** "In Teague’s words". */
const WORDS = String.raw`[Ii]n[ ](?:the[ ])?(?<name>${NAME})[’'](?:s[ ])?[ ]?(?:own[ ])?words`
const WORDS_BEFORE = pattern(String.raw`${EDGE}${WORDS},?[^,“”"«»„;:]{0,60}$`)
const WORDS_BEHIND = pattern(String.raw`^[\s,;.–—-]*${WORDS}${END}`)

/** "was quoted as saying", "quoted X as saying". */
const WAS_QUOTED = String.raw`(?:was|were|is|are|has been|have been|had been)[ ](?:\p{Ll}+ly[ ])?(?:quoted|cited)(?:[ ](?:by|in)[ ][^,“”"«»„;:]{1,50}?)?[ ]as[ ]saying${END}`
const APPOSITION = String.raw`(?:,[^“”"«»„;:]{1,80},|[ ]\([^()]{1,60}\))?`
const QUOTED_BEFORE = pattern(
  String.raw`${EDGE}(?:(?<name>${NAME})${APPOSITION}[ ]${WAS_QUOTED}|quot(?:ed|es|ing)[ ]${ROLE}(?<other>${NAME})${APPOSITION}[ ]as[ ]saying${END})`,
)
const QUOTED_BEHIND = pattern(String.raw`^[\s,;.–—-]*${ROLE}(?<name>${NAME})${APPOSITION}[ ]${WAS_QUOTED}`)

/**
 * "Pour X, c’est …", "Para X, …" say what somebody thinks, and much else ("Para Navidad, …"): only right before the
 * words, and of a name of two words or behind an office.
 */
const POUR = pattern(
  String.raw`^\s*(?:Pour|Para)[ ](?<role>${ROLE})(?<name>${NAME})(?:,[ ]\p{Ll}[^,“”"«»„;:]{1,60})?,\s*(?:c[’']est|ce n[’']est(?: pas)?|c[’']était|ce sont|ce fut|ce serait|il s[’']agit d[e’'][ ]?|es|son|no es|era|fue|sería|se trata de)?\s*$`,
)
const FEAST = /^(?:Semana Santa|Año Nuevo|Nochebuena)$/u

/** German writes nouns with a capital: "Laut Vertrag" names nobody. */
const THING =
  /(?:bericht|vertrag|gesetz|studie|umfrage|statistik|plan|protokoll|urteil|gutachten|angabe|mitteilung|meldung|erklärung|verfassung|artikel|prognose|zeug|zeuge|zeugin|experte|kreis|medien|auskunft|schätzung|rechnung|analyse|liste|satzung|ordnung|abkommen|entwurf|beschluss|schreiben|papier|dokument|unterlage|daten|zahl|agentur|zeitung)(?:e|s|en|es|n|ns|er|ern)?$/iu

/** Who is named, as the draft may mean it: of a name in the genitive every one that it can be of. */
interface Named {
  readonly name: string
  readonly genitive: boolean
}

/** Right behind the words: "…, according to X". */
export function accordingBehind(behind: string): Named | null {
  const direct = nameIn(WORDS_BEHIND.exec(behind)) ?? nameIn(QUOTED_BEHIND.exec(behind))
  if (direct !== null) return { name: direct, genitive: false }
  for (const { behind: expression, genitive } of PHRASES) {
    const name = nameIn(expression.exec(behind))
    if (name !== null) return { name, genitive }
  }
  const name = ofOffice(OFFICE_BEHIND.exec(behind)) ?? nameIn(PORTUGUESE.exec(behind))
  return name === null ? null : { name, genitive: false }
}

/** "X was quoted as saying …", which comes before "X said". */
export const quotedAs = (before: string): string | null => {
  const found = QUOTED_BEFORE.exec(before)
  return found === null ? null : properName(found.groups?.['name'] ?? found.groups?.['other'] ?? '')
}

/** Anywhere before the words, or German “X zufolge” on either side. */
export function accordingBefore(before: string, behind: string): Named | null {
  const words = nameIn(WORDS_BEFORE.exec(before))
  if (words !== null) return { name: words, genitive: false }
  for (const { before: expression, genitive } of PHRASES) {
    const name = nameIn([...before.matchAll(expression)].at(-1) ?? null)
    if (name !== null) return { name, genitive }
  }
  const name = ofOffice(OFFICE_BEFORE.exec(before)) ?? zufolge(before) ?? zufolge(behind) ?? thinking(before)
  return name === null ? null : { name, genitive: false }
}

const WITHOUT = pattern(
  String.raw`${EDGE}(?:${GERMAN})[ ]?${GERMAN_NAMED}|${ZUFOLGE.replaceAll(/\?<(?:name|article)>/gu, '?:')}`,
  'gu',
)

/** Without German phrases, behind which the verb comes first: in "Laut X sagte Y" it is Y who said it. */
export const withoutAccording = (before: string): string => before.replaceAll(WITHOUT, ',')

/** "Gerüchten zufolge": a noun in the plural, as far as can be told. */
function zufolge(text: string): string | null {
  const name = nameIn(ZUFOLGE_ANYWHERE.exec(text))
  return name !== null && !name.includes(' ') && /(?:en|ern)$/u.test(name) ? null : name
}

function thinking(before: string): string | null {
  const found = POUR.exec(before)
  const name = nameIn(found)
  if (name === null || FEAST.test(name)) return null
  return name.includes(' ') || (found?.groups?.['role'] ?? '').trim().split(' ').some(isTitle) ? name : null
}

const ofOffice = (found: RegExpExecArray | null): string | null =>
  found !== null && isTitle(found.groups?.['office'] ?? '') ? nameIn(found) : null

/**
 * Behind a German article stands a name of two words, letters such as SPD, or a common noun; behind one word of Russian
 * in small letters go on what it begins ("Верховного суда").
 */
function nameIn(found: RegExpExecArray | RegExpMatchArray | null): string | null {
  const given = found?.groups?.['name'] ?? ''
  const name = /[’']s$/u.test(given) || THING.test(given) ? null : properName(given)
  if (name === null || name.includes(' ')) return name
  if (found?.groups?.['next'] !== undefined) return null
  if (found?.groups?.['article'] === undefined) return name
  return /^\p{Lu}{2,}$/u.test(name) ? name : null
}
