import type { DiffOperation } from '../../../shared/contract/check.ts'
import { alterationsBetween } from '../../../shared/verdict/alterations.ts'

/** Either the words with their changes in brackets, or why brackets cannot mend them. */
export type Marked =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'off'; readonly why: 'grave'; readonly grave: 'negation' | 'number' | 'name' }
  | { readonly kind: 'off'; readonly why: 'brackets' | 'nothing' }

const GRAVE = ['negation', 'number', 'name'] as const

interface Change {
  readonly insert: string
  readonly remove: string
}

/**
 * What a quotation would read if every difference of its word diff were marked:
 * words of the draft in brackets, words that it leaves out as `[…]`, a changed
 * capital as `[T]he`. `passage` are the source's words that the diff is to. A
 * changed number, name or negation is never offered: it would mend the letter,
 * not the sense.
 */
export function markedOf(diff: readonly DiffOperation[], passage: string): Marked {
  if (diff.every(({ op }) => op === 'equal')) return { kind: 'off', why: 'nothing' }
  const grave = GRAVE.find((kind) => diff.some((operation) => operation.class === kind))
  if (grave !== undefined) return { kind: 'off', why: 'grave', grave }
  const words = written(diff)
  return alterationsBetween(words, passage) === null
    ? { kind: 'off', why: 'brackets' }
    : { kind: 'words', words }
}

function written(diff: readonly DiffOperation[]): string {
  let words = ''
  let insert = ''
  let remove = ''
  for (const { op, text } of [...diff, { op: 'equal', text: '' } as const]) {
    if (op === 'insert') insert += text
    else if (op === 'delete') remove += text
    else {
      words += mark({ insert, remove })
      insert = ''
      remove = ''
      words += text
    }
  }
  return words
}

function mark({ insert, remove }: Change): string {
  if (insert === '' && remove === '') return ''
  const [before, core, after] = trimmed(insert === '' ? remove : insert)
  if (insert === '') return `${before}[…]${after}`
  const capital = core.charAt(0)
  const isCapital =
    core.slice(1) === remove.trim().slice(1) &&
    capital.toLowerCase() === remove.trim().charAt(0).toLowerCase()
  return isCapital ? `${before}[${capital}]${core.slice(1)}${after}` : `${before}[${core}]${after}`
}

function trimmed(text: string): readonly [string, string, string] {
  const core = text.trim()
  const start = text.indexOf(core)
  return [text.slice(0, start), core, text.slice(start + core.length)]
}
