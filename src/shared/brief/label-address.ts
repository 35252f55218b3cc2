/**
 * An address between the brackets of a directive, whose own brackets must pair:
 * where they do not, they are percent-encoded, which leads to the same place.
 */
export const labelAddress = (url: string): string =>
  isBalanced(url) ? url : url.replaceAll('[', '%5B').replaceAll(']', '%5D')

/** Whether the brackets of a text pair; those behind a backslash do not count. */
export function isBalanced(text: string): boolean {
  let depth = 0
  for (const character of text.replaceAll(/\\[\\[\]]/gu, '')) {
    if (character === '[') depth += 1
    if (character === ']') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}
