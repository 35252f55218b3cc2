/** Whole short blocks that are no words of an article, in the languages that most saved pages are in. */
const LINES: readonly RegExp[] = [
  // Pointers to other articles.
  /^(?:related|read (?:more|also|next|on)|more (?:on|from|about|stories)|don['’]t miss|must read|you (?:may|might) (?:also )?(?:like|enjoy|be interested)|most (?:read|popular)|up next|next (?:article|story)|previous (?:article|story)|editors?['’]? picks?|in case you missed it|story continues below)\b[^.!?]{0,40}[:.…>»]*$/i,
  /^(?:see more|also read|watch|recommended|trending|latest|popular)[:.…>»]*$/i,
  /^(?:related|read more|read also|also read|more|watch|see more|don['’]t miss|must read|recommended|further reading|related (?:post|article|story|stories|articles|posts|links|news|content|coverage|video))\s*[:|>»–—-]\s*\S/i,
  /^(?:leia (?:também|mais)|veja (?:também|mais)|saiba mais|confira também|lea (?:también|además|más)|lee también|ver también|te puede interesar|à lire (?:aussi|également)|lire (?:aussi|également)|voir aussi|lesen sie (?:auch|mehr|hier)|mehr zum thema|siehe auch|das könnte sie auch interessieren|leggi anche|potrebbe interessarti|lees ook|läs (?:också|mer|även)|les også|læs også|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|čtěte také|читайте (?:также|ещё|еще)|смотрите также|по теме|читайте по теме|関連記事|あわせて読みたい|相关(?:阅读|新闻|文章)|延伸閱讀|관련\s?기사)(?![\p{L}])/iu,
  /^more (?:great )?(?:[\p{L}\p{N}’'.&-]+ ){0,4}(?:stories|articles|news|coverage|headlines|posts|reading)[:.…>»]*$/iu,
  // Newsletters, subscriptions, applications, social networks.
  /^(?:subscribe|sign up|sign-up|get (?:the|our|breaking|email|more|access)|join (?:our|us|the)|click here|follow us|like us|download (?:the|our)|newsletters?|want more (?:stories|news)|(?:to )?receive (?:our|the))\b.{0,200}(?:newsletters?|inbox|updates?|alerts?|e-?mails?|subscri\w+|subscription|facebook|twitter|instagram|telegram|whatsapp|app|notifications?|forums?|channel|daily|weekly)\b/is,
  /^(?:subscribe to|sign up (?:for|to)|get .{1,60} delivered)\b/i,
  /\b(?:click here (?:for|to)|sign up (?:for|to)|subscribe to (?:our|the)|join our|delivered (?:straight |right )?to your)\b.{0,80}(?:newsletters?|information|inbox|magazine|today|free|subscri\w+|forums?|news|updates)\b/i,
  /^(?:have a (?:news )?tip|got a (?:news )?tip|(?:you can )?(?:e-?mail|reach|contact|follow)\b.{0,80}(?:@|\bhttps?:|\btwitter\b|\bfacebook\b))/i,
  /\b(?:affiliate (?:commission|links?)|earn a (?:small )?commission)\b/i,
  /^citation:\s.{0,300}\bretrieved\b/i,
  /^(?:subscribe|sign up|sign in|log in|register|newsletter|newsletters|subscribe now|subscribe today|sign up now|join now|email address|your email)[.!:…]*$/i,
  /^(?:click|tap) here (?:to|for)\b/i,
  /^(?:siga|siga-nos|síguenos|sigue a|suivez|abonnez|folgen sie|abonnieren|seguici|iscriviti|inscreva-se|assine|suscríbete|подпис(?:ывайтесь|аться)|volg ons)(?![\p{L}])/iu,
  // Sharing, comments, tools.
  /^(?:post|leave|add|write|view|show|hide|read|see|load) (?:a |your |all |the |more )?(?:\d+ )?(?:comments?|reply|replies|discussion)\b.{0,30}$/i,
  /^(?:join the (?:conversation|discussion)|tell us what you think|what do you think|have your say|let us know in the comments|report (?:a )?(?:typo|error|mistake)|you must be (?:logged in|a member))\b.{0,100}$/i,
  /^(?:skip to (?:main )?content|back to top|go to top|home|menu|search|close|caption|enlarge(?: image)?|expand|collapse|hide caption|toggle caption|view (?:author )?archive|view gallery|view slideshow|show (?:more|less)|load more|loading(?: content)?[ .…]*|read more|continue reading|view comments|get short url|permalink|more|next|previous|play|pause|embed|author|tags?|topics?|filed under|photos?|videos?|image|gallery)[:.…]*$/i,
  /^(?:image|photo|slide|picture|foto|bild)\s+\d{1,3}\s*(?:of|\/|von|de|di)(?:\s*\/)?\s*\d{1,3}$/i,
  // Advertisements.
  /^(?:advertisements?|advert|ad|sponsored(?: content| by .{0,40})?|promoted|publicidade|publicidad|publicité|anzeige|werbung|pubblicità|reklama?|реклама|广告|廣告|広告|光고|story continues (?:below|after) (?:this )?ad\w*|article continues (?:below|after) (?:this )?ad\w*|scroll (?:down )?for more|continue reading below)[:.]?$/i,
  // Rights.
  /^(?:copyright|©|ⓒ|\(c\)|all rights reserved|tous droits réservés|alle rechte vorbehalten|todos (?:os|los) (?:direitos|derechos) reservados|tutti i diritti riservati|все права защищены|版权所有|無断転載)(?![\p{L}]).{0,160}$/iu,
  /(?:all rights reserved|tous droits réservés|alle rechte vorbehalten|todos os direitos reservados|todos los derechos reservados|무단\s?전재|無断転載|未经授权|may not be (?:published|reproduced)|no part may be reproduced)/iu,
  // Who made it: under the last paragraph, or beside the first.
  /^\(?(?:reporting|writing|additional reporting|edited|editing|compiled|written|with reporting|report) by\b/i,
  /^(?:fotos?|photos?|images?|pictures?|credits?|bild|quelle|source|sources|foto de|photo by|image by|photograph by|featured image|main image|image copyright|image credit|photo credit|picture credit|crédito|créditos|fonte|via)(?:\s*[:©/]|\s+[–—-]\s)\s*\S.{0,150}$/i,
  /^(?:©|\(c\)|photo by|image by|photograph by|photograph:|image copyright|media playback is|featured image)\b.{0,150}$/i,
  /^[^.!?]{1,80}(?:\/|\|)\s*(?:getty images?|afp|reuters|ap|shutterstock|istock|epa|ap photo|getty|alamy|bloomberg)[^.!?]{0,40}$/i,
  /^\(?(?:reporting|writing|editing)\b.{0,250}\b(?:editing|reporting|writing) by\b/i,
  // When it appeared.
  /^(?:first |last |originally )?(?:published|updated|posted|modified|created|publicado|publicada|atualizado|actualizado|publié|mis à jour|veröffentlicht|aktualisiert|pubblicato|aggiornato|gepubliceerd|опубликовано|обновлено)(?:\s+(?:on|at|in|em|el|le|am|il|op))?\s*[:|]?\s.{0,100}\d.{0,60}$/iu,
  /^(?:reading time|tempo de leitura|tiempo de lectura|temps de lecture|lesezeit|tempo di lettura|leestijd|время чтения)(?![\p{L}]).{0,40}$/iu,
  /^\d{1,3}\s?(?:min(?:ute)?s?|minutos?)\s?(?:read|lesezeit|de lecture|de lectura|de leitura)?[.:]?$/i,
]

/** Buttons of social networks and tools, which stand in rows. */
const BUTTONS = new Set(
  `share tweet pin print email e-mail mail save submit reddit whatsapp facebook twitter linkedin pinterest flipboard
  telegram tumblr messenger comment comments pint teilen drucken
  partager imprimer envoyer compartir compartilhar condividi stampa imprimir поделиться`.split(/\s+/),
)
const FILLERS = new Set('it this on via by copy link url to x like send baixar'.split(' '))
const MOST_BUTTONS = 14

function isButtonRow(text: string): boolean {
  if (text.length > 120) return false
  const words = text
    .toLowerCase()
    .split(/[\s(|/·,+).:]+/)
    .filter((word) => word !== '')
  const named = words.filter((word) => BUTTONS.has(word))
  return (
    words.length > 0 &&
    words.length <= MOST_BUTTONS &&
    named.length > 0 &&
    words.every((word) => BUTTONS.has(word) || FILLERS.has(word) || /^\d{1,6}k?$/.test(word))
  )
}

/** These are furniture as lines, and may head a part of an article. */
const TOOLS = /^(?:transcript|highlights|key points)[:.…>»]*$/i

/** True for a short line that names a part of the page, and is no heading. */
export const isTool = (text: string): boolean => TOOLS.test(text)

const LABEL =
  /^(?:don['’]t miss|related(?: articles?| stories| news)?|read (?:more|also|next)|also read|must read|recommended|more stories|you may also like|leia também|lee también|lire aussi|lesen sie auch|leggi anche|читайте также)(?![\p{L}])/iu

/** True for a line that begins as a pointer to other articles does; where it is mostly links, it is one. */
export const beginsAsPointer = (text: string): boolean => LABEL.test(text)

const LONGEST = 400

/** True for a short block that is no part of an article by what it says. */
export function isFurnitureLine(text: string): boolean {
  return text.length <= LONGEST && (isButtonRow(text) || LINES.some((line) => line.test(text)))
}

const CREDITED =
  /^file photo\b|\((?:(?:photo|image|credit|picture|file|ap|epa|afp|reuters|getty)\b[^()]*|[^()]*(?:getty images|\bap|\bafp|\breuters|nasa\/\S+))\)$|\bcredit:?\s\p{Lu}[^.!?]{2,60}$|\/(?:getty images|afp|reuters|ap|epa)$/iu

/** True for a line that names who took a picture, as captions do. */
export const isCredited = (text: string): boolean => text.length < 300 && CREDITED.test(text)
