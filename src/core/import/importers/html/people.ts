import { append } from '../../append.ts'
import { isName, namesIn } from '../../byline.ts'
import { dateIn } from '../../dates.ts'

const MOST = 100
const LONGEST = 500
const ADDRESS = /^(?:https?:|www\.|@)|[<>{}]|\.(?:com|org|net)\//i
/** The page's own or another's: "Courier.com", "ex.co.uk". */
const DOMAIN =
  /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|info|co|io|ca|uk|de|fr|it|es|ru|br|au|in)$/iu

/** "By", in the languages that most saved pages are in, with what may stand before it. */
const LEAD =
  /^\s*(?:(?:(?:written|reported|posted|published|story|analysis|opinion|words|text|report|review|commentary|column|essay|interview|geschrieben|geschreven|escrito|publicado|scritto|pubblicato|écrit|publié|skrevet|skriven|tekst|autor|a cura)\s+)?(?:by|von|par|por|di|door|de la rédaction de|av|af|durch)\s*:?\s+|(?:by|von|par|por|author|authors|autor|autora|autores|auteur|autore|автор|текст|text|texte|texto|testo|tekst|writer|reporter|byline)\s*:\s*|(?:作者|记者|記者|文|撰文|筆者)\s*[：:/／]\s*)/iu
/** Those who took or drew the pictures come after these words, not those who wrote. */
const PICTURES =
  /(?:^|[\s,;|·•–—-]+)(?:(?:photo(?:graph)?s?|photography|pictures|images|illustrations?|illustrated|video|graphics?|fotos?|fotografías?|bilder)\s+(?:by|von|par|de|di|por)\b|(?:photos?|photography|illustrations?|fotos?|bilder)\s*:).*$/isu

/** Whole names that are no person's. */
const NOBODY =
  /^(?:(?:our |the |web |news |online |digital |guest )?(?:staff(?: (?:writers?|reporters?))?|newsroom|news ?desk|web ?desk|desk|editors?|editorial(?: (?:team|board|staff))?|admin|administrator|web ?master|team|reporters?|correspondents?|guest(?: (?:author|post|writer))?|contributors?|agencies|anonymous|unknown|undefined|null|none|n\/a|user|author|redaktion|die redaktion|redacción|rédaction|la rédaction|redazione|la redazione|redação|da redação|redactie|redaktionen|redakcja|редакция|редактор|編集部|编辑部|本报记者))$|\s(?:staff|newsroom|bureau|news desk|web desk|news service|editorial board|editorial team)$/iu
/** What follows a name after a comma or a bar: what the person is, or for whom they wrote. */
const ROLE =
  /\b(?:staff|writer|reporter|correspondent|editor|columnist|contributor|analyst|critic|producer|photographer|journalist|bureau|professor|lecturer|fellow|director|associate|senior|chief|president|chair(?:man|woman)?|executive|manager|officer|researcher|scientist|historian|founder|co-founder|head of|division|department|university|redakteur(?:in)?|korrespondent(?:in)?|periodista|reportero|redactora?|journaliste|correspondante?|giornalista|inviat[oa]|jornalista|repórter|redacteur)s?\b|^(?:special (?:to|for)|for|exclusive(?:ly)? (?:to|for)|of|from|via)\s/i
const DEGREE =
  /^(?:MA|MD|PhD|Ph\.D\.?|M\.D\.?|JD|RN|RD|LDN|MS|BS|BA|MPH|DO|DDS|PT|MBA|CFA|CPA|Esq\.?|Jr\.?|MSc|BSc)$/i
/** True for a person's office or occupation; a town may stand before "Bureau". */
export const isOccupation = (words: string): boolean =>
  ROLE.test(words) &&
  !/\b(?:bureau|division|department|university|staff)\b|^(?:special|for|of|from|via)\s/i.test(words)

/** Agencies that stand behind a reporter's name, or among the authors for want of one. */
const AGENCY =
  /^(?:the\s+)?(?:associated press|ap|reuters|afp|agence france[- ]presse|dpa|ansa|efe|tass|xinhua|pti|ians|bloomberg(?: news)?|upi|united press international|press association|cnn|bbc(?: news)?|npr|usa today|the conversation|afp relaxnews)$/i

