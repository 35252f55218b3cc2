import type { WarningCode } from '../contract/check.ts'
import { plainText } from './plain.ts'
import { saysIfBySe } from './romance.ts'

/** Kinds of words whose loss or gain can turn a sentence's sense. */
export type SenseCode = Extract<WarningCode, 'negation' | 'number' | 'quantifier' | 'condition' | 'hedge'>

/** Words by language; apostrophes as folded. A trailing `*` stands for any ending. */
const WORDS: Record<SenseCode, string> = {
  negation:
    'not no never nor neither none nobody nothing nowhere cannot without hardly barely scarcely rarely seldom ' +
    'deny denies denied denying refuse* refusal fail fails failed reject* false falsely untrue unlikely impossible lack lacks lacked ' +
    'nicht kein* nie niemals niemand* nichts weder ohne kaum nirgend* ' +
    "ne n' pas jamais aucun aucune rien sans ni nul nulle " +
    'nunca jamás nadie nada ningún ninguno ninguna tampoco sin non mai nessun* niente nulla senza né ' +
    'não ninguém nenhum* sem nem niet geen nooit niets zonder inte ej aldrig ingen inget inga utan ikke aldri intet uden uten ' +
    'nie nigdy nikt nic żaden żadn* bez není nikdy nikdo ' +
    'не нет ни никогда никто ничего никак* без нельзя ні ніколи немає ніхто değil yok hiç asla ' +
    'bestreite* leugne* dementier* démen* refuse nier nié niega* negó negaron negar desmiente* desmint* rechaz* smentisc* smentit* nega negano negou ' +
    'отриц* опроверг* отверг* heç deyil yox qətiyyən երբեք չեն չենք չեմ չեք ' +
    'δεν μην μη ποτέ χωρίς κανείς κανένα* καμία τίποτα ούτε ոչ չէ չի არ ვერ არა لا ليس ليست لم لن غير بدون دون بلا نه نیست نمی نفى نفت ينفي تنفي رفض رفضت לא אין בלי מעולם नहीं मत बिना',
  number:
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred* thousand* million* billion* trillion* dozen* ' +
    'half halves third thirds quarter quarters fourth fifth fifths sixth seventh eighth ninth tenth tenths double twice triple zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend ' +
    'deux trois quatre cinq sept huit neuf dix mille dos tres cuatro cinco seis siete ocho nueve diez cien millones ' +
    'два две три четыре пять шесть семь восемь девять десять сто тысяч* миллион*',
  quantifier:
    'all every each any some only most many much few several both majority minority always often sometimes usually mostly roughly approximately ' +
    'largely partly nearly almost merely solely exclusively entirely completely everyone everything everybody everywhere ' +
    'someone something anyone anything whole alle allen aller alles jede* einige* manche* nur meist* viele* wenige* immer oft beide* ' +
    'tous toute* tout chaque quelques plusieurs seulement uniquement souvent toujours beaucoup environ presque plupart todos todas cada algunos algunas ' +
    'solo sólo siempre muchos muchas pocos casi tutti tutte ogni alcuni alcune soltanto sempre molti pochi quasi todo alguns algumas apenas muitos ' +
    'все всё всех всем каждый каждая некоторые только лишь многие всегда часто почти większość wszystkie wszyscy tylko niektóre ' +
    'alle elke iedereen sommige alleen altijd alltid bara tüm bütün bazı sadece yalnızca yalnız hamısı bəzi ' +
    'mayoría únicamente ningunas metade metà só cada maioria großteil etwa mindestens höchstens fast größtenteils ' +
    'большинств* часть около примерно единственн* почти ամբողջ բոլոր միայն ոմանք ' +
    'όλα όλοι όλες όλη όλο όλους όλων κάθε μερικοί μερικές μερικά μόνο πολλοί πολλές πολλά πάντα συχνά σχεδόν ' +
    'كل بعض فقط جميع معظم كافة دائما غالبا أغلب أكثر أقل حوالي نحو כל כולם חלק רק רוב תמיד לפעמים מחצית',
  condition:
    'if unless before until till whether provided providing assuming otherwise except once depending ' +
    'wenn falls sofern solange bevor bis außer sonst si sauf avant salvo antes hasta qualora finché ' +
    'exceto tenzij voordat totdat ifall innan hvis før jeśli jeżeli zanim если пока прежде якщо перш eğer εάν αν εκτός προτού πριν μέχρι ώσπου ' +
    'purché prima até vorausgesetzt soweit pourvu əgər եթե մինչև إذا لو لولا قبل حتى شرط بشرط إلا אם אלא לפני עד בתנאי',
  hedge:
    'allegedly alleged reportedly may might could perhaps possibly probably apparently seemingly supposedly purportedly likely maybe ' +
    'presumably potentially arguably suspected believed suggest suggests suggested seem seems seemed appear appears appeared so-called ' +
    'angeblich anscheinend scheint scheinen womöglich eventuell wohl vielleicht möglicherweise vermutlich wahrscheinlich offenbar mutmaßlich* könnte* dürfte* ' +
    'peut-être probablement apparemment présumé* prétendu* pourrait pourraient semble semblerait supuestamente presuntamente quizá quizás acaso posiblemente ' +
    'probablemente aparentemente podría podrían forse magari presumibilmente probabilmente presunto presunta potrebbe potrebbero ' +
    'talvez provavelmente alegadamente supostamente poderia якобы возможно вероятно может могут предположительно вроде бы пожалуй кажется видимо наверное похоже ' +
    'misschien mogelijk vermoedelijk verluidt kanske möjligen påstås muligens måske może podobno rzekomo prawdopodobnie ' +
    'bəlkə güman գուցե հավանաբար belki iddiaya sözde muhtemelen ίσως μάλλον πιθανώς πιθανόν ενδεχομένως φέρεται ' +
    'ربما لعل يبدو قد يزعم يُزعم محتمل אולי ייתכן לכאורה כנראה לטענת',
}

