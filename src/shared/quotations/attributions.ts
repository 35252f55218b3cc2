import { accordingBefore, accordingBehind, quotedAs, withoutAccording } from './according.ts'
import { nameElsewhere } from './other-attributions.ts'
import { properName } from './proper-name.ts'
import { ENGLISH_VERBS } from './reporting-verbs.ts'
import { nominatives } from './russian-names.ts'

const PARTICLE = 'de|da|del|della|di|du|van|von|der|den|ter|zu|bin|bint|ibn|al|el|la|le|of|for|and|y|e|und|et'
const PROPER = String.raw`\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'.-]\p{L}[\p{L}\p{M}]*)*\.?`
const NAME = String.raw`${PROPER}(?:[ \u00A0](?:(?:(?:${PARTICLE})[ \u00A0]){0,2}(?:al-|el-|d’|d')?${PROPER}))*`
/** Between commas or brackets: "Teague, the board’s chair, said", "Teague, who, like Novak, runs a port, said". */
const APPOSITION = String.raw`(?:,[ ]who(?:se)?,?[ ][^“”"«»„;:]{1,120},|,[^,“”"«»„;:]{1,80},|[ ]\([^()]{1,60}\))?`
const ADVERBS = String.raw`(?:[ ](?:has|have|had|also|later|then|once|again|never|not|reportedly|repeatedly|\p{Ll}+ly|himself|herself|themselves)){0,3}`
const EDGE = String.raw`(?<![\p{L}\p{N}’'-])`
const END = String.raw`(?![\p{L}\p{N}])`
const PREPOSITION = '(?:in|on|at|to|from|by|with|after|before|during|about|as|when|while|that|of|for)'
/** What follows these is where or when, not who. */
const PLACE = '(?:in|on|at|near|during|after|before|since|until|last|this|next)'
/** With these another clause begins, which says nothing of the words before. */
const OTHER_CLAUSE = '(?:while|but|and|whereas|when|although|though|before|after|because|which|who|or)'
const ROLE = String.raw`(?:(?:the[ ])?(?:(?!${OTHER_CLAUSE}[ ])\p{Ll}[\p{L}’'-]*[ ]){0,6}?)`
/** "the mayor of Farrow, Tom Hill, said": the name stands behind the office. */
const OFFICE = String.raw`the[ ](?:\p{Ll}[\p{L}’'-]*[ ]){1,5}(?:of|for|in|at|from)[ ](?:the[ ])?${NAME},[ ]`

const pattern = (source: string, flags = 'u') => new RegExp(source, flags)

const AFTER_NAME_VERB = pattern(
  String.raw`^[\s,;.–—-]*(?:${OFFICE}|${ROLE})(?<name>${NAME})${APPOSITION},?${ADVERBS}[ ](?:${ENGLISH_VERBS})${END}`,
)
const AFTER_VERB_NAME = pattern(
  String.raw`^[\s,;.–—-]*(?:${ENGLISH_VERBS})[ ](?!${PREPOSITION}[ ])(?:(?:the|its|his|her|their|a|an)[ ])?(?:(?!${PLACE}[ ])\p{Ll}[\p{L}’'-]*,?[ ]){0,7}?(?<name>${NAME})`,
)
const BEFORE_NAME_VERB = pattern(
  String.raw`${EDGE}(?<name>${NAME})(?<beside>${APPOSITION}),?(?<who>[ ]who)?${ADVERBS}[ ](?:${ENGLISH_VERBS})${END}(?<rest>[^]*)$`,
  'gu',
)
/** "…," said Teague, "…": between two pieces of one quotation. */
const BETWEEN = pattern(
  String.raw`[ ]{2,}(?:${ENGLISH_VERBS})[ ](?!${PREPOSITION}[ ])(?:(?:the|its|his|her|their|a|an)[ ])?(?:(?!${PLACE}[ ])\p{Ll}[\p{L}’'-]*,?[ ]){0,7}?(?<name>${NAME})[^“”"«»„;:]{0,80},\s*$`,
)
const BEFORE_COLON = pattern(
  String.raw`(?:^|[.!?”"»\n]\s*)(?<name>${NAME})(?:[ ]\([^()]{1,60}\)|,[^,:]{1,80})?\s*[:：]\s*$`,
)

