import { useEffect, useState, type RefObject } from 'react'

/** Milliseconds of laying out between two turns of everything else: two frames of sixty a second. */
const SLICE = 24
/** Each time, all blocks are gone through: one by one would cost more for that than for laying out. */
const AT_ONCE = 32

/**
 * Lays out the blocks of a long text in slices after it was opened; true once all are. Until then only what is seen is
 * laid out (`content-visibility` in reader.css), so that it opens at once; a text that stayed so would stumble whenever
 * it is scrolled, because the browser looks at every block in every frame. It waits until all blocks are drawn.
 */
export function useLaidOut(article: RefObject<HTMLElement | null>, long: boolean, isDrawn: boolean): boolean {
  const [done, setDone] = useState(!long)
  useEffect(() => {
    if (done || !isDrawn) return
    const blocks = [...(article.current?.children ?? [])]
    let timer = 0
    const layOut = (): void => {
      const until = performance.now() + SLICE
      while (blocks.length > 0 && performance.now() < until) {
        const some = blocks.splice(0, AT_ONCE)
        for (const block of some) if (block instanceof HTMLElement) block.style.contentVisibility = 'visible'
        some.at(-1)?.getBoundingClientRect()
      }
      if (blocks.length === 0) setDone(true)
      else timer = window.setTimeout(layOut)
    }
    timer = window.setTimeout(layOut)
    return () => clearTimeout(timer)
  }, [article, done, isDrawn])
  return done
}
