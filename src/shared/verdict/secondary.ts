/** Words that a source takes from another publication (quotations.md § 6, `secondary`). */

const AGENCIES =
  'Reuters|AFP|Agence France-Presse|Associated Press|AP|Bloomberg|Interfax|TASS|RIA Novosti|Xinhua|Kyodo|ANSA|dpa|EFE|Anadolu|Al Jazeera|BBC|CNN|CBS|NBC|ABC|NPR|PBS|Sky News|ITV|MSNBC|Fox News|Politico|Axios|Der Spiegel|Die Zeit|Bild|Le Monde|Le Figaro|Libération|El País|El Mundo|La Repubblica|Corriere della Sera|RFE/RL|Radio Free Europe|Deutsche Welle|DW|Haaretz|Hürriyet|Dawn|Novaya Gazeta|Meduza'
const NOUNS =
  'Times|Post|Courier|Herald|Gazette|Journal|News|Chronicle|Observer|Guardian|Telegraph|Mail|Mirror|Star|Sun|Globe|Tribune|Press|Agency|Radio|Television|TV|Broadcasting|Weekly|Daily|Magazine|Today|Independent|Bulletin|Echo|Standard|Argus|Mercury|Dispatch|Register|Examiner|Enquirer|Inquirer|Review|Record|Sentinel|Ledger|Monitor|Zeitung|Wire|Newswire'
const MEDIUM = String.raw`(?<![\p{L}\p{M}-])(?:(?:the|a|an|la|le|die|der)\s+)?(?:(?:\p{Lu}[\p{L}\p{M}’'-]{0,40}|of|and)\s+){0,4}?(?:${AGENCIES}|\p{Lu}?[\p{L}-]{0,40}(?:${NOUNS}))(?![\p{L}\p{M}])`
const COMMON = String.raw`(?:(?:the|a|an)\s+)?(?:\p{L}{1,40}\s+){0,3}?(?:newspaper|news agency|magazine|broadcaster|television channel|radio station|news website|daily|weekly)(?![\p{L}\p{M}])`
const TAKEN = [
  String.raw`(?:told|telling|tells|informed)\s+(${MEDIUM}|${COMMON})`,
  String.raw`(?:[Aa]ccording to|[Aa]s reported (?:by|in)|(?:[Ff]irst )?reported (?:by|in)|[Qq]uoted (?:by|in)|[Cc]ited (?:by|in)|wrote in|[Ww]riting in|(?:[Ii]n an )?[Ii]nterview (?:with|in|to|by)|[Ss]peaking to|[Ii]n remarks to|[Ii]n comments to|[Ss]elon|[Dd][’']après|[Ll]aut|[Gg]egenüber|[Ss]egún|[Ss]econdo)\s+(${MEDIUM}|${COMMON})`,
  String.raw`(${MEDIUM})\s+(?:reported|reports|has reported|quoted|wrote|writes|cited|said|says|revealed)`,
  String.raw`(?:[Cc]iting|[Qq]uoting)\s+(${MEDIUM}|${COMMON})`,
  String.raw`((?![Ss]ocial)\p{L}[\p{L}-]{1,40}\s+media)\s+(?:reported|reports|said|says)`,
]
const PATTERNS = TAKEN.map((source) => new RegExp(source, 'gu'))

/** The publication a sentence takes words from, other than the source's own; null for direct speech. */
export function takenFrom(sentence: string, own: string | null): string | null {
  for (const pattern of PATTERNS) {
    for (const found of sentence.matchAll(pattern)) {
      const name = found[1] ?? ''
      if (!isOwn(name, own)) return name
    }
  }
  return null
}

function isOwn(name: string, own: string | null): boolean {
  if (/^(?:this|our)\s/iu.test(name)) return true
  if (own === null) return false
  return plain(own).includes(plain(name)) || plain(name).includes(plain(own))
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^the\s+/, '')
}
