import { reportedSpeaker } from '../quotations/attributions.ts'
import { NO_NAME } from '../quotations/proper-name.ts'
import { plainText } from './plain.ts'
import { REPORTING_VERBS } from '../quotations/reporting-verbs.ts'

/**
 * Who speaks in a source: the words of the name, lower case, and of the speaker's
 * sentence, each behind `~`, by which "the engineer" is known again. Empty: nobody is named.
 */
export type SpeakerWords = ReadonlySet<string>

const EDGE = String.raw`(?<![\p{L}\p{M}\p{N}])`
const END = String.raw`(?![\p{L}\p{M}\p{N}])`
const ACCORDING =
  "[Aa]ccording to|[Aa]s (?:reported|quoted) (?:by|in)|[Ii]n the words of|[Ll]aut|[Nn]ach Angaben|[Ss]elon|[Dd][’']après|[Ss]egún|[Ss]econdo|[Ss]egundo|[Пп]о словам|[Зз]а словами|[Σσ]ύμφωνα με"
const UNSPACED =
  '表示|指出|声称|說道|说道|[说說][：，]|(?:认为|强调|承诺|补充|透露)[：，]|と述べ|と語っ|と言っ|と話し'
const REPORTING = new RegExp(`${EDGE}(?:${REPORTING_VERBS}|${ACCORDING})${END}|${UNSPACED}`, 'u')

/** Whether a stretch of text attributes words to somebody ("said", "according to"). */
export const isAttribution = (text: string): boolean => REPORTING.test(plainText(text))

const NAME = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}’'-]*/gu
const PLACE_OR_DAY =
  /(?<![\p{L}\p{M}\p{N}])(?:in|on|at|near|from|since|until|last|this|next|during)(?:\s+\p{Lu}[\p{L}\p{M}’'-]*)+|(?<![\p{L}\p{M}\p{N}])(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![\p{L}\p{M}])/gu
const TITLES = new Set(
  'mr mrs ms mx dr sir president minister chair professor foreign prime secretary mayor'.split(' '),
)

/** Of a script without capitals each word of a name counts. */
const wordsOfName = (name: string): string[] =>
  /[\p{Lu}\p{Ll}]/u.test(name) ? namesIn(name) : name.split(' ').filter((word) => word.length > 1)

function namesIn(text: string): string[] {
  const names = [...text.matchAll(NAME)].map((found) => found[0].replace(/[’']s?$/u, '').toLowerCase())
  return names.filter((name) => name.length > 1 && !TITLES.has(name) && !NO_NAME.has(name))
}

const DETERMINED = String.raw`(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother)[ ]((?:[\p{Ll}-]+[ ]){0,3}?[\p{Ll}-]+)`
const ROLE_BEFORE = new RegExp(`${EDGE}${DETERMINED}[ ](?:${REPORTING_VERBS})${END}`, 'u')
const ROLE_AFTER = new RegExp(`${EDGE}(?:${REPORTING_VERBS})[ ]${DETERMINED}${END}`, 'u')

/** Who an attribution names: what stands before a speech in its sentence and behind it, without other speeches. */
export function speakerNamed(before: string, after: string): SpeakerWords {
  const clause = `${before} ${after}`
  if (!isAttribution(clause)) return /[:：]\s*$/u.test(before) ? strangersIn(before) : new Set()
  const name = reportedSpeaker(before, after)
  const names = name === null ? [...strangersIn(clause)] : wordsOfName(name)
  if (names.length > 0) return new Set([...names, ...rolesIn(clause)])
  return new Set(rolesIn(ROLE_AFTER.exec(after)?.[1] ?? ROLE_BEFORE.exec(clause)?.[1] ?? ''))
}

/** Words that may be names, places and days aside, and none of a known speaker's. */
const strangersIn = (text: string, known: SpeakerWords = new Set()): SpeakerWords =>
  new Set(namesIn(text.replaceAll(PLACE_OR_DAY, ' ')).filter((name) => !known.has(name)))

/**
 * Who took over since the last speech, told by what stands between: the last one
 * said to speak there; somebody unknown (`unknown`) where a stranger is named at all.
 */
export function newcomerIn(between: string, last: SpeakerWords, unknown: SpeakerWords): SpeakerWords | null {
  const name = reportedSpeaker(between, '')
  const said = new Set(name === null ? [] : wordsOfName(name))
  if (said.size > 0) return isSameSpeaker(said, last) ? null : said
  return strangersIn(between, last).size > 0 ? unknown : null
}

const SHE = 'she|elle|ella|lei|она'
const HE = 'he|il|él|lui|er|он'
const PRONOUN_SAID = new RegExp(
  `${EDGE}(?:(${SHE})|(${HE}))(?:[ ]\\p{Ll}+ly|[ ](?:also|then|later|has|had))?[ ](?:${REPORTING_VERBS})${END}|${EDGE}(?:${REPORTING_VERBS})[ ](?:(${SHE})|(${HE}))${END}`,
  'iu',
)

/** The last speaker, with what a pronoun tells; somebody unknown where he and she do not go together. */
export function byPronoun(clause: string, last: SpeakerWords, unknown: SpeakerWords): SpeakerWords {
  const found = PRONOUN_SAID.exec(clause)
  if (found === null) return last
  const [mine, other] = found[1] !== undefined || found[3] !== undefined ? ['~she', '~he'] : ['~he', '~she']
  return last.has(other) ? unknown : new Set([...last, mine])
}

function rolesIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}’'-]{4,}/gu) ?? []
  return words.map((word) => `~${word}`)
}

/** Whether two speakers are surely the same: by a word of the name; one known by role only, by the role. */
export function isSameSpeaker(one: SpeakerWords, other: SpeakerWords): boolean {
  const byRole = isRole(one) || isRole(other)
  return [...one].some((word) => word.startsWith('~') === byRole && other.has(word))
}

export const isRole = (speaker: SpeakerWords): boolean => [...speaker].every((word) => word.startsWith('~'))
