import type { CitationItem } from './nodes.ts'

/**
 * Pandoc's bracketed citations as text: `[see @one, p. 3; -@two]`. Inside the
 * brackets a backslash takes the meaning from `\ [ ] ; @`; nothing else is markup.
 */

const KEY = String.raw`\{[^{}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*`
const ITEM = new RegExp(String.raw`^(?<prefix>(?:[^]*?\s)?)(?<minus>-?)@(?<key>${KEY})(?<rest>[^]*)$`, 'u')
const BARE_KEY = new RegExp(`^(?:${KEY})$`, 'u')

const LABEL = [
  String.raw`pp?\.?`,
  'pages?',
  String.raw`paras?\.?`,
  'paragraphs?',
  '¶¶?',
  '§§?',
  String.raw`ch(?:ap)?s?\.?`,
  'chapters?',
  String.raw`secs?\.?`,
  'sections?',
  String.raw`vols?\.?`,
  'volumes?',
  String.raw`nos?\.?`,
  String.raw`ll?\.`,
  'lines?',
  String.raw`nn?\.`,
  'notes?',
  String.raw`figs?\.?`,
  'figures?',
  String.raw`cols?\.?`,
  'columns?',
  String.raw`bks?\.?`,
  'books?',
  String.raw`pts?\.?`,
  'parts?',
  String.raw`fols?\.?`,
  String.raw`vv?\.`,
  'verses?',
  String.raw`S\.`,
  'Seiten?',
  String.raw`Abs\.`,
  String.raw`Kap\.`,
  String.raw`с\.`,
  String.raw`стр\.`,
].join('|')
const NUMBER = String.raw`\p{L}?\d[\p{L}\d.:/]*(?<![.:/])|(?=[ivxlcdm])[ivxlcdm]+(?![\p{L}\p{N}])|(?=[IVXLCDM])[IVXLCDM]+(?![\p{L}\p{N}])`
const NUMBERS = String.raw`(?:${NUMBER})(?:\s*[-–—,&]\s*(?:${NUMBER}))*`
const LOCATOR = new RegExp(
  String.raw`^(?:,\s*|\s+)(?<locator>(?:${LABEL})\s*${NUMBERS}|(?=\p{L}?\d)${NUMBERS})(?![\p{L}\p{N}])`,
  'u',
)

/** Parts at unescaped semicolons; escapes stay. */
function split(inner: string): string[] {
  const parts = ['']
  for (const piece of inner.match(/\\[^]|;|[^\\;]+|\\$/gu) ?? []) {
    if (piece === ';') parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}

/** Escaped characters move out of the pattern's way (to U+E000 and on) and back. */
const HIDDEN = '\\[];@'
const hide = (text: string) =>
  text.replaceAll(/\\([\\[\];@])/gu, (_, character: string) =>
    String.fromCharCode(0xe000 + HIDDEN.indexOf(character)),
  )
const reveal = (text: string) =>
  text.replaceAll(/[\uE000-\uE004]/gu, (character) => HIDDEN.charAt(character.charCodeAt(0) - 0xe000))
const escape = (text: string) => text.replaceAll(/[\\[\];@]/gu, String.raw`\$&`)

function item(part: string): CitationItem | null {
  const groups = ITEM.exec(hide(part))?.groups
  const { prefix = '', minus = '', key = '', rest = '' } = groups ?? {}
  if (groups === undefined || rest.includes('@')) return null
  const found = LOCATOR.exec(rest)
  const locator = found?.groups?.['locator'] ?? null
  return {
    citekey: key.startsWith('{') ? key.slice(1, -1) : key,
    locator: locator === null ? null : reveal(locator),
    prefix: reveal(prefix).trim(),
    suffix: reveal(rest.slice(found?.[0].length ?? 0)).trimEnd(),
    suppressAuthor: minus !== '',
  }
}

/**
 * The sources that a citation names, of what stands between its brackets
 * (white space of any kind counts as one space); null when it is no citation.
 */
export function readCitation(inner: string): readonly CitationItem[] | null {
  if (!inner.includes('@') || inner.startsWith('^')) return null
  const items: CitationItem[] = []
  for (const part of split(inner.replaceAll(/\s+/gu, ' '))) {
    const read = item(part.trim())
    if (read === null) return null
    items.push(read)
  }
  return items
}

function written({ citekey, locator, prefix, suffix, suppressAuthor }: CitationItem): string {
  const key = BARE_KEY.test(citekey) && !/^[{]/u.test(citekey) ? citekey : `{${citekey}}`
  const after = (locator === null ? '' : `, ${escape(locator)}`) + escape(suffix)
  return `${prefix === '' ? '' : `${escape(prefix)} `}${suppressAuthor ? '-' : ''}@${key}${after}`
}

/** `[see @one, p. 3; -@two]`, which `readCitation` reads back. */
export const writeCitation = (items: readonly CitationItem[]): string => `[${items.map(written).join('; ')}]`
