const ENGLISH =
  'said|says|saying|told|tells|telling|added|adds|adding|wrote|writes|stated|states|declared|declares|announced|announces|insisted|insists|argued|argues|warned|warns|claimed|claims|noted|notes|explained|explains|replied|replies|asked|asks|answered|answers|called|calls|described|describes|tweeted|posted|denied|admitted|admits|acknowledged|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|reiterated|remarked|commented|observed|observes|concluded|concludes|continued|recalled|recalls|reported|reports|urged|vowed|promised|confirmed|suggested|demanded|condemned|denounced|denounces|critici[sz]ed|accused|conceded|complained|quipped|joked|testified|responded|affirmed|maintained|asserted|predicted|lamented|hailed|pledged|cautioned|countered|disagreed|objected|put it|spoke of|speaks of'

const GERMANIC =
  'sagte|sagten|sagt|sagen|erklärte|erklärten|erklärt|betonte|betont|schrieb|schreibt|meinte|meint|warnte|warnt|forderte|fordert|nannte|nennt|teilte|ergänzte|fügte|entgegnete|erwiderte|antwortete|fragte|fragt|kritisierte|kritisiert|bestätigte|berichtete|kündigte|räumte|mitteilte|mitteilten|hinzufügte|ankündigte|einräumte|beteuerte|klagte|zei|zegt|zeiden|schreef|sade|säger|skrev|sier|siger|sagde'

/** What follows "a" or "ont" in French. */
const FRENCH_PAST =
  'dit|déclaré|affirmé|ajouté|assuré|expliqué|précisé|indiqué|souligné|estimé|répondu|répliqué|lancé|confié|rappelé|averti|écrit|annoncé|reconnu|admis|insisté|demandé|raconté|regretté|martelé|conclu|poursuivi|promis|dénoncé|lâché|jugé|critiqué|confirmé'
const FRENCH_PRESENT =
  "dit|disent|déclare|affirme|ajoute|assure|explique|précise|indique|souligne|estime|répond|réplique|lance|confie|rappelle|avertit|écrit|annonce|reconnaît|admet|insiste|demande|raconte|regrette|martèle|conclut|poursuit|soupire|s[’']indigne|dénonce"
const FRENCH = `(?:a|ont|avait|avaient)(?: ainsi| aussi| encore)? (?:${FRENCH_PAST})|${FRENCH_PRESENT}`
/** "a-t-il déclaré", "soupire-t-elle": who that is stands elsewhere. */
const FRENCH_INVERTED = `(?:a-t|ont|avait|avaient)-(?:il|elle|ils|elles|on) (?:${FRENCH_PAST})|(?:${FRENCH_PRESENT})(?:-t)?-(?:il|elle|ils|elles|on)`

const IBERIAN =
  'dijo|dijeron|dice|dicen|declaró|declararon|afirmó|afirma|señaló|señala|añadió|añade|agregó|explicó|explica|escribió|escribe|insistió|insiste|contó|cuenta|aseguró|asegura|respondió|responde|preguntó|advirtió|advierte|subrayó|recordó|indicó|indica|manifestó|sostuvo|reconoció|exclamó|prometió|lamentó|criticó|anunció|zanjó|matizó|denunció|confirmó|disse|disseram|diz|afirmou|declarou|acrescentou|explicou|escreveu|respondeu|perguntou|prometeu|anunciou|sublinhou|lembrou|garantiu'

const ITALIAN =
  '(?:ha|hanno) (?:detto|dichiarato|affermato|aggiunto|spiegato|scritto|risposto|chiesto|ricordato|annunciato|sottolineato|promesso)|dice|dicono|afferma|spiega|aggiunge|scrive|risponde|racconta'

const SLAVIC =
  'сказал|сказала|сказали|говорит|говорят|говорил|говорила|заявил|заявила|заявили|заявляет|отметил|отметила|отметили|добавил|добавила|добавили|сообщил|сообщила|сообщили|сообщает|рассказал|рассказала|рассказали|рассказывает|подчеркнул|подчеркнула|заметил|заметила|пояснил|пояснила|объяснил|объяснила|ответил|ответила|спросил|спросила|признался|признался|призналась|признал|признала|написал|написала|пишет|считает|уверен|уверена|предупредил|предупредила|возразил|возразила|усмехнулся|усмехнулась|объявил|объявила|обещал|обещала|сказав|заявив|powiedział|powiedziała|stwierdził|stwierdziła|dodał|dodała|řekl|řekla|uvedl|uvedla'

const OTHERS =
  'dedi|söyledi|belirtti|ekledi|açıkladı|bildirib|deyib|είπε|είπαν|δήλωσε|δήλωσαν|ανέφερε|τόνισε|ասել է|հայտարարել է|ասաց|אמר|אמרה|אמרו|הוסיף|הוסיפה|הודיע|הודיעה|שאל|שאלה'

/** Without "and" and "so", which are written on to them. */
export const ARABIC_VERBS =
  'قال|قالت|قالوا|أضاف|أضافت|أكد|أكدت|أوضح|أوضحت|أعلن|أعلنت|صرح|صرحت|ذكر|ذكرت|شدد|شددت|أشار|أشارت|اعتبر|اعتبرت|رأى|رأت|كتب|كتبت|تساءل|تساءلت'

/** In a script without spaces they stand against the name. */
export const CHINESE_VERBS =
  '说道|說道|说|說|表示|指出|声称|聲稱|称|稱|认为|認為|强调|強調|承诺|承諾|解释|解釋|介绍|介紹|回应|回應|写道|寫道|补充|透露|宣布|坦言|直言'

/** Verbs of English by which somebody is said to have said something, as an alternation. */
export const ENGLISH_VERBS = ENGLISH
/** Those of other languages with spaces and capitals. */
export const OTHER_VERBS = [GERMANIC, FRENCH, IBERIAN, ITALIAN, SLAVIC, OTHERS].join('|')

/** All of them that stand between spaces; case matters: the United States report nothing. */
export const REPORTING_VERBS = [ENGLISH, FRENCH_INVERTED, OTHER_VERBS, `[وف]?(?:${ARABIC_VERBS})`].join('|')
