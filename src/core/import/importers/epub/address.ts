/** A place in a book: a name in its archive and what stands behind `#`, which may be empty. */
export interface BookAddress {
  readonly path: string
  readonly fragment: string
}

const BOOK = 'http://book.invalid/'

/** Where an address of the file at `base` leads inside the book; null when it leads outside or nowhere. */
export function resolved(href: string, base: string): BookAddress | null {
  try {
    const url = new URL(href, new URL(base.split('/').map(encodeURIComponent).join('/'), BOOK))
    if (!url.href.startsWith(BOOK)) return null
    return {
      path: decodeURIComponent(url.pathname.slice(1)),
      fragment: decodeURIComponent(url.hash.slice(1)),
    }
  } catch {
    // A malformed address leads nowhere.
    return null
  }
}
