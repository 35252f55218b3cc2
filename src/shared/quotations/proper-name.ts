/** Words that begin a sentence with a capital and are no name. */
export const NO_NAME: ReadonlySet<string> = new Set(
  (
    'the a an he she it they we i you his her its their our my this that these those there here who what when where ' +
    'why how in on at by for from to as if but and or so yet while after before since until because although though ' +
    'yesterday today tomorrow now then later earlier meanwhile however moreover also both all some many most one two ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december er sie es wir der die das il elle on nous ils él ella ellos ' +
    'am im an auf aus bei nach seit vor gestern heute dann doch auch nun später zuvor danach dabei dazu damit dies diese dieser ein eine ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember ' +
    'le la les un une ce cette hier puis ensuite ainsi alors mais selon dans lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'los las una ayer hoy luego después solo sólo también así entonces pero no ya en según lo gli ieri poi non così ma anche wie laut ' +
    'um uma os as ontem depois não também он она они мы это вчера сегодня потом затем но и так тогда ранее позже по как'
  ).split(' '),
)

/** Titles that stand before a name and are no part of it. */
const TITLES = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister chancellor secretary ' +
    'foreign defence defense finance interior justice senator sen rep representative congressman congresswoman gov ' +
    'governor mayor judge justice chair chairman chairwoman chief executive director general gen col colonel captain ' +
    'capt admiral sergeant officer inspector detective rev reverend father bishop archbishop pope king queen prince ' +
    'princess sheikh ayatollah imam ambassador commissioner deputy spokesman spokeswoman spokesperson mp mep herr frau ' +
    'monsieur madame m mme señor señora don doña bürgermeister bürgermeisterin kanzler kanzlerin landrätin chef chefin ' +
    'ministre président présidente maire directeur directrice ministro ministra presidente presidenta alcalde alcaldesa ' +
    'directora депутат президент министр премьер-министр губернатор мэр директор глава историк журналист'
  ).split(' '),
)

/** German writes offices with a capital and joins them: "Umweltministerin", "Geschäftsführer". */
const GERMAN_TITLE =
  /(?:minister|präsident|sprecher|kanzler|meister|direktor|führer|leiter|landrat|anw[aä]lt|vorsitzende|abgeordnete|richter|professor)(?:in|r|s|es|n|en)?$/u

/** "chair", "Ministerin" */
export const isTitle = (word: string): boolean => TITLES.has(plain(word)) || GERMAN_TITLE.test(plain(word))

const plain = (word: string) => word.toLowerCase().replace(/\.$/u, '')

/**
 * A name without the words and titles before it ("Prime Minister Aurel Tesk" is
 * "Aurel Tesk"); null where nothing but such words is left. A body whose name is
 * made of titles ("Foreign Ministry") stays, for its last word is none.
 */
export function properName(found: string): string | null {
  const words = found.trim().split(/[\s\u00A0]+/u)
  while (words.length > 0 && NO_NAME.has(plain(words[0] ?? ''))) words.shift()
  const title = words.findLastIndex(isTitle)
  const rest =
    title === words.length - 1 || isOffice(words[title + 1]) ? office(words) : words.slice(title + 1)
  const name = rest
    .join(' ')
    .replace(/[,;:]$/u, '')
    .replace(/(?<=[\p{L}]{3})\.$/u, '')
  return name === '' ? null : name
}

/** "Foreign Ministry", "Prime Minister’s Office": the titles belong to what follows. */
const isOffice = (word: string | undefined): boolean =>
  word !== undefined && /^(?:ministry|office|department|council|court|board|of|for)$/iu.test(word)

/** A body, unless titles are all there is ("the Prime Minister"). */
const office = (words: readonly string[]): readonly string[] => (words.every(isTitle) ? [] : words)
