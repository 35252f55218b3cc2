import type { DiffOperation } from '../contract/check.ts'
import { classOf, type Hunk } from './difference.ts'
import { prepare, rawRange } from './prepared.ts'

const MOST_CELLS = 16_000_000

/**
 * The word diff from a source passage to the words of a draft. `equal` and
 * `insert` together rebuild the draft's words exactly, `equal` and `delete` the
 * passage. Words are those of quotations.md; every other character is a token.
 */
export function diffWords(passage: string, draft: string): readonly DiffOperation[] {
  const hunks = mergeSpaces(hunksOf(tokensOf(passage), tokensOf(draft)))
  const operations: DiffOperation[] = []
  for (const hunk of hunks) {
    if (hunk.kind === 'equal') operations.push({ op: 'equal', text: hunk.deleted })
    else operations.push(...changed(hunk, hunks))
  }
  return operations
}

function changed(hunk: Hunk, all: readonly Hunk[]): readonly DiffOperation[] {
  const kind = classOf(hunk, all)
  const tagged = kind === null ? {} : { class: kind }
  const operations: DiffOperation[] = []
  if (hunk.deleted !== '') operations.push({ op: 'delete', text: hunk.deleted, ...tagged })
  if (hunk.inserted !== '') operations.push({ op: 'insert', text: hunk.inserted, ...tagged })
  return operations
}

/** Words, runs of white space, and single other characters; joined they are the text. */
export function tokensOf(text: string): readonly string[] {
  const prepared = prepare(text)
  const tokens: string[] = []
  let at = 0
  for (const word of prepared.words) {
    const { start, end } = rawRange(prepared, word.start, word.end)
    if (start > at) tokens.push(...looseTokens(text.slice(at, start)))
    if (end > at) tokens.push(text.slice(Math.max(start, at), end))
    at = Math.max(at, end)
  }
  tokens.push(...looseTokens(text.slice(at)))
  return tokens
}

function looseTokens(text: string): readonly string[] {
  return text.match(/\s+|[^\s]/gu) ?? []
}

function hunksOf(passage: readonly string[], draft: readonly string[]): Hunk[] {
  let head = 0
  while (head < passage.length && head < draft.length && passage[head] === draft[head]) head += 1
  let tail = 0
  const most = Math.min(passage.length, draft.length) - head
  while (tail < most && passage[passage.length - 1 - tail] === draft[draft.length - 1 - tail]) tail += 1
  const hunks: Hunk[] = []
  if (head > 0) hunks.push(equal(passage.slice(0, head).join('')))
  hunks.push(...middle(passage.slice(head, passage.length - tail), draft.slice(head, draft.length - tail)))
  if (tail > 0) hunks.push(equal(passage.slice(passage.length - tail).join('')))
  return hunks
}

function equal(text: string): Hunk {
  return { kind: 'equal', deleted: text, inserted: text }
}

/** Longest common subsequence of tokens; beyond a size that fits in memory all of it is one change. */
function middle(passage: readonly string[], draft: readonly string[]): readonly Hunk[] {
  if (passage.length === 0 && draft.length === 0) return []
  if ((passage.length + 1) * (draft.length + 1) > MOST_CELLS) {
    return [{ kind: 'changed', deleted: passage.join(''), inserted: draft.join('') }]
  }
  const row = draft.length + 1
  const table = commonLengths(passage, draft)
  const hunks: Hunk[] = []
  let i = 0
  let j = 0
  while (i < passage.length || j < draft.length) {
    const mine = passage[i]
    const theirs = draft[j]
    if (mine !== undefined && mine === theirs) {
      append(hunks, 'equal', mine, mine)
      i += 1
      j += 1
    } else if (
      theirs === undefined ||
      (mine !== undefined && (table[(i + 1) * row + j] ?? 0) >= (table[i * row + j + 1] ?? 0))
    ) {
      append(hunks, 'changed', mine ?? '', '')
      i += 1
    } else {
      append(hunks, 'changed', '', theirs)
      j += 1
    }
  }
  return hunks
}

function commonLengths(passage: readonly string[], draft: readonly string[]): Uint32Array {
  const row = draft.length + 1
  const table = new Uint32Array((passage.length + 1) * row)
  for (let i = passage.length - 1; i >= 0; i -= 1) {
    for (let j = draft.length - 1; j >= 0; j -= 1) {
      const weight = passage[i] === draft[j] ? weightOf(passage[i] ?? '') : 0
      const both = weight > 0 ? (table[(i + 1) * row + j + 1] ?? 0) + weight : 0
      table[i * row + j] = Math.max(both, table[(i + 1) * row + j] ?? 0, table[i * row + j + 1] ?? 0)
    }
  }
  return table
}

/** Shared words count more than shared spaces and punctuation. */
function weightOf(token: string): number {
  return /[\p{L}\p{N}]/u.test(token) ? 4 : 1
}

function append(hunks: Hunk[], kind: Hunk['kind'], deleted: string, inserted: string): void {
  const last = hunks.at(-1)
  if (last?.kind === kind) {
    hunks[hunks.length - 1] = { kind, deleted: last.deleted + deleted, inserted: last.inserted + inserted }
  } else hunks.push({ kind, deleted, inserted })
}

/** A space between two changes belongs to them: one change of two words reads better than two. */
function mergeSpaces(hunks: readonly Hunk[]): readonly Hunk[] {
  const merged: Hunk[] = []
  hunks.forEach((hunk, i) => {
    const between = hunk.kind === 'equal' && /^\s+$/.test(hunk.deleted)
    const inside = between && merged.at(-1)?.kind === 'changed' && hunks[i + 1]?.kind === 'changed'
    append(merged, inside ? 'changed' : hunk.kind, hunk.deleted, hunk.inserted)
  })
  return merged
}
