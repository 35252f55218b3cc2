import type { BrowserWindow } from 'electron'

/** Milliseconds after a press in which the page may ask for what only its user may do. */
const HOLDS_FOR = 2000

const PRESSES: ReadonlySet<string> = new Set(['mouseDown', 'mouseUp', 'keyDown', 'rawKeyDown', 'touchEnd'])

/**
 * Tells whether somebody has just pressed a button or key in a window, as the system reports it and not as its page
 * says: a page that runs wild does not read the clipboard.
 */
export function pressesIn(window: BrowserWindow): () => boolean {
  const known = watched.get(window)
  if (known !== undefined) return known
  let last = Number.NEGATIVE_INFINITY
  window.webContents.on('input-event', (_, { type }) => {
    if (PRESSES.has(type)) last = performance.now()
  })
  const pressed = (): boolean => performance.now() - last < HOLDS_FOR
  watched.set(window, pressed)
  return pressed
}

/** A window whose page is drawn anew is watched once. */
const watched = new WeakMap<BrowserWindow, () => boolean>()
