/**
 * What the citation processor writes, as our own closed tree. The processor is
 * given an output format of ours, whose marks are noncharacters that no text can
 * hold; nothing of it is ever HTML.
 */

export const MARKS = [
  'italic',
  'upright',
  'bold',
  'regular',
  'small-caps',
  'full-caps',
  'underline',
  'plain',
  'superscript',
  'subscript',
  'baseline',
  'url',
  'doi',
  'margin',
  'inline',
  'block',
  'indent',
] as const
export type Mark = (typeof MARKS)[number]

export type Rendered = string | Marked
export interface Marked {
  readonly mark: Mark
  readonly children: readonly Rendered[]
}

const CLOSE = '\uFDD0'
const FIRST = 0xfdd1
const NONCHARACTERS = /[\uFDD0-\uFDEF]/gu

/** Text without the characters that marks are written with. */
export const unmarked = (text: string): string => text.replaceAll(NONCHARACTERS, '')

export const marked = (mark: Mark, text: string): string =>
  text === '' ? '' : String.fromCharCode(FIRST + MARKS.indexOf(mark)) + text + CLOSE

const ID_ENDS = '\uFDEF'

/** A bibliography's entry with the id of its work before it. */
export const entryOf = (id: string, text: string): string => unmarked(id) + ID_ENDS + text

/** What `entryOf` put together; null for what is no entry. */
export function readEntry(text: string): { readonly id: string; readonly text: string } | null {
  const at = text.indexOf(ID_ENDS)
  return at < 0 ? null : { id: text.slice(0, at).trim(), text: text.slice(at + 1) }
}

interface Open {
  readonly mark: Mark
  readonly children: Rendered[]
}

/** Reads back what `marked` wrote; a mark that is never closed reaches to the end. */
export function readRendered(text: string): readonly Rendered[] {
  const root: Rendered[] = []
  const open: Open[] = []
  let at = 0
  const here = (): Rendered[] => open.at(-1)?.children ?? root
  const write = (end: number): void => {
    if (end > at) here().push(text.slice(at, end))
  }
  const close = (): void => {
    const last = open.pop()
    if (last !== undefined) here().push(last)
  }
  for (const { 0: found, index } of text.matchAll(NONCHARACTERS)) {
    write(index)
    at = index + 1
    const mark = MARKS[found.charCodeAt(0) - FIRST]
    if (found === CLOSE) close()
    else if (mark !== undefined) open.push({ mark, children: [] })
  }
  write(text.length)
  while (open.length > 0) close()
  return root
}