const PHRASES: Record<SenseCode, string> = {
  negation: String.raw`\p{L}*n't|n'\p{L}+|no longer|not least|no one|far from|anything but`,
  number: String.raw`[+-]?\p{Nd}[\p{Nd}.,:/]*`,
  quantifier:
    'at least|at most|more than|less than|fewer than|up to|no more than|a few|a number of|pas tous|quelques-un\\p{L}*|не менее|не более|по меньшей мере',
  condition:
    "as long as|so long as|in case|in the event|subject to|on condition|even if|only if|à condition|à moins|a menos que|a meno che|a condición|siempre que|con tal|desde que|a condizione|a patto|s'ils?|jusqu'\\p{L}+|es sei denn|при условии|в случае|ما لم",
  hedge:
    'is said to|are said to|was said to|were said to|appears to|in theory|on paper|it is possible|as far as|sans doute|il paraît|tal vez|al parecer|a quanto pare|по-видимому|должно быть',
}

/** Scripts without spaces: looked for anywhere. */
const UNSPACED: Partial<Record<SenseCode, string>> = {
  negation: '不|没|沒|無|无|非|未|否|勿|ない|ません|なかっ|なく|ず、|ไม่|않|못|없|아니',
  quantifier:
    '全て|すべて|全部|所有|每|每个|一些|部分|多数|少数|几乎|至少|最多|有的|只|仅|一部|ほとんど|少なくとも|だけ|のみ|모든|모두|만 ',
  condition: '如果|要是|倘若|只要|一旦|前提|除非|之前|もし|れば|たら|前に|면 |ถ้า|หาก',
  hedge:
    '可能|也许|或许|大概|恐怕|似乎|疑似|据说|据悉|据称|據稱|涉嫌|かもしれ|おそらく|見込み|とみられ|らしい|수 있|อาจ',
  number:
    '[一二三四五六七八九十百千万萬億亿兆零〇两]{2,}|[一二三四五六七八九十百千万萬億亿兆两]+(?=[人个個名件年月日票户次天岁元块本册位家座条间倍成米吨%％])',
}

const PATTERNS = Object.fromEntries(
  (Object.keys(WORDS) as SenseCode[]).map((code) => [code, pattern(code)]),
) as Record<SenseCode, RegExp>

