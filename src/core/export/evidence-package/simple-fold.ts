const UNSEEN =
  /[-‐]\u00ad\s*|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff\u0640]|[\ufe00-\ufe0f]|[\u064b-\u065f]|\u0670/gu
const COMPATIBLE = /[\ufb00-\ufdff\ufe30-\ufe4f\ufe70-\ufefc\uff01-\uffef]/gu
const PLAIN = /^[A-Za-z0-9]*$/

/**
 * The fold that a package's own checkers know: a few lines that a stranger can
 * read, and so coarser here and finer there than the product's. Texts that fold
 * to the same differ in typography only.
 */
export function simpleFold(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .normalize('NFC')
    .replaceAll(UNSEEN, '')
    .replaceAll(COMPATIBLE, (sign) => sign.normalize('NFKC'))
    .replaceAll(/['"`´ʼ‘’‚‛“”„‟«»‹›「」『』〝〞]+/gu, '’')
    .replaceAll(/\s*(?:[–—―]|--+)\s*|[‐‑‒−־]/gu, '-')
    .replaceAll(/\.\s?\.\s?\./gu, '…')
    .replaceAll(/\s+/gu, ' ')
}
