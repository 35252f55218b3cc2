import { ARABIC_VERBS, CHINESE_VERBS, OTHER_VERBS } from './reporting-verbs.ts'

/** Attributions in other languages than English: where the name stands beside the verb, and what cannot be one. */

const PARTICLE =
  "de|da|das|do|dos|del|della|di|du|des|van|von|der|den|ter|zu|bin|ibn|al|el|la|le|les|y|e|et|i|und|d’|d'"
const PROPER = String.raw`\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'.-]\p{L}[\p{L}\p{M}]*)*`
const NAME = String.raw`${PROPER}(?:[ \u00A0](?:(?:(?:${PARTICLE})[ \u00A0]){0,2}(?:d’|d')?${PROPER}))*`
const APPOSITION = String.raw`(?:,[^,“”"«»„;:]{1,80},|[ ]\([^()]{1,60}\))?`
const EDGE = String.raw`(?<![\p{L}\p{M}\p{N}’'-])`
const END = String.raw`(?![\p{L}\p{M}\p{N}-])`
/** Behind these stands where, when or to whom, not who; a pronoun's name stands elsewhere. */
const STOP =
  '(?:in|im|am|an|auf|bei|beim|vor|nach|zu|zum|zur|dem|den|gegenüber|seit|während|er|sie|es|wir|dass|' +
  'à|au|aux|en|dans|lors|devant|pour|sur|chez|il|elle|ils|elles|on|que|a(?=[ ]\\p{Lu})|al|ante|durante|desde|tras|él|ella|ellos|' +
  'em|no|na|ao|nel|nella|alla|ai|che|в|во|на|после|перед|он|она|они|что|из|о|об|ve|bu)'
const OF = '(?:de|del|du|des|di|do|da|von|vom|für|für die|de la|de las|de los|dei|delle|della)'
/** The office in small letters, with what it is an office of: "el ministro de Exteriores,". */
const ROLE = String.raw`(?:(?:${OF}[ ]${PROPER}(?:[ ]${PROPER})*,[ ])|(?!${STOP}[ ])\p{Ll}[\p{L}’'-]*,?[ ]){0,8}?`
/** Behind an article stands a name of two words or a common noun (German "die Mutter"). */
const NOT_OF = String.raw`(?<!(?<!\p{L})${OF}[ ])(?:(?<!(?<!\p{L})(?:la|el|der|die)[ ])|(?=${PROPER}[ ]${PROPER}))`

const pattern = (source: string, flags = 'u') => new RegExp(source, flags)

const AFTER = pattern(
  String.raw`^[\s,;.–—-]*(?:${OTHER_VERBS}|so)[ ](?!${STOP}[ ])${ROLE}${NOT_OF}(?<name>${NAME})`,
)
const BETWEEN = pattern(
  String.raw`[ ]{2,}[\s,–—-]*(?:${OTHER_VERBS})[ ](?!${STOP}[ ])${ROLE}${NOT_OF}(?<name>${NAME})[^“”"«»„;:]{0,80}[,.–—-]\s*$`,
)
const NAME_VERB = pattern(
  String.raw`${EDGE}(?<name>${NAME})(?<beside>${APPOSITION}),?[ ](?:${OTHER_VERBS})${END}(?<rest>[^;]*)$`,
  'gu',
)
const VERB_NAME = pattern(
  String.raw`${EDGE}(?:${OTHER_VERBS})[ ](?!${STOP}[ ])${ROLE}${NOT_OF}(?<name>${NAME})[^“”"«»„;:.!?]{0,40}[:：,]?\s*$`,
)

const ARABIC_WORDS = String.raw`(?<words>[\p{Script=Arabic}\p{M}]+(?:[ ][\p{Script=Arabic}\p{M}]+){0,7})`
const ARABIC_AFTER = pattern(String.raw`^[\s،,.]*[وف]?(?:${ARABIC_VERBS})[ ]${ARABIC_WORDS}`)
const ARABIC_BEFORE = pattern(
  String.raw`(?<![\p{L}\p{M}])[وف]?(?:${ARABIC_VERBS})[ ]${ARABIC_WORDS}[^«»“”".؟!]{0,80}$`,
)
/** Where a name ends: "that", or where, when and to whom. */
const ARABIC_STOP =
  /^(?:أن|إن|بأن|أنه|أنها|إنه|إنها|في|خلال|أمام|يوم|عن|إلى|على|من|مع|لل.*|ضاحك.*|مضيف.*|رد.*)$/u
