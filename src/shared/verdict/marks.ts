import { isUnspaced, isWordCharacter } from './characters.ts'

/** A mark by which an author shows a change (quotations.md § 4). Offsets into the quotation. */
export interface Mark {
  readonly kind: 'omission' | 'bracket' | 'sic' | 'emphasis'
  readonly start: number
  readonly end: number
  /** What stands inside square brackets; empty for the other kinds. */
  readonly content: string
}

/** Chinese writes its ellipsis as two signs. */
const DOTS = String.raw`(?:…{1,2}|\.[ \u00a0\u2009\u202f]?\.[ \u00a0\u2009\u202f]?\.)`
const OMISSION = String.raw`\[\s*${DOTS}\s*\]|\(\s*${DOTS}\s*\)|${DOTS}`
const SIC = String.raw`\[\s*(?:[Ss][Ii][Cc][.!]?|!)\s*\]`

const NOTES = [
  String.raw`(?:(?:my|our|author[’']s|the)\s+)?(?:emphas[ie]s|italics?|bold(?:face)?|underlining)\s+(?:is\s+|are\s+)?(?:added|mine|ours|supplied|my own|our own|by the author|in (?:the\s+)?original|original)`,
  String.raw`(?:with\s+)?(?:my|our)\s+(?:emphasis|italics)`,
  String.raw`Herv(?:orhebung|orh)\.?\s+(?:hinzugefügt|von mir|von uns|im Original|d\.\s*Verf\.|des Verfassers|der Verfasserin)`,
  String.raw`(?:souligné|italiques?)\s+(?:par nous|par moi|par l[’']auteure?|ajoutée?s?|dans l[’']original)|(?:nous|je)\s+soulign(?:ons|e)|c[’']est (?:moi|nous) qui soulign(?:e|ons)`,
  String.raw`(?:(?:el|la|las)\s+)?(?:énfasis|cursivas?|negritas?)\s+(?:es\s+|son\s+)?(?:añadid[oa]s?|mí[oa]s?|nuestr[oa]s?|agregad[oa]s?|en el original)`,
  String.raw`(?:(?:il|l[’'])\s*)?(?:corsivo|enfasi|grassetto)\s+(?:è\s+)?(?:mio|nostro|mia|nostra|aggiunt[oa]|dell[’']autore|nell[’']originale)`,
  String.raw`(?:grifo|ênfase|itálico)\s+(?:meu|minha|nosso|nossa|acrescentad[oa])`,
  String.raw`(?:التشديد|التأكيد|الخط المائل)\s+(?:مضاف|من عندي|من عندنا|مني|منا|للكاتب|للمؤلف|في الأصل)`,
  '(?:强调|重点|黑体|着重号|下划线|斜体)(?:为|系|是|由)?(?:引者|笔者|作者|原文)?(?:所加|添加|后加|有)|傍点(?:は)?(?:引用者|筆者)',
  String.raw`(?:курсив|выделено)\s+(?:мой|наш|мной|нами|автором|автора|в оригинале)`,
]
const EMPHASIS = String.raw`\[\s*(?:${NOTES.join('|')})\.?\s*\]|\(\s*(?:${NOTES.join('|')})\.?\s*\)`
const ANY = new RegExp(
  `(?<sic>${SIC})|(?<emphasis>${EMPHASIS})|(?<omission>${OMISSION})|(?<bracket>\\[(?=[^\\[\\]]*\\])[^\\[\\]\\p{L}\\p{N}]*[\\p{L}\\p{N}][^\\[\\]]*\\])`,
  'giu',
)

/** Every mark of a quotation in order, as if none of them were the source's own words. */
export function marksOf(quotation: string): readonly Mark[] {
  return [...quotation.matchAll(ANY)].map((found) => {
    const groups = found.groups ?? {}
    const start = found.index
    const end = start + found[0].length
    if (groups['sic'] !== undefined) return { kind: 'sic', start, end, content: '' }
    if (groups['emphasis'] !== undefined) return { kind: 'emphasis', start, end, content: '' }
    if (groups['omission'] !== undefined) return { kind: 'omission', start, end, content: '' }
    return { kind: 'bracket', start, end, content: found[0].slice(1, -1) }
  })
}

/**
 * Whether a bracket stands against a letter or digit and goes on with one (or an
 * apostrophe or hyphen), so that it changes part of a word; in a script without
 * spaces each character is a word of its own.
 */
export function isInsideWord(quotation: string, mark: Mark): boolean {
  if (mark.kind !== 'bracket') return false
  const { start, end, content } = mark
  const before = wordBefore(quotation, start) && !isUnspaced(codeBefore(quotation, start))
  const after = wordAt(quotation, end) && !isUnspaced(quotation.codePointAt(end) ?? 0)
  return (before && GOES_ON.test(content)) || (after && LEADS_ON.test(content))
}

const GOES_ON = /^[\p{L}\p{M}\p{N}’'´‘`ʼ‐‑-]/u
const LEADS_ON = /[\p{L}\p{M}\p{N}’'´‘`ʼ‐‑-]$/u

export function wordAt(text: string, at: number): boolean {
  return at < text.length && isWordCharacter(text.codePointAt(at) ?? 0)
}

export function wordBefore(text: string, at: number): boolean {
  return at > 0 && isWordCharacter(codeBefore(text, at))
}

function codeBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1)
  const low = unit >= 0xdc00 && unit <= 0xdfff
  return text.codePointAt(low ? at - 2 : at - 1) ?? 0
}
