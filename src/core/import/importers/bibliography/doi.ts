/** A DOI in a text or an address, in lower case. */
export function doiIn(text: string): string | null {
  const found = /\b10\.\d{4,9}\/[^\s"<>{}|\\^`]{1,300}/.exec(unescaped(text))?.[0]
  return found === undefined ? null : found.replace(/[.,;:)\]]+$/, '').toLowerCase()
}

/** Without percent signs for what stands in addresses. */
export function unescaped(text: string): string {
  if (!/%5c|%2f/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    // A malformed escape stays as it is.
    return text
  }
}
