import { dateIn } from './dates.ts'

/** What a byline says. */
export interface Byline {
  readonly authors: readonly string[]
  readonly publication: string | null
  readonly published: string | null
}

const LEAD =
  /^\s*(?:(?:written|reported|reporting|story)\s+)?(?:by|von|par|por|di|od|door|av|автор:?)\s*:?\s+(?=\S)/iu
const NAME_WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}’'.\-]*|(?:van|von|de|der|den|del|della|di|da|dos|la|le|el|al|bin|ben|ibn|ten|ter|zu|y|e|af|av)\b)`
const NAME = new RegExp(`^${NAME_WORD}(?:\\s+${NAME_WORD}){0,5}$`, 'u')
const OUTLET =
  /\b(?:Times|Post|News|Courier|Herald|Tribune|Gazette|Journal|Guardian|Press|Agency|Reuters|Bloomberg|BBC|CNN|AFP|AP|dpa|Magazine|Review|Observer|Chronicle|Mail|Star|Daily|Weekly|Today|Telegraph|Independent|Standard|Mirror|Globe|Wire|Monitor|Dispatch|Bulletin|Online|Zeitung|Correspondent|Staff|Desk)\b|^The\s|\.(?:com|org|net)\b/u

/** "By Ilse Marrow, The Tidewater Courier, 14 March 2024", or null when a line is no byline. */
export function bylineOf(line: string): Byline | null {
  const lead = LEAD.exec(line)
  if (lead === null || line.length > 300) return null
  const { rest, published } = withoutDate(line.slice(lead[0].length))
  const parts = rest
    .split(/\s*[,|•·–—]\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const named = partition(parts)
  if (named.authors.length === 0) return null
  return { ...named, published }
}

/** The names in "A", "A and B", "A, B & C"; parts that are no names are left out. */
export function namesIn(text: string): string[] {
  return text
    .replace(LEAD, '')
    .split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\bwith\b|\|)\s*/u)
    .map((part) => part.trim().replace(/^and\s+/u, ''))
    .filter((part) => isName(part))
}

export const isName = (text: string): boolean => text.length <= 80 && NAME.test(text)

/** The most precise date that the last parts make up ("May 2, 2023" is two of them). */
function withoutDate(text: string): { rest: string; published: string | null } {
  const parts = text.split(/\s*[,|•·–—]\s+/u)
  let best: { rest: string; published: string | null } = { rest: text, published: null }
  for (let keep = parts.length - 1; keep > 0; keep -= 1) {
    const published = dateIn(parts.slice(keep).join(', '))
    if (published !== null && published.length > (best.published?.length ?? 0)) {
      best = { rest: parts.slice(0, keep).join(', '), published }
    }
  }
  return best
}

/** True for a name with a word that only outlets have: "The Courier", "AP". */
export const isOutlet = (name: string): boolean => OUTLET.test(name)

/** Without a word that tells an outlet, the last of two parts after one name is the publication. */
function partition(parts: readonly string[]): { authors: string[]; publication: string | null } {
  const outlet = parts.findIndex((part, index) => index > 0 && OUTLET.test(part))
  if (outlet > 0) return { authors: names(parts.slice(0, outlet)), publication: parts[outlet] ?? null }
  const last = parts.at(-1) ?? ''
  if (parts.length !== 2 || /\s(?:and|&|und|et)\s/u.test(last))
    return { authors: names(parts), publication: null }
  return { authors: names(parts.slice(0, 1)), publication: last }
}

const names = (parts: readonly string[]): string[] => parts.flatMap((part) => namesIn(part))
