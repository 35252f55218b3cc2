const NAME = String.raw`\p{Lu}[\p{Lu}\p{M}'’.\-]*`
const PLACE = `${NAME}(?:[ ]${NAME})*(?:[,/][ ]?(?:${NAME}|\\p{Lu}\\p{Ll}+\\.?)(?:[ ](?:${NAME}|\\p{Lu}\\p{Ll}+))*)?`
const DAY = String.raw`(?:,\s*(?:\p{Lu}\p{Ll}+\.?\s+\d{1,2}|\d{1,2}\s+\p{Lu}\p{Ll}+\.?)(?:,?\s*\d{4})?)?`
const AGENCY = String.raw`(?:\s*\([\p{L} .&/]{2,30}\))?`
const DATELINE = new RegExp(`^\\s*(${PLACE})${DAY}${AGENCY}\\s*(?::|\\s[—–-]{1,2}\\s|[—–])\\s*(?=\\S)`, 'u')

/** "ISLAMABAD: ", "NEW YORK, March 14 (Reuters) - ": the place and the length of the whole, in UTF-16 units. */
export interface Dateline {
  readonly place: string
  readonly length: number
}

/** The dateline that a paragraph begins with: a place in capitals, then a colon or a dash; or null. */
export function datelineOf(paragraph: string): Dateline | null {
  const match = DATELINE.exec(paragraph.slice(0, 200))
  const place = match?.[1]?.trim()
  if (match === null || place === undefined || LABELS.has(place) || place.split(' ').length > 4) return null
  if (!/\p{Ll}|\p{Lo}/u.test(paragraph.slice(match[0].length, match[0].length + 40))) return null
  return place.replace(/[^\p{L}]/gu, '').length < 3 ? null : { place, length: match[0].length }
}

/** Words in capitals before a colon that name no place. */
const LABELS = new Set([
  'NOTE',
  'UPDATE',
  'BREAKING',
  'CORRECTION',
  'WATCH',
  'READ',
  'ANALYSIS',
  'OPINION',
  'EXCLUSIVE',
  'VIDEO',
  'LIVE',
  'EDITORIAL',
  'COMMENT',
  'SUMMARY',
  'ABSTRACT',
  'SOURCE',
  'TITLE',
  'BY',
  'DATE',
  'FACTBOX',
  'TIMELINE',
  'EXPLAINER',
  'WARNING',
])
