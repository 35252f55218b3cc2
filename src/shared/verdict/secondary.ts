import { plainText } from './plain.ts'

/** Words that a source takes from another publication (quotations.md § 6, `secondary`). */

const AGENCIES =
  'Reuters|AFP|Agence France-Presse|Associated Press|AP|Bloomberg|Interfax|TASS|RIA Novosti|Xinhua|Kyodo|ANSA|dpa|EFE|Anadolu|Al Jazeera|BBC|CNN|CBS|NBC|ABC|NPR|PBS|Sky News|ITV|MSNBC|Fox News|Politico|Axios|Der Spiegel|Die Zeit|Bild|Le Monde|Le Figaro|Libération|El País|El Mundo|La Repubblica|Corriere della Sera|RFE/RL|Radio Free Europe|Deutsche Welle|DW|Haaretz|Hürriyet|Dawn|Novaya Gazeta|Meduza'
const NOUNS =
  'Times|Post|Courier|Herald|Gazette|Journal|News|Chronicle|Observer|Guardian|Telegraph|Mail|Mirror|Star|Sun|Globe|Tribune|Press|Agency|Radio|Television|TV|Broadcasting|Weekly|Daily|Magazine|Today|Independent|Bulletin|Echo|Standard|Argus|Mercury|Dispatch|Register|Examiner|Enquirer|Inquirer|Review|Record|Sentinel|Ledger|Monitor|Zeitung|Wire|Newswire|' +
  'Nachrichten|Anzeiger|[Bb]ote|[Kk]urier|[Bb]latt|Rundschau|Presse|Merkur|Morgenpost|[Zz]eitung|Allgemeine|Rundfunk|' +
  'Courrier|Écho|Voix|Progrès|Dépêche|Nouvelles|Matin|Voz|Diario|Periódico|Faro|Correo|Heraldo|Vanguardia|Prensa|Agencia|Gaceta|Noticias|' +
  'Voce|Corriere|Gazzetta|Stampa|Messaggero|Giornale|Jornal|Diário|Correio|Folha|Gazeta'
const MEDIUM = String.raw`(?<![\p{L}\p{M}-])(?:(?:the|a|an|la|le|die|der)\s+)?(?:(?:\p{Lu}[\p{L}\p{M}’'-]{0,40}|of|and)\s+){0,4}?(?:${AGENCIES}|\p{Lu}?[\p{L}-]{0,40}(?:${NOUNS}))(?![\p{L}\p{M}])`
const COMMON = String.raw`(?:(?:the|a|an)\s+)?(?:\p{L}{1,40}\s+){0,3}?(?:newspaper|news agency|magazine|broadcaster|television channel|radio station|news website|daily|weekly)(?![\p{L}\p{M}])`
const TAKEN = [
  String.raw`(?:told|telling|tells|informed)\s+(${MEDIUM}|${COMMON})`,
  String.raw`(?:[Aa]ccording to|[Aa]s reported (?:by|in)|(?:[Ff]irst )?reported (?:by|in)|[Qq]uoted (?:by|in)|[Cc]ited (?:by|in)|wrote in|[Ww]riting in|(?:[Ii]n an )?[Ii]nterview (?:with|in|to|by)|[Ss]peaking to|[Ii]n remarks to|[Ii]n comments to|[Ss]elon|[Dd][’']après|[Ll]aut|[Gg]egenüber|[Ss]egún|[Ss]econdo)\s+(${MEDIUM}|${COMMON})`,
  String.raw`(${MEDIUM})\s+(?:reported|reports|has reported|quoted|wrote|writes|cited|said|says|revealed|berichtete?|schreibt|schrieb|meldete?|rapporte|écrit|révèle|affirme|informa|informó|publicó|publica|reveló|riporta|scrive|noticiou|avança)(?![\p{L}\p{M}])`,
  String.raw`(?:[Cc]iting|[Qq]uoting)\s+(${MEDIUM}|${COMMON})`,
  String.raw`((?![Ss]ocial)\p{L}[\p{L}-]{1,40}\s+media)\s+(?:reported|reports|said|says)`,
]
/** Media by what they are called in Russian, Arabic, Chinese and Japanese, with their names in marks. */
const RUSSIAN = String.raw`(?:газет|журнал|издани|агентств|телеканал|портал|радио)\p{L}*(?:\s+[«“"„][^»”"“]{1,60}[»”"“])?|ТАСС|РИА Новости|Интерфакс\p{L}*`
const ARABIC = String.raw`ل?(?:صحيفة|جريدة|وكالة|قناة|مجلة|إذاعة|موقع)\s+(?:[«“"][^»”"]{1,60}[»”"]|\p{L}+)`
const CHINESE = String.raw`《[^》]{2,30}》|[\p{Script=Han}]{1,8}(?:社|报|報|网|網|电视台|電視台|日报|晚报)`
const JAPANESE = String.raw`『[^』]{2,30}』|[\p{Script=Han}\p{Script=Katakana}ー]{1,12}(?:新聞|通信|放送|テレビ)`
const OTHER_SCRIPTS = [
  String.raw`(?<!\p{L})(?:[Пп]о данным|[Пп]о сообщению|[Пп]о информации|[Сс]о ссылкой на|[Сс]огласно|[Кк]ак (?:пишет|сообщает|сообщил[аои]?|передаёт|передает)|[Рр]ассказал[аи]?|[Сс]казал[аи]?)\s+(${RUSSIAN})`,
  String.raw`(?<!\p{L})[وف]?(?:بحسب|حسب|وفق\p{M}*ا?\p{M}*|نقل\p{M}*ا?\p{M}* عن|ذكرت|نقلت|أفادت|قالت|أوردت)\s+(${ARABIC})`,
  String.raw`(?:据|據|援引|引述|告诉|告訴)(${CHINESE})`,
  String.raw`(《[^》]{2,30}》)(?:报道|報道|報導|援引|披露|称|稱)`,
  String.raw`(${JAPANESE})(?:によると|によれば|が報じ|は報じ)`,
]
const PATTERNS = [...TAKEN, ...OTHER_SCRIPTS].map((source) => new RegExp(source, 'gu'))

/** The publication a sentence takes words from, other than the source's own; null for direct speech. */
export function takenFrom(sentence: string, own: string | null): string | null {
  const plain = plainText(sentence)
  for (const pattern of PATTERNS) {
    for (const found of plain.matchAll(pattern)) {
      const name = found[1] ?? ''
      if (!isOwn(name, own)) return name
    }
  }
  return null
}

function isOwn(name: string, own: string | null): boolean {
  if (/^(?:this|our)\s/iu.test(name)) return true
  if (own === null) return false
  return bare(own).includes(bare(name)) || bare(name).includes(bare(own))
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[«»“”"„《》『』]/gu, '')
}