/**
 * The name in an attribution beside a quotation; `before` and `after` are the rest
 * of its sentence on each side. What stands right behind the quotation goes first
 * ("…," said X), then what leads to it. Null where no name is given ("he said").
 */
export const reportedSpeaker = (before: string, after: string): string | null =>
  reportedSpeakers(before, after)[0] ?? null

/** The same with every name that a name in the genitive can be of, the likeliest first; empty where none is given. */
export function reportedSpeakers(before: string, after: string): readonly string[] {
  const whole = withoutQuotations(before)
  const quotedBefore = withoutAccording(whole)
  const behind = withoutQuotations(after)
    .replace(/^[\s,]*(?:and|or)\s{2,}(?=[,.;])/u, '')
    .replaceAll(/ {2,}/gu, ' ')
  const beside = named(AFTER_VERB_NAME.exec(behind)) ?? named(AFTER_NAME_VERB.exec(behind))
  if (beside !== null) return [beside]
  const according = accordingBehind(behind)
  if (according !== null) return asNamed(according)
  const said =
    quotedAs(quotedBefore) ??
    leading(quotedBefore) ??
    named(BETWEEN.exec(quotedBefore)) ??
    firstName(nameElsewhere(quotedBefore, behind))
  if (said !== null) return [said]
  const led = accordingBefore(whole, behind)
  if (led !== null) return asNamed(led)
  const spoken = named(BEFORE_COLON.exec(before))
  return spoken === null ? [] : [spoken]
}

const asNamed = ({ name, genitive }: { readonly name: string; readonly genitive: boolean }) =>
  genitive ? nominatives(name) : [name]

/** The last "X said" before the quotation, unless another subject took over since. */
function leading(before: string): string | null {
  const found = lastOf(BEFORE_NAME_VERB, before)
  const rest = found?.groups?.['rest'] ?? ''
  // "Teague, who said nothing, left": what was said ends with its clause.
  const isOver = found?.groups?.['who'] !== undefined && /,.*\S/u.test(rest)
  return isOver || TAKEN_OVER.test(rest) ? null : named(found)
}

const TAKEN_OVER = pattern(
  String.raw`[;]|${EDGE}(?:he|she|they|it|who|which|and|but|while|[^ ]+[ ](?:${ENGLISH_VERBS}))[ ](?:${ENGLISH_VERBS})${END}`,
)

/** Matches overlap: the last start counts. */
function lastOf(expression: RegExp, text: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null
  let from = 0
  for (;;) {
    expression.lastIndex = from
    const found = expression.exec(text)
    if (found === null) return last
    last = found
    // "Teague, the chair of Vellmouth, said": a name in the apposition is not the speaker's.
    from = found.index + (found.groups?.['name']?.length ?? 1) + (found.groups?.['beside']?.length ?? 0)
  }
}

/** Other quotations of the sentence say nothing about who speaks. */
const withoutQuotations = (text: string): string =>
  text.replaceAll(/“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]/gu, (found) => ' '.repeat(found.length))

/** The first that is a name: "Am Montag sagte Merz" gives "Merz" only where the weekday is none. */
function firstName(found: readonly string[]): string | null {
  for (const words of found) {
    const name = properName(words)
    if (name !== null) return name
  }
  return null
}

/** "said Teague’s spokesman" does not say that Teague did. */
function named(found: RegExpExecArray | null): string | null {
  const name = found?.groups?.['name'] ?? ''
  return /[’']s$/u.test(name) ? null : properName(name)
}