/** The people named in the values of a page's data: no outlets, roles, degrees, dates or addresses; each once. */
export function peopleIn(values: readonly string[], publications: readonly string[]): string[] {
  const outlets = publications.map(letters).filter((name) => name !== '')
  const people = new Map<string, string>()
  for (const value of values.slice(0, MOST)) {
    for (const whole of splitNames(cleaned(value))) {
      const name = withoutOutlet(whole, publications)
      const key = letters(name)
      if (isPerson(name) && key !== '' && !outlets.includes(key) && !people.has(key)) people.set(key, name)
    }
  }
  const names = [...people.values()]
  const persons = names.filter((name) => !isBody(name))
  return persons.length > 0 ? persons : names.filter((name) => !DOMAIN.test(name))
}

const letters = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+|^www\.|\.(?:com|org|net|co\.uk|ca|de|fr|it)$/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

const isPerson = (name: string): boolean =>
  name.length <= 200 && !ADDRESS.test(name) && !NOBODY.test(name) && !/^\d/.test(name)

const isBody = (name: string): boolean => AGENCY.test(name) || DOMAIN.test(name)

/** "Jan Quay Associated Press", "Jan Quay. The Courier": the reporter alone, where what is left has a name's two words. */
function withoutOutlet(name: string, publications: readonly string[]): string {
  const words = name.split(' ')
  for (let keep = 2; keep < words.length; keep += 1) {
    const rest = words.slice(keep).join(' ')
    const person = words
      .slice(0, keep)
      .join(' ')
      .replace(/[.,/]$/, '')
    const isOutlet = AGENCY.test(rest) || publications.some((outlet) => letters(outlet) === letters(rest))
    if (isOutlet && rest.length > 2 && isName(person)) return person
  }
  return name
}

/** Without "By", addresses in brackets, photographers, and a date behind. */
function cleaned(value: string): string {
  const plain = value
    .slice(0, LONGEST)
    .replace(/[(<[][^()<>[\]]*(?:@|:\/\/)[^()<>[\]]*[)>\]]/g, '')
    .replace(/\s+/g, ' ')
    .replace(PICTURES, '')
    .replace(LEAD, '')
    .replace(/(?<=\p{L}{4})[.,;]\s*$/u, '')
    .trim()
  const parts = plain
    .split(/\s*[|•·–—]\s+/u)
    .filter((part) => part !== '')
    .flatMap((part, index) => (index === 0 ? forWhom(part) : [part]))
  return parts.filter((part, index) => index === 0 || (dateIn(part) === null && !ROLE.test(part))).join(' | ')
}

/** "Ilse Marrow for The Courier", "Ilse Marrow Special to The Courier"; not "Organisation for Quays". */
function forWhom(part: string): string[] {
  const [name = '', ...rest] = part.split(/,?\s+(?=(?:[Ss]pecial (?:to|for)|for) (?:the\s)?\p{Lu})/u)
  return rest.length > 0 && name.includes(' ') && isName(name) ? [name, ...rest] : [part]
}

const JOINT = /\s*(,|;|&|\||、|\band\b|\bund\b|\bet\b)\s*/

/** Names joined in one value, without roles; what begins with no name stays whole. */
function splitNames(value: string): string[] {
  const pieces = value.split(JOINT)
  const people: string[] = []
  let afterRole = false
  pieces.forEach((part, index) => {
    if (index % 2 === 1 || part === '') return
    // "Ilse Marrow, Vice President, Quay Corp, and Jan Quay": behind a role stands what it is held in.
    if (pieces[index - 1] !== ',') afterRole = false
    if (people.length > 0 && ROLE.test(part)) afterRole = true
    if (!afterRole && !(people.length > 0 && DEGREE.test(part))) append(people, coupled(part))
  })
  const [first = ''] = people
  if (people.length <= 1) return people
  const names = people.filter((part) => namesIn(part).length === 1)
  return (isName(first) && first.includes(' ')) || names.length === people.length ? names : [value]
}

/** "Ana López y Juan Pérez" are two; "José Ortega y Gasset" is one. */
function coupled(part: string): string[] {
  const [one = '', other = '', ...more] = part.split(/\s(?:y|e|i|og|och|en|и)\s/u)
  const isCouple = more.length === 0 && [one, other].every((name) => name.includes(' ') && isName(name))
  return isCouple ? [one, other] : [part]
}
