import { useEffect, useMemo, useState } from 'react'
import type { OutlineEntry } from '../outline-of.ts'
import { contentsOf, placedContents, type ContentsEntry } from './contents.ts'
import type { OpenPdf } from './open-pdf.ts'
import type { PlacedText } from './usePdfDom.ts'

/** The PDF's own table of contents, placed in the source's text; null until it is read and where there is none. */
export function useContents({ pdf }: OpenPdf, placed: PlacedText | null): readonly OutlineEntry[] | null {
  const [entries, setEntries] = useState<readonly ContentsEntry[]>([])
  // Not before the first page is there, which it would keep waiting.
  const isReady = placed !== null
  useEffect(() => {
    if (!isReady) return undefined
    const ending = new AbortController()
    contentsOf(pdf, ending.signal).then(
      (found) => !ending.signal.aborted && setEntries(found),
      // A broken table of contents is none: the headings of the text stand in for it.
      () => undefined,
    )
    return () => ending.abort()
  }, [pdf, isReady])
  return useMemo(() => {
    if (placed === null || entries.length === 0) return null
    const found = placedContents(entries, placed.text, placed.ranges)
    return found.length === 0 ? null : found
  }, [placed, entries])
}
