/** Words that end in a full stop without ending a sentence, lower case, without the stop. */
const ALWAYS = new Set(
  (
    'mr mrs ms mx dr prof sr jr st mt ft gen col maj capt cmdr lt sgt cpl pvt adm rev hon sen rep gov pres amb ' +
    'supt insp msgr fr bros messrs mme mlle m e.g i.e eg ie cf viz al vs v approx ca c resp incl esp ' +
    'z.b d.h u.a bzw sog vgl usw dr.h.c ing dipl hr fr fru frk sra srta ud uds dra num art'
  ).split(' '),
)

/** Only before a number: `No. 5`, `Jan. 3`, `p. 7`. */
const BEFORE_NUMBER = new Set(
  (
    'no nos nr núm jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'p pp pg fig figs vol vols ch chap sec secs para paras art arts eq tab app ed eds op n nn l ll ff col s abs bd'
  ).split(' '),
)

/** Before a capital they may or may not end the sentence: only a usual first word says that they do. */
const SOMETIMES = new Set(
  'inc ltd co corp llc plc gmbh bros etc dept univ assn ave blvd rd est govt min max a.m p.m u.s u.k u.n e.u d.c'.split(
    ' ',
  ),
)
const STARTERS =
  /^(?:the|a|an|he|she|it|they|we|i|you|in|on|at|by|for|but|and|so|yet|if|when|while|after|before|as|this|that|these|those|there|his|her|its|their|our|my|no|not|some|all|many|most|however|then|later|now|who|what|why|how)(?![\p{L}\p{N}])/iu

/** Whether the full stop after `word` leaves the sentence open before `rest` (which begins at a letter or digit). */
export function isAbbreviation(word: string, rest: string): boolean {
  const lower = word.toLowerCase()
  if (ALWAYS.has(lower)) return true
  if (/^\p{N}/u.test(rest)) return BEFORE_NUMBER.has(lower)
  const initials = /^\p{Lu}$|^(?:\p{L}\.)+\p{L}$/u.test(word)
  if (initials || SOMETIMES.has(lower)) return !STARTERS.test(rest)
  return /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/u.test(lower) && !STARTERS.test(rest)
}
