/**
 * Takes back escapes that Markdown does not need at their place. The writer
 * escapes every `[`, `*`, `&` … of a text; a quote with a marked alteration should
 * read `we [will] act` in the file as it does on screen.
 *
 * `escaped` is the writer's form of one text node's `value`; `after` is the first
 * character of what follows it in the line. Each rule leaves an escape where it
 * cannot tell; the property test in `markdown.test.ts` holds them to that.
 */
export function withoutNeedlessEscapes(
  escaped: string,
  value: string,
  after: string,
  rule: EscapeRule = NO_RULE,
): string {
  const offsets = rule === NO_RULE ? null : escapeOffsets(escaped, value)
  const links = linkingBrackets(value + after, value.length)
  const brackets = [...escaped.matchAll(ESCAPES)].filter(([, character]) => character === '[').length
  let bracket = -1
  return escaped.replaceAll(ESCAPES, (escape: string, character: string, at: number) => {
    if (character === '[') bracket += 1
    const says = rule(character, offsets?.get(at) ?? null)
    if (says !== 'as-ever') return says === 'drop' ? character : escape
    const linking = links.length !== brackets || links[bracket] !== false
    return isNeedless(escaped, at, character, linking) ? character : escape
  })
}

/**
 * What another reader of Markdown has to say of an escape: `offset` is where the character
 * stands in the text node's value (UTF-16), null where that cannot be told.
 */
export type EscapeRule = (character: string, offset: number | null) => 'keep' | 'drop' | 'as-ever'
const NO_RULE: EscapeRule = () => 'as-ever'

/** The offset in `value` of each escaped character, by the place of its backslash in `escaped`. */
function escapeOffsets(escaped: string, value: string): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>()
  let offset = 0
  for (let at = 0; at < escaped.length; offset += 1) {
    const reference = value[offset] === '&' ? null : /^&#x[\dA-F]+;/.exec(escaped.slice(at, at + 12))
    const isEscape = escaped[at] === '\\' && /[!-/:-@[-`{-~]/.test(escaped[at + 1] ?? '')
    if (isEscape) offsets.set(at, offset)
    at += reference?.[0].length ?? (isEscape ? 2 : 1)
  }
  return offsets
}

/** Read from the left, so that an escaped backslash is never half of another escape. */
const ESCAPES = /\\([!-/:-@[-`{-~])/g

function isNeedless(escaped: string, at: number, character: string, linking: boolean): boolean {
  const before = escaped[at - 1] ?? ''
  const rest = escaped.slice(at + 2, at + 42)
  switch (character) {
    case '*':
      return /[ \t]/.test(before) && /^[ \t]+\S/.test(rest) && /\S[ \t]+$/.test(escaped.slice(at - 9, at))
    case '&':
      return !/^(?:#|[A-Za-z][A-Za-z\d]*(?:;|$))/.test(rest)
    case '~':
      return /\s/.test(before) && /^[\p{L}\p{N}]/u.test(rest)
    case '#':
      return (at === 0 || before === '\n') && !/^#*(?:\s|$)/.test(rest)
    case '(':
      return before === ']'
    case '[':
      return !linking && !/^(?:\^|[ \txX]\])/.test(rest)
    default:
      return false
  }
}

/**
 * For each `[` before `end`, whether it could open a link. No link definition stands
 * in what we write, so a pair links only when `(`, `[` or `:` follows it; a bracket
 * without its partner may find one in another node, and one around a pair that links
 * would take that pair's end for its own once the inner one is escaped.
 */
function linkingBrackets(text: string, end: number): readonly boolean[] {
  const links: boolean[] = []
  const open: number[] = []
  let around = 0
  for (let at = 0; at < end; at += 1) {
    if (text[at] === '[') {
      open.push(links.length)
      links.push(true)
    } else if (text[at] === ']') {
      const partner = open.pop()
      if (partner === undefined) continue
      links[partner] = open.length < around || /[([:]/.test(text[at + 1] ?? '')
      around = links[partner] ? open.length : Math.min(around, open.length)
    }
  }
  return links
}
