/** Letters that no accent-stripping turns into ASCII. Greek, Cyrillic, Hebrew and Arabic by sound. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  `ø:o ł:l ß:ss æ:ae œ:oe đ:d ð:d þ:th ı:i ħ:h ŋ:ng ə:e ĸ:k ſ:s ŧ:t
  α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o
  а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch
  ы:y э:e ю:yu я:ya є:ye і:i ї:yi ґ:g ў:u ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:g ќ:k ѕ:dz қ:k ғ:g ә:a ө:o ү:u ұ:u ң:n һ:h
  א:a ב:b ג:g ד:d ה:h ו:v ז:z ח:h ט:t י:y כ:k ך:k ל:l מ:m ם:m נ:n ן:n ס:s ע:a פ:p ף:p צ:ts ץ:ts ק:q ר:r ש:sh ת:t
  ا:a أ:a إ:i آ:a ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع:a غ:gh ف:f ق:q ك:k ک:k ل:l م:m
  ن:n ه:h ة:a و:w ي:y ی:y ى:a پ:p چ:ch گ:g ژ:zh`
    .trim()
    .split(/\s+/u)
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)] as const),
)

/** ASCII letters and digits in lower case; what has no reading in the table is left out. */
export function transliterate(text: string): string {
  const plain = Array.from(
    text.normalize('NFC').toLowerCase(),
    (letter) => LETTERS.get(letter) ?? letter,
  ).join('')
  const stripped = plain.normalize('NFKD').replace(/\p{M}/gu, '')
  return Array.from(stripped, (letter) => LETTERS.get(letter) ?? letter)
    .join('')
    .replace(/[^a-z0-9]/g, '')
}
