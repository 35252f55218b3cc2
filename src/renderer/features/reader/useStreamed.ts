import { startTransition, useEffect, useState } from 'react'
import type { Document } from '../../../shared/document/document.ts'
import { useJourney } from '../../app/place.ts'
import { recallReading } from './reading-memory.ts'

/** Blocks of the first screen and some more. */
const AT_ONCE = 60

/**
 * How many blocks are drawn: of a long document the first screen at once and the rest as soon as that is shown; all at
 * once for a place farther down.
 */
export function useStreamed(source: string, document: Document): number {
  const { place } = useJourney()
  const blocks = document.children.length
  const [most, setMost] = useState(() => {
    const jumps = place.view === 'sources' && place.at !== null
    return jumps || recallReading(source).at > 0 ? blocks : Math.min(blocks, AT_ONCE)
  })
  useEffect(() => {
    if (most >= blocks) return undefined
    const timer = setTimeout(() => startTransition(() => setMost(blocks)))
    return () => clearTimeout(timer)
  }, [most, blocks])
  return most
}