/** Offices without an article: what follows is what they are offices of. */
const ARABIC_ROLE =
  /^(?:وزير|وزيرة|رئيس|رئيسة|مدير|مديرة|نائب|نائبة|متحدث|متحدثة|ناطق|نقيب|محافظ|عضو|سفير|قائد|أمين|عميد|مستشار|صاحب|باسم|أحد|إحدى|بعض|هو|هي|هم)$/u

const SURNAME =
  '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|皇甫|令狐|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳欧管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦麦麥褚娄婁窦竇戚岑景党宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺]'
/** No syllables of given names but ends of other words. */
const NOT_GIVEN = '[地的们們人民家长長员員者面上是都也还還又就才部门門方们]'
const CHINESE_NAME = String.raw`(?<name>(?:${SURNAME})(?:(?!${NOT_GIVEN})\p{Script=Han}){1,2}?|\p{Script=Han}{1,6}(?:[·・]\p{Script=Han}{1,8})+)`
const CHINESE_AFTER = pattern(String.raw`^[，,\s]*${CHINESE_NAME}(?:${CHINESE_VERBS})`)
/** The ends of offices, which may stand before the name. */
const CHINESE_OFFICE =
  '(?:长|長|总统|總統|主席|总理|總理|教授|发言人|發言人|代表|书记|書記|主任|经理|經理|专家|專家|医生|醫生|律师|律師|学者|學者|店主|村民)'
const CHINESE_BEFORE = pattern(
  String.raw`(?:^|[。！？；，、：\s”」』])(?:\p{Script=Han}{0,12}?${CHINESE_OFFICE})?${CHINESE_NAME}(?:则|則|还|還|也|曾|随后|隨後)?(?:${CHINESE_VERBS})[^。！？；“”「」]{0,12}[：:，,]?\s*$`,
)

/**
 * The name in an attribution of another language; `before` and `behind` are the rest of the quotation's sentence
 * on each side, other quotations blanked. Not yet freed from titles. Null where none is given.
 */
export function nameElsewhere(before: string, behind: string): readonly string[] {
  return [
    nameOf(AFTER.exec(behind)),
    arabicName(ARABIC_AFTER.exec(behind)),
    nameOf(CHINESE_AFTER.exec(behind)),
    leading(before),
    nameOf(VERB_NAME.exec(before)),
    nameOf(BETWEEN.exec(before)),
    arabicName(ARABIC_BEFORE.exec(before)),
    nameOf(CHINESE_BEFORE.exec(before)),
  ].filter((name) => name !== null)
}

const nameOf = (found: RegExpExecArray | null): string | null => found?.groups?.['name'] ?? null

const TAKEN_OVER = pattern(
  String.raw`${EDGE}(?:er|sie|il|elle|él|ella|lui|lei|он|она|und|et|y|e|и|но|а)[ ](?:${OTHER_VERBS})${END}`,
)

/** The last "X sagte" before the quotation, unless a pronoun took over. */
function leading(before: string): string | null {
  const found = [...before.matchAll(NAME_VERB)].at(-1)
  return found === undefined || TAKEN_OVER.test(found.groups?.['rest'] ?? '')
    ? null
    : (found.groups?.['name'] ?? null)
}

/** Two words or more, offices with an article before them left out; an office without one names nobody. */
function arabicName(found: RegExpExecArray | null): string | null {
  const words = (found?.groups?.['words'] ?? '').split(' ')
  const stop = words.findIndex((word) => ARABIC_STOP.test(word))
  const said = stop < 0 ? words : words.slice(0, stop)
  const first = said.findIndex((word) => !word.startsWith('ال'))
  const name = first < 0 ? [] : said.slice(first)
  if (name.length < 2 || name.length > 6 || ARABIC_ROLE.test(name[0] ?? '')) return null
  return name.join(' ')
}
