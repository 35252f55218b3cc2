/** A form that a word in the genitive may be of: its ending there, and those that it may stand for. */
type Ending = readonly [genitive: RegExp, nominative: readonly string[]]

const GIVEN: readonly Ending[] = [
  [/ии$/u, ['ия']],
  [/ы$/u, ['а']],
  [/и$/u, ['я', 'ь', 'а']],
  [/ея$/u, ['ей']],
  [/ия$/u, ['ий']],
  [/я$/u, ['ь', 'й']],
  [/а$/u, ['']],
]

const FAMILY: readonly Ending[] = [
  [/(?<=[сц]к)ого$/u, ['ий', 'ой']],
  [/ого$/u, ['ой', 'ый']],
  [/его$/u, ['ий']],
  [/(?<=[сц]к)ой$/u, ['ая']],
  [/ой$/u, ['а', 'ая']],
  [/ей$/u, ['яя', 'ая']],
  [/а$/u, ['']],
  [/я$/u, ['ь', 'й']],
  [/ы$/u, ['а']],
  [/и$/u, ['а', 'я']],
]

const MOST = 12

/**
 * The names that a Russian name in the genitive can be of, the likeliest first ("Анны Ивановой": "Анна Иванова");
 * last the name as it stands, for some are never declined. A name in other letters is itself.
 */
export function nominatives(name: string): readonly string[] {
  if (!/^[\p{Script=Cyrillic}\p{M}\s.’'-]+$/u.test(name)) return [name]
  const words = name.split(' ')
  let found: readonly string[] = ['']
  for (const [at, word] of words.entries()) {
    const forms = formsOf(word, at === words.length - 1 ? FAMILY : GIVEN)
    found = found.flatMap((before) => forms.map((form) => (before === '' ? form : `${before} ${form}`)))
  }
  return found.slice(0, MOST)
}

function formsOf(word: string, endings: readonly Ending[]): readonly string[] {
  const found = endings.find(([genitive]) => word.length > 2 && genitive.test(word))
  if (found === undefined) return [word]
  return [...found[1].map((nominative) => word.replace(found[0], nominative)), word]
}
