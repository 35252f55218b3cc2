/** Short words that one of four languages has and the others have not, or seldom. */
const TELLING = {
  italian: 'che di il della gli è non anche sono nel',
  portuguese: 'não uma o os do dos da das é ao em mas com',
  spanish: 'el los las y del que en una con es pero',
  french: 'le les des et une est du que qui dans pour au',
}
const COUNTED = Object.fromEntries(
  Object.entries(TELLING).map(([language, words]) => [
    language,
    new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.replaceAll(' ', '|')})(?![\\p{L}\\p{M}])`, 'giu'),
  ]),
) as Record<keyof typeof TELLING, RegExp>
/** How much of a text is looked at, in UTF-16 units. */
const MOST = 4000

/** Whether "se" is "if" in a text, as in Italian and Portuguese, and not "oneself" alone, as in Spanish and French. */
export function saysIfBySe(text: string): boolean {
  const seen = text.slice(0, MOST)
  const count = (language: keyof typeof TELLING): number => seen.match(COUNTED[language])?.length ?? 0
  const others = Math.max(count('spanish'), count('french'))
  return Math.max(count('italian'), count('portuguese')) > others
}
