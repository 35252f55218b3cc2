import type { Atom, AtomKind } from './characters.ts'
import { foldCluster, isUnseen } from './characters.ts'

/** One word of the index, folded. `start` and `end` are UTF-16 offsets into the text it was cut from. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  /** One character of a script without spaces, the last of its run. */
  readonly single?: true
}

/** What a text is indexed under: `body` in order, `extra` other readings of the same words. */
export interface IndexedText {
  readonly body: string
  readonly extra: string
}

interface Cut {
  readonly tokens: readonly Token[]
  /** Characters were met that another reading would take otherwise. */
  readonly unseen: boolean
  readonly foreign: boolean
}

interface Reading {
  /** Unseen characters part words instead of vanishing. */
  readonly unseenParts: boolean
  /** ℃ and its like join the letters beside them instead of standing alone. */
  readonly foreignJoins: boolean
}

const PLAIN: Reading = { unseenParts: false, foreignJoins: false }

const CLUSTER =
  /[a-zA-Z](?![^\0-\u02ff])|[0-9](?![^\0-\u02ff])|[\u1100-\u115f\ua960-\ua97c\uac00-\ud7a3][\u1160-\u11ff\ud7b0-\ud7fb\p{M}]*|[\p{L}\p{N}][\p{M}\uff9e\uff9f]*|[^]/gu
/** Begins where a word begins: from every letter of a very long word it would be sought anew. */
const LINE_HYPHEN =
  /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+(?:[-\u2010-\u2012\u2043\u2212\ufe63\uff0d]\s+[\p{L}\p{M}\p{N}]+)+/gu
/** A hyphen at a line's end of which an importer could not tell whether it is the word's own. */
const UNSURE_HYPHEN = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+[-\u2010]\u00ad[\p{L}\p{M}]+/gu
/** What folding drops inside a word; without it the characters beside can compose. */
const DROPPED = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u0640]/gu

/**
 * The words of a text as the index has them: runs of letters or of digits after
 * folding; in scripts without spaces each character with its follower, the last
 * one alone. Coarser than the words of quotations.md: "can’t" and "2.5" are two.
 */
export function tokensOf(text: string): readonly Token[] {
  return cut(text, PLAIN).tokens
}

/** Folded words joined by single spaces, for a full-text index that splits at spaces. */
export function indexedText(text: string): IndexedText {
  const { tokens, unseen, foreign } = cut(text, PLAIN)
  const seen = new Set(tokens.map((token) => token.text))
  const extra = new Set<string>()
  const add = (other: readonly Token[]): void => {
    for (const token of other) if (!seen.has(token.text)) extra.add(token.text)
  }
  if (unseen) add(cut(text, { unseenParts: true, foreignJoins: false }).tokens)
  if (foreign) add(cut(text, { unseenParts: false, foreignJoins: true }).tokens)
  for (const [word] of text.matchAll(UNSURE_HYPHEN)) add(tokensOf(word.replaceAll(/[-\u2010\u00ad]+/gu, '')))
  const bare = text.replaceAll(DROPPED, '')
  if (bare !== text) add(tokensOf(bare))
  for (const joined of lineHyphens(bare)) add(tokensOf(joined))
  return { body: tokens.map((token) => token.text).join(' '), extra: [...extra].join(' ') }
}

/**
 * The words of what is looked for. `foreign`: it holds a character such as ℃,
 * whose letters a text may have as part of a word or apart from it.
 */
export function readForQuery(text: string): { readonly tokens: readonly Token[]; readonly foreign: boolean } {
  return cut(text, PLAIN)
}

/** Words that a hyphen at a line's end may have parted, put together. */
function lineHyphens(text: string): readonly string[] {
  return Array.from(text.matchAll(LINE_HYPHEN), ([run]) => run.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ''))
}

function cut(text: string, reading: Reading): Cut {
  const cutter = new Cutter()
  let unseen = false
  let foreign = false
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const end = index + cluster.length
    const code = cluster.charCodeAt(0)
    if (cluster.length === 1 && code < 0x80) {
      cutter.ascii(code, index)
      continue
    }
    if (isUnseen(String.fromCodePoint(cluster.codePointAt(0) ?? 0))) {
      unseen = true
      if (reading.unseenParts) cutter.gap(false)
      continue
    }
    const folded = foldCluster(cluster)
    foreign ||= folded.foreign
    const alone = folded.foreign && !reading.foreignJoins
    if (alone) cutter.gap(false)
    for (const atom of folded.atoms) cutter.atom(atom, index, end)
    if (alone) cutter.gap(false)
  }
  return { tokens: cutter.finish(), unseen, foreign }
}

const SPACE = /^\s$/u
const JOINED_OVER_SPACE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]$/u

/** Collects folded characters into tokens. */
class Cutter {
  private readonly tokens: Token[] = []
  private kind: AtomKind = 'gap'
  private run = ''
  private start = 0
  private end = 0
  private units: Token[] = []
  /** White space was met after `units`. */
  private spaced = false

  ascii(code: number, at: number): void {
    if (code >= 0x61 && code <= 0x7a) this.put('letter', String.fromCharCode(code), at, at + 1)
    else if (code >= 0x41 && code <= 0x5a) this.put('letter', String.fromCharCode(code + 32), at, at + 1)
    else if (code >= 0x30 && code <= 0x39) this.put('digit', String.fromCharCode(code), at, at + 1)
    else this.gap(code === 0x20 || (code >= 0x09 && code <= 0x0d))
  }

  atom({ kind, text }: Atom, start: number, end: number): void {
    if (kind === 'gap') this.gap(SPACE.test(text))
    else this.put(kind === 'mark' ? this.carrier() : kind, text, start, end)
  }

  /** Ends a word. White space alone does not part Han from Han, as a line break there is no space. */
  gap(space: boolean): void {
    this.endRun()
    if (!space || !JOINED_OVER_SPACE.test(this.units.at(-1)?.text ?? '')) this.endUnits()
    this.spaced = true
  }

  finish(): readonly Token[] {
    this.endRun()
    this.endUnits()
    return this.tokens
  }

  /** A mark goes with what stands before it, and is a letter where nothing does. */
  private carrier(): AtomKind {
    if (this.kind !== 'gap') return this.kind
    return this.units.length > 0 && !this.spaced ? 'unit' : 'letter'
  }

  private put(kind: AtomKind, text: string, start: number, end: number): void {
    if (kind === 'unit') {
      this.endRun()
      if (this.spaced && !JOINED_OVER_SPACE.test(text)) this.endUnits()
      this.spaced = false
      this.units.push({ text, start, end })
      return
    }
    this.endUnits()
    if (this.kind !== kind) {
      this.endRun()
      this.kind = kind
      this.start = start
    }
    this.run += text
    this.end = end
  }

  private endRun(): void {
    if (this.kind === 'gap') return
    this.tokens.push({ text: this.run.normalize('NFC'), start: this.start, end: this.end })
    this.run = ''
    this.kind = 'gap'
  }

  private endUnits(): void {
    for (const [at, { text, start, end }] of this.units.entries()) {
      const next = this.units[at + 1]
      if (next) this.tokens.push({ text: text + next.text, start, end: next.end })
      else this.tokens.push({ text, start, end, single: true })
    }
    this.units = []
  }
}
