import type { CitationItem } from '../../../../shared/brief/nodes.ts'

/** `[see @one, p. 3]`, as it is written. */
export function citationText(cited: readonly CitationItem[]): string {
  const parts = cited.map(({ citekey, locator, prefix, suffix, suppressAuthor }) => {
    const before = prefix === '' ? '' : `${prefix} `
    return `${before}${suppressAuthor ? '-' : ''}@${citekey}${locator === null ? '' : `, ${locator}`}${suffix}`
  })
  return `[${parts.join('; ')}]`
}
