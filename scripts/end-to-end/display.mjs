import { mkdirSync, chmodSync, existsSync } from 'node:fs'
import process from 'node:process'
import { hasProgram, installSystemPackages } from '../bootstrap/system.mjs'

/** Where displays have their sockets; only root may make it. */
const SOCKETS = '/tmp/.X11-unix'

/** A window needs a display; where there is none it gets one that nobody sees. */
const needsDisplay = () =>
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

/** Another user may not draw on root's display, and gets one of its own. */
const isForAnother = () => process.platform === 'linux' && process.getuid?.() === 0

export const ensureDisplay = async () => {
  if (!needsDisplay() && !isForAnother()) return 'there'
  if (!hasProgram('xvfb-run') || !hasProgram('xauth')) await installSystemPackages(['xvfb', 'xauth'])
  if (isForAnother() && !existsSync(SOCKETS)) {
    mkdirSync(SOCKETS)
    chmodSync(SOCKETS, 0o1777)
  }
  return 'virtual'
}

/** What stands before a command so that it has a display: those that nobody sees are numbered apart for each part of the tests. */
export const onDisplay = (another, part = 0) =>
  another || needsDisplay() ? ['xvfb-run', '-a', '-n', String(99 + 100 * part)] : []

/** How many parts of the tests can run at a time: on a display that is looked at, windows take each other's focus. */
export const partsAtOnce = () => (isForAnother() || needsDisplay() ? 2 : 1)
