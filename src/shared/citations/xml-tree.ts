/** An element as the citation processor takes it. */
export interface XmlNode {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

interface Open {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: (XmlNode | string)[]
}

const NAME = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`
const TOKEN = new RegExp(
  [
    String.raw`(?<comment><!--(?:(?!--)[^])*-->)`,
    String.raw`(?<instruction><\?${NAME}(?:\s(?:(?!\?>)[^])*)?\?>)`,
    String.raw`<!\[CDATA\[(?<data>(?:(?!\]\]>)[^])*)\]\]>`,
    String.raw`</(?<end>${NAME})\s*>`,
    String.raw`<(?<start>${NAME})(?<attributes>(?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>/?)>`,
    String.raw`(?<text>[^<]+)`,
  ].join('|'),
  'uy',
)
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')`, 'gu')
/** What XML 1.0 has no place for. */
const NO_CHARACTER = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/u
const DEEPEST = 64
/** Elements whose text is their meaning, also when there is none: the processor looks for it. */
const HOLD_TEXT = new Set(['term', 'single', 'multiple'])

/**
 * The root of an XML text that is well-formed, or null. Strict and without
 * document types, so that no entity but XML's own five expands and nothing
 * outside is loaded; white space between elements and comments are left out.
 */
export function readXml(source: string): XmlNode | null {
  const text = source.replace(/^\uFEFF/u, '')
  if (NO_CHARACTER.test(text)) return null
  const top: Open = { name: '', attrs: {}, children: [] }
  const open: Open[] = [top]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const groups = TOKEN.exec(text)?.groups
    if (groups === undefined || !take(groups, open)) return null
  }
  const [root, ...others] = top.children
  return open.length === 1 && others.length === 0 && typeof root === 'object' ? root : null
}

/** Takes one piece into the tree; false where it has no place there. */
function take(groups: Readonly<Record<string, string | undefined>>, open: Open[]): boolean {
  const here = open.at(-1)
  if (here === undefined) return false
  const { data, start, end, attributes = '', empty } = groups
  if (end !== undefined) {
    if (open.length === 1 || open.pop()?.name !== end) return false
    if (here.children.length === 0 && HOLD_TEXT.has(end)) here.children.push('')
    return true
  }
  if (start !== undefined) {
    const attrs = attributesOf(attributes)
    if (attrs === null || open.length > DEEPEST) return false
    const element: Open = { name: start, attrs, children: [] }
    here.children.push(element)
    if (empty === '') open.push(element)
    else if (HOLD_TEXT.has(start)) element.children.push('')
    return true
  }
  const text = data ?? (groups['text'] === undefined ? '' : decoded(groups['text']))
  if (text === null) return false
  if (text.trim() === '') return true
  here.children.push(text)
  return open.length > 1
}

function attributesOf(written: string): Record<string, string> | null {
  const attrs = new Map<string, string>()
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE)) {
    const value = decoded((double ?? single ?? '').replaceAll(/[\t\n\r]/gu, ' '))
    if (value === null || attrs.has(name)) return null
    attrs.set(name, value)
  }
  return Object.fromEntries(attrs)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Null for a reference that XML without a document type does not know. */
function decoded(text: string): string | null {
  let isSound = true
  const plain = text.replaceAll(
    /&(?:#(\d{1,7});|#x([\da-fA-F]{1,6});|([a-z]+);)?/gu,
    (_, decimal, hex, name) => {
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
      const character =
        name === undefined
          ? Number.isInteger(code) && code <= 0x10ffff
            ? String.fromCodePoint(code)
            : undefined
          : ENTITIES[String(name)]
      if (character === undefined || NO_CHARACTER.test(character)) isSound = false
      return character ?? ''
    },
  )
  return isSound ? plain : null
}