function pattern(code: SenseCode): RegExp {
  const words = WORDS[code].split(' ').map(anyEnding)
  const spaced = `(?<![\\p{L}\\p{M}\\p{N}-])(?:${PHRASES[code]}|${words.join('|')})(?![\\p{L}\\p{M}\\p{N}]|-\\p{L})`
  const unspaced = UNSPACED[code]
  return new RegExp(unspaced ? `${spaced}|${unspaced}` : spaced, 'giu')
}

/** Arabic writes "and" and "so" on to the word, Hebrew "and" and "that". */
function anyEnding(word: string): string {
  const open = word.replace(/\*$/, String.raw`\p{L}*`)
  if (/^\p{Script=Arabic}/u.test(word)) return `[وف]?${open}`
  return /^\p{Script=Hebrew}/u.test(word) ? `[וש]?${open}` : open
}

export const SENSE_CODES = Object.keys(WORDS) as readonly SenseCode[]

/**
 * The words of one kind in a text, lower case, apostrophes folded. `around` is a longer text that it stands in, which
 * tells what a word means that two languages share.
 */
export function senseWords(code: SenseCode, text: string, around = text): readonly string[] {
  const plain = plainText(text).replace(/[’´`ʼ‘]/g, "'")
  const shared = code === 'condition' && SE.test(plain) && saysIfBySe(around) ? plain.matchAll(SE_EACH) : []
  return [...plain.matchAll(PATTERNS[code]), ...shared]
    .filter((found) => !isMonth(code, plain, found.index, found[0]))
    .filter((found) => !(code === 'negation' && isOrdinal(plain, found.index)))
    .map((found) => found[0].toLowerCase())
}

const SE = /(?<![\p{L}\p{M}'-])se(?![\p{L}\p{M}])/iu
const SE_EACH = new RegExp(SE, 'giu')

/** "May" with a capital inside a sentence, or before a number, is the month; so is "mai" behind one. */
function isMonth(code: SenseCode, text: string, at: number, word: string): boolean {
  if (code === 'negation' && /^mai$/i.test(word)) return /\d\.? ?$/.test(text.slice(0, at))
  if (code !== 'hedge' || word !== 'May') return false
  return /^May,? \d/.test(text.slice(at)) || /[\p{L},] $/u.test(text.slice(Math.max(0, at - 2), at))
}

/** "No. 7" and "tram No 4" count, they do not deny; "No 4 boats sailed" does. */
function isOrdinal(text: string, at: number): boolean {
  const rest = text.slice(at, at + 8)
  return /^no\. ?\d/i.test(rest) || (/^No \d/.test(rest) && /\p{Ll} $/u.test(text.slice(0, at)))
}

const NEGATIVE_PREFIX = /^(?:un|in|il|im|ir|non-?|dis|mis|anti-?|counter-?|not-?|de|an|a)(?=\p{L}{3})/u
const NEGATIVE_SUFFIX = /(?:less|lessly|lessness|-?free|los|lose[rnms]?)$/u
const SAME_START = 3

/** Whether one word is the other with a negative affix put on, taken off or changed: unhappy and happy, hopeless and hopeful. */
export function differsByNegativeAffix(one: string, two: string): boolean {
  const mine = plainWord(one)
  const theirs = plainWord(two)
  if (mine === theirs) return false
  if (NEGATIVE_SUFFIX.test(mine) !== NEGATIVE_SUFFIX.test(theirs) && sharedStart(mine, theirs)) return true
  return (
    stem(mine).some((bare) => sameStem(bare, theirs)) || stem(theirs).some((bare) => sameStem(bare, mine))
  )
}

function plainWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replace(/[‐‑]/g, '-')
}

function sharedStart(one: string, two: string): boolean {
  return one.slice(0, SAME_START) === two.slice(0, SAME_START)
}

/** The word without its negative prefix, when it has one. */
function stem(word: string): readonly string[] {
  const prefix = NEGATIVE_PREFIX.exec(word)?.[0]
  return prefix === undefined ? [] : [word.slice(prefix.length)]
}

/** The other word goes on like the stem, its ending or its own prefix aside: [h]appier for unhappy, pro-war for [anti-war]. */
function sameStem(bare: string, word: string): boolean {
  const least = Math.min(bare.length, Math.max(SAME_START, Math.ceil(bare.length / 2)))
  return word.startsWith(bare.slice(0, least)) || word.endsWith(bare)
}
