import type { DiffOperation } from '../contract/check.ts'

/** A stretch of whole paragraphs that differs between two texts; UTF-16 offsets, ends excluded. */
export interface ChangedPassage {
  readonly old: { readonly start: number; readonly end: number }
  readonly now: { readonly start: number; readonly end: number }
  /** `equal` and `delete` are the old paragraphs, `equal` and `insert` the new ones. */
  readonly diff: readonly DiffOperation[]
}

interface Open {
  readonly old: number
  readonly now: number
  readonly diff: DiffOperation[]
}

/** The paragraphs in which something differs, each with the words that stayed in it; the others are left out. */
export function changedPassages(diff: readonly DiffOperation[]): readonly ChangedPassage[] {
  const passages: ChangedPassage[] = []
  let [old, now] = [0, 0]
  let open: Open = { old, now, diff: [] }
  const close = (): void => {
    if (open.diff.some(({ op }) => op !== 'equal'))
      passages.push({
        old: { start: open.old, end: old },
        now: { start: open.now, end: now },
        diff: open.diff,
      })
    open = { old, now, diff: [] }
  }
  for (const operation of diff) {
    for (const text of operation.op === 'equal' ? lines(operation.text) : [operation.text]) {
      open.diff.push({ ...operation, text })
      if (operation.op !== 'insert') old += text.length
      if (operation.op !== 'delete') now += text.length
      if (operation.op === 'equal' && text.endsWith('\n')) close()
    }
  }
  close()
  return passages
}

/** Each with the line feed that ends it. */
const lines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
