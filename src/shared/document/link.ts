const SCHEMES = new Set(['http:', 'https:', 'mailto:'])

/** True for an absolute http, https or mailto address without control characters. */
export function isSafeLink(href: string): boolean {
  const parsed = parseUrl(href)
  return parsed !== null && SCHEMES.has(parsed.protocol) && parsed.href === href
}

/**
 * An address as a document may hold it: resolved against the page's own
 * address, serialised by the URL standard; null for any other scheme, for a
 * relative address without a base, and for nonsense.
 */
export function safeLink(href: string, base: string | null): string | null {
  const parsed = parseUrl(href.trim(), base)
  return parsed !== null && SCHEMES.has(parsed.protocol) ? parsed.href : null
}

interface ParsedUrl {
  readonly protocol: string
  readonly href: string
}

/** Every process has it; it belongs to no library of types that this folder may see. */
declare const URL: new (href: string, base?: string) => ParsedUrl

function parseUrl(href: string, base: string | null = null): ParsedUrl | null {
  try {
    return base === null ? new URL(href) : new URL(href, base)
  } catch {
    return null
  }
}
