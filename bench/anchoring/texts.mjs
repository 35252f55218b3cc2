// Articles of made-up sentences in four scripts, the same for a seed on every machine. Their words come from short
// lists, so that lookalikes of any short passage stand all over the text, as in real reports on one subject.

import { dice } from '../pdf/articles.mjs'

const list = (words) => words.trim().split(/\s+/)

const LATIN = {
  nouns:
    list(`committee government parliament agreement settlement commission investigation correspondent reservoir
    harbour ministry delegation compensation negotiation constitution administration opposition declaration department
    village court measure question answer border treaty budget engineer farmer fisherman newspaper statement record
    council province lake river archive witness embassy resolution vote envoy ceasefire corridor mediator`),
  adjectives:
    list(`international considerable independent agricultural preliminary constitutional well-known so-called
    long-term cross-border official unprecedented humanitarian northern southern temporary permanent controversial
    old new early late quiet open joint partial`),
  verbs:
    list(`acknowledged recommended investigated established reconsidered published contradicted strengthened
    underestimated described questioned supported abandoned postponed measured rejected announced welcomed criticised`),
  small: list(`the the the of of in and to that with by for on at from`),
  names: list(`Marrow Novak Haddad Lindqvist Okafor Brandt Castellan Ferreira Yilmaz Petrov Azoulay Dunmore`),
  join: ' ',
  stop: '.',
  comma: ',',
  open: '“',
  close: '”',
}

const CYRILLIC = {
  nouns:
    list(`комиссия правительство парламент соглашение расследование корреспондент водохранилище гавань министерство
    делегация компенсация переговоры конституция администрация оппозиция декларация департамент деревня суд мера вопрос
    ответ граница договор бюджет инженер рыбак газета заявление совет провинция озеро река архив свидетель посольство
    резолюция голосование посланник перемирие коридор посредник`),
  adjectives:
    list(`международный независимый предварительный конституционный известный официальный гуманитарный северный
    южный временный постоянный спорный старый новый ранний поздний тихий открытый совместный частичный`),
  verbs:
    list(`признал рекомендовал расследовал установил пересмотрел опубликовал опроверг укрепил недооценил описал
    поддержал оставил отложил измерил отклонил объявил приветствовал критиковал`),
  small: list(`и в на по что с для из от при над`),
  names: list(`Марков Новак Хаддад Линдквист Окафор Брандт Кастелян Феррейра Йылмаз Петров`),
  join: ' ',
  stop: '.',
  comma: ',',
  open: '«',
  close: '»',
}

const ARABIC = {
  nouns:
    list(`اللجنة الحكومة البرلمان الاتفاق التسوية التحقيق المراسل الخزان الميناء الوزارة الوفد التعويض المفاوضات الدستور
    الإدارة المعارضة الإعلان القرية المحكمة الإجراء السؤال الجواب الحدود المعاهدة الميزانية المهندس الصياد الصحيفة البيان
    المجلس المقاطعة البحيرة النهر الأرشيف الشاهد السفارة القرار التصويت المبعوث الهدنة الممر الوسيط`),
  adjectives:
    list(`الدولي المستقل الزراعي الأولي الدستوري المعروف الرسمي الإنساني الشمالي الجنوبي المؤقت الدائم القديم الجديد
    المبكر المتأخر الهادئ المفتوح المشترك الجزئي`),
  verbs: list(`أقر أوصى حقق أثبت راجع نشر نفى عزز وصف أيد ترك أجل قاس رفض أعلن رحب انتقد`),
  small: list(`في من على إلى أن مع عن عند بعد قبل`),
  names: list(`مارو نوفاك حداد ليندكفيست أوكافور براندت كاستيلان فيريرا يلماز بيتروف`),
  join: ' ',
  stop: '.',
  comma: '،',
  open: '«',
  close: '»',
}

const CHINESE = {
  nouns:
    list(`委员会 政府 议会 协议 定居点 调查 记者 水库 港口 外交部 代表团 赔偿 谈判 宪法 行政部门 反对派 声明 村庄 法院 措施
    问题 答复 边界 条约 预算 工程师 农民 渔民 报纸 记录 省份 湖泊 河流 档案 证人 大使馆 决议 表决 特使 停火 走廊 调解人`),
  adjectives: list(
    `国际的 独立的 农业的 初步的 宪法的 著名的 官方的 人道的 北部的 南部的 临时的 永久的 旧的 新的 早期的 安静的 公开的 联合的`,
  ),
  verbs: list(
    `承认了 建议了 调查了 确定了 重新考虑了 发表了 否认了 加强了 低估了 描述了 支持了 放弃了 推迟了 测量了 拒绝了 宣布了 欢迎了 批评了`,
  ),
  small: list(`在 和 对 从 由 把 被 与 向`),
  names: list(`马罗 诺瓦克 哈达德 林奎斯特 奥卡福 勃兰特 费雷拉 伊尔马兹 彼得罗夫`),
  join: '',
  stop: '。',
  comma: '，',
  open: '“',
  close: '”',
}

export const SCRIPTS = { Latin: LATIN, Cyrillic: CYRILLIC, Arabic: ARABIC, Chinese: CHINESE }

/** One word of the script's lists, any kind. */
export function anyWord(script, roll) {
  const { nouns, adjectives, verbs } = script
  const all = [nouns, adjectives, verbs][roll(3)]
  return all[roll(all.length)]
}

function sentence(script, roll) {
  const one = (words) => words[roll(words.length)]
  const { nouns, adjectives, verbs, small, names, stop, comma, open, close } = script
  const phrase = () => [one(small), ...(roll(3) ? [one(adjectives)] : []), one(nouns)]
  const clause = () => [...phrase(), one(verbs), ...phrase(), ...(roll(2) ? phrase() : [])]
  const words = clause()
  if (roll(3) === 0) words.push(String(2 + roll(900)))
  if (roll(2)) words.push(`${words.pop()}${comma}`, ...clause())
  if (roll(4) === 0) words.unshift(one(names))
  if (roll(5) === 0) {
    words[0] = `${open}${words[0]}`
    words.push(`${words.pop()}${close}`)
  }
  words.push(`${words.pop()}${stop}`)
  return words
}

/**
 * Paragraphs of tokens until the text has about `size` UTF-16 units. A token is a word with the marks that touch it;
 * its `id` stays with it through every edit.
 */
export function makeText(script, seed, size) {
  const roll = dice(seed)
  const paragraphs = []
  let id = 0
  for (let length = 0; length < size;) {
    const words = Array.from({ length: 6 + roll(14) }, () => sentence(script, roll)).flat()
    paragraphs.push(words.map((text) => ({ id: id++, text })))
    length += words.join(script.join).length + 1
  }
  return paragraphs
}

/** The text of paragraphs, and where each token stands in it: `[start, end]` by id. */
export function layOut(paragraphs, join) {
  const places = new Map()
  const pieces = []
  let at = 0
  const put = (text) => {
    pieces.push(text)
    at += text.length
  }
  for (const [index, tokens] of paragraphs.entries()) {
    if (index > 0) put('\n')
    for (const [position, { id, text }] of tokens.entries()) {
      if (position > 0) put(join)
      if (id !== null) places.set(id, [at, at + text.length])
      put(text)
    }
  }
  return { text: pieces.join(''), places }
}
