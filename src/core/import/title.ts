import { datelineOf } from './dateline.ts'

const LONGEST_TITLE = 100
const STOP = /[.!?…。！？؟۔।]+["'”’»)\]」』]*(?=\s|$)|[。！？]/gu
const ABBREVIATION =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|St|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|e\.g|i\.e|approx|\p{Lu}(?:\.\p{Lu})*)\.$/u

/** Words that stand in for a missing title: the first sentence without its dateline, shortened. */
export function titleFrom(paragraph: string): string {
  const plain = paragraph.replace(/\s+/gu, ' ').trim()
  const story = plain.slice(datelineOf(plain)?.length ?? 0)
  return shorten(firstSentence(story).replace(/(?<!\.)[.。]$/u, ''))
}

/** The words up to the first stop that ends a sentence. */
export function firstSentence(text: string): string {
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length
    const before = text.slice(0, match.index + 1)
    const next = text.slice(end).trimStart()
    if (match[0] === '.' && (ABBREVIATION.test(before) || /^\p{Ll}/u.test(next))) continue
    return text.slice(0, end)
  }
  return text
}

/** At most 100 code points, cut between words and marked by an ellipsis. */
export function shorten(text: string): string {
  const units = Array.from(text)
  if (units.length <= LONGEST_TITLE) return text
  const cut = units.slice(0, LONGEST_TITLE).join('')
  const words = /^(.{40,})\s\S*$/su.exec(cut)?.[1] ?? cut
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`
}
