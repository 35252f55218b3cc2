/** Tells of an element whenever it comes near to what is seen, and when it is far again. Returns what ends that. */
export type Watch = (element: Element, near: (near: boolean) => void) => () => void

/** A scrolling element and the watch over what it holds. */
export interface Watched {
  readonly element: HTMLElement
  readonly watch: Watch
}

/** How far above and below what is seen something counts as near. */
const AHEAD = '60% 0px'

/** Begins to watch in an element, as its ref; what it returns ends that. */
export function watchIn(
  element: HTMLElement | null,
  set: (watched: Watched | null) => void,
): (() => void) | undefined {
  if (element === null) return undefined
  const listeners = new WeakMap<Element, (near: boolean) => void>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
    },
    { root: element, rootMargin: AHEAD },
  )
  const watch: Watch = (watched, near) => {
    listeners.set(watched, near)
    observer.observe(watched)
    return () => observer.unobserve(watched)
  }
  set({ element, watch })
  return () => {
    observer.disconnect()
    set(null)
  }
}
