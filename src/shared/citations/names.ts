import type { CslName } from './csl-item.ts'

/**
 * A library stores an author as a reader says the name. What is a person's is
 * parted into given and family name; a body, and what cannot be told, stays whole.
 */
export function nameOf(said: string, language: string | null): CslName {
  const name = said.replaceAll(/\s+/gu, ' ').trim()
  if (!/\s/u.test(name)) return unparted(name, language)
  if (isBody(name)) return { literal: name }
  const [before, ...after] = name.split(/\s*,\s*/u)
  if (before !== undefined && after.length > 0) return withComma(before, after, name)
  const words = name.split(' ')
  if (words.length > MOST_WORDS) return { literal: name }
  return familyFirst(name, language) ? familyAtStart(words) : familyAtEnd(words)
}

const MOST_WORDS = 6

const HAN = /^\p{Script=Han}+$/u
const HANGUL = /^\p{Script=Hangul}+$/u
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・ ]+$/u
/** Family names of two characters; every other one has one. */
const TWO_HAN =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|令狐|慕容|夏侯|长孙|長孫|宇文|司徒)/u
const TWO_HANGUL = /^(?:남궁|황보|제갈|선우|독고|사공|서문)/u

/** Chinese and Korean names are written without a space; Japanese ones cannot be parted without one. */
function unparted(name: string, language: string | null): CslName {
  const length = Array.from(name).length
  const isChinese = HAN.test(name) && language?.startsWith('ja') !== true && length >= 2 && length <= 4
  const isKorean = HANGUL.test(name) && length >= 2 && length <= 4
  if (!isChinese && !isKorean) return { literal: name }
  const two = (isChinese ? TWO_HAN : TWO_HANGUL).test(name) && length > 2
  const cut = two ? 2 : 1
  if (isChinese && length === 4 && !two) return { literal: name }
  return { family: name.slice(0, cut), given: name.slice(cut) }
}

const SUFFIX = /^(?:jr|sr|jun|sen|jnr|snr|i{2,3}|iv|v|vi)\.?$/iu

/** `Marrow, Ilse`, `King, Martin Luther, Jr.`, and `Ana Marrow, Jr.` */
function withComma(before: string, [second = '', third = '']: readonly string[], name: string): CslName {
  if (SUFFIX.test(second)) return { ...familyAtEnd(before.split(' ')), suffix: second }
  if (second === '' || before === '') return { literal: name }
  return { ...withParticles(before.split(' ')), given: second, ...(third === '' ? {} : { suffix: third }) }
}

/** Scripts and languages that write the family name first. */
const familyFirst = (name: string, language: string | null): boolean =>
  EAST_ASIAN.test(name) || /^(?:hu|vi)\b/u.test(language ?? '')

function familyAtStart([family = '', ...given]: readonly string[]): CslName {
  return given.length === 0 ? { literal: family } : { family, given: given.join(' ') }
}

function familyAtEnd(words: readonly string[]): CslName {
  const last = words.at(-1) ?? ''
  if (SUFFIX.test(last) && words.length > 2) return { ...familyAtEnd(words.slice(0, -1)), suffix: last }
  let start = words.length - 1
  while (start > 1 && PARTICLE.test(words[start - 1] ?? '')) start -= 1
  if (start < 1 || PARTICLE.test(words[0] ?? '')) return { literal: words.join(' ') }
  return { ...withParticles(words.slice(start)), given: words.slice(0, start).join(' ') }
}

/** Small words that belong to the family name after them; with a capital they are part of it. */
const PARTICLE =
  /^(?:van|von|vom|zu|zum|zur|de|del|della|der|den|des|di|da|das|do|dos|du|la|le|las|los|lo|el|al|ap|ten|ter|te|af|av|bin|bint|ibn|ben|bat|abu|y|e|’t|'t|بن|ابن|بنت|أبو|ابو|آل|בן|בת)$/u

function withParticles(words: readonly string[]): CslName {
  let start = 0
  while (start < words.length - 1 && PARTICLE.test(words[start] ?? '')) start += 1
  const family = words.slice(start).join(' ')
  return start === 0 ? { family } : { family, 'non-dropping-particle': words.slice(0, start).join(' ') }
}

/** Words that name a body wherever they stand. */
const BODY_WORD =
  /(?<![\p{L}\p{N}])(?:agency|agence|agentur|agencia|agenzia|academy|administration|alliance|army|assembly|association|authority|bank|banco|banque|board|broadcasting|bureau|cabinet|center|centre|centro|chamber|church|club|coalition|college|commission|commissie|comisión|committee|comité|company|confederation|congress|consortium|corporation|corp|council|court|correspondent|daily|department|desk|directorate|editors?|embassy|federation|forum|foundation|fund|gazette|gmbh|government|group|herald|hospital|inc|initiative|institute|institut|instituto|journal|kommission|laborator(?:y|ies)|league|library|ltd|magazine|mail|military|ministry|ministère|ministerio|ministerium|ministero|ministério|mission|monitor|museum|network|news|newspaper|observatory|observer|office|organi[sz]ation|parliament|party|police|post|press|presse|programme|project|redaktion|redacción|rédaction|reporters?|research|review|school|secretariat|service|services|society|staff|standard|stiftung|telegraph|times|tribune|trust|tv|union|universidad|università|universität|université|university|verein|weekly|world|zeitung|министерство|агентство|комитет|правительство|университет|редакция|служба|وزارة|وكالة|جامعة|لجنة|منظمة|דפוס|משרד|bakanlığı|ajansı|üniversitesi|nazirliyi|agentliyi)(?![\p{L}\p{N}])/iu
/** Words between other words that no person's name has. */
const JOINING = /\s(?:of|for|and|&|und|für|et|pour|per|para|voor|och|och|и|по|для)\s/iu

const EAST_ASIAN_BODY = /(?:社|部|局|省|庁|院|会|會|大学|大學|银行|銀行|新闻|新聞|통신|신문|대학교|위원회)$/u

function isBody(name: string): boolean {
  if (/\d|^the\s|[&/@]/iu.test(name) || BODY_WORD.test(name) || JOINING.test(` ${name} `)) return true
  return EAST_ASIAN.test(name) ? EAST_ASIAN_BODY.test(name) : isAcronym(name)
}

/** `UN WOMEN`; but `J. M. K` and `A B` are initials. */
const isAcronym = (name: string): boolean =>
  /^[\p{Lu}\s]+$/u.test(name) && name.split(' ').every((word) => word.length > 1)
